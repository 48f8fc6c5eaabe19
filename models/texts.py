"""The form in which text is stored: one normal form, without characters that hide or reorder it."""

import re
import unicodedata

#: Control characters except tab and the line ends that word processors and forms write; lone
#: surrogates.
HIDING = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
#: Characters that change the reading direction: embeddings, overrides and isolates.
REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def stored_text(text: str) -> str:
    """Return ``text`` in Unicode normal form C without control characters.

    All text that was typed, pasted or guessed from a file passes through here before it is stored.
    So no package is refused because of something that was pasted. Tabs and line ends stay.
    """
    return unicodedata.normalize("NFC", HIDING.sub("", text) if HIDING.search(text) else text)
