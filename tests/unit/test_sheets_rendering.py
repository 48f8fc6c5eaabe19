import pikepdf
import pikepdf.pdfa
import pypdfium2
import pytest

from app.sheets.content import Blank, Catalogue, CatalogueRow
from app.sheets.rendering import (
    measure_sheet,
    render_register_sheet,
    render_sheets,
    render_spines,
)
from tests.support.sheets import (
    COVER,
    DIVIDER,
    END_SHEET,
    EVERY_KIND,
    ITEM_TITLES,
    REGISTER_SHEET,
    SPINE,
    TITLE,
    catalogue,
)


def page_texts(path):
    with pypdfium2.PdfDocument(path) as document:
        return [squeezed(page.get_textpage().get_text_bounded()) for page in document]


def squeezed(text):
    return "".join(text.split())


def test_pages_are_as_measured_and_every_title_comes_back(tmp_path):
    rendered = render_sheets(EVERY_KIND, tmp_path / "s.pdf")
    assert list(rendered.page_counts) == [measure_sheet(content) for content in EVERY_KIND]
    assert rendered.missing == ()
    texts = page_texts(tmp_path / "s.pdf")
    assert len(texts) == sum(rendered.page_counts)
    text = "".join(texts)
    for title in (TITLE, *ITEM_TITLES, COVER.fonds_name, DIVIDER.title, END_SHEET.fingerprint):
        assert squeezed(title) in text
    assert texts[-1] == ""


def test_the_sheets_are_fit_for_archives(tmp_path):
    render_sheets(EVERY_KIND, tmp_path / "s.pdf", watermark="草稿")
    render_spines([SPINE], tmp_path / "spine.pdf")
    for name in ("s.pdf", "spine.pdf"):
        with pikepdf.open(tmp_path / name) as pdf:
            for page in pdf.pages:
                assert "/Trans" not in page
                for font in page.Resources.Font.values():
                    assert "/FontFile2" in font.FontDescriptor
            pikepdf.pdfa.save(pdf, tmp_path / f"a-{name}", "2b")


def test_links_lie_on_their_rows(tmp_path):
    rendered = render_sheets([COVER, catalogue(30)], tmp_path / "s.pdf")
    assert [link.key for link in rendered.links] == [f"item-{n}" for n in range(1, 31)]
    with pypdfium2.PdfDocument(tmp_path / "s.pdf") as document:
        for link in rendered.links:
            page = document[link.page]
            left, bottom, right, top = link.rect
            text = page.get_textpage().get_text_bounded(left, bottom, right, top)
            number = int(link.key.removeprefix("item-"))
            assert squeezed(text).startswith(str(number))
            assert squeezed(ITEM_TITLES[number % 5]) in squeezed(text)


def test_the_watermark_is_seen_beneath_every_sheet_and_not_read(tmp_path):
    plain = render_sheets([COVER, DIVIDER], tmp_path / "plain.pdf")
    drafts = render_sheets([COVER, DIVIDER], tmp_path / "draft.pdf", watermark="草稿")
    assert plain.page_counts == drafts.page_counts
    assert page_texts(tmp_path / "draft.pdf") == page_texts(tmp_path / "plain.pdf")
    with (
        pypdfium2.PdfDocument(tmp_path / "plain.pdf") as before,
        pypdfium2.PdfDocument(tmp_path / "draft.pdf") as after,
    ):
        for number in range(len(before)):
            pale = before[number].render().to_pil().convert("L").histogram()[224]
            shown = after[number].render().to_pil().convert("L").histogram()[224]
            assert shown > pale + 5_000


def test_unprintable_characters_are_named_and_the_rest_is_printed(tmp_path):
    row = CatalogueRow("k", 1, "", "", "会议照片😀\x07（一）", "", "1")
    rendered = render_sheets([Catalogue("", "", (row,))], tmp_path / "s.pdf")
    assert rendered.missing == ("😀",)
    assert "会议照片（一）" in page_texts(tmp_path / "s.pdf")[0]


def test_the_same_sheets_give_the_same_file(tmp_path):
    render_sheets(EVERY_KIND, tmp_path / "a.pdf")
    render_sheets(EVERY_KIND, tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_register_sheet_stands_alone(tmp_path):
    assert render_register_sheet(REGISTER_SHEET, tmp_path / "r.pdf") == 1
    (text,) = page_texts(tmp_path / "r.pdf")
    assert REGISTER_SHEET.sha256 in text
    assert "12分34秒" in text


def test_spine_titles_come_back(tmp_path):
    assert render_spines([SPINE] * 3, tmp_path / "s.pdf") == 1
    (text,) = page_texts(tmp_path / "s.pdf")
    assert text.count("20210060") == 3


def test_a_blank_page_is_blank(tmp_path):
    assert render_sheets([Blank()], tmp_path / "b.pdf", watermark="草稿").page_counts == (1,)
    assert page_texts(tmp_path / "b.pdf") == [""]


def test_no_sheets_are_refused(tmp_path):
    with pytest.raises(ValueError, match="no sheets"):
        render_sheets([], tmp_path / "b.pdf")
