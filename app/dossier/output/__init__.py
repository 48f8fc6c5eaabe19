"""The folder of finished dossiers: its files, its lists, its record and its closing account."""
