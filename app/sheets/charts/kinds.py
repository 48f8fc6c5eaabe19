"""What charts show; everything is a count, and shares are computed from counts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A label, and how many there are of it."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """Lying bars, one below the other.

    ``of`` is the number that shares are computed from, such as all valid answers. Without it
    only counts are told.
    """

    title: str
    bars: tuple[Bar, ...]
    of: int | None = None


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """One bar of a scale: how many chose each step."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StackedBars:
    """Bars of 100 % each, divided by the steps of a scale, with a table of the counts below."""

    title: str
    steps: tuple[str, ...]
    rows: tuple[ScaleRow, ...]


@dataclass(frozen=True, slots=True)
class Histogram:
    """Standing bars side by side, from the lowest class to the highest.

    ``line_before`` is the place of the class before which a dashed line stands, with
    ``line_label`` (合格线).
    """

    title: str
    classes: tuple[Bar, ...]
    line_before: int | None = None
    line_label: str = ""


Chart = BarChart | StackedBars | Histogram
