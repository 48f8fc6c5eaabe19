"""The window in other languages, and the program that keeps the files (``python -m``)."""
