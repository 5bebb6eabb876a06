"""A page to grids of text cells."""
