"""身份与口令: the workspace's keys and pass-phrase, who works here, and whom one trusts."""
