"""Drawings (svg, wmf, emf) on a page of their own."""

import base64
from pathlib import Path

import lxml.html

from app.conversion.pictures.in_pages import PAGE_HEIGHT, PAGE_WIDTH
from app.filekind import FileType
from app.filetypes.formats import SVG
from app.webpages.archive import NoPage
from app.webpages.drawings import clean_drawing, drawn_size
from app.webpages.metafiles import metafile_size
from app.webpages.saved import PageTooLarge

_LARGEST = 32 * 1024 * 1024


def write_drawing_page(source: Path, target: Path, file_type: FileType) -> None:
    """Write a page that shows a drawing, safe to convert.

    Raises:
        NoPage: the file is no drawing.
        PageTooLarge: it is too large.
    """
    if source.stat().st_size > _LARGEST:
        raise PageTooLarge
    data = source.read_bytes()
    size = None
    if file_type.media_type == SVG.media_type:
        try:
            data = clean_drawing(data)
            size = drawn_size(data)
        except ValueError as error:
            raise NoPage from error
    elif file_type.media_type.startswith("image/"):
        size = metafile_size(data[:256])
    encoded = base64.b64encode(data).decode("ascii")
    image = lxml.html.Element("img", src=f"data:{file_type.media_type};base64,{encoded}")
    if size is not None:
        share = min(1.0, PAGE_WIDTH / size[0], PAGE_HEIGHT / size[1])
        image.attrib["width"], image.attrib["height"] = (
            str(max(1, round(s * share))) for s in size
        )
    page = lxml.html.Element("html")
    body = lxml.html.Element("body")
    body.append(image)
    page.append(body)
    target.write_bytes(lxml.html.tostring(page, encoding="utf-8", doctype="<!DOCTYPE html>"))
