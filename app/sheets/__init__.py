"""Sheets: the pages that the program itself prints, from the cover to the end sheet."""
