"""The built-in templates of papers, and the programs that drew them (``python -m``)."""
