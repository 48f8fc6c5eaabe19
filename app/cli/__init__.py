"""The command line ``juanzong``: thin words around the services."""
