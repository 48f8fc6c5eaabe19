"""Marks of state secrecy looked for in whole files: every word, wherever it stands."""
