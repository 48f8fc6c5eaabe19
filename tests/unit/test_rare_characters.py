import zipfile
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversion.texts.rare import replace_rare_characters, with_shown_characters
from app.filetypes import sniff
from app.filetypes.package_words import TooManyWords, telling_parts
from app.findings.looking import find
from app.gbk_private import is_private, with_standard_codes
from app.intake.inspection import InspectionOrder, inspect
from app.names.problems import describe_problem
from app.problems import Problem, ProblemKind
from app.rare_characters import RareCharacters, rare_characters, without_rare_characters
from app.typesetting.fonts import FontRole, missing_characters
from app.typesetting.text import printable
from tests.support import documents


def found_in(path: Path) -> list[Problem]:
    return list(find(path, sniff(path, path.name)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\ue863", "䶮"),
        ("\ue844", "䜣"),
        ("\ue7c7", "\u1e3f"),
        ("\ue7c8", "\u01f9"),
        ("\ue81e", "\u9fb4"),
        ("\ue815", "\u2e81"),
        ("\ue864", "\u9fbb"),
        ("\ue831", "\U000215d7"),
        ("\ue78d\ue796", "\ufe10\ufe19"),
        ("\ue7e7\ue7f3", "\u303e\u2ffb"),
        ("\ue76c", "€"),
        ("\ue000\uf0fe", "\ue000\uf0fe"),
    ],
)
def test_private_codes_of_old_gbk_become_standard(old, new):
    assert with_standard_codes(f"王{old}。") == f"王{new}。"


def test_every_private_character_that_gbk_gives_two_bytes_is_standard_or_user_defined():
    codes = range(0xE766, 0xE865)
    left = [code for code in codes if is_private(with_standard_codes(chr(code)))]
    encoded = {code: chr(code).encode("gb18030") for code in left}
    unassigned = {b"\xa2", b"\xa4", b"\xa5", b"\xa6", b"\xa7", b"\xa8", b"\xa9", b"\xd7"}
    assert {data[:1] for data in encoded.values() if len(data) == 2} <= unassigned


@given(st.text())
def test_standard_codes_change_nothing_else(text):
    new = with_standard_codes(text)
    assert len(new) == len(text)
    assert all(a == b or is_private(a) for a, b in zip(text, new, strict=True))
    assert with_standard_codes(new) == new


def test_sheets_show_the_standard_character_and_name_what_is_left():
    assert printable("王\ue863") == "王䶮"
    assert missing_characters("王䶮\ue000\U0010fffd\U000ffffd", FontRole.BODY) == {
        "\ue000",
        "\U0010fffd",
        "\U000ffffd",
    }


def test_characters_of_names_are_counted_only_if_no_font_has_them():
    text = "王䶮㛃鿍鿏𠅤𣗋𬭎𫖮𬙊𰻞﨑〇㈱㊣①⑳㎡℃‰№囍喆堃犇\ue863\uf0fe\u200d\u3000\t\n"
    assert rare_characters(text) == {}
    assert rare_characters("甲\ue000乙\ue000丙\U00031350😀") == {
        "\ue000": 2,
        "\U00031350": 1,
        "😀": 1,
    }


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("王\ue863", "王䶮"),
        ("甲\ue000乙䶮", "甲〓乙䶮"),
        ("甲\U00031350乙", "甲〓乙"),
        ("会议📌通知", "会议📌通知"),
        ("坏\ufffd字", "坏〓字"),
        ("한국어 བོད་ཡིག ئۇيغۇرچە 与王䶮", "한국어 བོད་ཡིག ئۇيغۇرچە 与王䶮"),
        ("会议📌，通知", "会议📌，通知"),
        ("会议📌王䶮", "会议〓王䶮"),
        ("会议📌王喆", "会议〓王喆"),
        ("\uf0fe 勾选", "\uf0fe 勾选"),
    ],
)
def test_stand_in_keeps_neighbours_from_harm(text, shown):
    assert without_rare_characters(text) == shown


def told(text: str) -> list[Problem]:
    rare = RareCharacters()
    rare.look_through(text)
    return list(rare.problems())


def test_findings_name_place_and_code():
    private, other = told("王\ue000，李\ue000同志，\U00031350")
    assert describe_problem(private).reason.endswith("王〓 U+E000")
    assert "2 个自造字" in describe_problem(private).reason
    assert describe_problem(other).reason.endswith("：U+31350")
    (many,) = told("".join(map(chr, range(0xE000, 0xE00A))))
    assert str(many.detail["characters"]).endswith("U+E007等")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("suffix", ["txt", "csv"])
