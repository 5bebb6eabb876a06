"""Built-in checks: what cannot be said as sums. Each registers itself by name."""
