"""Web pages made harmless and printable: one file, no scripts, nothing from elsewhere."""

import re
from pathlib import Path

import lxml.html

from app.conversion.pictures.in_pages import PAGE_WIDTH, fit_picture
from app.outside.drawings import settled_data_address
from app.outside.style_sheets import without_loading
from app.webpages.archive import SavedPage
from app.webpages.colours import readable
from app.webpages.saved import read_saved_page
from app.webpages.settling import settle

#: What runs, loads, plays or asks; none of it prints.
_DROPPED = frozenset(
    {
        "script", "noscript", "iframe", "frame", "object", "embed", "applet", "link", "meta",
        "base", "audio", "video", "source", "track", "canvas", "input", "select", "textarea",
        "template", "svg", "portal", "map", "area",
    }
)  # fmt: skip
#: Of these only the frame goes; the words inside stay.
_UNWRAPPED = frozenset({"form", "frameset", "noframes", "button", "picture"})

_KEPT_ATTRIBUTES = frozenset(
    {
        "align", "alt", "bgcolor", "border", "cellpadding", "cellspacing", "class", "color",
        "colspan", "dir", "face", "height", "href", "id", "lang", "name", "nowrap", "rowspan",
        "rules", "size", "src", "start", "style", "title", "type", "valign", "width",
    }
)  # fmt: skip

#: Scripts that are not run anymore would have made this visible.
_HIDING = re.compile(r"(?<![\w-])(visibility|opacity)\s*:[^;}]*;?", re.IGNORECASE)


def write_printable_page(source: Path, target: Path, *, archive: bool) -> None:
    """Write a web page, or the page inside an MHT archive, so that it is safe to convert.

    Raises:
        PageTooLarge, NoPage: there is nothing that could be printed.
    """
    target.write_bytes(printable_page(read_saved_page(source, archive=archive)))


def printable_page(page: SavedPage, above: lxml.html.HtmlElement | None = None) -> bytes:
    """Settle and clean a page; ``above`` is put before everything else on it.

    Raises:
        NoPage: nothing of it is left.
    """
    tree = settle(page).tree
    for element in list(tree.iter()):
        _clean(element)
    for image in list(tree.iter("img")):
        fit_picture(image)
    head = tree.find("head")
    if head is None:
        head = lxml.html.Element("head")
        tree.insert(0, head)
    head.insert(0, lxml.html.Element("meta", charset="utf-8"))
    if above is not None:
        body = tree.find("body")
        _put_first(tree if body is None else body, above)
    result = lxml.html.tostring(tree, encoding="utf-8", doctype="<!DOCTYPE html>")
    return bytes(result)


def _put_first(body: lxml.html.HtmlElement, above: lxml.html.HtmlElement) -> None:
    above.tail = body.text
    body.text = None
    body.insert(0, above)


def _clean(element: lxml.html.HtmlElement) -> None:
    if not isinstance(element.tag, str):
        element.drop_tree()  # comments, and Word's conditional markup with them
        return
    if element.tag in _UNWRAPPED:
        element.drop_tag()
        return
    if element.tag in _DROPPED:
        element.drop_tree()
        return
    for name in list(element.attrib):
        if name not in _KEPT_ATTRIBUTES:
            del element.attrib[name]
    if element.tag == "style":
        element.text = _settled_style(element.text or "")
    if "style" in element.attrib:
        element.attrib["style"] = _settled_style(element.attrib["style"])
    for name in ("bgcolor", "color"):
        if name in element.attrib and not readable(f"{name}:{element.attrib[name]}"):
            del element.attrib[name]
    _clean_address(element)
    _narrow(element)


def _settled_style(style: str) -> str:
    # Last of all: what the others leave may make one word of two.
    return without_loading(readable(_HIDING.sub("", without_loading(style))))


def _clean_address(element: lxml.html.HtmlElement) -> None:
    address = element.attrib.pop("src", "").strip()
    if address.lower().startswith("data:image/") and element.tag == "img":
        # A drawing that stands in the page may load something in its turn.
        settled, _ = settled_data_address(address)
        if settled:
            element.attrib["src"] = settled
    link = element.attrib.get("href", "").strip().lower()
    if link and not link.startswith(("http:", "https:", "mailto:", "#")):
        del element.attrib["href"]


def _narrow(element: lxml.html.HtmlElement) -> None:
    """Let go of widths made for a screen, which would be cut off on paper."""
    width = element.attrib.get("width", "").removesuffix("px").strip()
    if width.isdecimal() and int(width) > PAGE_WIDTH:
        element.attrib["width"] = str(PAGE_WIDTH) if element.tag == "img" else "100%"
        element.attrib.pop("height", None)
    if "style" in element.attrib:
        element.attrib["style"] = re.sub(
            r"(?<![\w-])(min-width|width|left|position)\s*:[^;]*;?", "", element.attrib["style"]
        )
