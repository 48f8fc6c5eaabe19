"""实地核验: the places that inspectors visit, and what they will look at there."""
