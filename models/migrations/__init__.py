"""Numbered changes of the database, each frozen: they never import today's models."""
