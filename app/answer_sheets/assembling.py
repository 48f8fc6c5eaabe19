"""Sheets out of pages, whatever their order, and an account of every page."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from app.answer_sheets.judging import fills_boxes, judge_question
from app.answer_sheets.layout import QuestionPlace, SheetLayout
from app.answer_sheets.model import (
    Doubt,
    PageReading,
    ReadSheet,
    RefusedPage,
    ScanLedger,
    SheetAnswer,
)


def assemble(layout: SheetLayout, pages: Sequence[PageReading | RefusedPage]) -> ScanLedger:
    """Put the pages of one series together."""
    by_sheet: dict[int, list[PageReading]] = defaultdict(list)
    refused = []
    for page in pages:
        if isinstance(page, PageReading):
            by_sheet[page.number].append(page)
        else:
            refused.append(page)
    sheets = tuple(_sheet(layout, number, by_sheet[number]) for number in sorted(by_sheet))
    unclear = {
        (sheet.number, answer.reading.page)
        for sheet in sheets
        for answer in sheet.doubtful
        if answer.reading
    }
    readings = [page for page in pages if isinstance(page, PageReading)]
    doubtful = sum((page.number, page.page) in unclear for page in readings)
    return ScanLedger(sheets, tuple(refused), len(pages), len(readings) - doubtful, doubtful)


def _sheet(layout: SheetLayout, number: int, readings: Sequence[PageReading]) -> ReadSheet:
    by_page: dict[int, list[PageReading]] = defaultdict(list)
    for reading in readings:
        by_page[reading.page].append(reading)
    fills = fills_boxes(box for reading in readings for box in reading.boxes)
    answers = tuple(
        _answer(place, by_page[place.page], fills=fills)
        for place in layout.places
        if by_page.get(place.page)
    )
    wanted = {place.page for place in layout.places}
    return ReadSheet(
        number,
        answers,
        tuple(readings),
        tuple(sorted(page for page in wanted if not by_page.get(page))),
        tuple(sorted(page for page, found in by_page.items() if len(found) > 1)),
    )


def _answer(place: QuestionPlace, readings: Sequence[PageReading], *, fills: bool) -> SheetAnswer:
    """The answer on a page; where it was scanned more than once, all scans must say the same."""
    question = place.question
    if not question.kind.boxed:
        return SheetAnswer(question.key, (), written=True, reading=readings[0])
    said = list(_said(place, readings, fills=fills))
    chosen, doubts = said[0]
    if any(one != said[0] for one in said):
        doubts = tuple(sorted({*doubts, Doubt.DIFFERS}))
    return SheetAnswer(question.key, chosen, doubts, reading=readings[0])


def _said(
    place: QuestionPlace, readings: Sequence[PageReading], *, fills: bool
) -> Iterator[tuple[tuple[str, ...], tuple[Doubt, ...]]]:
    for reading in readings:
        boxes = [box for box in reading.boxes if box.question == place.question.key]
        yield judge_question(place.question, boxes, fills=fills)
