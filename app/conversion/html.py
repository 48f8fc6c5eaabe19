"""Web pages made harmless and printable: one file, no scripts, nothing from elsewhere."""

import base64
import email.policy
import mimetypes
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from urllib.parse import unquote, urljoin

import lxml.etree
import lxml.html

from app.filetypes import decode

#: A page larger than this is a data dump; reading it would take the machine's memory.
_LARGEST = 32 * 1024 * 1024

#: What runs, loads, plays or asks; none of it prints.
_DROPPED = frozenset(
    {
        "script", "noscript", "iframe", "frame", "frameset", "object", "embed", "applet", "link",
        "meta", "base", "audio", "video", "source", "track", "canvas", "form", "input", "button",
        "select", "textarea", "template", "svg", "portal",
    }
)  # fmt: skip
#: Of these only the frame goes; the words inside stay.
_UNWRAPPED = frozenset({"form", "noscript", "frameset", "button"})

_KEPT_ATTRIBUTES = frozenset(
    {
        "align", "alt", "bgcolor", "border", "cellpadding", "cellspacing", "class", "color",
        "colspan", "dir", "face", "height", "href", "id", "lang", "name", "nowrap", "rowspan",
        "rules", "size", "src", "start", "style", "title", "type", "valign", "width",
    }
)  # fmt: skip

#: What fits between the margins of an A4 page, in CSS pixels.
_PAGE_WIDTH = 620

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_OUTSIDE = re.compile(r"url\s*\((?!\s*['\"]?data:)[^)]*\)|@import[^;]*;?|expression\s*\(", re.I)


class PageTooLarge(ValueError):
    """The page is larger than any that is worth printing."""


class NoPage(ValueError):
    """The archive holds no web page, or the page no content."""


def write_printable_page(source: Path, target: Path, *, archive: bool) -> None:
    """Write a web page, or the page inside an MHT archive, so that it is safe to convert.

    Raises:
        PageTooLarge, NoPage: there is nothing that could be printed.
    """
    if source.stat().st_size > _LARGEST:
        raise PageTooLarge
    data = source.read_bytes()
    text, pictures = _unpacked(data) if archive else (_decoded(data, None), {})
    target.write_bytes(printable_page(text, pictures))


def printable_page(text: str, pictures: dict[str, str]) -> bytes:
    """Clean a page; ``pictures`` maps addresses to the ``data:`` addresses that replace them.

    Raises:
        NoPage: nothing of it is left.
    """
    # An XML declaration in a decoded text contradicts it, and the parser then refuses.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        page = lxml.html.document_fromstring(text, parser=lxml.html.HTMLParser(huge_tree=True))
    except (lxml.etree.ParserError, ValueError) as error:
        raise NoPage from error
    for element in list(page.iter()):
        _clean(element, pictures)
    head = page.find("head")
    if head is None:
        head = lxml.html.Element("head")
        page.insert(0, head)
    head.insert(0, lxml.html.Element("meta", charset="utf-8"))
    result = lxml.html.tostring(page, encoding="utf-8", doctype="<!DOCTYPE html>")
    return bytes(result)


def _clean(element: lxml.html.HtmlElement, pictures: dict[str, str]) -> None:
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
        element.text = _OUTSIDE.sub("none", element.text or "")
    if "style" in element.attrib:
        element.attrib["style"] = _OUTSIDE.sub("none", element.attrib["style"])
    _clean_address(element, pictures)
    _narrow(element)


def _clean_address(element: lxml.html.HtmlElement, pictures: dict[str, str]) -> None:
    address = element.attrib.pop("src", "").strip()
    if address:
        inside = address if address.lower().startswith("data:image/") else pictures.get(address)
        if inside:
            element.attrib["src"] = inside
        elif element.tag == "img":
            # The words that stand for a picture are better than an empty frame.
            element.attrib.pop("width", None)
            element.attrib.pop("height", None)
    link = element.attrib.get("href", "").strip().lower()
    if link and not link.startswith(("http:", "https:", "mailto:", "#")):
        del element.attrib["href"]


def _narrow(element: lxml.html.HtmlElement) -> None:
    """Let go of widths made for a screen, which would be cut off on paper."""
    width = element.attrib.get("width", "").removesuffix("px").strip()
    if width.isdecimal() and int(width) > _PAGE_WIDTH:
        element.attrib["width"] = str(_PAGE_WIDTH) if element.tag == "img" else "100%"
        element.attrib.pop("height", None)
    if "style" in element.attrib:
        element.attrib["style"] = re.sub(
            r"(?<![\w-])(min-width|width|left|position)\s*:[^;]*;?", "", element.attrib["style"]
        )


def _decoded(data: bytes, declared: str | None) -> str:
    """Read a page by its mark, by what it declares, or by what its bytes look like."""
    found = _CHARSET.search(data[:4096])
    for name in (declared, found.group(1).decode("ascii") if found else None):
        if name is None or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            continue
        # Pages that declare GB2312 hold GBK as soon as a rare name occurs.
        codec = "gb18030" if name.lower() in {"gb2312", "gbk", "x-gbk", "gb_2312-80"} else name
        try:
            return data.decode(codec)
        except (LookupError, UnicodeDecodeError):
            continue
    guessed = decode(data)
    return guessed.text if guessed else data.decode("gb18030", errors="replace")


def _unpacked(data: bytes) -> tuple[str, dict[str, str]]:
    """Return the page of an MHT archive and its pictures by every address they go under."""
    message = BytesParser(policy=email.policy.default).parsebytes(data)
    page: tuple[str, str] | None = None
    pictures: dict[str, str] = {}
    found: list[tuple[str, str, str]] = []
    for part in _parts(message):
        kind = part.get_content_type()
        location = str(part.get("Content-Location", "")).strip()
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        if kind in {"text/html", "application/xhtml+xml"} and page is None:
            page = _decoded(content, part.get_content_charset()), location
        elif kind.startswith("image/") or (mimetypes.guess_type(location)[0] or "").startswith(
            "image/"
        ):
            identifier = str(part.get("Content-ID", "")).strip(" <>")
            encoded = base64.b64encode(content).decode("ascii")
            found.append((location, identifier, f"data:{kind};base64,{encoded}"))
    if page is None:
        raise NoPage
    for location, identifier, inside in found:
        if identifier:
            pictures[f"cid:{identifier}"] = inside
        if location:
            # The page may name a picture in full, relative to itself, or by its last part only.
            names = {location, unquote(location), location.rsplit("/", 1)[-1]}
            base = page[1].rsplit("/", 1)[0] + "/"
            names |= {name.removeprefix(base) for name in set(names) if base != "/"}
            names.add(urljoin(page[1], location))
            pictures.update(dict.fromkeys(names, inside))
    return page[0], pictures


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    for part in message.walk():
        if not part.is_multipart():
            yield part
