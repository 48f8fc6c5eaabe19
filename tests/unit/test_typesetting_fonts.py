from pathlib import Path

import pikepdf
import pikepdf.pdfa
import pypdfium2
import pytest

from app.typesetting.drawing import draw_line, stretch_per_gap
from app.typesetting.embedded_font import PlainCanvas
from app.typesetting.fonts import FontRole, base_font_name, glyph, missing_characters
from app.typesetting.lines import Line, set_line
from app.typesetting.number_font import CHARACTERS, number_codes, number_font, number_width
from app.typesetting.text import one_line, printable

REPO = Path(__file__).resolve().parents[2]
RARE = "镕喆堃𬭎𨭎"


def common_characters():
    return (REPO / "packaging" / "tongyong_hanzi.txt").read_text(encoding="utf-8").split()


@pytest.mark.parametrize("role", FontRole)
def test_every_common_character_has_a_shape_in_every_role(role):
    text = "".join(common_characters())
    assert len(text) == 8105
    assert missing_characters(text, role) == frozenset()


def test_a_rare_character_comes_from_the_next_font():
    assert glyph(FontRole.BODY, "行").font_name == "Juanzong-FandolFang-Regular"
    assert glyph(FontRole.BODY, "镕").font_name == "Juanzong-NotoSerifSC-Regular"
    assert glyph(FontRole.BODY, "𨭎").font_name == "Juanzong-LXGWWenKai-Regular"
    assert glyph(FontRole.BODY, "😀").font_name == ""
    assert missing_characters("行😀", FontRole.BODY) == {"😀"}


def test_chinese_quotation_marks_take_a_full_em_in_every_role():
    assert {glyph(role, mark).advance for role in FontRole for mark in "“”‘’"} == {1.0}


def draw(target, *lines, fill_width=0.0):
    canvas = PlainCanvas(target, (600, 400), base_font_name(FontRole.BODY))
    for index, line in enumerate(lines):
        draw_line(canvas, line, 40, 360 - 30 * index, fill_width)
    canvas.showPage()
    canvas.save()
    return target


def text_of(path):
    with pypdfium2.PdfDocument(path) as document:
        return document[0].get_textpage().get_text_bounded()


@pytest.mark.parametrize("role", FontRole)
def test_text_comes_back_out_of_the_file(tmp_path, role):
    text = f"示例县（2021）ABC 12—15 {RARE}"
    path = draw(tmp_path / "a.pdf", set_line(text, role, 14))
    assert text in text_of(path)


def test_many_characters_of_one_font_come_back(tmp_path):
    text = "".join(common_characters())[3000:3600]
    lines = [set_line(text[i : i + 60], FontRole.TABLE, 8) for i in range(0, 600, 60)]
    path = draw(tmp_path / "a.pdf", *lines)
    assert text_of(path).replace("\r\n", "") == text


def test_justified_text_has_no_spaces_put_in(tmp_path):
    line = set_line("本部门2018年以来的行政执法工作", FontRole.BODY, 16)
    path = draw(tmp_path / "a.pdf", line, fill_width=line.width + 14)
    assert line.text in text_of(path)


def test_a_line_far_too_short_is_not_stretched():
    line = set_line("短句", FontRole.BODY, 16)
    assert stretch_per_gap(line, 400) == 0
    assert stretch_per_gap(line, line.width + 1) == pytest.approx(1)
    assert stretch_per_gap(set_line("Word", FontRole.BODY, 16), 40) == 0


def test_the_file_is_fit_for_archives(tmp_path):
    path = draw(tmp_path / "a.pdf", set_line(f"示例县{RARE}ABC😀", FontRole.BODY, 14))
    with pikepdf.open(path) as pdf:
        assert "/Trans" not in pdf.pages[0]
        fonts = pdf.pages[0].Resources.Font.values()
        assert {"/FontFile2" in font.FontDescriptor for font in fonts} == {True}
        pikepdf.pdfa.save(pdf, tmp_path / "b.pdf", "2b")


def test_drawing_again_gives_the_same_bytes(tmp_path):
    line = set_line(f"示例县{RARE}", FontRole.TITLE, 14)
    first = draw(tmp_path / "a.pdf", line).read_bytes()
    assert draw(tmp_path / "b.pdf", line).read_bytes() == first


def test_a_missing_character_takes_one_em(tmp_path):
    assert set_line("😀😀", FontRole.BODY, 10).width == 20
    draw(tmp_path / "a.pdf", Line("😀", FontRole.BODY, 10, 10))


def test_printable_drops_what_has_no_shape():
    assert printable("甲\x00\x1b乙\u200b\ufeff丙\u202e\U000e0100") == "甲乙丙"
    assert printable("甲\r\n乙\r丙\u2028丁\t戊") == "甲\n乙\n丙\n丁 戊"
    assert printable("\ud800") == "\ufffd"
    assert one_line(" 甲 \n  乙 ") == "甲 乙"


def test_page_numbers_share_one_valid_font(tmp_path):
    pdf = pikepdf.new()
    font = number_font(pdf)
    for number in (1, 2):
        page = pdf.add_blank_page(page_size=(200, 100))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(JZ=font))
        codes = number_codes(f"— {number}0/9-8 —").hex().encode()
        page.Contents = pdf.make_stream(b"BT /JZ 14 Tf 20 50 Td <" + codes + b"> Tj ET")
    pikepdf.pdfa.save(pdf, tmp_path / "n.pdf", "2b")
    assert text_of(tmp_path / "n.pdf").strip() == "— 10/9-8 —"
    with pikepdf.open(tmp_path / "n.pdf") as saved:
        first, second = (page.Resources.Font.JZ.objgen for page in saved.pages)
        assert first == second


def test_number_width_is_the_sum_of_the_figures():
    assert number_width("00", 10) == pytest.approx(2 * number_width("0", 10))
    assert number_width(CHARACTERS, 14) > 0
    with pytest.raises(ValueError, match="第"):
        number_codes("第1页")
