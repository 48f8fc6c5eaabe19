"""Taking in files by a list."""
