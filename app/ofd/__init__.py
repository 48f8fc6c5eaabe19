"""OFD (GB/T 33190): the package and its parts, and what its pages may not show."""
