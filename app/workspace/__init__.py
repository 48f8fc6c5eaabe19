"""The workspace: one folder with the database, the originals, the inbox, cache and exports."""
