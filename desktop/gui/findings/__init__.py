"""The list of what the rules say about a report."""
