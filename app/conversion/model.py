"""What conversion takes and gives."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar, Protocol, Self

from app.filekind import FileKind, FileType
from app.jobs import JobContext
from app.page_setup import AS_THEY_ARE, PageSetup
from app.problems import Problem, ProblemKind

#: What is on the pages as soon as a person chose that hidden content should be.
_SHOWN_WITH_HIDDEN = frozenset(
    {
        ProblemKind.HIDDEN_TEXT,
        ProblemKind.HIDDEN_SLIDES,
        ProblemKind.HIDDEN_SHEETS,
        ProblemKind.HIDDEN_ROWS,
        ProblemKind.FILTERED_ROWS,
        ProblemKind.HIDDEN_COLUMNS,
    }
)


class Changes(StrEnum):
    """How a text with tracked changes (修订) is bound."""

    ACCEPTED = "accepted"  # as if every change had been accepted
    MARKED = "marked"  # with the marks, as the text stands


@dataclass(frozen=True, slots=True)
class BindingChoices:
    """What a person chose about content that may be bound in more than one way.

    Attributes:
        changes: how tracked changes are shown.
        comments: comments (批注) are printed in the margin.
        hidden: hidden text, sheets, rows, columns and slides are printed too.
    """

    changes: Changes = Changes.ACCEPTED
    comments: bool = False
    hidden: bool = False

    #: What they are called where a revision keeps them, beside other things.
    KEYS: ClassVar[frozenset[str]] = frozenset({"changes", "comments", "hidden"})

    @property
    def key(self) -> str:
        """Name the choices in cache keys; "" for the usual ones."""
        parts = (
            self.changes.value if self.changes is not Changes.ACCEPTED else "",
            "comments" if self.comments else "",
            "hidden" if self.hidden else "",
        )
        return "+".join(filter(None, parts))

    def answers(self, kind: ProblemKind) -> bool:
        """True if what a finding of this kind misses is on the pages by these choices."""
        match kind:
            case ProblemKind.TRACKED_CHANGES:
                return self.changes is Changes.MARKED
            case ProblemKind.COMMENTS:
                return self.comments
            case _:
                return self.hidden and kind in _SHOWN_WITH_HIDDEN

    def stored(self) -> dict[str, Any]:
        """The choices in the form in which a revision keeps them: only what is unusual."""
        found: dict[str, Any] = {}
        if self.changes is not Changes.ACCEPTED:
            found["changes"] = self.changes.value
        if self.comments:
            found["comments"] = True
        if self.hidden:
            found["hidden"] = True
        return found

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Self:
        """The choices out of the form in which a revision keeps them."""
        return cls(
            Changes(stored.get("changes", Changes.ACCEPTED)),
            bool(stored.get("comments")),
            bool(stored.get("hidden")),
        )


#: The choices of whoever chose nothing.
USUAL = BindingChoices()

#: Kinds of file about which there is something to choose.
CHOOSABLE = frozenset({FileKind.WORD, FileKind.SHEET, FileKind.SLIDES})


@dataclass(frozen=True, slots=True)
class Source:
    """One original to be shown as PDF pages.

    Attributes:
        sha256: the content's address, lower-case hex.
        path: where the bytes lie; never written to. Its name has no suffix.
        name: the file's own name, with its suffix, for messages and for register sheets.
        file_type: what intake found the content to be.
        size: bytes.
        choices: how a person wants its content bound.
        pages: how a person set up its pages.
    """

    sha256: str
    path: Path
    name: str
    file_type: FileType
    size: int
    choices: BindingChoices = USUAL
    pages: PageSetup = AS_THEY_ARE

    @property
    def key(self) -> str:
        """Names the pages that are wanted: the content, and how it is to be bound."""
        return source_key(self.sha256, self.choices, self.pages)

    @property
    def plain(self) -> Self:
        """The same with its pages as they are made of the content, before they are arranged."""
        return replace(self, pages=self.pages.making) if self.pages.arranges else self


def source_key(sha256: str, choices: BindingChoices, pages: PageSetup = AS_THEY_ARE) -> str:
    """Name the pages of some content bound in some way; the content's address as a rule."""
    return "+".join(filter(None, (sha256, choices.key, pages.key)))


