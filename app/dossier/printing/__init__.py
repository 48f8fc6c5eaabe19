"""打印计划: what to print of the finished volumes, on which paper, how often."""
