"""收取: looking at files and taking them in; the inbox."""
