"""Opening PDFs that readers open: the same verdict for attach, findings and conversion."""

import logging
from datetime import date

import pikepdf
import pypdfium2
import pytest

from app.conversion.model import Made, Order, RenditionOrigin
from app.conversion.pdf.converter import examine
from app.intake.inspection import InspectionOrder, inspect
from app.pdf.opening import CannotOpen, open_pdf
from app.problems import ProblemKind
from tests.support import documents
from tests.support.conversion import source_of

PAGES = ["第一页", "第二页", "第三页"]


def words_on(path):
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range().strip() for page in document]


def verdicts(path):
    """What attach says, and what compile makes of it."""
    early = inspect(InspectionOrder(path, path.name, date(2026, 11, 22)))
    late = examine(Order(source_of(path), path.with_name("target.pdf")))
    blocked = [problem for problem in early.problems if problem.blocking]
    if isinstance(late, Made):
        assert blocked == []
        assert early.page_count == late.facts.page_count
    else:
        assert blocked == [late]
    return early, late


def objects_of(path):
    """The pages as plain text to be spoilt: objects in order, nothing packed."""
    documents.text_pdf(path, PAGES)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return path


SQUARE = b"<< /Length 16 >>\nstream\n0 0 100 100 re f\nendstream"


def handwritten(path, objects, root, size):
    """A file of these objects by number, with a table of where they are."""
    data = b"%PDF-1.7\n"
    table = b"xref\n0 1\n0000000000 65535 f \n"
    for number, body in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    path.write_bytes(data + table + trailer % (size, root, len(data)))
    return path


def looped(path):
    """A tree in which a node is its own grandchild, as in the file Pages-tree-refs.pdf."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count 2 /Kids [ 5 0 R 3 0 R ] /MediaBox [ 0 0 300 300 ] >>",
        3: b"<< /Type /Pages /Count 1 /Kids [ 4 0 R ] /Parent 2 0 R >>",
        4: b"<< /Type /Pages /Count 1 /Kids [ 3 0 R ] /Parent 3 0 R >>",
        5: b"<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>",
        6: SQUARE,
    }
    return handwritten(path, objects, 1, 7)


def numbered_too_high(path):
    """Object numbers that qpdf takes for damage, as in bug1011159.pdf; readers show the page."""
    objects = {
        8797: b"<< /Type /Catalog /Pages 8798 0 R >>",
        8798: b"<< /Type /Pages /Count 1 /Kids [ 8799 0 R ] >>",
        8799: b"<< /Type /Page /Parent 8798 0 R /MediaBox [0 0 300 300] /Contents 8800 0 R >>",
        8800: SQUARE,
    }
    return handwritten(path, objects, 8797, 5)


def countless(path):
    """More pages claimed than there are, and a table that is of no use, as in poppler-67295-0."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count 9999999999 /Kids [ 3 0 R ] >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 300 300 ] /Contents 4 0 R >>",
        4: SQUARE,
    }
    handwritten(path, objects, 1, 5)
    path.write_bytes(path.read_bytes().replace(b" n \n", b" n\n"))
    return path


def counted_by_a_stream(path):
    """The number of pages is a stream whose length is itself, as in poppler-91414-0-53."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count 5 0 R /Kids [ 3 0 R ] >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 300 300 ] /Contents 4 0 R >>",
        4: SQUARE,
        5: b"<< /Length 5 0 R >>\nstream\n2\nendstream",
    }
    return handwritten(path, objects, 1, 6)


def dark_corner(path):
    with pypdfium2.PdfDocument(path) as document:
        image = document[0].render(scale=1).to_pil().convert("L")
    return image.getpixel((50, 250)) < 9


@pytest.mark.parametrize("make", [looped, numbered_too_high])
def test_what_readers_open_is_bound(tmp_path, make):
    path = make(tmp_path / "a.pdf")
    with pytest.raises(pikepdf.PdfError):
        pikepdf.open(path)
    early, late = verdicts(path)
    assert early.page_count == 1
    assert late.origin is RenditionOrigin.REPAIRED
    assert ProblemKind.REPAIRED in {note.kind for note in late.notes}
    assert dark_corner(late.target)


@pytest.mark.parametrize("make", [countless, counted_by_a_stream])
def test_a_nonsensical_page_count_is_passed_over(tmp_path, make):
    early, late = verdicts(make(tmp_path / "a.pdf"))
    assert early.page_count == 1
    assert dark_corner(late.target)


def test_what_could_not_be_looked_through_is_told(tmp_path):
    _, late = verdicts(numbered_too_high(tmp_path / "a.pdf"))
    assert ProblemKind.NOT_LOOKED_THROUGH in {note.kind for note in late.notes}


@pytest.mark.parametrize("count", [0, 1, 2, 5, 99])
def test_a_wrong_page_count_loses_no_page(tmp_path, count):
    path = objects_of(tmp_path / "a.pdf")
    path.write_bytes(path.read_bytes().replace(b"/Count 3", b"/Count %d" % count))
    early, late = verdicts(path)
    assert early.page_count == 3
    with pikepdf.open(late.target) as pdf:
        assert len(pdf.pages) == 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/Type /Page ", b"/Tipe /Page "),
        (b"/Type /Pages", b"/Tipe /Pages"),
        (b"/Type /Catalog", b"/Tipe /Catalog"),
        (b"startxref", b"startxxxx"),
        (b"/Size ", b"/Seze "),
        (b"endstream", b"endstraem"),
    ],
)
def test_spoilt_entries(tmp_path, old, new):
    path = objects_of(tmp_path / "a.pdf")
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))
    _, late = verdicts(path)
    assert isinstance(late, Made)
    assert words_on(late.target) == PAGES


def test_lost_pages_are_told_early_and_late(tmp_path, caplog):
    caplog.set_level(logging.CRITICAL, "pikepdf._core")  # qpdf complains at length
    path = objects_of(tmp_path / "a.pdf")
    data = path.read_bytes()
    with pikepdf.open(path) as pdf:
        last = pdf.pages[2].objgen[0]
    path.write_bytes(data.replace(b"\n%d 0 obj" % last, b"\n%d 0 abj" % last))
    _, late = verdicts(path)
    assert late.kind is ProblemKind.PAGES_LOST
    assert (late.detail["expected"], late.detail["found"]) == (3, 2)


@pytest.mark.parametrize("keep", [0.3, 0.5, 0.7, 0.9, 0.97])
def test_a_file_cut_short_has_one_verdict(tmp_path, keep):
    path = objects_of(tmp_path / "a.pdf")
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    verdicts(path)


def test_the_original_is_never_written_to(tmp_path):
    path = numbered_too_high(tmp_path / "a.pdf")
    before = path.read_bytes()
    with open_pdf(path) as opened:
        assert opened.repaired
        assert opened.pages_only
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]


def test_a_locked_file_says_so(tmp_path):
    path = documents.encrypted_pdf(tmp_path / "a.pdf", user="1")
    with pytest.raises(CannotOpen) as refused, open_pdf(path):
        pass
    assert refused.value.kind is ProblemKind.PASSWORD_REQUIRED
