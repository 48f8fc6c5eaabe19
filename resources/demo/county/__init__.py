"""What 示例县 has to show, one module for each field of its work."""
