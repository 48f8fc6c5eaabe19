"""Which areas of a workspace a committed unit of work changed, as its log entries say. Pure.

Whoever keeps a part of the workspace in memory (the window's snapshot, a search index) reads again
only what an entry touches. The table below has every action of the log.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.eventlog import LogEntry


class Area(StrEnum):
    """A part of a workspace that is read, and so becomes out of date, by itself."""

    FACTS = "facts"  # whose workspace it is, its indicator set
    UNITS = "units"  # units, groups, responsibilities
    SETTINGS = "settings"
    STAGES = "stages"
    ITEMS = "items"  # items, where they lie, their files and findings
    FIGURES = "figures"
    EXPECTED = "expected"
    MARKS = "marks"  # what does not apply
    REVIEWS = "reviews"  # submissions and decisions
    REASONS = "reasons"  # for returning
    NOTICES = "notices"  # rectification
    STATEMENTS = "statements"  # self-check
    NOTES = "notes"  # what the tools of the methods have noted
    PACKAGES = "packages"
    DOSSIERS = "dossiers"
    KEYS = "keys"
    PEOPLE = "people"
    PARTNERS = "partners"


@dataclass(frozen=True, slots=True)
class Changed:
    """What was changed.

    Attributes:
        areas: the areas in which anything changed.
        items: the ids of the items that changed.
        placements: the ids of placements whose items changed.
        contents: the addresses of originals whose items changed.
        all_items: any item may have changed.
    """

    areas: frozenset[Area] = frozenset()
    items: frozenset[str] = frozenset()
    placements: frozenset[str] = frozenset()
    contents: frozenset[str] = frozenset()
    all_items: bool = False

    def __or__(self, other: "Changed") -> "Changed":
        """Both changes together."""
        return Changed(
            self.areas | other.areas,
            self.items | other.items,
            self.placements | other.placements,
            self.contents | other.contents,
            self.all_items or other.all_items,
        )

    def touches(self, *areas: Area) -> bool:
        """True if one of these areas changed."""
        return not self.areas.isdisjoint(areas)


NOTHING = Changed()
EVERYTHING = Changed(frozenset(Area), all_items=True)

#: How every action of a method's tool begins.
NOTED = "noted."

_ITEMS = frozenset({Area.ITEMS})


def changed_by(entries: Iterable["LogEntry"]) -> Changed:
    """What the entries of a committed unit of work say that it changed.

    An action that the table does not have may have changed anything.
    """
    found = [_touched(entry) for entry in entries]
    nothing: frozenset[str] = frozenset()
    return Changed(
        frozenset(area for one in found for area in one.areas),
        nothing.union(*(one.items for one in found)),
        nothing.union(*(one.placements for one in found)),
        nothing.union(*(one.contents for one in found)),
        any(one.all_items for one in found),
    )


def _touched(entry: "LogEntry") -> Changed:
    if entry.action.startswith(NOTED):
        return Changed(frozenset({Area.NOTES}))
    return TOUCHED.get(entry.action, _everything)(entry)


def _everything(_entry: "LogEntry") -> Changed:
    return EVERYTHING


def _areas(*areas: Area) -> Callable[["LogEntry"], Changed]:
    changed = Changed(frozenset(areas))
    return lambda _entry: changed


def _item(entry: "LogEntry") -> Changed:
    return Changed(_ITEMS, items=frozenset({entry.subject}))


def _every_item(_entry: "LogEntry") -> Changed:
    return Changed(_ITEMS, all_items=True)


def _content(entry: "LogEntry") -> Changed:
    return Changed(_ITEMS, contents=frozenset({entry.subject}))


def _reordered(entry: "LogEntry") -> Changed:
    placements = entry.data["placements"]
    assert isinstance(placements, list)
    return Changed(_ITEMS, placements=frozenset(placements))


#: What an entry says was changed, by its action.
TOUCHED: Mapping[str, Callable[["LogEntry"], Changed]] = {
    "workspace.created": _everything,
    "workspace.given": _everything,
    "workspace.recovered": _everything,
    "workspace.restored": _everything,
    "workspace.content_accepted": _everything,
    "framework.moved": _everything,
    "package.merged": _everything,
    "package.undone": _everything,
    "settings.changed": _areas(Area.SETTINGS),
    "stages.changed": _areas(Area.STAGES),
    # The board tells who owes what.
    "obligations.changed": _areas(Area.UNITS, Area.REVIEWS),
    "unit.added": _areas(Area.UNITS),
    # Items, figures and marks are read with the names of their units.
    "unit.renamed": _everything,
    "unit.alias_added": _areas(Area.UNITS),
    "unit.alias_removed": _areas(Area.UNITS),
    "unit.contact_changed": _areas(Area.UNITS),
    "unit.retired": _areas(Area.UNITS),
    "unit.revived": _areas(Area.UNITS),
    "group.joined": _areas(Area.UNITS),
    "group.left": _areas(Area.UNITS),
    "group.reordered": _areas(Area.UNITS),
    "group.changed": _areas(Area.UNITS),
    "item.attached": _item,
    "item.edited": _item,
    "item.answered": _item,
    "item.revised": _item,
    "item.reverted": _item,
    "item.looked_through": _item,
    "item.finding_dismissed": _item,
    "item.finding_raised_again": _item,
    "item.binding_chosen": _item,
    "item.pages_set": _item,
    "item.photos_described": _item,
    "item.looks_alike": _item,
    "item.file_added": _item,
    "item.file_removed": _item,
    "item.files_arranged": _item,
    "item.placed": _item,
    "item.moved": _item,
    "item.displaced": _item,
    "item.years_chosen": _item,
    "item.removed": _item,
    "item.restored": _item,
    "placements.reordered": _reordered,
    "binding.arranged": _every_item,
    "original.mended": _content,
    "secrecy.cleared": _item,
    "secrecy.wiped": _item,
    "secrecy.dealt_with": _areas(),  # files that were never taken in
    "figure.stated": _areas(Area.FIGURES),
    "figure.withdrawn": _areas(Area.FIGURES),
    "checklists.changed": _areas(Area.EXPECTED),
    "point.complete": _areas(Area.EXPECTED),
    "point.incomplete": _areas(Area.EXPECTED),
    "mark.set": _areas(Area.MARKS),
    "mark.withdrawn": _areas(Area.MARKS),
    "slot.submitted": _areas(Area.REVIEWS),
    "slot.withdrawn": _areas(Area.REVIEWS),
    "review.accepted": _areas(Area.REVIEWS),
    "review.returned": _areas(Area.REVIEWS),
    "review.taken_back": _areas(Area.REVIEWS),
    "review.reinstated": _areas(Area.REVIEWS),
    "reason.added": _areas(Area.REASONS),
    "reason.changed": _areas(Area.REASONS),
    "notice.opened": _areas(Area.NOTICES),
    "notice.edited": _areas(Area.NOTICES),
    "notice.replied": _areas(Area.NOTICES),
    "notice.reply_withdrawn": _areas(Area.NOTICES),
    "notice.closed": _areas(Area.NOTICES),
    "notice.sent_back": _areas(Area.NOTICES),
    "notice.reopened": _areas(Area.NOTICES),
    "notice.removed": _areas(Area.NOTICES),
    "notice.restored": _areas(Area.NOTICES),
    "selfcheck.stated": _areas(Area.STATEMENTS),
    "selfcheck.withdrawn": _areas(Area.STATEMENTS),
    "package.made": _areas(Area.PACKAGES),
    "generation.begun": _areas(Area.PACKAGES),
    "dossier.compiled": _areas(Area.DOSSIERS),
    "dossier.printed": _areas(Area.DOSSIERS),
    "dossier.named": _areas(Area.DOSSIERS),
    "identity.made": _areas(Area.KEYS),
    "identity.protected": _areas(Area.KEYS),
    "identity.unprotected": _areas(Area.KEYS),
    "identity.saved": _areas(),
    "identity.restored": _areas(Area.KEYS),
    "person.added": _areas(Area.PEOPLE),
    "person.changed": _areas(Area.PEOPLE),
    "person.retired": _areas(Area.PEOPLE),
    "trust.confirmed": _areas(Area.PARTNERS),
    "trust.sealing_key": _areas(Area.PARTNERS),
    "trust.revoked": _areas(Area.PARTNERS),
}
