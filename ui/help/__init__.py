"""Help inside the window: the manual, the keys, the methods, a first tour."""
