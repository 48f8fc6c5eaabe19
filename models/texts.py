"""The form in which text is stored: one normal form, and nothing that hides, erases or forges."""

import re
import unicodedata

#: Controls but for tab and the line ends that word processors and forms write; half surrogates.
HIDING = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
#: Characters that turn the reading direction: embeddings, overrides and isolates.
REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def stored_text(text: str) -> str:
    """Return ``text`` in Unicode normal form C without control characters.

    Whatever was typed, pasted or guessed from a file comes through here before it is stored, so
    that no package is refused for what somebody pasted. Tabs and line ends stay.
    """
    return unicodedata.normalize("NFC", HIDING.sub("", text) if HIDING.search(text) else text)
