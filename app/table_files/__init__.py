"""Lists that people hand in as a file (xlsx, csv, text): lines of cells of text, within limits.

What the columns are, and what is made of the lines, is for the caller to say.
"""
