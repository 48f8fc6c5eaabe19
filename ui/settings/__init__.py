"""设置: look, filing and binding, units, folders and programs, backups, identity."""
