"""操作记录: who did what and when, for reading and as a file."""
