"""开始: recent workspaces, a new one, an existing one."""
