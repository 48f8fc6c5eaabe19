"""Rare characters, tables and page breaks of text files, as LibreOffice draws them."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from app.conversion.model import Made, Order
from app.conversion.office.converter import OfficeConverter
from app.conversion.office.program import find_office
from app.jobs import SilentJob
from app.problems import ProblemKind
from app.typesetting.office_fonts import write_fontconfig
from tests.support import documents
from tests.support.conversion import FAST, source_of

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(find_office(None) is None, reason="LibreOffice is not installed"),
]

NAMES = ("王\ue863李㐀", "王\ue000李𰻞丙䶮丁", "王\U00031350李䶮丙")
SHOWN = ("王䶮李㐀", "王〓李𰻞丙䶮丁", "王〓李䶮丙")


class Box(NamedTuple):
    character: str
    page: int
    left: float
    bottom: float


class Drawn:
    def __init__(self, made: Made) -> None:
        self.kinds = [note.kind for note in made.notes]
        self.pages: list[str] = []
        self.boxes: list[Box] = []
        with pypdfium2.PdfDocument(made.target) as document:
            for number, page in enumerate(document):
                words = page.get_textpage()
                self.pages.append(words.get_text_range())
                for index in range(words.count_chars()):
                    left, bottom, _, _ = words.get_charbox(index, loose=True)
                    self.boxes.append(Box(words.get_text_range(index, 1), number, left, bottom))


def letter(path: Path, lines: Sequence[str]) -> Path:
    document = docx.Document()
    for line in lines:
        run = document.add_paragraph().add_run(line)
        run.font.name = "仿宋_GB2312"
        run._r.rPr.rFonts.set(qn("w:eastAsia"), "仿宋_GB2312")
    document.save(path)
    return path


@pytest.fixture(scope="module")
def drawn(workers, tmp_path_factory) -> dict[str, Drawn]:
    folder = tmp_path_factory.mktemp("rare")
    tall = "".join(chr(0x4E00 + n) for n in range(2000))
    files = [
        documents.text(folder / "a.txt", "\n".join(NAMES) + "\n\f末页\n", "utf-8"),
        letter(folder / "a.docx", NAMES),
        documents.text(folder / "a.csv", f'甲,乙\n1,"高\n黄\n龙"\n2,{tall}\n3,完\n', "gb18030"),
    ]
    (folder / "work").mkdir()
    environment = {"FONTCONFIG_FILE": str(write_fontconfig(folder / "fonts"))}
    orders = [Order(source_of(path), folder / f"{path.name}.pdf") for path in files]
    converter = OfficeConverter(workers, FAST, environment)
    results = dict(converter.convert(orders, folder / "work", SilentJob()))
    return {order.source.name: Drawn(made) for order, made in results.items()}


@pytest.mark.parametrize("name", ["a.txt", "a.docx"])
def test_rare_characters_stand_in_their_place(drawn, name):
    text = drawn[name].pages[0]
    for line in SHOWN:
        assert all(character in text for character in line)
    assert "\ue000" not in text
    assert set(drawn[name].kinds) >= {
        ProblemKind.PRIVATE_CHARACTERS,
        ProblemKind.CHARACTERS_NOT_SHOWN,
    }


@pytest.mark.parametrize("name", ["a.txt", "a.docx"])
def test_no_character_is_drawn_over_another(drawn, name):
    boxes = [box for box in drawn[name].boxes if box.character.strip()]
    for one, other in combinations(boxes, 2):
        apart = one.page != other.page or abs(one.bottom - other.bottom) > 12
        assert apart or abs(one.left - other.left) > 5, (one, other)


def test_form_feed_ends_the_page(drawn):
    first, second = drawn["a.txt"].pages
    assert ("末页" in first, second.strip()) == (False, "末页")


def test_tall_cells_are_whole_and_do_not_overprint(drawn):
    table = drawn["a.csv"]
    text = "".join("".join(table.pages).split())
    assert sum(text.count(chr(0x4E00 + n)) >= 1 for n in range(2000)) == 2000
    bottoms = {box.character: box.bottom for box in table.boxes if box.character in "高黄龙"}
    assert bottoms["高"] > bottoms["黄"] + 8 > bottoms["龙"] + 16
