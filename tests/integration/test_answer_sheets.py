"""Sheets are printed, filled in with a pen, scanned badly, and read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from app.answer_sheets.assembling import assemble
from app.answer_sheets.crops import CropOrder, crop_order, cut_out
from app.answer_sheets.form import SheetForm, SheetKind, SheetOption, SheetQuestion
from app.answer_sheets.layout import CLEAR, SheetLayout, lay_out_sheet
from app.answer_sheets.model import Doubt, PageReading, Refusal, ScanLedger
from app.answer_sheets.numbering import PageCode, decode, encode, series_code
from app.answer_sheets.printing import print_sheets
from app.answer_sheets.reading import ReadOrder, ScanPage, read_page, read_scans
from app.isolation import Workers
from app.jobs import Cancelled, SilentJob
from app.sheets.page import A4, TextMark
from tests.support.filled_sheets import Filled, Pen, Scanner, fill_in, scanned_pages

STEPS = ("非常满意", "比较满意", "一般", "不太满意", "很不满意")
LONG = "县人民政府门户网站、行政执法信息公示平台或者部门网站上公布的办事指南"


def _options(*texts: str) -> tuple[SheetOption, ...]:
    return tuple(SheetOption(str(place), text) for place, text in enumerate(texts, 1))


def _question(place: int, kind: SheetKind, *texts: str, lines: int = 3) -> SheetQuestion:
    words = "您对这一方面满意吗，请按您遇到的情况回答"
    return SheetQuestion(f"q{place}", f"{place}.", kind, words, _options(*texts), lines=lines)


SURVEY = SheetForm(
    series_code("访谈"),
    "示例县行政执法满意度访谈问卷",
    (
        _question(1, SheetKind.SINGLE, "行政许可", "行政确认", "缴纳税费", "其他"),
        _question(2, SheetKind.MULTIPLE, "公示栏", LONG, "电话咨询", "亲友介绍"),
        *(_question(place, SheetKind.SCALE, *STEPS) for place in range(3, 8)),
        _question(8, SheetKind.TRUE_FALSE, "是", "否"),
        _question(9, SheetKind.NUMBER),
    ),
    "请在符合您情况的方框里打勾。",
)
LONGER = replace(
    SURVEY,
    series=series_code("两页"),
    questions=(
        *SURVEY.questions,
        *(_question(place, SheetKind.SCALE, *STEPS) for place in range(10, 14)),
        _question(14, SheetKind.OPEN),
    ),
)
CARD = SheetForm(
    series_code("考试"),
    "法律知识考试答题卡",
    tuple(
        SheetQuestion(f"{n}", f"{n}.", SheetKind.SINGLE, "", _options(*"ABCD"), section="单选题")
        for n in range(1, 81)
    ),
    columns=3,
    blanks=("考号",),
)


def test_two_hundred_sheets_are_read_without_a_silent_mistake(
    tmp_path: Path, workers: Workers
) -> None:
    layout, printed = lay_out_sheet(SURVEY), tmp_path / "printed.pdf"
    print_sheets(layout, 1, 200, printed, SilentJob())
    meant: dict[int, Filled] = {}
    scans = []
    for number in range(1, 201):
        chance = Random(f"sheet {number}")
        meant[number] = fill_in(layout, number, chance)
        pages = scanned_pages(printed, layout, meant[number], number - 1, chance, Scanner())
        scans.append(tmp_path / f"{number}.jpg")
        next(pages).save(scans[-1], quality=chance.randint(40, 85), dpi=(150, 150))
    ledger = read_scans(scans, layout, workers, SilentJob())
    assert ledger.closed
    assert not ledger.refused
    assert [sheet.number for sheet in ledger.sheets] == list(range(1, 201))
    told = _compared(ledger, meant)
    assert told["wrong"] == 0
    # Whoever withdraws a mark is asked about; all else is read without a person.
    assert told["corrected, read"] == 0
    assert told["corrected, asked"] > 10
    plain = told["right"] + told["asked"]
    assert plain > 1500
    assert told["right"] >= 0.995 * plain


def test_pages_come_in_any_order_and_every_one_is_accounted_for(
    tmp_path: Path, workers: Workers
) -> None:
    layout, printed = lay_out_sheet(LONGER), tmp_path / "printed.pdf"
    print_sheets(layout, 41, 3, printed, SilentJob())
    assert len(layout.pages) == 2
    meant, pages = {}, {}
    for place, number in enumerate((41, 42, 43)):
        chance = Random(number)
        meant[number] = fill_in(layout, number, chance, corrections=0)
        scanned = scanned_pages(printed, layout, meant[number], place, chance, Scanner())
        pages[number] = list(scanned)
    other = lay_out_sheet(SURVEY)
    print_sheets(other, 41, 1, tmp_path / "other.pdf", SilentJob())
    strange = next(
        scanned_pages(
            tmp_path / "other.pdf",
            other,
            fill_in(other, 41, Random(1)),
            0,
            Random(1),
            Scanner(upside_down=0),
        )
    )
    blank = Image.new("L", strange.size, 245)
    text = Image.new("L", strange.size, 245)
    ImageDraw.Draw(text).rectangle((200, 200, 900, 900), fill=0)
    in_pdf = tmp_path / "scan.pdf"
    order = [pages[43][1], blank, pages[41][0], strange, pages[41][1], pages[42][1]]
    order[0].save(in_pdf, save_all=True, append_images=order[1:], resolution=150)
    in_tiff = tmp_path / "scan.tif"
    two = [pages[43][0].transpose(Image.Transpose.ROTATE_90), text]
    two[0].save(in_tiff, save_all=True, append_images=two[1:], dpi=(150, 150))
    again, damaged = tmp_path / "again.png", tmp_path / "damaged.jpg"
    pages[41][0].save(again)
    damaged.write_bytes(b"\xff\xd8\xff\xe0 no picture")
    ledger = read_scans([in_pdf, in_tiff, again, damaged], layout, workers, SilentJob())
    assert ledger.pages == 10
    assert ledger.closed
    assert Counter(page.reason for page in ledger.refused) == {
        Refusal.BLANK: 1,
        Refusal.OTHER_SERIES: 1,
        Refusal.NO_CODE: 1,
        Refusal.UNREADABLE: 1,
    }
    first, second, third = ledger.sheets
    assert (first.number, first.missing, first.again) == (41, (), (1,))
    assert (second.number, second.missing) == (42, (1,))
    assert {answer.question for answer in second.answers} < {p.question.key for p in layout.places}
    assert (third.number, third.missing) == (43, ())
    assert _compared(ledger, meant)["wrong"] == 0
    assert [answer.question for answer in first.answers if answer.written] == ["q9", "q14"]


def test_two_scans_of_a_page_that_differ_are_shown(tmp_path: Path, workers: Workers) -> None:
    layout, printed = lay_out_sheet(SURVEY), tmp_path / "printed.pdf"
    print_sheets(layout, 1, 1, printed, SilentJob())
    scans = []
    for choice in ("1", "2"):
        answers = {place.question.key: (choice,) for place in layout.places}
        filled = Filled(1, Pen.TICK, answers, frozenset())
        page = next(scanned_pages(printed, layout, filled, 0, Random(3), Scanner()))
        scans.append(tmp_path / f"{choice}.png")
        page.save(scans[-1])
    (sheet,) = read_scans(scans, layout, workers, SilentJob()).sheets
    assert all(answer.doubts == (Doubt.DIFFERS,) for answer in sheet.answers if not answer.written)


@pytest.mark.parametrize("seed", range(6))
def test_photographs_in_perspective_are_read(tmp_path: Path, seed: int) -> None:
    layout, printed = lay_out_sheet(SURVEY), tmp_path / "printed.pdf"
    print_sheets(layout, 1, 1, printed, SilentJob())
    chance = Random(seed)
    filled = fill_in(layout, 1, chance, corrections=0)
    scanner = Scanner(dpi=200, most_degrees=0, upside_down=0)
    page = next(scanned_pages(printed, layout, filled, 0, chance, scanner))
    photo = _photographed(page, chance)
    photo.save(tmp_path / "photo.jpg", quality=80)
    ledger = _read(layout, [tmp_path / "photo.jpg"])
    assert not ledger.refused
    assert _compared(ledger, {1: filled})["wrong"] == 0
    assert _compared(ledger, {1: filled})["right"] >= 7


@pytest.mark.parametrize("degrees", [-5, 5, 90, 180, 265])
def test_crooked_and_turned_scans_of_cards_are_read(tmp_path: Path, degrees: int) -> None:
    layout, printed = lay_out_sheet(CARD), tmp_path / "printed.pdf"
    print_sheets(layout, 7, 1, printed, SilentJob())
    chance = Random(degrees)
    filled = replace(fill_in(layout, 7, chance, corrections=0), pen=Pen.FILL)
    scanner = Scanner(most_degrees=0, upside_down=0)
    scans = []
    for page in scanned_pages(printed, layout, filled, 0, chance, scanner):
        scans.append(tmp_path / f"{len(scans)}.png")
        page.rotate(degrees, Image.Resampling.BICUBIC, expand=degrees > 45, fillcolor=240).save(
            scans[-1]
        )
    ledger = _read(layout, scans)
    assert not ledger.refused
    told = _compared(ledger, {7: filled})
    assert (told["wrong"], told["asked"]) == (0, 0)


def test_what_could_mean_two_things_is_shown(tmp_path: Path) -> None:
    layout, printed = lay_out_sheet(SURVEY), tmp_path / "printed.pdf"
    print_sheets(layout, 1, 1, printed, SilentJob())
    answers: dict[str, tuple[str, ...]] = {place.question.key: () for place in layout.places}
    answers |= {"q4": ("1", "3"), "q5": ("2",), "q1": ("1",), "q6": ("4",)}
    filled = Filled(1, Pen.TICK, answers, frozenset())
    scanner = Scanner(most_degrees=0, upside_down=0)
    page = next(scanned_pages(printed, layout, filled, 0, Random(5), scanner))
    draw = ImageDraw.Draw(page)
    scale = scanner.dpi / 72

    def box(question: str, option: str) -> tuple[float, ...]:
        found = next(b for b in layout.boxes if (b.question, b.option) == (question, option))
        return tuple(edge * scale for edge in found.box)

    left, top, right, bottom = box("q3", "2")  # a ring around the box
    draw.ellipse((left - 9, top - 9, right + 9, bottom + 9), outline=40, width=3)
    left, top, right, bottom = box("q7", "3")  # a small dot
    draw.ellipse((left + 8, top + 8, left + 12, top + 12), fill=40)
    left, top, right, bottom = box("q8", "1")  # a stroke across everything
    draw.line((left - 30, top - 30, right + 25, bottom + 25), fill=40, width=3)
    left, top, right, bottom = box("q5", "4")  # filled up beside a tick
    draw.rectangle((left, top, right, bottom), fill=40)
    page.save(tmp_path / "scan.png")
    (sheet,) = _read(layout, [tmp_path / "scan.png"]).sheets
    doubts = {answer.question: answer.doubts for answer in sheet.answers if answer.doubts}
    assert doubts == {
        "q3": (Doubt.BESIDE,),
        "q4": (Doubt.SEVERAL,),
        "q5": (Doubt.FILLED_OVER,),
        "q7": (Doubt.FAINT,),
        "q8": (Doubt.STROKE,),
    }
    sure = {answer.question: answer.chosen for answer in sheet.answers if not answer.doubts}
    assert sure == {"q1": ("1",), "q2": (), "q6": ("4",), "q9": ()}


def test_torn_and_folded_pages_are_refused_and_named(tmp_path: Path) -> None:
    layout, printed = lay_out_sheet(SURVEY), tmp_path / "printed.pdf"
    print_sheets(layout, 12, 1, printed, SilentJob())
    filled = fill_in(layout, 12, Random(1))
    scanner = Scanner(most_degrees=0, upside_down=0)
    page = next(scanned_pages(printed, layout, filled, 0, Random(1), scanner))
    torn = page.copy()
    torn.paste(240, (0, 300, torn.width, torn.height))  # only the upper codes are left
    squeezed = Image.new("L", page.size, 240)
    squeezed.paste(page.crop((0, 0, page.width, 700)), (0, 0))
    squeezed.paste(page.crop((0, 850, page.width, page.height)), (0, 700))
    for name, image in (("torn", torn), ("squeezed", squeezed)):
        image.save(tmp_path / f"{name}.png")
        ledger = _read(layout, [tmp_path / f"{name}.png"])
        (refused,) = ledger.refused
        assert ledger.closed
        assert (refused.reason, refused.number, refused.page) == (Refusal.NOT_ALIGNED, 12, 1)


def test_a_person_sees_what_was_written(tmp_path: Path) -> None:
    layout, printed = lay_out_sheet(SURVEY), tmp_path / "printed.pdf"
    print_sheets(layout, 1, 1, printed, SilentJob())
    answers: dict[str, tuple[str, ...]] = {place.question.key: () for place in layout.places}
    filled = Filled(1, Pen.FILL, answers | {"q1": ("1",)}, frozenset())
    scanner = Scanner(most_degrees=3, upside_down=1)
    next(scanned_pages(printed, layout, filled, 0, Random(2), scanner)).save(tmp_path / "a.png")
    reading = read_page(ReadOrder(ScanPage(tmp_path / "a.png", 0), layout))
    assert isinstance(reading, PageReading)
    ticked, empty = (
        next(b.box for b in layout.boxes if (b.question, b.option) == ("q1", option))
        for option in "12"
    )
    written = layout.place("q9").written
    assert written is not None
    cut = cut_out(crop_order(reading, ticked, empty, written))
    greys = []
    for place, data in enumerate(cut):
        (tmp_path / f"{place}.png").write_bytes(data)
        with Image.open(tmp_path / f"{place}.png") as image:
            high, wide = image.height, image.width
            middle = image.crop((wide // 3, high // 3, 2 * wide // 3, 2 * high // 3))
            greys.append(float(np.asarray(middle).mean()))
    assert greys[0] < 120 < greys[1]
    (whole,) = cut_out(CropOrder(reading.scan))
    assert whole.startswith(b"\x89PNG")


def test_sheets_begin_on_the_front_and_say_their_number(tmp_path: Path) -> None:
    layout, printed = lay_out_sheet(SURVEY), tmp_path / "printed.pdf"
    assert print_sheets(layout, 5, 2, printed, SilentJob()) == 4
    with pypdfium2.PdfDocument(printed) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    assert "编号 00005" in texts[0]
    assert "编号 00006" in texts[2]
    assert texts[1].strip() == texts[3].strip() == ""


@pytest.mark.parametrize("form", [SURVEY, LONGER, CARD])
def test_nothing_is_printed_where_ink_is_measured(form: SheetForm) -> None:
    layout = lay_out_sheet(form)
    asked = [question.key for question in form.questions]
    assert [place.question.key for place in layout.places] == asked
    assert len(layout.boxes) == sum(len(question.options) for question in form.questions)
    for box in layout.boxes:
        left, top, right, bottom = box.box
        assert left >= 0
        assert right <= A4[0]
        for mark in layout.pages[box.page - 1].marks:
            if isinstance(mark, TextMark):
                x0, y0, x1, y1 = mark.box()
                # The em box of a line is higher than its ink by an eighth above and below.
                rise = mark.line.size / 8
                across = x0 < right and x1 > left - CLEAR
                down = y0 + rise < bottom + CLEAR and y1 - rise > top - CLEAR
                assert not (across and down), (box, mark.line.text)


def test_codes_say_what_they_were_given_and_refuse_others() -> None:
    code = PageCode(series_code("某一轮"), 123, 4, 2)
    text = encode(code)
    assert decode(text) == code
    assert decode(text[:-1] + ("0" if text[-1] != "0" else "1")) is None
    assert decode("https://example.cn/") is None
    with pytest.raises(ValueError, match="no such page"):
        encode(replace(code, number=100_000))


def test_reading_can_be_cancelled(tmp_path: Path, workers: Workers) -> None:
    layout = lay_out_sheet(SURVEY)
    print_sheets(layout, 1, 2, tmp_path / "printed.pdf", SilentJob())
    job = SilentJob()
    job.token.cancel()
    with pytest.raises(Cancelled):
        read_scans([tmp_path / "printed.pdf"], layout, workers, job)


def _read(layout: SheetLayout, scans: Sequence[Path]) -> ScanLedger:
    return assemble(layout, [read_page(ReadOrder(ScanPage(scan, 0), layout)) for scan in scans])


def _compared(ledger: ScanLedger, meant: dict[int, Filled]) -> Counter[str]:
    told: Counter[str] = Counter()
    for sheet in ledger.sheets:
        filled = meant[sheet.number]
        for answer in sheet.answers:
            if answer.written:
                continue
            if answer.question in filled.corrected:
                told["corrected, asked" if answer.doubts else "corrected, read"] += 1
            elif answer.doubts:
                told["asked"] += 1
            else:
                right = answer.chosen == filled.answers[answer.question]
                told["right" if right else "wrong"] += 1
    return told


def _photographed(page: Image.Image, chance: Random) -> Image.Image:
    """The page on a grey table, seen from aside."""
    wide, high = page.width, page.height
    canvas = Image.new("L", (wide + 300, high + 300), 110)
    corners = [
        (150 + chance.uniform(-90, 90), 150 + chance.uniform(-90, 90)),
        (150 + chance.uniform(-90, 90), 150 + high + chance.uniform(-90, 90)),
        (150 + wide + chance.uniform(-90, 90), 150 + high + chance.uniform(-90, 90)),
        (150 + wide + chance.uniform(-90, 90), 150 + chance.uniform(-90, 90)),
    ]
    rows = []
    for (x, y), (u, v) in zip(corners, ((0, 0), (0, high), (wide, high), (wide, 0)), strict=True):
        rows += [(x, y, 1, 0, 0, 0, -u * x, -u * y, u), (0, 0, 0, x, y, 1, -v * x, -v * y, v)]
    table = np.array(rows)
    solved = np.linalg.solve(table[:, :8], table[:, 8])
    seen = page.transform(
        canvas.size,
        Image.Transform.PERSPECTIVE,
        tuple(solved),
        Image.Resampling.BICUBIC,
        fillcolor=110,
    )
    return seen.rotate(chance.choice((0, 90, 180)), expand=True)
