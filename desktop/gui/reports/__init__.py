"""The reports on the desk: opened, read, listed, edited."""
