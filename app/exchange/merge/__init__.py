"""Merging what a package brings: decided purely, previewed, applied in one transaction, undone."""
