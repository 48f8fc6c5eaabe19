"""Merging a package: decided purely, previewed, applied in one transaction, undone."""
