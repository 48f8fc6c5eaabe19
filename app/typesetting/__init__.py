"""Chinese text on paper: fonts by role, a fallback for each character, line breaking, drawing."""
