"""Photos as archives know them: six elements of each, what EXIF tells, and which look alike."""
