"""Who this workspace is and who uses it: people, keys, pass-phrase, trust in partners."""
