"""The one place that turns errors and log entries into Chinese sentences.

Each capability has a module of its own; ``errors`` brings their sentences together. What values are
called is told in ``app.names``. Every function takes ``translate``: the window tells the same in
its own language.
"""
