"""The console front end."""
