"""What several pages use of the open workspace; plain widgets lie in ``ui.widgets``."""
