"""Child processes within limits; they never live longer than this program."""
