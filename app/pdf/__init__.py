"""PDF files as intake, findings and conversion read them: one way to open, one way to look."""
