"""What stands in each paper: rows in, values and tables out. Pure."""
