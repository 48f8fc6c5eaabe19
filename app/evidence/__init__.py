"""材料: an item's whole life, from filing to the recycle bin, and its lists."""
