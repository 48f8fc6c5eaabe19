"""Reading a file's first pages, properties and page count, and telling whether it is sound."""
