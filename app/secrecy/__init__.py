"""State secrecy (涉密): which words must stay out, however they come in.

``folding`` brings words into the form that the rules are written for, ``marks`` and ``names``
decide. Whole files are looked through by ``app.mark_search``.
"""
