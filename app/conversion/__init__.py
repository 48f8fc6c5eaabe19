"""Conversion: every file becomes PDF pages, cached by (original, converter, version)."""
