"""Reports drawn at random in ways that were or may be read wrongly, and how they are read."""
