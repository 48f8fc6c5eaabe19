"""证据件: what is filed, as lists show it."""
