"""材料库: every item in one table, with its places, its revisions and the recycle bin."""
