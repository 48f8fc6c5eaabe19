"""PDF originals: what keeps them out of a dossier is found and mended."""
