"""What values are called in Chinese, for papers, lists and windows.

Every function takes ``translate``: the window tells the same in its own language. Sentences about
errors know every capability and lie above all of them, in ``app.wording``.
"""
