"""State secrecy (涉密): which files and words must stay out, for all ways in.

``folding`` brings words into the form that the rules are written for, ``marks`` and ``names``
decide, ``words`` gathers every word of a file, ``looking`` puts these together.
"""
