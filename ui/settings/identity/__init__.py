"""身份与口令: the workspace's keys and pass-phrase, its people, and trusted partners."""
