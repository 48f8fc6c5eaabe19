"""Style sheets without anything that they would load."""

import re

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|([^\n]))", re.IGNORECASE)
#: A drawing may load something in its turn, so only pictures of dots stay.
_LOADED = re.compile(
    r"(?:url|src|image|image-set|expression)\s*\((?!\s*['\"]?\s*(?:#|data:image/(?!svg)))[^)]*\)?",
    re.IGNORECASE,
)
_IMPORTED = re.compile(r"@(?:import|namespace)[^;{]*;?|@font-face\s*\{[^}]*\}?", re.IGNORECASE)
_TELLING = re.compile(r"\\|url|@|src|image|expression", re.IGNORECASE)


def without_loading(style: str) -> str:
    """Return a style sheet, or the style of one element, that loads nothing."""
    if not _TELLING.search(style):
        return style
    # Letters may be written as numbers, and comments may stand inside names.
    plain = _COMMENT.sub("", style)
    if "\\" in plain:
        plain = _COMMENT.sub("", _ESCAPE.sub(_letter, plain))
    return _LOADED.sub("none", _IMPORTED.sub("", plain))


def _letter(match: re.Match[str]) -> str:
    if match[1]:
        number = int(match[1], 16)
        letter = chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else ""
    else:
        letter = match[2]
    # What was quoted so that it does not end a string keeps its meaning.
    return letter if letter not in "\"'" else ""
