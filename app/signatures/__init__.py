"""Signing and sealing: who made a file, and who alone can read it."""
