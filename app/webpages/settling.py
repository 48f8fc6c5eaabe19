"""A saved page made static: pictures, frames and fields put where a reader saw them.

What was not saved with the page is counted and leaves a mark where it was.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urljoin

import lxml.etree
import lxml.html

from app.webpages import drawings
from app.webpages.archive import NoPage, SavedPage
from app.xml_trees import demand_depth

#: Where scripts look for the address of a picture that is loaded later.
_LATER = (
    "data-src", "data-original", "data-actualsrc", "data-lazy-src", "data-lazyload", "data-lazy",
    "data-url", "data-echo", "data-backsrc", "_src", "file", "zoomfile",
)  # fmt: skip
_LATER_SETS = ("srcset", "data-srcset")

#: A picture in so few characters holds the place of another.
_STAND_IN = 600
#: Frames inside frames are followed so far.
_DEEPEST = 3

#: Fewer letters are only "loading", or the name of the site.
_FEWEST_LETTERS = 30

#: What a tree cannot take.
_NO_CHARACTERS = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

#: Elements that never hold anything.
_EMPTY = ("source", "track", "embed", "wbr", "keygen", "command", "menuitem")

_MEDIA = frozenset({"video", "audio", "embed", "mpvoice", "mpvideo", "qqmusic"})
_MEDIA_NAMES = re.compile(r"^mp-common-(videosnap|mpaudio|qqmusic)$")
_UNREAD = frozenset({"script", "style", "template", "noscript", "head", "title"})
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"background(?:-image)?\s*:[^;]*?url\s*\(\s*['\"]?([^'\")]+)['\"]?\s*\)", re.IGNORECASE
)
_ELSEWHERE = re.compile(r"^\s*(about:|javascript:|$)", re.IGNORECASE)


@dataclass(slots=True)
class Left:
    """What of a page is not shown: how many of each."""

    pictures: int = 0
    frames: int = 0
    drawings: int = 0
    media: int = 0
    wordless: bool = False
    blank: bool = False

    def add(self, other: "Left") -> None:
        """Count what a framed page leaves out too."""
        self.pictures += other.pictures
        self.frames += other.frames
        self.drawings += other.drawings
        self.media += other.media


@dataclass(frozen=True, slots=True)
class SettledPage:
    """A page whose pictures lie in it, and what was left out."""

    tree: lxml.html.HtmlElement
    left: Left


def settle(page: SavedPage) -> SettledPage:
    """Bring a saved page into the form in which it can be printed.

    Raises:
        NoPage: nothing of it is left.
    """
    tree = parse_page(page.text)
    left = _Settler(page, page.address, 0).settle(tree)
    left.wordless = _is_wordless(tree)
    left.blank = not left.wordless and _is_blank(tree)
    return SettledPage(tree, left)


def parse_page(text: str) -> lxml.html.HtmlElement:
    """Read a page.

    Raises:
        NoPage: there is nothing to read.
        TreeTooDeep: its elements lie in each other too deep.
    """
    # An XML declaration in a decoded text contradicts it, and the parser then refuses.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", _NO_CHARACTERS.sub("", text))
    parser = lxml.html.HTMLParser(huge_tree=True)
    try:
        tree = lxml.html.document_fromstring(text, parser=parser)
    except (lxml.etree.ParserError, ValueError) as error:
        raise NoPage from error
    demand_depth(parser)
    for element in list(tree.iter(*_EMPTY)):
        _let_out(element)
    return tree


def _let_out(element: lxml.html.HtmlElement) -> None:
    """Put behind an element what the parser, which knows HTML 4 only, took for its content."""
    parent = element.getparent()
    inside = list(element)
    if parent is None or not (inside or element.text):
        return
    behind, element.tail, element.text = element.tail or "", element.text, None
    for place, child in enumerate(inside, parent.index(element) + 1):
        parent.insert(place, child)
    last = inside[-1] if inside else element
    last.tail = (last.tail or "") + behind


def _is_wordless(tree: lxml.html.HtmlElement) -> bool:
    """Say whether a script would have written the text: there is a script and no text."""
    if next(tree.iter("script"), None) is None or any(
        image.get("src") for image in tree.iter("img")
    ):
        return False
    return sum(len(re.sub(r"\W", "", text)) for text in _read_texts(tree)) < _FEWEST_LETTERS


def _is_blank(tree: lxml.html.HtmlElement) -> bool:
    """Say whether there is nothing on the page: no word, no picture, no line."""
    return next(tree.iter("img", "hr", "table"), None) is None and not any(
        text.strip() for text in _read_texts(tree)
    )


def _read_texts(element: lxml.html.HtmlElement) -> Iterator[str]:
    """The texts that a reader may see, in no certain order; pages may be nested very deeply."""
    waiting = [element]
    while waiting:
        here = waiting.pop()
        if isinstance(here.tag, str) and here.tag not in _UNREAD:
            yield here.text or ""
            waiting += here
        if here is not element:
            yield here.tail or ""


class _Settler:
    """Settles one page; ``address`` is where it was."""

    def __init__(self, page: SavedPage, address: str, depth: int) -> None:
        self._page = page
        self._address = address
        self._depth = depth
        self._left = Left()

    def settle(self, tree: lxml.html.HtmlElement) -> Left:
        base = next(tree.iter("base"), None)
        if base is not None and base.get("href"):
            self._address = urljoin(self._address, base.get("href"))
        self._settle_noscript(tree)
        for element in list(tree.iter("template")):
            element.drop_tree()  # only scripts make something of it
        if next(tree.iter("frame"), None) is not None:
            for element in list(tree.iter("noframes")):
                element.drop_tree()
        for element in list(tree.iter()):
            # What stood inside something that gave way has gone with it.
            if isinstance(element.tag, str) and _is_within(element, tree):
                self._settle_one(element)
        return self._left

    def _settle_noscript(self, tree: lxml.html.HtmlElement) -> None:
        """What stands there for readers without scripts is shown only if nothing else is."""
        bare = sum(len(text.strip()) for text in _read_texts(tree)) < _FEWEST_LETTERS
        for element in list(tree.iter("noscript")):
            if bare:
                element.drop_tag()
            else:
                element.drop_tree()

    def _settle_one(self, element: lxml.html.HtmlElement) -> None:
        tag = element.tag.lower()
        settlers: dict[str, Callable[[lxml.html.HtmlElement], None]] = {
            "img": self._picture,
            "iframe": self._frame,
            "frame": self._frame,
            "svg": self._drawing,
            "canvas": self._canvas,
            "object": self._object,
            "input": _field,
            "textarea": _field,
            "select": _field,
        }
        if tag in settlers:
            settlers[tag](element)
        elif tag in _MEDIA or _MEDIA_NAMES.match(tag):
            self._media(element)
        elif "background" in element.get("style", "").lower():
            self._background(element)

    # --- pictures --------------------------------------------------------------------------------

    def _picture(self, image: lxml.html.HtmlElement) -> None:
        shown = image.get("src", "").strip()
        found = self._found(shown)
        stand_in = found is not None and shown.startswith("data:") and len(shown) < _STAND_IN
        later = [image.get(name, "").strip() for name in _LATER]
        later += [
            part.split()[0]
            for name in _LATER_SETS
            for part in re.split(r",\s+", image.get(name, ""))
            if part.split()
        ]
        wanted = [address for address in later if address and address != shown]
        if found is None or (stand_in and wanted):
            better = next(filter(None, map(self._found, wanted)), None)
            found = better if better is not None or wanted else found
        if found is not None:
            image.set("src", found)
            return
        image.attrib.pop("src", None)
        if (shown or wanted) and not _is_unseen(image):
            self._left.pictures += 1
            _mark(image, f"［缺图］{image.get('alt', '')}")
        else:
            image.drop_tree()

    def _background(self, element: lxml.html.HtmlElement) -> None:
        """A picture behind nothing is a picture; behind words it is only decoration."""
        address = _BACKGROUND.search(element.get("style", ""))
        if address is None or "".join(element.itertext()).strip() or len(element):
            return
        found = self._found(address.group(1).strip())
        if found is not None:
            element.append(lxml.html.Element("img", src=found))
        elif not _is_unseen(element):
            self._left.pictures += 1
            _mark(element, "［缺图］")

    def _found(self, address: str) -> str | None:
        if address.lower().startswith("data:image/"):
            return address if address.partition(",")[2] else None
        for name in (address, unquote(address), urljoin(self._address, address)):
            if name and name in self._page.pictures:
                return self._page.pictures[name]
        return None

    # --- frames ----------------------------------------------------------------------------------

    def _frame(self, frame: lxml.html.HtmlElement) -> None:
        address = (frame.get("src") or frame.get("data-src") or "").strip()
        inside = self._framed(frame, address)
        if inside is not None:
            frame.getparent().replace(frame, inside)
        elif _ELSEWHERE.match(address) or _is_unseen(frame):
            frame.drop_tree()
        elif "video" in frame.get("class", "").lower():
            self._left.media += 1
            _mark(frame, "［音视频］")
        else:
            self._left.frames += 1
            _mark(frame, "［缺内嵌网页］")

    def _framed(self, frame: lxml.html.HtmlElement, address: str) -> lxml.html.HtmlElement | None:
        """The framed page's content as a block, if it was saved."""
        saved: tuple[str, str] | None = None
        if frame.get("srcdoc", "").strip():
            saved = frame.get("srcdoc", ""), self._address
        else:
            for name in (address, unquote(address), urljoin(self._address, address)):
                saved = saved or self._page.pages.get(name)
        if saved is None or self._depth >= _DEEPEST:
            return None
        try:
            tree = parse_page(saved[0])
        except NoPage:
            return None
        left = _Settler(self._page, saved[1] or self._address, self._depth + 1).settle(tree)
        self._left.add(left)
        block = lxml.html.Element("div")
        body = tree.find("body")
        if body is None:
            body = tree
        block.text = body.text
        block.extend(list(body))
        block.tail = frame.tail
        return block

    # --- drawings and the rest -------------------------------------------------------------------

    def _drawing(self, drawing: lxml.html.HtmlElement) -> None:
        inside = [
            e for e in drawing.iter() if isinstance(e.tag, str) and "foreignobject" in e.tag.lower()
        ]
        if inside:
            # Words and pictures laid out by means of a drawing: they follow each other instead.
            for element in list(drawing.iter()):
                if element is not drawing and isinstance(element.tag, str):
                    self._unfold(element)
            drawing.tag = "div"
            drawing.attrib.clear()
            return
        if drawings.is_icon(drawing) or _is_unseen(drawing):
            drawing.drop_tree()
            return
        image = lxml.html.Element("img", src=drawings.as_address(drawing))
        size = drawings.size_of(drawing)
        if size is not None:
            image.attrib["width"], image.attrib["height"] = (str(round(side)) for side in size)
        image.tail = drawing.tail
        drawing.getparent().replace(drawing, image)

    def _unfold(self, element: lxml.html.HtmlElement) -> None:
        tag = element.tag.lower()
        if element.getparent() is None:
            return
        if tag == "foreignobject":
            element.tag = "div"
            element.attrib.clear()
        elif tag in {"animate", "animatetransform", "set"}:
            element.drop_tree()
        else:
            self._settle_one(element)

    def _canvas(self, canvas: lxml.html.HtmlElement) -> None:
        if not _is_unseen(canvas):
            self._left.drawings += 1
            _mark(canvas, "［缺图形］")

    def _media(self, element: lxml.html.HtmlElement) -> None:
        if _is_unseen(element):
            element.drop_tree()
            return
        self._left.media += 1
        _mark(element, "［音视频］")

    def _object(self, element: lxml.html.HtmlElement) -> None:
        address = element.get("data", "").strip()
        kind = element.get("type", "").lower()
        found = self._found(address) if address else None
        if found is not None:
            image = lxml.html.Element("img", src=found)
            image.tail = element.tail
            element.getparent().replace(element, image)
        elif kind.startswith("image/"):
            self._left.pictures += 1
            _mark(element, "［缺图］")
        elif kind in {"text/html", "application/pdf"}:
            self._left.frames += 1
            _mark(element, "［缺内嵌网页］")
        elif next(element.iter("embed"), None) is None:
            self._left.media += 1
            _mark(element, "［音视频］")


