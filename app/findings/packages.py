"""Files inside OOXML and OpenDocument packages, and pictures that are not in them.

Finders of all formats that are such packages use this: text documents, workbooks, slides.
"""

import io
import posixpath
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import quoteattr

from app.findings.embedded import (
    MOST_OBJECT,
    EmbeddedFile,
    ObjectHint,
    Sink,
    dropped,
    embedded_file,
    tidy_name,
)
from app.findings.errors import NotLookedThrough
from app.findings.xml_parts import TROUBLE, ElementEdge, Package
from app.problems import Problem, ProblemKind, listed

#: Beyond so many objects or parts the rest goes unread.
_MOST_OBJECTS = 500
_MOST_PARTS = 3000

_OBJECTS = frozenset({"oleObject", "package"})
_FILMS = frozenset({"media", "video"})
_OBJECT_ELEMENTS = frozenset({"OLEObject", "oleObj", "oleObject", "objectEmbed"})
_PICTURE_ELEMENTS = frozenset({"blip", "imagedata"})
_PICTURE_LINKS = ("embed", "link", "id", "pict", "href")

_MANIFEST = "META-INF/manifest.xml"
_NUMBERED = re.compile(r"oleObject(\d*)\.bin", re.IGNORECASE)
_ODF_DRAWN = re.compile(r"opendocument\.(?:chart|formula|graphics|image)")
_ODF_SUFFIXES = {"text": ".odt", "spreadsheet": ".ods", "presentation": ".odp"}


def look_into(path: Path) -> tuple[Problem, ...]:
    """Both kinds of finding for an OOXML or OpenDocument package.

    Raises:
        NotLookedThrough: a part of it cannot be read.
    """
    with Package(path) as package:
        return look_into_package(package)


def look_into_package(package: Package) -> tuple[Problem, ...]:
    """The same for a package that is open already."""
    contents = opendocument(package) if package.holds("content.xml") else ooxml(package)
    found = (*embedded_problem(contents.files), *pictures_problem(contents.pictures_not_stored))
    if contents.unread:
        raise NotLookedThrough(found)
    return found


def embedded_problem(names: Iterable[str]) -> tuple[Problem, ...]:
    """The finding that tells of embedded files; none if there are none."""
    named = list(names)
    if not named:
        return ()
    kind = ProblemKind.ATTACHMENTS_NOT_CARRIED
    return (Problem(kind, {"count": len(named), "names": listed(named)}),)


def pictures_problem(count: int) -> tuple[Problem, ...]:
    """The finding that tells of pictures which are not in the file; none if all are."""
    return (Problem(ProblemKind.PICTURES_NOT_STORED, {"count": count}),) if count else ()


@dataclass(slots=True)
class Contents:
    """What a package holds besides its text.

    Attributes:
        files: the names of the files embedded in it.
        pictures_not_stored: how many pictures lie elsewhere or are missing.
        unread: True if a part could not be read.
        sink: takes each file as it is found.
    """

    files: list[str] = field(default_factory=list)
    pictures_not_stored: int = 0
    unread: bool = False
    sink: Sink = dropped

    def add(self, file: EmbeddedFile | None) -> None:
        """Note a file if there is one, and hand it on."""
        if file is not None:
            self.files.append(file.name)
            self.sink(file)

    def add_part(self, package: Package, part: str) -> None:
        """Note a part that is a file as it is; it is read only if somebody takes it."""
        taken = self.sink is not dropped
        self.add(EmbeddedFile(tidy_name(part), _whole(package, part) if taken else None))


# --- OOXML ---------------------------------------------------------------------------------------


def ooxml(package: Package, sink: Sink = dropped) -> Contents:
    """Look through a ``.docx``, ``.xlsx`` or ``.pptx``.

    A workbook behind a chart is no file of its own, and layouts that no slide uses do not show.
    """
    contents = Contents(sink=sink)
    seen: set[str] = set()
    sources = package.sources()
    contents.unread = len(sources) > _MOST_PARTS
    idle = _idle_layouts(package, sources)
    for source in sources[:_MOST_PARTS]:
        folder = posixpath.dirname(source).lower()
        if posixpath.basename(folder) in {"charts", "chartsheets", "_rels"} or source in idle:
            continue
        try:
            _look_at_part(package, source, contents, seen)
        except TROUBLE:
            contents.unread = True
    return contents


def _idle_layouts(package: Package, sources: list[str]) -> frozenset[str]:
    """Layouts and masters of slides that no slide uses, and what only notes pages show."""
    by_folder: dict[str, list[str]] = defaultdict(list)
    for source in sources:
        by_folder[posixpath.dirname(source).lower()].append(source)
    used: set[str] = set()
    for users in ("ppt/slides", "ppt/slidelayouts"):
        for source in by_folder[users]:
            if users == "ppt/slidelayouts" and source.lower() not in used:
                continue
            try:
                links = package.relationships(source).values()
            except TROUBLE:
                continue
            used |= {link.target.lower() for link in links}
    idle = [
        *by_folder["ppt/slidelayouts"],
        *by_folder["ppt/slidemasters"],
    ]
    unseen = [*by_folder["ppt/notesmasters"], *by_folder["ppt/handoutmasters"]]
    return frozenset([*(source for source in idle if source.lower() not in used), *unseen])


