"""What packages carry: records, bounds of their values, and reading them from the database."""
