"""Pictures on pages: where they stand, how they are cut, and how their bytes get into a PDF."""