def _look_at_part(package: Package, source: str, contents: Contents, seen: set[str]) -> None:
    links = package.relationships(source)
    kinds = {link.kind for link in links.values()}
    if not kinds & (_OBJECTS | _FILMS | {"image"}):
        return
    hints: dict[str, ObjectHint] = {}
    if source.lower().endswith(".xml"):
        stored = {
            key for key, link in links.items() if not link.outside and package.holds(link.target)
        }
        pictures = {key for key, link in links.items() if link.kind == "image"}
        for element in _shown_elements(package, source):
            if element.name in _OBJECT_ELEMENTS:
                hints.update(_hint(element))
            elif element.name in _PICTURE_ELEMENTS:
                wanted = {element.attributes.get(name, "") for name in _PICTURE_LINKS}
                # A picture may also name a link that there is not.
                dangling = element.attributes.get("embed", "") not in {"", *links}
                missing = bool(wanted & pictures) or dangling
                contents.pictures_not_stored += missing and not wanted & stored
    # In the order in which the page shows them.
    order = {identifier: place for place, identifier in enumerate(hints)}
    for link in sorted(links.values(), key=lambda each: order.get(each.identifier, len(order))):
        if link.outside or link.target.lower() in seen or not package.holds(link.target):
            continue
        if link.kind in _FILMS:
            seen.add(link.target.lower())
            contents.add_part(package, link.target)
        elif link.kind in _OBJECTS:
            seen.add(link.target.lower())
            hint = hints.get(link.identifier, ObjectHint())
            _add_object(package, link.target, hint, contents)


def _shown_elements(package: Package, source: str) -> Iterator[ElementEdge]:
    """The beginnings of elements; a drawing's second version for old programs is left out."""
    inside = 0
    for step in package.steps(source):
        if step.name == "Fallback":
            inside += 1 if step.opens else -1
        elif step.opens and (not inside or step.name in _OBJECT_ELEMENTS):
            yield step


def _hint(element: ElementEdge) -> dict[str, ObjectHint]:
    given = {name.lower(): value for name, value in element.attributes.items()}
    icon = (
        given.get("drawaspect", given.get("dvaspect", "")).lower().endswith("icon")
        or given.get("showasicon", "") in {"1", "true"}
    )  # fmt: skip
    return {given["id"]: ObjectHint(given.get("progid", ""), icon)} if "id" in given else {}


def _add_object(package: Package, part: str, hint: ObjectHint, contents: Contents) -> None:
    if len(contents.files) >= _MOST_OBJECTS:
        contents.unread = True
        return
    base = posixpath.basename(part)
    numbered = _NUMBERED.fullmatch(base)
    stem, suffix = posixpath.splitext(base)
    fallback = f"嵌入对象{numbered.group(1)}" if numbered else stem
    file = embedded_file(package.read(part, MOST_OBJECT), fallback, hint)
    # A part with a telling suffix keeps its name, whatever wraps its content.
    keeps = not numbered and suffix.lower() not in {"", ".bin"}
    if file is not None and keeps and file.name.startswith(stem):
        file = EmbeddedFile(base, file.content)
    contents.add(file)


# --- OpenDocument --------------------------------------------------------------------------------


def opendocument(package: Package, sink: Sink = dropped) -> Contents:
    """Look through an ``.odt``, ``.ods`` or ``.odp``."""
    contents = Contents(sink=sink)
    media_types: dict[str, str] = {}
    try:
        for step in package.steps(_MANIFEST):
            if step.name == "file-entry" and step.opens:
                name = step.attributes.get("full-path", "").rstrip("/")
                media_types[name] = step.attributes.get("media-type", "")
    except TROUBLE:
        contents.unread = True
    for part in ("content.xml", "styles.xml"):
        if not package.holds(part):
            continue
        try:
            reader = OpenDocumentReader(contents, package, media_types)
            for step in package.steps(part):
                reader.take(step)
        except TROUBLE:
            contents.unread = True
    return contents


