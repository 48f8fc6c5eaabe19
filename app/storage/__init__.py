"""The files of a workspace: where they lie, and what may be wrong with them."""
