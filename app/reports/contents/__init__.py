"""What each paper says: rows in, values and tables out. Pure."""
