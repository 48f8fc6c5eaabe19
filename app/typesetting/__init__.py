"""Chinese text on paper: fonts by role with a fallback per character, line breaking, drawing."""
