import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from app.conversion.office.remarks import print_remarks
from tests.support import documents


def annotated(path, remarks: list[tuple[str, str, float]]):
    """A PDF whose first page bears these remarks: (author, words, height on the page)."""
    documents.text_pdf(path, pages=("第一页", "第二页"))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        found = Array(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Text,
                Rect=[100, height - 20, 120, height],
                T=String(author),
                Contents=String(words),
            )
            for author, words, height in remarks
        )
        found.append(Dictionary(Type=Name.Annot, Subtype=Name.Popup, Rect=[0, 0, 0, 0]))
        found.append(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[100, 200, 200, 300]))
        pdf.pages[0].obj.Annots = found
        pdf.save(path)
    return path


def texts(path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return ["".join(p.get_textpage().get_text_range().split()) for p in document]


def test_remarks_stand_on_the_page_with_author_and_number_and_are_no_annotations(tmp_path):
    path = annotated(tmp_path / "a.pdf", [("审核人, 11/29/26, ", "数据待核实", 700.0)])
    (first, second) = texts(path)
    assert print_remarks(path) == 1
    after = texts(path)
    assert after[0].startswith(first)
    assert "批注1审核人数据待核实" in after[0]
    assert "11/29/26" not in after[0]
    assert after[1] == second
    with pikepdf.open(path) as pdf:
        kept = [annotation.Subtype for annotation in pdf.pages[0].Annots]
        box = [float(side) for side in pdf.pages[0].mediabox]
    assert kept == [Name.Link]
    assert box == pytest.approx([0, 0, 595.28, 841.89], abs=0.1)


def test_a_link_stays_with_the_words_that_bear_it(tmp_path):
    path = annotated(tmp_path / "a.pdf", [("甲", "乙", 700.0)])
    assert print_remarks(path) == 1
    with pikepdf.open(path) as pdf:
        (link,) = pdf.pages[0].Annots
        left, bottom, right, top = (float(side) for side in link.Rect)
    assert right - left == top - bottom
    assert 70 < right - left < 80


def test_remarks_that_find_no_room_follow_on_pages_of_their_own(tmp_path):
    long = "这里的数字需要核实，请与统计局口径一致后再报。" * 12
    remarks = [("甲", f"{long}第{number}条完", 800.0 - number) for number in range(12)]
    path = annotated(tmp_path / "a.pdf", remarks)
    assert print_remarks(path) == 12
    after = texts(path)
    assert len(after) >= 3
    together = "".join(after)
    assert all(together.count(f"第{number}条完") == 1 for number in range(12))


def test_a_pdf_without_remarks_stays_as_it_is(tmp_path):
    path = documents.text_pdf(tmp_path / "a.pdf")
    before = path.read_bytes()
    assert print_remarks(path) == 0
    assert path.read_bytes() == before


def test_what_is_no_pdf_has_no_remarks(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"nothing")
    assert print_remarks(path) == 0
