"""OFD (GB/T 33190): the package and its parts, and what in it pages may not show."""
