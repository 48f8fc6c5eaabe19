"""What a ``.docx`` hides from its reader (ECMA-376 part 1, 17)."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.findings.errors import NotLookedThrough
from app.findings.packages import ooxml
from app.findings.tally import FindingCounts
from app.findings.word_chunks import count_in_part
from app.findings.xml_parts import TROUBLE, ElementEdge, Package, Relationship

#: Kinds of related part that hold text which is printed.
TEXT_PARTS = frozenset({"header", "footer", "footnotes", "endnotes"})

#: Marks of a web page; a chunk bears no other sign of being one.
_WEB = re.compile(rb"<(?:!doctype|html|body|head|p|div|table|h\d|span|br)\b", re.IGNORECASE)
_ARCHIVE = re.compile(rb"^(?:mime-version|content-type|from|message-id):", re.IGNORECASE | re.M)
_TELLING = 4096

#: Chunks inside chunks inside chunks are no documents of anybody.
_DEEPEST = 3

_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"})
_GONE = frozenset({"del", "moveFrom"})
#: What a page shows without any words.
_DRAWN = frozenset({"drawing", "pict", "object", "tbl", "sym", "altChunk"})
_OFF = frozenset({"0", "false", "off"})
_WEB_PICTURE = re.compile(r"\s*(?:INCLUDEPICTURE|IMPORT)\b", re.IGNORECASE)


def look_into_word_package(path: Path, tally: FindingCounts) -> bool:
    """Look through a ``.docx``; False if a part of it cannot be read."""
    try:
        with Package(path) as package:
            tally.whole = look_into_open_package(package, tally)
            return tally.whole
    except NotLookedThrough:
        return False


def look_into_open_package(package: Package, tally: FindingCounts, depth: int = 0) -> bool:
    """The same for a package that is open already, ``depth`` documents inside another."""
    whole = True
    try:
        look_through(package, tally)
        for chunk in chunks(package, main_part(package)):
            whole &= _look_into_chunk(package, chunk, tally, depth)
    except TROUBLE:
        whole = False
    contents = ooxml(package, tally.sink)
    tally.files += contents.files
    tally.pictures += contents.pictures_not_stored
    return whole and not contents.unread


def main_part(package: Package) -> str:
    """The name of the part with the document's body. Raises one of ``TROUBLE``."""
    for link in package.relationships("").values():
        if link.kind == "officeDocument":
            return link.target
    return "word/document.xml"


def chunks(package: Package, main: str) -> Iterator[Relationship]:
    """The foreign parts whose text belongs into the body (altChunk). Raises one of ``TROUBLE``."""
    links = package.relationships(main)
    wanted = {link.identifier for link in links.values() if link.kind == "aFChunk"}
    if not wanted:
        return
    for step in package.steps(main):
        if step.name == "altChunk" and step.opens and step.attributes.get("id") in wanted:
            yield links[step.attributes["id"]]


def form_of_chunk(chunk: Relationship, package: Package) -> str:
    """The suffix of what a chunk is, "" if its text cannot be printed.

    Raises one of ``TROUBLE``.
    """
    if chunk.outside or not package.holds(chunk.target):
        return ""
    beginning = package.read(chunk.target, _TELLING)
    if beginning.startswith(b"PK"):
        return ".docx"
    if beginning.startswith(b"{\\rtf"):
        return ".rtf"
    plain = beginning.replace(b"\0", b"")
    if _ARCHIVE.search(plain):
        return ".mht"
    if _WEB.search(plain):
        return ".html"
    return ".txt" if chunk.target.lower().endswith(".txt") else ""


def _look_into_chunk(
    package: Package, chunk: Relationship, tally: FindingCounts, depth: int
) -> bool:
    form = form_of_chunk(chunk, package)
    if not form or depth >= _DEEPEST:
        return True
    data = package.read(chunk.target)
    if form != ".docx":
        count_in_part(data, form, tally)
        return True
    try:
        with Package(io.BytesIO(data)) as inner:
            return look_into_open_package(inner, tally, depth + 1)
    except NotLookedThrough:
        tally.parts_lost += 1
        return True


