"""预览: what a file looks like, drawn beside the program in a process that can be killed."""
