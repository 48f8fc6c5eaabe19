"""存疑: what bound pages do not show of an item, told beside it and judged by a person."""
