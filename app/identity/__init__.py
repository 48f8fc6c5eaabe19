"""Who this workspace is and who sits at it: people, keys, pass-phrase, trust in partners."""
