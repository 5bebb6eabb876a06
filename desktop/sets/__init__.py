"""Reports of several offices and years: who has reported, and what they say of each other."""
