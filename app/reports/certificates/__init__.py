"""Certificates (证明、说明、承诺书) of units, of kinds that a county can change or add."""
