"""The pages of the source PDF, with the cells' boxes over them."""
