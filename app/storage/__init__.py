"""The files that a workspace consists of: where they lie, and what may be wrong with them."""
