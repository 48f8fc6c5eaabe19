"""存疑: what the bound pages do not show of an item; it is shown there, and a person judges it."""
