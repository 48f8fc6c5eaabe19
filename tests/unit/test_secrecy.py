"""Marks of state secrecy in every spelling and place; everyday words that must pass."""

from datetime import date

import pytest

from app.intake.inspection import InspectionOrder, inspect
from app.secrecy.marks import Spot, Words, judge
from tests.support import secrecy
from tests.support.compound import old_word, old_workbook
from tests.support.secrecy import (
    ALONE,
    EVERYDAY,
    EVERYDAY_NAMES,
    FILLER,
    HARMLESS,
    HARMLESS_NAMES,
    MARKS,
    NAMES,
    PLACES,
)

TODAY = date(2026, 6, 1)
LETTER = "县司法局文件\n关于某事的通知\n各乡镇："


def found(spot, text):
    return judge([Words(spot, text)])


def looked_at(folder, place, text):
    name, make = PLACES[place]
    path = folder / name
    path.write_bytes(make(text))
    return inspect(InspectionOrder(path, name, TODAY, whole=True))


@pytest.mark.parametrize("mark", [*MARKS, *ALONE])
def test_a_mark_at_the_top_of_a_page_or_by_itself_is_certain(mark):
    assert found(Spot.PAGES, f"{mark}\n{LETTER}").certain
    assert found(Spot.ALONE, mark).certain
    assert found(Spot.PAGES, f"{FILLER}\f{mark}\n附件").certain


@pytest.mark.parametrize("mark", ALONE)
def test_a_level_alone_within_a_page_asks(mark):
    assert not found(Spot.PAGES, f"{LETTER}\n{FILLER}\n{mark}\n{FILLER}").certain


def test_a_mark_within_the_text_of_a_later_page_asks():
    pages = "正文。\f" * 29
    assert not found(Spot.PAGES, f"{pages}上级来文“机密★1年”的要求已经落实。").certain
    assert not found(Spot.PAGES, f"{pages}按照来文机密★1年的要求办理。").certain
    assert found(Spot.PAGES, f"{pages}机密★1年\n附件").certain


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_bears_a_mark_is_certain(name):
    assert found(Spot.NAME, f"{name}.docx").certain
    assert found(Spot.NAME, f"{name}/一.docx").certain
    assert found(Spot.NAME, f"材料/{name}.zip/一.docx").certain


@pytest.mark.parametrize("name", secrecy.DOUBTFUL_NAMES)
def test_a_name_that_may_bear_a_mark_asks(name):
    assert not found(Spot.NAME, f"{name}.docx").certain


@pytest.mark.parametrize("text", [*HARMLESS, *EVERYDAY])
def test_everyday_words_pass(text):
    assert found(Spot.PAGES, f"{text}\n{LETTER}") is None
    assert found(Spot.PAGES, f"{LETTER}\n{FILLER}\n{text}\n附件") is None
    assert found(Spot.PAGES, f"{FILLER}\f{text}\n{FILLER}") is None
    assert found(Spot.ALONE, text) is None


@pytest.mark.parametrize("name", [*HARMLESS_NAMES, *EVERYDAY_NAMES])
def test_everyday_names_pass(name):
    assert found(Spot.NAME, f"{name}.docx") is None


@pytest.mark.parametrize("mark", ["机密★1年", "机密", "机·密"])
@pytest.mark.parametrize("place", PLACES)
def test_a_mark_in_any_place_of_any_format_is_certain(tmp_path, place, mark):
    looked = looked_at(tmp_path, place, mark)
    assert looked.classified
    assert looked.problems == ()


@pytest.mark.parametrize(
    "place", ["docx-table", "xlsx-first", "xlsx-second", "xlsx-hidden", "ods", "csv", "pdf-first"]
)
def test_a_level_beside_its_label_is_certain(tmp_path, place):
    text = "编号\t3\n密级\t机密" if place != "docx-table" else "密级\t机密"
    assert looked_at(
        tmp_path, place, text.replace("\t", "：" if "pdf" in place else "\t")
    ).classified


#: Nobody writes a sentence with one letter in each box, or into a form's field for the level.
FOR_MARKS = {"pptx-letters", "html-blocks", "ofd-register", "pdf-column", "pdf-column-beside"}


@pytest.mark.parametrize("place", sorted(PLACES.keys() - FOR_MARKS))
def test_everyday_words_pass_in_any_place_of_any_format(tmp_path, place):
    for text in HARMLESS[::7]:
        looked = looked_at(tmp_path, place, text)
        assert (looked.classified, looked.doubtful) == (None, None), text


def test_sheets_and_members_with_names_that_bear_a_mark_are_certain(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(secrecy.xlsx({"一": [["甲"]], "机密文件": [["乙"]]}))
    assert inspect(InspectionOrder(path, "a.xlsx", TODAY)).classified
    path = tmp_path / "a.zip"
    path.write_bytes(secrecy.packed({"甲.txt": "x", "绝密/乙.txt": "x"}))
    assert inspect(InspectionOrder(path, "a.zip", TODAY, whole=True)).classified


@pytest.mark.parametrize(
    "column", ["商业秘密保护", "保守国家秘密", "密级：无", "秘书科", "计算机密码"]
)
def test_everyday_words_in_a_column_pass(tmp_path, column):
    letters = [(40, 780 - 24 * n, 16, letter) for n, letter in enumerate(column)]
    beside = [(120, 780 - 24 * n, 16, f"第{n}条 本办法自发布之日起施行。") for n in range(20)]
    path = tmp_path / "a.pdf"
    path.write_bytes(secrecy.drawn([*letters, *beside]))
    looked = inspect(InspectionOrder(path, "a.pdf", TODAY))
    assert (looked.classified, looked.doubtful) == (None, None)


def test_levels_that_head_the_rows_of_a_table_pass(tmp_path):
    rows = [(40, 780 - 60 * n, level) for n, level in enumerate(("绝密", "机密", "秘密"))]
    letters = [(x, y - 20 * n, 16, c) for x, y, level in rows for n, c in enumerate(level)]
    path = tmp_path / "a.pdf"
    path.write_bytes(secrecy.drawn([*letters, *((200, y, 16, "0 件") for _, y, _ in rows)]))
    assert inspect(InspectionOrder(path, "a.pdf", TODAY)).classified is None


@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.dat"])
def test_a_cut_compound_file_still_speaks(tmp_path, name):
    whole = old_word(tmp_path / name, f"机密★1年\n{LETTER}\n{FILLER}").read_bytes()
    assert inspect(InspectionOrder(tmp_path / name, name, TODAY)).classified
    (tmp_path / name).write_bytes(whole[: whole.find("发布之日".encode("utf-16-le"))])
    assert inspect(InspectionOrder(tmp_path / name, name, TODAY)).classified


@pytest.mark.parametrize("name", ["a.xls", "a.et"])
def test_a_gap_in_a_level_of_a_workbook_is_seen(tmp_path, name):
    old_workbook(tmp_path / name, ["甲", "机 密", "乙"])
    assert inspect(InspectionOrder(tmp_path / name, name, TODAY)).classified
