"""Copies of texts as a person chose to have them bound: changes, hidden words."""