class RenditionOrigin(StrEnum):
    """Where the pages of a rendition come from."""

    ORIGINAL = "original"  # the original is a sound PDF; its own pages
    REPAIRED = "repaired"  # a PDF that had to be mended, unlocked or flattened
    CONVERTED = "converted"  # made from another format
    REGISTER_SHEET = "register_sheet"  # a sheet that stands for what cannot be printed


@dataclass(frozen=True, slots=True)
class SourceBookmark:
    """A bookmark of the file's own: title, zero-based page, depth (0 is the top)."""

    title: str
    page: int
    level: int


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What is known of a PDF after it has been opened: its pages and its own bookmarks."""

    page_count: int
    bookmarks: tuple[SourceBookmark, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendition:
    """The PDF pages that stand for an original.

    ``path`` is a PDF that opens without a password, has exactly ``page_count`` pages, no form,
    no script and no action that starts a program; it may be the original itself.
    ``notes`` are the non-blocking problems that the end sheet reports (repaired, rasterised …).
    """

    sha256: str
    path: Path
    page_count: int
    origin: RenditionOrigin
    converter: str
    bookmarks: tuple[SourceBookmark, ...] = ()
    notes: tuple[Problem, ...] = ()
    copy_beside: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an original has no pages of its own; ``problem`` is blocking."""

    sha256: str
    problem: Problem


Outcome = Rendition | Failure


@dataclass(frozen=True, slots=True)
class ConversionSettings:
    """What a person may set about conversion.

    Attributes:
        office_program: the LibreOffice program, or None to look in its usual places.
        seconds_per_megabyte: how much longer a file may take for each MB of its size.
        base_seconds: how long any one file may take at least.
        photos_per_page: 1, 2 or 4; how many photos share a page.
    """

    office_program: Path | None = None
    seconds_per_megabyte: float = 5.0
    base_seconds: float = 60.0
    photos_per_page: int = 1


@dataclass(frozen=True, slots=True)
class Made:
    """What a converter wrote for one source, before the service has checked it.

    ``target`` is the order's target, or the source itself if its own pages will do. ``facts`` may
    hold what the converter saw when it opened the finished PDF; else the service opens it.
    """

    target: Path
    origin: RenditionOrigin
    expected_pages: int | None = None
    notes: tuple[Problem, ...] = ()
    copy_beside: bool = False
    facts: PdfFacts | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """One source and the file its PDF is to be written to."""

    source: Source
    target: Path


class Converter(Protocol):
    """Turns originals of some kinds into PDF; may take many at once.

    ``convert`` yields one result per order, in any order of completion: what was made, or why
    not. It raises nothing but ``Cancelled``; it never touches a source and writes nothing outside
    the targets and ``work``.
    """

    name: ClassVar[str]
    version: ClassVar[str]
    kinds: ClassVar[frozenset[FileKind]]
    batch_size: ClassVar[int]

    def variant(self, source: Source) -> str:
        """Name what the pages depend on besides the bytes, "" if nothing; part of the cache key."""
        ...

    def convert(
        self, orders: Sequence[Order], work: Path, job: JobContext
    ) -> Iterable[tuple[Order, Made | Problem]]:
        """Write the PDF of each order's source to its target."""
        ...


@dataclass(frozen=True, slots=True)
class ConversionReport:
    """The outcomes of one run by ``Source.key``, and how many came from the cache."""

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    from_cache: int = 0


@dataclass(frozen=True, slots=True)
class PhotoEntry:
    """A photo and the words below it.

    Attributes:
        path: where it lies.
        caption: what it is called.
        file_type: what it is.
        turn: by how many degrees it is turned clockwise.
        number: the number that is printed before its title; 0 for none.
        details: the other elements, name and content each.
        told_last: the last of them has a paragraph of its own.
    """

    path: Path
    caption: str
    file_type: FileType
    turn: int = 0
    number: int = 0
    details: tuple[tuple[str, str], ...] = ()
    told_last: bool = False
