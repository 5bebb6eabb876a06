"""The waist: typed cells with source boxes, and the forms that name them."""
