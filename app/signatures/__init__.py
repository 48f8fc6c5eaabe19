"""Signing and sealing: who made a file, and who can read it."""
