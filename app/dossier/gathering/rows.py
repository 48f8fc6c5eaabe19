"""What the plan is made from: frozen rows, read from the database beforehand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.conversion.model import RenditionOrigin, SourceBookmark
from app.problems import Problem
from app.sheets.content import FigureLine, NoteForm, NoteLine, PointLine, UnitLine
from app.web_origin import NOWHERE, WebOrigin


@dataclass(frozen=True, slots=True)
class PieceFile:
    """An original as the manifest names it; ``bound_as`` names how a person wanted it bound."""

    name: str
    sha256: str
    sm3: str
    size: int
    bound_as: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """The pages of one file of an item, or the reason why it has none.

    Attributes:
        key: names the rendition; equal keys have equal pages.
        files: the originals shown; several only where photos share sheets.
        page_count: pages of the rendition; 0 with a ``problem``.
        problem: why the file has no pages; a placeholder sheet will say so.
        origin: where the pages come from; None with a ``problem``.
        notes: what the end sheet tells about the pages.
        bookmarks: the file's own, nested below the item's.
        replaced: the main file that could not be converted, if this is its printed companion.
        copy_beside: the original goes beside the dossier (a register sheet stands for it).
        follows: it stands on the page of the item before it, and has none of its own.
    """

    key: str
    files: tuple[PieceFile, ...]
    page_count: int
    problem: Problem | None = None
    origin: RenditionOrigin | None = None
    notes: tuple[Problem, ...] = ()
    bookmarks: tuple[SourceBookmark, ...] = ()
    replaced: PieceFile | None = None
    copy_beside: bool = False
    follows: bool = False


@dataclass(frozen=True, slots=True)
class PlanItem:
    """An item (件) at one of its places: under an indicator's task, for a unit.

    ``revision`` is what makes two rows the same evidence; ``date`` is ISO, whole or cut short;
    ``returned``: the office returned it as it is. ``number`` is its 编号 at this place, ``point``
    the point that it is for, ``placement`` the id of the place, ``origin`` where on the web it was
    seen, ``case`` the case file that it is a piece of, as catalogues name it.
    """

    revision: str
    indicator: str
    task_code: str
    unit: str
    title: str
    doc_number: str
    issuer: str
    date: str
    pieces: tuple[Piece, ...]
    copies: int = 1
    remark: str = ""
    returned: bool = False
    number: str = ""
    point: int | None = None
    placement: str = ""
    origin: WebOrigin = NOWHERE
    case: str = ""


@dataclass(frozen=True, slots=True)
class PlanTask:
    """A verification task with the state of its points, and the figures stated for them.

    ``method`` is the identifier of its method, "" without one; ``terms`` are what it demands
    beside: deadline, themes of years, weight, scoring.
    """

    code: str
    name: str
    method: str
    requirement: str
    points: tuple[PointLine, ...]
    figures: tuple[FigureLine, ...] = ()
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanIndicator:
    """An indicator; ``ordinal`` is its place in the indicator set, from 1.

    ``figures`` are those for demands of the statement. ``share`` names the units that the state of
    the points is about; empty for all. ``title`` and ``retention`` are the 案卷题名 and 保管期限
    that the office set for its case file, "" without one. ``source`` is the whole line that says
    where the wording is from.
    """

    code: str
    ordinal: int
    heading: str
    category: str
    statement: str
    tasks: tuple[PlanTask, ...]
    units: tuple[UnitLine, ...]
    source: str
    figures: tuple[FigureLine, ...] = ()
    share: tuple[str, ...] = ()
    title: str = ""
    retention: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is known and does not go in, and why (for the ledger).

    ``method`` is "" where the task has none. ``failed``: it should go in and cannot;
    ``sha256`` then names the file. ``number`` is the 编号 of its item at this place.
    """

    file_name: str
    indicator: str
    unit: str
    method: str
    reason: str
    failed: bool = False
    sha256: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class PlanMark:
    """What does not apply to a unit, and why; ``task`` is the task's name, ``method`` as above."""

    indicator: str
    task: str
    method: str
    point: int | None
    unit: str
    reason: str


@dataclass(frozen=True, slots=True)
class PlanRows:
    """All rows of a compile, in the order in which they are to be bound within a task.

    ``marks`` are what does not apply, in the order of the indicators. ``methods`` are the names of
    the verification methods by their identifiers, "" for tasks without one. ``notes`` are the
    lines of the tools' sheets, a unit's together.
    """

    title: str  # what a dossier over everything is called
    indicators: tuple[PlanIndicator, ...]
    units: tuple[str, ...]  # in their registered order
    items: tuple[PlanItem, ...]
    left_out: tuple[LeftOut, ...] = ()
    marks: tuple[PlanMark, ...] = ()
    methods: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[tuple[NoteForm, NoteLine], ...] = ()
