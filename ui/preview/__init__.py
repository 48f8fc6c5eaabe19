"""预览: what a file looks like, beside the list that it was chosen from."""