def _field(field: lxml.html.HtmlElement) -> None:
    """Put in place of a field what stands in it."""
    kind = field.get("type", "text").lower()
    if field.tag == "textarea":
        text = field.text or ""
    elif field.tag == "select":
        options = list(field.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None]
        shown = chosen or ([] if field.get("multiple") is not None else options[:1])
        text = "、".join(option.text_content().strip() for option in shown)
    elif kind in {"checkbox", "radio"}:
        on, off = ("☑", "☐") if kind == "checkbox" else ("●", "○")
        text = on if field.get("checked") is not None else off
    elif kind in {"hidden", "password", "image", "file"}:
        text = ""
    else:
        text = field.get("value", "")
    if text and not _is_unseen(field):
        _mark(field, text)
    else:
        field.drop_tree()


def _mark(element: lxml.html.HtmlElement, words: str) -> None:
    """Put words in an element's place; what follows it stays."""
    mark = lxml.html.Element("span")
    mark.text = words
    mark.tail = element.tail
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, mark)


def _is_unseen(element: lxml.html.HtmlElement) -> bool:
    """Say whether a reader never saw it: hidden, or as small as what only counts visits."""
    sides = [element.get(side, "").removesuffix("px").strip() for side in ("width", "height")]
    if any(side in {"0", "1"} for side in sides):
        return True
    style = element.get("style", "")
    return element.get("hidden") is not None or bool(
        _HIDDEN.search(style)
        or re.search(r"(?<![\w-])(width|height)\s*:\s*[01](px)?\s*(;|!|$)", style, re.IGNORECASE)
    )


def _is_within(element: lxml.html.HtmlElement, tree: lxml.html.HtmlElement) -> bool:
    """Say whether an element is in the page still, and no part of a drawing."""
    top = element
    for ancestor in element.iterancestors():
        if ancestor.tag == "svg":
            return False
        top = ancestor
    return top is tree
