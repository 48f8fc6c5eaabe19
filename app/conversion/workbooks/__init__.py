"""Copies of spreadsheets as LibreOffice is to see them: values frozen, pages that can be read."""
