"""An OFD's parts for the renderer: pages, resources, annotations, seals (GB/T 33190)."""

import math
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from ofdkit import OFDError, OFDFormatError, OFDLimitError
from ofdkit.package import MAX_ENTRIES, MAX_PART_SIZE, Package

from app.ofd.seals import picture_in_seal
from app.problems import ProblemKind

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_A4: Box = (0.0, 0.0, 210.0, 297.0)

#: DrawParams may build on one another; a chain longer than this is a circle.
_LONGEST_CHAIN = 10


@dataclass(frozen=True, slots=True)
class FontEntry:
    """A font of the document; ``file`` is the part that holds it, if it is embedded.

    ``lost`` is true if the document names such a part and does not have it.
    """

    name: str
    family: str
    bold: bool
    italic: bool
    file: str | None
    lost: bool = False


@dataclass(slots=True)
class Resources:
    """What drawing objects refer to by number."""

    fonts: dict[str, FontEntry] = field(default_factory=dict)
    media: dict[str, tuple[str, str]] = field(default_factory=dict)  # part and format
    draw_params: dict[str, Element] = field(default_factory=dict)
    colour_spaces: dict[str, Element] = field(default_factory=dict)
    composites: dict[str, Element] = field(default_factory=dict)
    recordings: set[str] = field(default_factory=set)  # parts that hold sound or film


@dataclass(frozen=True, slots=True)
class SealPicture:
    """A seal's picture on a page: where it lies, what part of it shows, and its bytes."""

    boundary: Box
    clip: Box | None
    picture: bytes


@dataclass(frozen=True, slots=True)
class OfdAttachment:
    """A file inside the OFD, as its list of attachments names it.

    ``part`` is where it lies; None if the OFD names it and does not hold it.
    """

    name: str
    part: str | None


@dataclass(slots=True)
class OfdPage:
    """One page: its box in millimetres, its contents from back to front, and its resources.

    ``missing`` and ``template_missing`` are true if the file lacks a part that it names.
    """

    box: Box
    contents: list[Element]
    resources: Resources
    missing: bool = False
    template_missing: bool = False
    annotations: list[Element] = field(default_factory=list)
    stamps: list[SealPicture] = field(default_factory=list)


def kind_of_trouble(error: OFDError, path: Path) -> ProblemKind:
    """Why an OFD cannot be read: it holds more than the library reads, or it is damaged.

    The library has one error for its limits and for what is forbidden in XML.
    """
    if not isinstance(error, OFDLimitError):
        return ProblemKind.DAMAGED
    with zipfile.ZipFile(path) as package:
        parts = package.infolist()
    large = len(parts) > MAX_ENTRIES or any(part.file_size > MAX_PART_SIZE for part in parts)
    return ProblemKind.CONTENT_TOO_LARGE if large else ProblemKind.DAMAGED


