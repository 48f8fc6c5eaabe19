"""Rectification (整改): problems the office found, what units do about them, the register."""
