"""Checking a document of a package before anything is built from it.

Python's reader hands over each object as soon as it is complete; here nothing is kept of it, so
that a document of any content needs little more memory than its text. Only what passes is then
given to pydantic.
"""

import json
import math
from collections.abc import Mapping
from typing import Any

#: More digits than any number of a record has; Python itself would refuse at 4300.
_MOST_DIGITS = 40


class DocumentRefused(ValueError):
    """The text is no JSON that can be trusted; ``field`` is where, as far as that is known."""

    def __init__(self, reason: str, field: str = "") -> None:
        super().__init__(field or reason)
        self.reason = reason
        self.field = field


class TooMany(ValueError):
    """A list of the document is longer than allowed; ``name`` is its field ("" for all objects)."""

    def __init__(self, name: str, found: int, limit: int) -> None:
        super().__init__(name)
        self.name = name
        self.found = found
        self.limit = limit


def look_through(raw: bytes, limits: Mapping[str, int], most_objects: int) -> Mapping[str, Any]:
    """Refuse what two readers could take for different things, and what is too much.

    ``limits`` says how long the list of a field may be. Returns the numbers and texts of the
    outermost object; what is nested in it is None.

    Raises:
        DocumentRefused: not UTF-8, not JSON or something behind it, a key twice, a number that is
            none, half a surrogate pair, nested too deep.
        TooMany: a list is longer than its limit, or there are more objects than ``most_objects``.
    """
    # Every object has a brace, so this many objects at most can come; braces in texts are few.
    braces = raw.count(b"{")
    if braces > most_objects:
        raise TooMany("", braces, most_objects)

    outermost: dict[str, Any] = {}

    def keep_nothing(pairs: list[tuple[str, Any]]) -> None:
        seen: set[str] = set()
        for key, value in pairs:
            if key in seen:
                raise DocumentRefused("duplicate_key", key)
            seen.add(key)
            if isinstance(value, list) and len(value) > limits.get(key, most_objects):
                raise TooMany(key, len(value), limits.get(key, most_objects))
        # Objects are complete from the inside out: the last one is the outermost.
        outermost.clear()
        outermost.update((k, v) for k, v in pairs if isinstance(v, str | int))

    try:
        text = raw.decode("utf-8")
        if (
            json.loads(
                text,
                object_pairs_hook=keep_nothing,
                parse_constant=_no_number,
                parse_int=_whole,
                parse_float=_finite,
            )
            is not None
        ):
            raise DocumentRefused("json")
    except (RecursionError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise DocumentRefused("json") from error
    return outermost


def _no_number(word: str) -> float:
    raise DocumentRefused("not_finite", word)


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise DocumentRefused("impossible_number", digits[:12])
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise DocumentRefused("not_finite", digits[:12])
    return number
