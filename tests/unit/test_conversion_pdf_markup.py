"""Remarks that a file leaves to the reader to draw."""

from functools import partial

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Name

from tests.support.documents.pdf_forms import annotated_pdf, annotation
from tests.support.pdf_look import bound, ink, words_on

BOX = (100, 600, 300, 620)
ALONG = Array([100, 450, 300, 470])
MARKED = Array([100, 470, 300, 470, 100, 450, 300, 450])


@pytest.mark.parametrize(
    ("kind", "entries", "seen"),
    [
        ("Highlight", {"QuadPoints": MARKED}, (150, 452, 250, 468)),
        ("Underline", {"QuadPoints": MARKED}, (150, 450, 250, 453)),
        ("StrikeOut", {"QuadPoints": MARKED}, (150, 458, 250, 460)),
        ("Squiggly", {"QuadPoints": MARKED}, (150, 449, 250, 453)),
        ("Square", {}, (88, 440, 92, 480)),
        ("Circle", {}, (88, 455, 92, 465)),
        ("Line", {"L": ALONG}, (195, 458, 205, 462)),
        ("PolyLine", {"Vertices": ALONG}, (195, 458, 205, 462)),
        ("Polygon", {"Vertices": ALONG, "IC": Array([1, 0, 0])}, (195, 458, 205, 462)),
        ("Ink", {"InkList": Array([ALONG])}, (195, 458, 205, 462)),
    ],
)
def test_remarks_without_a_drawing_are_drawn(tmp_path, kind, entries, seen):
    # What has points is drawn where they are, though its rectangle be wrong.
    for place in [(90, 440, 310, 480), *([(0, 0, 5, 5)] if entries else [])]:
        path = annotated_pdf(
            tmp_path / "a.pdf",
            partial(annotation, kind=kind, rect=place, C=Array([1, 0, 0]), **entries),
        )
        made = bound(path)
        assert ink(made.target, seen) > 0.1
        with pikepdf.open(made.target) as pdf:
            assert Name.Annots not in pdf.pages[0].obj


@pytest.mark.parametrize("kind", ["FreeText", "Stamp"])
def test_words_on_the_page_without_a_drawing_are_written(tmp_path, kind):
    made = bound(
        annotated_pdf(
            tmp_path / "a.pdf", partial(annotation, kind=kind, rect=BOX, Contents="同意 2021")
        )
    )
    assert words_on(made.target).split() == ["正文", "同意", "2021"]
    assert made.notes == ()


def test_what_a_mark_covers_stays_legible(tmp_path):
    made = bound(
        annotated_pdf(
            tmp_path / "a.pdf",
            partial(
                annotation,
                kind="Highlight",
                rect=(60, 730, 160, 770),
                C=Array([1, 1, 0]),
                QuadPoints=Array([60, 770, 160, 770, 60, 730, 160, 730]),
            ),
        )
    )
    with pypdfium2.PdfDocument(made.target) as document:
        image = document[0].render(scale=2).to_pil().convert("RGB")
    colours = image.crop((130, 150, 200, 210)).getcolors(1 << 16)
    assert min(red for _, (red, _, _) in colours) < 50  # the words under it
    assert (255, 255, 0) in [colour for _, colour in colours]
