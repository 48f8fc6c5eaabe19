"""收件箱: files that were filed by their folder, files that wait for a place, files that failed."""
