"""A review to files: workbook and delimited text."""
