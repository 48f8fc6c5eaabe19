"""Characters that pages may not show: private-use codes of old fonts, and those no font has."""

from collections.abc import Mapping

from app.problems import Problem, ProblemKind

#: So many characters are named; further ones are 等.
_MOST_NAMED = 8


def characters_not_shown(counts: Mapping[str, int]) -> Problem:
    """Tell of characters that no font has, with how often each stands there."""
    return Problem(ProblemKind.CHARACTERS_NOT_SHOWN, _named(counts))


def private_characters(counts: Mapping[str, int]) -> Problem:
    """Tell of private-use characters whose meaning no standard gives."""
    return Problem(ProblemKind.PRIVATE_CHARACTERS, _named(counts))


def _named(counts: Mapping[str, int]) -> dict[str, str | int | float | bool]:
    names = [f"{_shown(c)}U+{ord(c):04X}" for c in counts]
    more = "等" if len(names) > _MOST_NAMED else ""
    return {"count": sum(counts.values()), "characters": "、".join(names[:_MOST_NAMED]) + more}


def _shown(character: str) -> str:
    """The character before its code, unless it is one that only some computers can show."""
    return "" if is_private(character) else f"{character} "


def is_private(character: str) -> bool:
    """Say whether a character is of a private-use area, whose meaning a font decides."""
    return "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000"
