"""Names of counties, units, persons and stages: one rule for all names that are typed.

A name is text on one line that a reader sees as a whole. Markup, quotation marks and names that
Windows keeps for itself are names like others: they are shown as their letters, and
``app.paths.legal_name`` makes file names of them. Names that an earlier version stored are not
looked at again.
"""

import unicodedata

from app.errors import NamedThing, NameFault, NameUnfit
from app.gbk_private import with_standard_codes
from app.visible_text import visible

#: The most characters, by what bears the name. Sixty Chinese characters fit any file system.
LONGEST = {
    NamedThing.COUNTY: 60,
    NamedThing.UNIT: 60,
    NamedThing.PERSON: 40,
    NamedThing.DUTY: 100,
    NamedThing.CONTACT: 100,
    NamedThing.STAGE: 100,
    NamedThing.REASON: 200,
    NamedThing.CASE_TITLE: 100,
    NamedThing.TEXT_SOURCE: 200,
    NamedThing.RETENTION: 20,
}
#: One character is enough unless more is said: 王.
_LEAST = {
    NamedThing.UNIT: 2,
    NamedThing.DUTY: 0,
    NamedThing.CONTACT: 0,
    NamedThing.CASE_TITLE: 0,
    NamedThing.TEXT_SOURCE: 0,
    NamedThing.RETENTION: 0,
}
#: A unit named by digits only would be taken for a number in a list.
_NO_NUMBERS = {NamedThing.UNIT}
_SHOWN = 40


def name_fault(text: str, thing: NamedThing) -> NameFault | None:
    """Say why a name does not do; None if it does. White space around it does not matter."""
    name = _normal(text)
    folded = "".join(unicodedata.normalize("NFKC", name).split())
    if not folded and least(thing):
        return NameFault.EMPTY
    if visible(name) != with_standard_codes(name):
        return NameFault.UNSEEN
    if len(folded) < least(thing):
        return NameFault.SHORT
    if len(name) > LONGEST[thing]:
        return NameFault.LONG
    if thing in _NO_NUMBERS and folded.isdecimal():
        return NameFault.NUMBER
    return None


def demand_name(text: str, thing: NamedThing) -> str:
    """Return a name as it is stored: NFC, without white space around it.

    Raises:
        NameUnfit: it says what is wrong with it.
    """
    fault = name_fault(text, thing)
    if fault is not None:
        shown = visible(text).strip()
        shown = shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"
        raise NameUnfit(thing, shown, fault, least(thing), LONGEST[thing])
    return _normal(text)


def demand_line(text: str, thing: NamedThing) -> str:
    """The same for what is often pasted: line ends become spaces, what nobody sees goes.

    Raises:
        NameUnfit: it is too long, or empty where it must not be.
    """
    return demand_name(" ".join(visible(text).split()), thing)


def least(thing: NamedThing) -> int:
    """How many characters a name has at least."""
    return _LEAST.get(thing, 1)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()
