"""Colours of a page made for dark screens, changed so that it can be read on white paper."""

import re

_DECLARATION = re.compile(
    r"(?P<name>(?<![\w-])(?:background(?:-color)?|bgcolor|color))\s*:\s*(?P<value>[^;}{]*)(?P<end>;?)",
    re.IGNORECASE,
)
_HEX = re.compile(r"#([0-9a-f]{3,8})\b", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)", re.IGNORECASE)
_NAMED = {"white": 1.0, "snow": 0.98, "ivory": 0.98, "whitesmoke": 0.96, "black": 0.0, "navy": 0.05}

#: Words lighter than this vanish on paper; what is darker lies behind such words.
_TOO_LIGHT, _TOO_DARK = 0.75, 0.35


def readable(style: str) -> str:
    """Drop words' colours that are too light for paper, and backgrounds too dark for black."""
    return _DECLARATION.sub(_kept, style)


def _kept(found: re.Match[str]) -> str:
    light = _lightness(found["value"])
    if light is None:
        return found[0]
    if found["name"].lower() == "color":
        return "" if light > _TOO_LIGHT else found[0]
    return "" if light < _TOO_DARK else found[0]


def _lightness(value: str) -> float | None:
    """Return how light a colour is, 0 to 1; None if the value names none that is known."""
    if found := _HEX.search(value):
        digits = found[1]
        if len(digits) in {3, 4}:
            digits = "".join(2 * digit for digit in digits)
        if len(digits) < 6:
            return None
        red, green, blue = (int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4))
    elif found := _RGB.search(value):
        red, green, blue = (
            float(part[:-1]) / 100 if part.endswith("%") else float(part) / 255
            for part in found.groups()
        )
    else:
        return _NAMED.get(value.replace("!important", "").strip().lower())
    return 0.299 * red + 0.587 * green + 0.114 * blue
