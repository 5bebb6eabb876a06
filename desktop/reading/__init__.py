"""Grids and a form to the report: which printed number is which cell."""
