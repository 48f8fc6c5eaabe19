"""What a file holds and its bound pages do not show: hidden sheets, embedded files, and so on.

One module a family of formats; each reads the file itself and knows nothing of intake or
conversion. ``looking.find`` chooses among them. Intake tells the findings when a file is added,
converters tell them again beside the pages, so that files added by an earlier version are told of
too.
"""