def test_text_files_tell_of_their_rare_characters(tmp_path, encoding, suffix):
    words = "姓名,单位\n王\ue863,县司法局\n李\ue000,县公安局\n"
    path = documents.text(tmp_path / f"a.{suffix}", words, encoding)
    detail = {"count": 1, "characters": "李〓 U+E000"}
    assert found_in(path) == [Problem(ProblemKind.PRIVATE_CHARACTERS, detail)]


def test_text_that_cannot_be_decoded_is_told(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("法治政府建设示范创建".encode() * 3 + b"\xff\n" + "完".encode())
    assert found_in(path) == [Problem(ProblemKind.TEXT_UNDECODED, {"count": 1})]


@pytest.mark.parametrize("content", [" \r\n\t\u3000\n", ",,,\n,,,\n", "\ufeff\n"])
@pytest.mark.parametrize("suffix", ["txt", "csv"])
def test_blank_text_is_told(tmp_path, content, suffix):
    path = documents.text(tmp_path / f"a.{suffix}", content, "utf-8")
    kinds = [problem.kind for problem in found_in(path)]
    assert kinds == [ProblemKind.TEXT_BLANK] or (suffix == "txt" and "," in content)


def letter(path: Path, text: str) -> Path:
    document = docx.Document()
    document.add_paragraph(text)
    document.sections[0].header.paragraphs[0].text = "页眉\ue863"
    document.save(path)
    return path


def test_word_copy_has_standard_codes_and_stand_ins(tmp_path):
    path = letter(tmp_path / "a.docx", "王\ue863 & 李\ue000与<\U00031350>")
    detail = {"count": 1, "characters": "李〓与 U+E000"}
    assert Problem(ProblemKind.PRIVATE_CHARACTERS, detail) in found_in(path)
    replace_rare_characters(path)
    document = docx.Document(path)
    assert document.paragraphs[0].text == "王䶮 & 李〓与<〓>"
    assert document.sections[0].header.paragraphs[0].text == "页眉䶮"


def test_sheet_copy_has_standard_codes(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"] = "王\ue863", 12
    book.save(tmp_path / "a.xlsx")
    replace_rare_characters(tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert (sheet["A1"].value, sheet["A2"].value) == ("王䶮", 12)


def test_file_without_rare_characters_is_not_rewritten(tmp_path):
    document = docx.Document()
    document.add_paragraph("普通文字")
    document.save(tmp_path / "a.docx")
    before = (tmp_path / "a.docx").read_bytes()
    replace_rare_characters(tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_bytes() == before
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04 torn")
    replace_rare_characters(tmp_path / "b.docx")
    assert (tmp_path / "b.docx").read_bytes() == b"PK\x03\x04 torn"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.docx", "b.docx"]


def test_attributes_and_references_are_left_as_they_are():
    xml = '<a b="\ue863">x&#xE863;&#59491;&amp;&#60;\ue863</a>'
    assert with_shown_characters(xml) == '<a b="\ue863">x䶮䶮&amp;&#60;䶮</a>'


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="<>&"), max_size=40))
def test_markup_survives_whatever_the_words(text):
    xml = f'<p a="1">{text}</p><q/>'
    new = with_shown_characters(xml)
    assert new.startswith('<p a="1">')
    assert new.endswith("</p><q/>")


def test_zip_that_is_no_document_is_quietly_passed(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("word/document.xml", b"\xff\xfe\x00")
    replace_rare_characters(tmp_path / "a.zip")
    assert zipfile.ZipFile(tmp_path / "a.zip").read("word/document.xml") == b"\xff\xfe\x00"


def test_formats_that_cannot_be_mapped_tell_of_every_private_code(tmp_path):
    path = documents.rtf(tmp_path / "a.rtf", "王\ue863李\ue000，完")
    found = inspect(InspectionOrder(path, path.name, date(2021, 4, 9)))
    told = [p for p in found.problems if p.kind is ProblemKind.PRIVATE_CHARACTERS]
    assert [problem.detail["count"] for problem in told] == [2]
    assert "U+E863" in str(told[0].detail["characters"])


def test_more_text_than_is_looked_through_is_said(tmp_path):
    path = letter(tmp_path / "a.docx", "王\ue000")
    with zipfile.ZipFile(path) as archive:
        assert [name for name, _ in telling_parts(archive)] != []
        with pytest.raises(TooManyWords):
            list(telling_parts(archive, most=100))
