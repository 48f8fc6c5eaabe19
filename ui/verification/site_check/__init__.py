"""The panels of 实地核验."""
