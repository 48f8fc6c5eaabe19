"""What can change between two versions of an indicator set."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.framework.keys import PointKey


class ChangeKind(StrEnum):
    """What happened to a part of the set."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"
    ALTERED = "altered"


class SetPart(StrEnum):
    """Which part of the set a change is about."""

    INDICATOR = "indicator"
    TASK = "task"
    POINT = "point"
    RESPONSIBILITY = "responsibility"
    CATEGORY = "category"
    UNIT = "unit"
    GROUP = "group"
    STAGE = "stage"


@dataclass(frozen=True, slots=True)
class SetChange:
    """One change. ``key`` names the part ("60", "60/material_check/2", a unit's name).

    ``before`` and ``after`` are the texts; for a moved point they are its old and new keys; for an
    altered part (category, years, thresholds, aliases, deadline) its values in words and figures.
    """

    part: SetPart
    kind: ChangeKind
    key: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class FrameworkDiff:
    """Every change from ``old`` to ``new`` (references, ``code@version``), in the set's order."""

    old: str
    new: str
    changes: tuple[SetChange, ...]
    moves: Mapping[PointKey, PointKey]

    @property
    def same(self) -> bool:
        """True if nothing changed."""
        return not self.changes

    def of(self, part: SetPart, kind: ChangeKind | None = None) -> tuple[SetChange, ...]:
        """The changes of one part, of one kind if it is given."""
        return tuple(c for c in self.changes if c.part is part and kind in {None, c.kind})
