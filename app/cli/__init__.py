"""The command line ``juanzong``: a thin layer over the services."""
