"""审核: matrix, queue and one slot at a time; in a unit's workspace what was returned."""
