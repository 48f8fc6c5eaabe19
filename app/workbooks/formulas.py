"""Which formulas would change by tomorrow, and the texts that replace them."""

import re

#: Functions whose result changes by itself. OFFSET and INDIRECT only follow other cells.
_VOLATILE = re.compile(
    r"(?<![\w.])(?:_xlfn\.)?(TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO)\s*\(", re.IGNORECASE
)
_TODAY = re.compile(r"(?<![\w.])(?:TODAY|NOW)\s*\(\s*\)", re.IGNORECASE)
_QUOTED = re.compile(r'("[^"]*")')

#: What is shown where a changing value was never stored; everything computed from it shows it too.
NOT_STORED = "NA()"


def is_volatile(formula: str) -> bool:
    """Say whether a formula itself names a function that changes by itself."""
    return any(_VOLATILE.search(piece) for piece in _unquoted(formula))


def with_fixed_day(formula: str, day: float | None) -> str:
    """Put a day (Excel's serial number) where a formula asks for today's."""
    replacement = NOT_STORED if day is None else f"({int(day)})"
    pieces = _QUOTED.split(formula)
    pieces[::2] = [_TODAY.sub(replacement, piece) for piece in pieces[::2]]
    return "".join(pieces)


def _unquoted(formula: str) -> list[str]:
    return _QUOTED.split(formula)[::2]


_CODE = re.compile(r'&&|&"[^"]*"|&K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|&\d+|&.', re.DOTALL)
_CHANGING_CODES = frozenset("DTFZ")


def changing_codes(margin: str) -> int:
    """Count the codes for day, time, file name and folder in a header or footer."""
    codes = (code.group()[1:].upper() for code in _CODE.finditer(margin))
    return sum(1 for code in codes if code in _CHANGING_CODES)


def without_changing_codes(margin: str) -> str:
    """Take day, time, file name and folder (&D &T &F &Z) out of a header or footer."""
    return _CODE.sub(
        lambda code: "" if code.group()[1:].upper() in _CHANGING_CODES else code.group(), margin
    )
