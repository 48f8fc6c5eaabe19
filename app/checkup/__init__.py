"""体检: every original, row and log of a workspace is looked at; all defects are listed."""
