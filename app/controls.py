"""Characters that no stored text may hold, because they hide, erase or forge what is shown."""

import re

#: Controls but for tab and the line ends that word processors and forms write; half surrogates.
HIDING = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
#: Characters that turn the reading direction: embeddings, overrides and isolates.
REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def without_controls(text: str) -> str:
    """Return ``text`` without control characters; tabs and line ends stay."""
    return HIDING.sub("", text) if HIDING.search(text) else text
