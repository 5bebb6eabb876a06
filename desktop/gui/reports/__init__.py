"""The list of the open reports."""
