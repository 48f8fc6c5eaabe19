"""OFD (GB/T 33190) drawn on PDF pages."""
