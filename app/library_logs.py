"""Keeping the log messages of libraries away from people."""

import logging


def keep_libraries_quiet() -> None:
    """Keep what libraries log of odd files off the terminal; our own findings are returned."""
    logging.getLogger().addHandler(logging.NullHandler())
