"""The watched folder 收件箱: what files itself, what waits for a person, what was wiped."""
