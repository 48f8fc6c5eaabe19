"""Marks of state secrecy in every spelling and place; everyday words that must pass."""

from datetime import date

import pytest

from app.intake.inspection import InspectionOrder, inspect
from app.secrecy.marks import Spot, Words, judge
from tests.support import secrecy
from tests.support.secrecy import ALONE, FILLER, HARMLESS, HARMLESS_NAMES, MARKS, NAMES, PLACES

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


@pytest.mark.parametrize("text", HARMLESS)
def test_everyday_words_pass(text):
    assert found(Spot.PAGES, f"{text}\n{LETTER}") is None
    assert found(Spot.PAGES, f"{LETTER}\n{FILLER}\n{text}\n附件") is None
    assert found(Spot.ALONE, text) is None


@pytest.mark.parametrize("name", HARMLESS_NAMES)
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


@pytest.mark.parametrize("place", PLACES)
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