def look_through(package: Package, tally: FindingCounts) -> None:
    """Add to the tally what the parts of the document show. Raises one of ``TROUBLE``."""
    main = main_part(package)
    tally.parts_lost += sum(not form_of_chunk(each, package) for each in chunks(package, main))
    links = package.relationships(main).values()
    tally.parts_lost += sum(link.kind == "subDocument" for link in links)
    parts = [main, *(link.target for link in links if link.kind in TEXT_PARTS and not link.outside)]
    styles = [link.target for link in links if link.kind == "styles" and package.holds(link.target)]
    hidden = _hidden_styles(package, styles[0]) if styles else frozenset()
    for part in dict.fromkeys(parts):
        if package.holds(part):
            reader = _Reader(tally, hidden, margin=part != main)
            for step in package.steps(part):
                reader.take(step)
                # In margins and notes no chunk is printed, whatever it is.
                tally.parts_lost += step.name == "altChunk" and step.opens and part != main
    for link in links:
        if link.kind == "comments" and package.holds(link.target):
            remarks = package.steps(link.target)
            tally.comments += sum(step.name == "comment" and step.opens for step in remarks)


def _hidden_styles(package: Package, part: str) -> frozenset[str]:
    """The styles whose text does not print, with those that are based on them."""
    if b"vanish" not in package.read(part):
        return frozenset()
    own: dict[str, bool] = {}
    based: dict[str, str] = {}
    style = ""
    for step in package.steps(part):
        if step.name == "style":
            style = step.attributes.get("styleId", "") if step.opens else ""
        elif step.opens and style and step.name == "vanish":
            own[style] = _is_on(step)
        elif step.opens and style and step.name == "basedOn":
            based[style] = step.attributes.get("val", "")
    found = {name for name, on in own.items() if on}
    for name in based:
        seen, above = {name}, based.get(name, "")
        while name not in own and above and above not in seen:
            if above in own:
                found |= {name} if own[above] else set()
                break
            seen.add(above)
            above = based.get(above, "")
    return frozenset(found)


def _is_on(step: ElementEdge) -> bool:
    return step.attributes.get("val", "1").lower() not in _OFF


@dataclass(slots=True)
class _Level:
    """A paragraph or a run that is open; ``hidden`` is None where nothing says so."""

    run: bool
    hidden: bool | None = None


@dataclass(slots=True)
class _Field:
    code: str = ""
    picture: bool = False


class _Reader:
    def __init__(
        self, tally: FindingCounts, hidden_styles: frozenset[str], *, margin: bool
    ) -> None:
        self._tally, self._hidden_styles, self._margin = tally, hidden_styles, margin
        self._levels: list[_Level] = []
        self._fields: list[_Field] = []
        self._old = 0  # inside a second version for old programs, or former properties
        self._gone = 0
        self._changed = 0

    def take(self, step: ElementEdge) -> None:
        name = step.name
        if name == "Fallback" or name.endswith("PrChange"):
            self._old += 1 if step.opens else -1
        if self._old:
            return
        if name in _CHANGES:
            self._change(step)
        elif name in {"p", "r"}:
            self._level(step, run=name == "r")
        elif name == "fldSimple":
            self._field_mark("begin" if step.opens else "end", step.attributes.get("instr", ""))
        elif step.opens:
            self._opened(step)
        elif name == "t":
            level = self._levels[-1] if self._levels else _Level(run=False)
            if not self._gone:
                self._tally.text(
                    step.text,
                    hidden=bool(level.hidden),
                    changed=self._changed > 0,
                    margin=self._margin,
                )
        elif name == "instrText" and self._fields:
            self._fields[-1].code += step.text

    def _change(self, step: ElementEdge) -> None:
        direction = 1 if step.opens else -1
        self._changed += direction
        self._gone += direction if step.name in _GONE else 0
        if step.opens:
            author, day = (step.attributes.get(key, "") for key in ("author", "date"))
            self._tally.change((step.name, author, day))

    def _level(self, step: ElementEdge, *, run: bool) -> None:
        if step.opens:
            above = self._levels[-1] if run and self._levels else None
            self._levels.append(_Level(run, above.hidden if above and not above.run else None))
        elif self._levels:
            self._levels.pop()

    def _opened(self, step: ElementEdge) -> None:
        name = step.name
        if name in {"pStyle", "rStyle"} and self._levels:
            if step.attributes.get("val", "") in self._hidden_styles:
                self._levels[-1].hidden = True
        elif name == "vanish" and self._levels and self._levels[-1].run:
            self._levels[-1].hidden = _is_on(step)
        elif name == "fldChar":
            self._field_mark(step.attributes.get("fldCharType", ""))
        elif name in _DRAWN:
            self._tally.drawn = True
        if name in {"drawing", "pict", "object"}:
            for each in self._fields:
                each.picture = True

    def _field_mark(self, kind: str, code: str = "") -> None:
        if kind == "begin":
            self._fields.append(_Field(code))
        elif kind == "end" and self._fields:
            closed = self._fields.pop()
            missing = _WEB_PICTURE.match(closed.code) and not closed.picture and not self._gone
            self._tally.pictures += bool(missing)
