"""How the sentences of ``app`` can be shown in another language.

Sentences are written in Chinese. Whoever shows them may pass a function that translates their
templates before the named fields are filled in; papers and the command line pass none.
"""

from collections.abc import Callable

Translate = Callable[[str], str]


def chinese(text: str) -> str:
    """The template as it is written."""
    return text
