"""Many files, read and checked in worker processes."""
