"""A file to pages of glyphs and rulings."""
