"""PDF files for intake, findings and conversion: one way to open and to look at them."""
