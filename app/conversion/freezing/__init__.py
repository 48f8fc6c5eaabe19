"""Copies of documents in which changing fields are plain text, as last saved.

A field "today's date" in a letter of 2019 would come out with the day of the conversion, and a
field "file name" with the name of the copy. Both turn evidence into nonsense. One module per
format; each changes only the copy.
"""
