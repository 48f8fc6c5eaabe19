"""预览: shows a file beside the list in which it was chosen."""
