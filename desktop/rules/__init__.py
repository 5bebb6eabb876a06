"""A report and the rule catalogue to findings."""
