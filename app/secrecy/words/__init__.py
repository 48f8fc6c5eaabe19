"""Every word of a file, wherever it stands: what is hidden, small or behind the pages too."""
