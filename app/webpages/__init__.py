"""Saved web pages: what they hold, and how they look without scripts and network."""
