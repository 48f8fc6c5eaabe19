"""What values are called in Chinese: the words that papers, lists and windows share.

Every function takes ``translate``: the window tells the same in its own language. Sentences about
errors know every capability and lie above all of them, in ``app.wording``.
"""
