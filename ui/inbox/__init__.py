"""收件箱: what files itself, what waits for a place, what could not be taken in."""
