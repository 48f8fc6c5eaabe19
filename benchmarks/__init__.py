"""Measurements of speed and memory against the usual tools (``make bench``)."""
