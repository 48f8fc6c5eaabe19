"""The one place where errors and log entries become Chinese sentences.

Each capability has a module of its own; ``errors`` brings their sentences together. What values are
called is told in ``app.names``. Every function takes ``translate``: the window tells the same in
its own language.
"""
