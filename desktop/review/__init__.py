"""A report and a person's work on it: edits, and what the rules say after each."""
