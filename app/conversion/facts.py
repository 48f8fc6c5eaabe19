"""What a PDF says about itself: how many pages it has, and its bookmarks."""

from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectSet, Pdf, String

from app.conversion.model import PdfFacts, SourceBookmark
from app.pdf.objects import entries, name_tree, text

#: More bookmarks than any person reads; a hostile file may hold millions.
_MOST_BOOKMARKS = 5000
_DEEPEST = 12
_LONGEST_TITLE = 200
_MOST_NAMES = 200_000


def read_facts(path: Path) -> PdfFacts:
    """Open a PDF and count its pages and bookmarks; to be run in a worker.

    Raises:
        pikepdf.PdfError: the file does not open.
    """
    with pikepdf.open(path) as pdf:
        return facts_of(pdf)


def facts_of(pdf: Pdf) -> PdfFacts:
    """Count the pages and read the bookmarks of an open PDF."""
    return PdfFacts(len(pdf.pages), _bookmarks(pdf))


def _bookmarks(pdf: Pdf) -> tuple[SourceBookmark, ...]:
    outlines = pdf.Root.get(Name.Outlines)
    if not isinstance(outlines, Dictionary):
        return ()
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    names = named_destinations(pdf)
    found: list[SourceBookmark] = []
    seen = ObjectSet()
    stack: list[tuple[Object | None, int]] = [(outlines.get(Name.First), 0)]
    while stack and len(found) < _MOST_BOOKMARKS:
        item, level = stack.pop()
        if not isinstance(item, Dictionary) or not seen.add(item):
            continue
        title = _title(item)
        page = _target_page(item, numbers, names)
        if title and page is not None:
            found.append(SourceBookmark(title, page, level))
        stack.append((item.get(Name.Next), level))
        if level < _DEEPEST:
            stack.append((item.get(Name.First), level + 1))
    return _without_gaps(found)


def _without_gaps(found: list[SourceBookmark]) -> tuple[SourceBookmark, ...]:
    """Lift bookmarks whose parent leads nowhere, so that each level follows the one above it."""
    lifted: list[SourceBookmark] = []
    depths: list[int] = []
    for bookmark in found:
        while depths and depths[-1] >= bookmark.level:
            depths.pop()
        lifted.append(SourceBookmark(bookmark.title, bookmark.page, len(depths)))
        depths.append(bookmark.level)
    return tuple(lifted)


def _title(item: Object) -> str:
    title = item.get(Name.Title)
    words = "".join(c if c.isprintable() else " " for c in text(title))
    return " ".join(words.split())[:_LONGEST_TITLE]


def _target_page(
    item: Object, numbers: Mapping[tuple[int, int], int], names: Mapping[str, Object]
) -> int | None:
    destination = item.get(Name.Dest)
    action = item.get(Name.A)
    if destination is None and isinstance(action, Dictionary) and action.get("/S") == Name.GoTo:
        destination = action.get(Name.D)
    if isinstance(destination, (String, Name)):
        destination = names.get(destination_key(destination))
    if isinstance(destination, Dictionary):
        destination = destination.get(Name.D)
    if not isinstance(destination, Array) or len(destination) == 0:
        return None
    page: object = destination[0]
    if isinstance(page, Dictionary):
        return numbers.get(page.objgen)
    # Some producers write the page's number where only a reference is allowed.
    return int(page) if isinstance(page, int) and 0 <= page < len(numbers) else None


def named_destinations(pdf: Pdf) -> dict[str, Object]:
    """Where each name leads: from the dictionary of old files, and from the tree of newer ones.

    ``destination_key`` gives the key of a name. Many Chinese programs write them in GB 2312.
    """
    found: dict[str, Object] = {}
    for key, target in entries(pdf.Root.get(Name.Dests)):
        found[_key(key)] = target
    names = pdf.Root.get(Name.Names)
    if isinstance(names, Dictionary):
        found.update(islice(name_tree(names.get(Name.Dests)), _MOST_NAMES))
    return found


def destination_key(target: String | Name) -> str:
    """The key of a destination's name in ``named_destinations``, in whatever encoding it is."""
    return text(target) if isinstance(target, String) else _key(bytes(target))


def _key(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")