class OpenDocumentReader:
    """Finds frames with files or without their pictures in OpenDocument XML, flat or packed."""

    def __init__(
        self,
        contents: Contents,
        package: Package | None = None,
        media_types: dict[str, str] | None = None,
    ) -> None:
        """Add to ``contents``; without a package, whatever is not in the XML lies elsewhere."""
        self._contents, self._package = contents, package
        self._media_types = media_types or {}
        self._frames: list[_Frame] = []
        self._inside_object = 0

    def take(self, step: ElementEdge) -> None:
        """Look at one more element."""
        if step.name == "frame":
            self._frame(opens=step.opens)
        elif step.name in {"object", "object-ole"} and self._frames:
            self._inside_object += 1 if step.opens else -1
            if step.opens:
                self._object(step)
        elif step.name == "plugin" and step.opens:
            self._film(step)
        elif step.name == "binary-data" and not step.opens:
            if self._frames and not self._inside_object:
                self._frames[-1].stored = True
        elif step.name == "document" and step.opens and self._inside_object and self._frames:
            self._flat_object(step)
        elif step.name == "image" and step.opens and self._frames:
            self._frames[-1].pictures += 1
            self._frames[-1].stored |= self._is_stored(step)
        elif step.name in {"background-image", "fill-image"} and step.opens:
            linked = bool(step.attributes.get("href"))
            self._contents.pictures_not_stored += linked and not self._is_stored(step)

    def _frame(self, *, opens: bool) -> None:
        if opens:
            self._frames.append(_Frame())
            return
        if not self._frames:
            return
        frame = self._frames.pop()
        self._contents.pictures_not_stored += (
            frame.pictures > 0 and not frame.stored and not frame.object
        )

    def _is_stored(self, step: ElementEdge) -> bool:
        place = self._place(step)
        return bool(place) and self._package is not None and self._package.holds(place)

    @staticmethod
    def _place(step: ElementEdge) -> str:
        return step.attributes.get("href", "").removeprefix("./").rstrip("/")

    def _object(self, step: ElementEdge) -> None:
        self._frames[-1].object = True
        place = self._place(step)
        if not place or self._package is None:
            return
        if len(self._contents.files) >= _MOST_OBJECTS:
            self._contents.unread = True
        elif self._package.holds(f"{place}/content.xml"):
            media_type = self._media_types.get(place, "")
            family = media_type.rpartition("opendocument.")[2].removesuffix("-template")
            if not _ODF_DRAWN.search(media_type):
                name = f"{_named(place)}{_ODF_SUFFIXES.get(family, '')}"
                known = family in _ODF_SUFFIXES and self._contents.sink is not dropped
                content = self._packed(place, media_type) if known else None
                self._contents.add(EmbeddedFile(name, content))
        elif self._package.holds(place):
            data = self._package.read(place, MOST_OBJECT)
            self._contents.add(embedded_file(data, _named(place), ObjectHint()))

    def _packed(self, place: str, media_type: str) -> bytes | None:
        """The parts of an object, which lie in a folder, as a package."""
        assert self._package is not None
        folder = f"{place}/"
        parts = [name for name in self._package.names if name.startswith(folder)]
        target = io.BytesIO()
        try:
            if sum(self._package.size(name) for name in parts) > MOST_OBJECT:
                return None
            with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
                packed.writestr("mimetype", media_type, zipfile.ZIP_STORED)
                entries = [("/", media_type)]
                for name in parts:
                    inner = name.removeprefix(folder)
                    if inner in {"mimetype", _MANIFEST}:
                        continue
                    packed.writestr(inner, self._package.read(name))
                    entries.append((inner, self._media_types.get(name, "text/xml")))
                packed.writestr(_MANIFEST, _manifest(entries))
        except TROUBLE:
            return None
        return target.getvalue()

    def _flat_object(self, step: ElementEdge) -> None:
        family = step.attributes.get("mimetype", "").rpartition("opendocument.")[2]
        if family in _ODF_SUFFIXES:
            number = len(self._contents.files) + 1
            self._contents.add(EmbeddedFile(f"嵌入对象{number}{_ODF_SUFFIXES[family]}"))

    def _film(self, step: ElementEdge) -> None:
        place = self._place(step)
        if place and self._package is not None and self._package.holds(place):
            self._contents.add_part(self._package, place)


@dataclass(slots=True)
class _Frame:
    pictures: int = 0
    stored: bool = False
    object: bool = False


def _manifest(entries: Iterable[tuple[str, str]]) -> str:
    name = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return (
        f'<manifest:manifest xmlns:manifest="{name}" manifest:version="1.2">'
        + "".join(
            f"<manifest:file-entry manifest:full-path={quoteattr(path)} "
            f"manifest:media-type={quoteattr(media_type)}/>"
            for path, media_type in entries
        )
        + "</manifest:manifest>"
    )


def _whole(package: Package, part: str) -> bytes | None:
    """A part's content; None if it is too large or cannot be read."""
    try:
        return package.read(part) if package.size(part) <= MOST_OBJECT else None
    except TROUBLE:
        return None


def _named(place: str) -> str:
    number = re.search(r"(\d+)$", place)
    return f"嵌入对象{number.group(1) if number else ''}"
