"""Looking for marks of state secrecy in whole files: every word, wherever it is."""
