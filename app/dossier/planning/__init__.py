"""The plan of every volume, decided before a file is touched."""
