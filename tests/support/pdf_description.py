"""A PDF told in plain values, for golden files and for looking things up in tests."""

import ctypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium_c
from pikepdf import Array, Dictionary, Name


def describe_pdf(path: Path) -> dict[str, Any]:
    """Page labels and text, outline, links and fonts of a PDF, as JSON values."""
    with pikepdf.open(path) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        labels = [page.label for page in pdf.pages]
        links = [
            [number, numbers[annotation.Dest[0].objgen]]
            for number, page in enumerate(pdf.pages)
            for annotation in page.obj.get(Name.Annots, Array())
            if annotation.Subtype == Name.Link and Name.Dest in annotation
        ]
        outline = _outline(pdf, numbers)
        fonts = _fonts(pdf)
        root = pdf.Root
        opens = {
            "mode": str(root.get(Name.PageMode, "")),
            "language": str(root.get(Name.Lang, "")),
            "title": str(pdf.docinfo.get(Name.Title, "")),
            "author": str(pdf.docinfo.get(Name.Author, "")),
            "actions": [str(key) for key in (Name.OpenAction, Name.AA) if key in root],
        }
    return {
        "labels": labels,
        "text": page_texts(path),
        "outline": outline,
        "links": links,
        "fonts": fonts,
        "opens": opens,
    }


def page_texts(path: Path) -> list[str]:
    """The text of every page, one line per line."""
    texts = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text = page.get_textpage()
            texts.append("\n".join(text.get_text_bounded().split("\r\n")).strip())
            text.close()
            page.close()
    return texts


def _outline(pdf: pikepdf.Pdf, numbers: dict[tuple[int, int], int]) -> list[list[Any]]:
    found: list[list[Any]] = []

    def walk(entry: Any, level: int) -> None:
        while entry is not None:
            target = numbers[entry.Dest[0].objgen]
            count = int(entry.get(Name.Count, 0))
            found.append([level, str(entry.Title), target, count])
            walk(entry.get(Name.First), level + 1)
            entry = entry.get(Name.Next)

    if Name.Outlines in pdf.Root:
        walk(pdf.Root.Outlines.get(Name.First), 0)
    return found


def _fonts(pdf: pikepdf.Pdf) -> dict[str, bool]:
    """Each font by its name without the subset's prefix: embedded or not."""
    fonts: dict[str, bool] = {}
    for entry in pdf.objects:
        if not isinstance(entry, Dictionary) or entry.get(Name.Type) != Name.Font:
            continue
        if entry.get(Name.Subtype) == Name.Type0:
            continue
        descriptor = entry.get(Name.FontDescriptor, Dictionary())
        embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
        fonts[str(entry.get(Name.BaseFont, "")).rpartition("+")[2].lstrip("/")] = embedded
    return dict(sorted(fonts.items()))


@dataclass(frozen=True)
class SeenText:
    """Where a reader sees some text: points from the visible page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    page_width: float
    page_height: float


def see_text(path: Path, page_number: int, wanted: str) -> SeenText:
    """Find the last occurrence of ``wanted`` as a reader sees it, turned and cut."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[page_number]
        width, height = page.get_size()
        text = page.get_textpage()
        whole = text.get_text_range()
        start = whole.rindex(wanted)
        corners = []
        for index in range(start, start + len(wanted)):
            x0, y0, x1, y1 = text.get_charbox(index)
            corners += [_to_device(page, width, height, x, y) for x in (x0, x1) for y in (y0, y1)]
        text.close()
        page.close()
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return SeenText(min(xs), height - max(ys), max(xs), height - min(ys), width, height)


_FINE = 100  # PageToDevice gives whole pixels


def _to_device(
    page: pypdfium2.PdfPage, width: float, height: float, x: float, y: float
) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDF_PageToDevice(
        page, 0, 0, round(width * _FINE), round(height * _FINE), 0, x, y, across, down
    )
    return across.value / _FINE, down.value / _FINE
