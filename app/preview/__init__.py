"""预览: what a file looks like, drawn in a process that can be killed."""
