"""Pictures of web pages and mails: upright, no wider than the paper, long ones cut."""

import base64
import binascii
import io
import re

import lxml.html
from PIL import Image

from app.conversion.pictures.data import PictureTooLarge, check_size, upright
from app.conversion.pictures.long import still_rows
from app.conversion.pictures.strip_cutting import pieces
from app.pictures import PICTURE_TROUBLE, orientation_of, upright_size

#: What fits between the margins of an A4 page, in CSS pixels.
PAGE_WIDTH, PAGE_HEIGHT = 620, 880

_ADDRESS = re.compile(r"data:image/([\w.+-]+)[^,]*;base64,", re.IGNORECASE)
#: Kinds that LibreOffice shows surely.
_SURE = frozenset({"png", "jpeg", "jpg", "gif", "bmp"})


def fit_picture(image: lxml.html.HtmlElement) -> None:
    """Give a picture that lies in its page a size that fits; cut it if it is too long.

    A picture that cannot be opened stays as it is: LibreOffice may know more of it.
    """
    address = image.get("src", "")
    found = _ADDRESS.match(address)
    if found is None or found[1].lower().startswith("svg"):
        return
    try:
        data = base64.b64decode(address[found.end() :], validate=False)
        with Image.open(io.BytesIO(data)) as picture:
            _fit(image, picture, sure=found[1].lower() in _SURE)
    except (*PICTURE_TROUBLE, PictureTooLarge, binascii.Error):
        return


def _fit(image: lxml.html.HtmlElement, picture: Image.Image, *, sure: bool) -> None:
    width, height = upright_size(picture)
    shown = min(PAGE_WIDTH, _declared(image) or width)
    tall = round(height * shown / width)
    if tall > PAGE_HEIGHT and height > 2 * width:
        _cut(image, picture, shown)
        return
    if tall > PAGE_HEIGHT:
        shown, tall = max(1, round(shown * PAGE_HEIGHT / tall)), PAGE_HEIGHT
    if not sure or orientation_of(picture) != 1:
        check_size(picture)
        image.set("src", _address(upright(picture), lossy=picture.format in {"JPEG", "WEBP"}))
    image.set("width", str(shown))
    image.set("height", str(max(1, tall)))
    image.attrib.pop("style", None)


def _declared(image: lxml.html.HtmlElement) -> int | None:
    """Return the width that the page asks for, in pixels."""
    value = image.get("width", "").removesuffix("px").strip()
    return int(value) if value.isdecimal() and int(value) > 0 else None


def _cut(image: lxml.html.HtmlElement, picture: Image.Image, shown: int) -> None:
    check_size(picture)
    lossy = picture.format in {"JPEG", "WEBP"}
    whole = upright(picture)
    grey = whole.convert("L")
    span = max(2, round(PAGE_HEIGHT * whole.width / shown))
    block = lxml.html.Element("div")
    for piece in pieces(whole.height, span, lambda low, high: still_rows(grey, low, high)):
        part = whole.crop((0, piece.start, whole.width, piece.end))
        line = lxml.html.Element("p")
        tall = max(1, round(part.height * shown / part.width))
        address = _address(part, lossy=lossy)
        line.append(lxml.html.Element("img", src=address, width=str(shown), height=str(tall)))
        block.append(line)
    block.tail = image.tail
    image.getparent().replace(image, block)


def _address(picture: Image.Image, *, lossy: bool) -> str:
    buffer = io.BytesIO()
    kind = "jpeg" if lossy else "png"
    picture.convert("RGB").save(buffer, kind.upper(), **({"quality": 90} if lossy else {}))
    return f"data:image/{kind};base64,{base64.b64encode(buffer.getvalue()).decode('ascii')}"