class OfdReader:
    """Reads an OFD part by part; to be used as a context."""

    def __init__(self, source: Path | bytes) -> None:
        """Open the package.

        Raises:
            OFDError: it is none.
        """
        self.package = Package(source)

    def __enter__(self) -> "OfdReader":
        return self

    def __exit__(self, *_: object) -> None:
        self.package.close()

    @property
    def signed(self) -> bool:
        """True if the file has at least one electronic signature."""
        return any(self._signatures(body) for body in self._bodies())

    def attachments(self) -> Iterator[OfdAttachment]:
        """Yield the attachments of every document, those that readers hide included.

        Raises:
            OFDError: the list of attachments is broken.
        """
        for body in self._bodies():
            entry = self._root_of(body)
            location = text_of(self.package.read_xml(entry), "Attachments")
            part = self.package.resolve(entry, location)
            if part is None:
                continue
            for one in children(self.package.read_xml(part), "Attachment"):
                file = self.package.resolve(part, text_of(one, "FileLoc"))
                yield OfdAttachment(_attachment_name(one), file)

    def pages(self) -> Iterator[OfdPage]:
        """Yield the pages of every document in the file, in order.

        Raises:
            OFDError: a part that a page cannot do without is missing or broken.
        """
        for body in self._bodies():
            yield from self._document_pages(body, self._root_of(body))

    def _root_of(self, body: Element) -> str:
        location = text_of(body, "DocRoot")
        entry: str | None = self.package.resolve("OFD.xml", location)
        if entry is None:
            raise OFDFormatError(f"missing document: {location}")
        return entry

    def _bodies(self) -> list[Element]:
        entry = self.package.find("OFD.xml")
        if entry is None:
            return []
        return list(children(self.package.read_xml(entry), "DocBody"))

    def _document_pages(self, body: Element, entry: str) -> Iterator[OfdPage]:
        root = self.package.read_xml(entry)
        common = child(root, "CommonData")
        usual = box_of(text_of(child(common, "PageArea"), "PhysicalBox")) or _A4
        resources = Resources()
        for name in ("PublicRes", "DocumentRes"):
            for element in children(common, name):
                self._add_resources(resources, self.package.resolve(entry, element.text))
        templates = {
            template.get("ID", ""): template for template in children(common, "TemplatePage")
        }
        annotations = self._annotations(entry, text_of(root, "Annotations"))
        stamps = self._stamps(body)
        for reference in children(child(root, "Pages"), "Page"):
            page = self._page(reference, entry, resources, templates, usual)
            page.annotations = annotations.get(reference.get("ID", ""), [])
            page.stamps = stamps.get(reference.get("ID", ""), [])
            yield page

    def _page(
        self,
        reference: Element,
        entry: str,
        shared: Resources,
        templates: Mapping[str, Element],
        usual: Box,
    ) -> OfdPage:
        location = self.package.resolve(entry, reference.get("BaseLoc"))
        if location is None:
            return OfdPage(usual, [], shared, missing=True)
        root = self.package.read_xml(location)
        box = box_of(text_of(child(root, "Area"), "PhysicalBox")) or usual
        resources = Resources(
            dict(shared.fonts),
            dict(shared.media),
            dict(shared.draw_params),
            dict(shared.colour_spaces),
            dict(shared.composites),
            set(shared.recordings),
        )
        for element in children(root, "PageRes"):
            self._add_resources(resources, self.package.resolve(location, element.text))
        behind: list[Element] = []
        before: list[Element] = []
        template_missing = False
        for use in children(root, "Template"):
            template = templates.get(use.get("TemplateID", ""))
            part = (
                self.package.resolve(entry, template.get("BaseLoc"))
                if template is not None
                else None
            )
            if template is None or part is None:
                template_missing = True
                continue
            order = use.get("ZOrder") or template.get("ZOrder") or "Background"
            content = child(self.package.read_xml(part), "Content")
            if content is not None:
                (before if order == "Foreground" else behind).append(content)
        content = child(root, "Content")
        own = [content] if content is not None else []
        return OfdPage(
            box if box[2] > 0 and box[3] > 0 else _A4,
            [*behind, *own, *before],
            resources,
            template_missing=template_missing,
        )

    def _add_resources(self, resources: Resources, part: str | None) -> None:
        if part is None:
            return
        root = self.package.read_xml(part)
        base = (root.get("BaseLoc") or "").strip("/")
        for font in nested(root, "Fonts", "Font"):
            location = text_of(font, "FontFile")
            file = self._located(part, base, location)
            resources.fonts[font.get("ID", "")] = FontEntry(
                font.get("FontName", ""),
                font.get("FamilyName", ""),
                font.get("Bold") == "true",
                font.get("Italic") == "true",
                file,
                lost=file is None and location is not None,
            )
        for media in nested(root, "MultiMedias", "MultiMedia"):
            file = self._located(part, base, text_of(media, "MediaFile"))
            if file is not None and media.get("Type", "Image") in ("Audio", "Video"):
                resources.recordings.add(file)
            elif file is not None:
                resources.media[media.get("ID", "")] = file, media.get("Format", "")
        for name, found in (
            ("DrawParam", resources.draw_params),
            ("ColorSpace", resources.colour_spaces),
            ("CompositeGraphicUnit", resources.composites),
        ):
            for element in nested(root, f"{name}s", name):
                found[element.get("ID", "")] = element

    def _located(self, part: str, base: str, location: str | None) -> str | None:
        if not location:
            return None
        inside = f"{base}/{location}" if base and not location.startswith("/") else location
        found: str | None = self.package.resolve(part, inside)
        return found if found is not None else self.package.resolve(part, location)

    def _annotations(self, entry: str, location: str | None) -> dict[str, list[Element]]:
        part = self.package.resolve(entry, location)
        found: dict[str, list[Element]] = {}
        if part is None:
            return found
        for page in children(self.package.read_xml(part), "Page"):
            file = self.package.resolve(part, text_of(page, "FileLoc"))
            if file is None:
                continue
            found.setdefault(page.get("PageID", ""), []).extend(
                children(self.package.read_xml(file), "Annot")
            )
        return found

    def _signatures(self, body: Element) -> list[tuple[str, Element]]:
        part = self.package.resolve("OFD.xml", text_of(body, "Signatures"))
        if part is None:
            return []
        found = []
        for signature in children(self.package.read_xml(part), "Signature"):
            location = self.package.resolve(part, signature.get("BaseLoc"))
            if location is not None:
                found.append((location, self.package.read_xml(location)))
        return found

    def _stamps(self, body: Element) -> dict[str, list[SealPicture]]:
        stamps: dict[str, list[SealPicture]] = {}
        for location, signature in self._signatures(body):
            info = child(signature, "SignedInfo")
            picture = self._seal_picture(location, signature, info)
            if picture is None:
                continue
            for place in children(info, "StampAnnot"):
                boundary = box_of(place.get("Boundary"))
                if boundary is not None:
                    stamp = SealPicture(boundary, box_of(place.get("Clip")), picture)
                    stamps.setdefault(place.get("PageRef", ""), []).append(stamp)
        return stamps

    def _seal_picture(
        self, location: str, signature: Element, info: Element | None
    ) -> bytes | None:
        for name in (text_of(child(info, "Seal"), "BaseLoc"), text_of(signature, "SignedValue")):
            part = self.package.resolve(location, name)
            if part is not None:
                picture = picture_in_seal(self.package.read(part))
                if picture is not None:
                    return picture
        return None


