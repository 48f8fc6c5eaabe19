"""The demonstration material of the invented 示例县: its words, and how they become files."""
