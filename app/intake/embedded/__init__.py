"""Files embedded in an item's files: shown, and bound by themselves if people want it."""
