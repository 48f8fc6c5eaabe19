"""What an OpenDocument text or slide show hides from its reader, zipped or flat (XML)."""

from collections.abc import Iterator
from pathlib import Path

from app.findings.errors import NotLookedThrough
from app.findings.packages import Contents, OpenDocumentReader, opendocument
from app.findings.tally import FindingCounts
from app.findings.xml_parts import LARGEST_PART, TROUBLE, ElementEdge, Package, steps

_ZIP = b"PK"
_CHANGES = frozenset({"insertion", "deletion"})
_TEXTS = frozenset({"p", "h", "span", "a"})


def look_into_open_document(path: Path, tally: FindingCounts) -> bool:
    """Look through an ``.odt``, ``.odp``, ``.fodt`` or ``.fodp``; False if a part is unreadable.

    Raises:
        OSError: the operating system does not let it be read.
    """
    with path.open("rb") as file:
        packed = file.read(2) == _ZIP
    try:
        contents = _packed(path, tally) if packed else _flat(path, tally)
    except NotLookedThrough:
        return False
    tally.files += contents.files
    tally.pictures += contents.pictures_not_stored
    return not contents.unread


def _packed(path: Path, tally: FindingCounts) -> Contents:
    reader = _Reader()
    with Package(path) as package:
        contents = opendocument(package, tally.sink)
        for part in ("styles.xml", "content.xml"):
            if not package.holds(part):
                continue
            try:
                for step in package.steps(part):
                    reader.take(step, tally)
            except TROUBLE:
                contents.unread = True
    return contents


def _flat(path: Path, tally: FindingCounts) -> Contents:
    reader, contents = _Reader(), Contents(sink=tally.sink)
    frames = OpenDocumentReader(contents)
    try:
        with path.open("rb") as file:
            for step in _bounded(path, steps(file)):
                reader.take(step, tally)
                frames.take(step)
    except TROUBLE:
        contents.unread = True
    return contents


def _bounded(path: Path, walk: Iterator[ElementEdge]) -> Iterator[ElementEdge]:
    if path.stat().st_size > LARGEST_PART:
        raise ValueError(path)
    return walk


class _Reader:
    """Counts changes, remarks and hidden text, and notes which slides are shown."""

    def __init__(self) -> None:
        self._style = ""
        self._hidden_styles: set[str] = set()
        self._hidden_pages: set[str] = set()
        self._in_changes = 0
        self._aside = 0  # inside remarks, and notes of slides
        self._hiding: list[bool] = []

    def take(self, step: ElementEdge, tally: FindingCounts) -> None:
        """Look at one more element."""
        name = step.name
        if name == "style":
            self._define(step)
        elif name in {"text-properties", "drawing-page-properties"}:
            self._describe(step)
        elif name == "tracked-changes":
            self._in_changes += 1 if step.opens else -1
        elif self._in_changes:
            if name in _CHANGES and step.opens:
                tally.changes += 1
        elif name in {"annotation", "notes"}:
            self._aside += 1 if step.opens else -1
            tally.comments += name == "annotation" and step.opens
        elif name == "page" and step.opens:
            tally.slides.append(step.attributes.get("style-name") not in self._hidden_pages)
        elif not self._aside:
            self._text(step, tally)

    def _define(self, step: ElementEdge) -> None:
        self._style = step.attributes.get("name", "") if step.opens else ""
        if not step.opens:
            return
        # Text and page headers each have styles of their own, under the same names.
        self._hidden_styles.discard(self._style)
        self._hidden_pages.discard(self._style)
        parent = step.attributes.get("parent-style-name")
        if parent in self._hidden_styles:
            self._hidden_styles.add(self._style)

    def _describe(self, step: ElementEdge) -> None:
        if not step.opens or not self._style:
            return
        display = step.attributes.get("display")
        if display == "none":
            self._hidden_styles.add(self._style)
        elif display is not None:
            self._hidden_styles.discard(self._style)
        if step.attributes.get("visibility") == "hidden":
            self._hidden_pages.add(self._style)

    def _text(self, step: ElementEdge, tally: FindingCounts) -> None:
        name, given = step.name, step.attributes
        if name == "hidden-text":
            if step.opens and given.get("is-hidden", "true") != "false":
                tally.text(given.get("string-value", ""), hidden=True)
        elif name == "hidden-paragraph" and step.opens:
            if given.get("is-hidden", "true") != "false" and self._hiding:
                self._hiding[-1] = True
        elif name == "section":
            self._nest(step, hides=given.get("display") == "none" or _is_hidden(step))
        elif name in _TEXTS:
            if not step.opens:
                tally.text(step.text, hidden=self._hides)
            self._nest(step, hides=given.get("style-name") in self._hidden_styles)
        elif not step.opens and self._hiding:
            tally.text(step.text, hidden=self._hides)

    @property
    def _hides(self) -> bool:
        return any(self._hiding)

    def _nest(self, step: ElementEdge, *, hides: bool) -> None:
        if step.opens:
            self._hiding.append(hides)
        elif self._hiding:
            self._hiding.pop()


def _is_hidden(step: ElementEdge) -> bool:
    given = step.attributes
    return given.get("display") == "condition" and given.get("is-hidden") == "true"
