"""收取: files are looked at, described and filed; the inbox."""