def is_false(value: str | None) -> bool:
    """Say whether an attribute is a written "no" (xs:boolean)."""
    return (value or "").strip().lower() in ("false", "0")


def prints(annotation: Element) -> bool:
    """Say whether an annotation is on the printed page: it is seen, and it is to be printed."""
    return not is_false(annotation.get("Visible")) and not is_false(annotation.get("Print"))


def _attachment_name(element: Element) -> str:
    """The name that a reader shows: with a suffix, if the entry has one anywhere."""
    name = (element.get("Name") or "").strip()
    location = (text_of(element, "FileLoc") or "").replace("\\", "/").rpartition("/")[2]
    suffix = (element.get("Format") or location.rpartition(".")[2] * ("." in location)).strip()
    if not name:
        return location or suffix
    known = not suffix or name.lower().endswith(f".{suffix.lower()}")
    return name if known else f"{name}.{suffix}"


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the direct children of that name, whatever their namespace."""
    if element is not None:
        yield from (one for one in element if local(one) == name)


def child(element: Element | None, name: str) -> Element | None:
    """Return the first direct child of that name."""
    return next(children(element, name), None)


def nested(element: Element, outer: str, inner: str) -> Iterator[Element]:
    """Yield the grandchildren ``outer/inner``."""
    for one in children(element, outer):
        yield from children(one, inner)


def text_of(element: Element | None, name: str) -> str | None:
    """Return the text of a child, stripped; None if there is none."""
    found = child(element, name)
    return found.text.strip() if found is not None and found.text else None


def box_of(text: str | None) -> Box | None:
    """Read a box: x, y, width, height."""
    found = number_list(text)
    return (found[0], found[1], found[2], found[3]) if len(found) >= 4 else None


def matrix_of(text: str | None) -> Matrix:
    """Read a transformation; the identity if there is none."""
    found = number_list(text)
    if len(found) < 6:
        return IDENTITY
    return found[0], found[1], found[2], found[3], found[4], found[5]


def number_list(text: str | None) -> list[float]:
    """Read all finite numbers of a list; ``#1F`` is hexadecimal."""
    found = []
    for token in re.split(r"[\s,]+", (text or "").strip()):
        try:
            value = float(int(token[1:], 16)) if token.startswith("#") else float(token)
        except ValueError:
            continue
        if math.isfinite(value):
            found.append(value)
    return found


def draw_param(resources: Resources, identifier: str | None) -> dict[str, Element | str]:
    """Collect a DrawParam's settings, those it builds on included; its own ones win."""
    settings: dict[str, Element | str] = {}
    for _ in range(_LONGEST_CHAIN):
        element = resources.draw_params.get(identifier or "")
        if element is None:
            break
        for name, value in element.attrib.items():
            settings.setdefault(name, value)
        for one in element:
            settings.setdefault(local(one), one)
        identifier = element.get("Relative")
    return settings
