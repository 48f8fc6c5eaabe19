"""Reading a file's first pages, properties and page count, and whether it is sound."""
