"""Finding what an OFD's printed pages do not show, without drawing them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import Element

from ofdkit import OFDError
from PIL import Image, UnidentifiedImageError

from app.ofd.losses import Losses, Lost
from app.ofd.package import (
    OfdAttachment,
    OfdPage,
    OfdReader,
    children,
    is_false,
    local,
    prints,
    text_of,
)

#: What is drawn, and what a page may hold that is nothing to see.
OBJECTS = frozenset({"TextObject", "PathObject", "ImageObject", "CompositeObject"})
_UNSEEN = frozenset({"Actions", "Action", "Clips", "CustomTags", "Extensions"})
_DEEPEST = 16
_JBIG2_BEGINNING = b"\x97JB2\r\n\x1a\n"

#: Pictures beyond this many bytes in all are left to the conversion.
_MOST_PICTURE_BYTES = 64 * 1024 * 1024


@dataclass(slots=True)
class Survey:
    """What was found; ``embedded`` are the files inside, recordings included."""

    losses: Losses = field(default_factory=Losses)
    embedded: list[OfdAttachment] = field(default_factory=list)
    pages: int = 0
    annotations_unprinted: int = 0
    signed: bool = False


def survey(reader: OfdReader) -> Survey:
    """Look through every page.

    Raises:
        OFDError: a part that a page cannot do without is missing or broken.
    """
    found = Survey(signed=reader.signed)
    found.embedded += reader.attachments()
    recordings: set[str] = set()
    pictures = _Pictures(reader)
    for number, page in enumerate(reader.pages(), start=1):
        found.pages = number
        if page.missing:
            found.losses.add(Lost.PAGE, number)
        if page.template_missing:
            found.losses.add(Lost.TEMPLATE, number)
        recordings |= page.resources.recordings
        found.annotations_unprinted += sum(map(_is_unprinted, page.annotations))
        for lost in _lost_on(page, pictures):
            found.losses.add(lost, number)
    found.embedded += [OfdAttachment(part.rpartition("/")[2], part) for part in sorted(recordings)]
    return found


def is_unknown(name: str) -> bool:
    """Say whether an element among a page's objects may be something to see, unknown here."""
    return name not in OBJECTS and name not in _UNSEEN and name != "PageBlock"


def _is_unprinted(annotation: Element) -> bool:
    """A remark is never on the page; what is seen on screen may be kept off the print."""
    if text_of(annotation, "Remark"):
        return True
    appearance = next(children(annotation, "Appearance"), None)
    hidden = is_false(annotation.get("Visible"))
    return not hidden and not prints(annotation) and appearance is not None and len(appearance) > 0


def _lost_on(page: OfdPage, pictures: "_Pictures") -> Iterator[Lost]:
    groups = [layer for content in page.contents for layer in children(content, "Layer")]
    for annotation in page.annotations:
        if prints(annotation):
            groups += children(annotation, "Appearance")
    for content in page.contents:
        if any(is_unknown(local(one)) and local(one) != "Layer" for one in content):
            yield Lost.UNKNOWN
    for group in groups:
        yield from _lost_in(group, page, pictures, 0)


def _lost_in(group: Element, page: OfdPage, pictures: "_Pictures", depth: int) -> Iterator[Lost]:
    if depth > _DEEPEST:
        yield Lost.COMPOSITE
        return
    for element in group:
        name = local(element)
        if is_false(element.get("Visible")) and name != "PageBlock":
            continue
        if name == "PageBlock":
            yield from _lost_in(element, page, pictures, depth + 1)
        elif name == "ImageObject":
            part, _ = page.resources.media.get(element.get("ResourceID", ""), ("", ""))
            if not pictures.known(part):
                yield Lost.PICTURE
        elif name == "CompositeObject":
            unit = page.resources.composites.get(element.get("ResourceID", ""))
            content = next(children(unit, "Content"), None)
            if content is None:
                yield Lost.COMPOSITE
            else:
                yield from _lost_in(content, page, pictures, depth + 1)
        elif is_unknown(name):
            yield Lost.UNKNOWN


class _Pictures:
    def __init__(self, reader: OfdReader) -> None:
        self._reader = reader
        self._known: dict[str, bool] = {"": False}
        self._budget = _MOST_PICTURE_BYTES

    def known(self, part: str) -> bool:
        if part not in self._known:
            self._known[part] = self._budget <= 0 or self._is_picture(part)
        return self._known[part]

    def _is_picture(self, part: str) -> bool:
        try:
            data = self._reader.package.read(part)
            self._budget -= len(data)
            if data.startswith(_JBIG2_BEGINNING):
                return True
            with Image.open(BytesIO(data)):
                return True
        except (OFDError, UnidentifiedImageError, OSError, ValueError, SyntaxError):
            return False
        except Image.DecompressionBombError:
            return False
