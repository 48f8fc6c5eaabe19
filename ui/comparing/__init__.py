"""Two versions of an item beside each other, for the pages that compare."""
