"""Reading spreadsheets of every format, as far as printing needs it.

One reader per format gives the same ``Workbook``: which cells hold something, how they are
formatted, what is hidden and how the author wants each sheet printed. Findings and conversion
both use it.
"""
