"""What a reader returns, and how it says that a file cannot be read."""

from dataclasses import dataclass, field

from app.guessing.guess import FileWords, Properties
from app.guessing.web_origins import PageMarks
from app.photos.facts import PhotoFacts
from app.problems import Problem, ProblemKind

#: About one printed page of characters; text beyond it is "following".
FIRST_PAGE_CHARS = 1800
#: How much text is read at most: enough to meet the signature of any usual document.
MOST_CHARS = 30_000


@dataclass(frozen=True, slots=True)
class Reading:
    """The words, properties and page count of a file, with what is wrong with it.

    ``marks`` are what a saved page says of where it was, ``edges`` the lines at the top and the
    bottom of a printed page.
    ``photo`` is what a photo says of itself; None for everything else.
    """

    pages: FileWords = field(default_factory=FileWords)
    properties: Properties = field(default_factory=Properties)
    page_count: int | None = None
    problems: tuple[Problem, ...] = ()
    marks: PageMarks | None = None
    edges: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    photo: PhotoFacts | None = None


class Unreadable(Exception):
    """The content cannot be read; ``kind`` says whether it is damaged or locked."""

    def __init__(self, kind: ProblemKind = ProblemKind.DAMAGED) -> None:
        super().__init__(kind.value)
        self.kind = kind


def paged(text: str, *, margins: str = "", official: bool = True) -> FileWords:
    """Divide running text at its first page break, or after a page's worth of characters.

    Where nothing marks the pages, the cut falls on the end of a line.
    """
    text = text[:MOST_CHARS]
    first, broken, following = text.partition("\f")
    if not broken or len(first) > 2 * FIRST_PAGE_CHARS:
        cut = text.find("\n", FIRST_PAGE_CHARS)
        cut = cut if cut >= 0 else len(text)
        first, following = text[:cut], text[cut:]
    if not first.strip():
        first, following = following, ""
    return FileWords(
        first=first, following=following, margins=margins[:MOST_CHARS], official=official
    )
