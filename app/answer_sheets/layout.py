"""Where everything stands on a sheet. The same form always gives the same places.

Reading looks for boxes where printing put them, so both take them from here. Around each box
stays a zone without print (``CLEAR``), so that what is found there was drawn with a pen; only to
the right of the box its words begin sooner.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil

from app.answer_sheets.form import SheetForm, SheetKind, SheetOption, SheetQuestion
from app.answer_sheets.numbering import MOST_PAGES, PageCode, encode, shown_number
from app.sheets.charts.drawing import Drawing
from app.sheets.flow import Align, Style, place_line
from app.sheets.page import A4, FINE, MM, Box, FrameMark, Page, QrMark, RuleMark
from app.typesetting.fonts import FontRole
from app.typesetting.lines import fit_line

#: The side of a box for a tick, and the weight of its frame.
BOX, FRAME = 4 * MM, 0.8
#: The white around a box.
CLEAR = 2.2 * MM
#: The side of a code without its white border, and how far it is from the edges of the paper: a
#: sheet that lies crooked in the scanner loses what is nearer.
CODE, CODE_EDGE = 12.6 * MM, 20 * MM
_MODULES, _QUIET = 21, 4

_LEFT, _RIGHT = 20 * MM, A4[0] - 20 * MM
_HEAD_TOP, _TOP, _BOTTOM = 19 * MM, 38 * MM, A4[1] - 37 * MM
_CODE_GAP = 4 * MM
_COLUMN_GAP = 8 * MM
_BLOCK_GAP = 3.5 * MM
_WORDS_GAP = 1.6 * MM  # between a box and its words
_OPTION_GAP = 5 * MM  # between words and the next box
_LINE_PITCH = 9 * MM
_DIGIT = 7 * MM

_TITLE = Style(FontRole.TITLE, 17, 24, Align.CENTRE)
_RUNNING = Style(FontRole.TABLE, 9, 14, Align.CENTRE)
_INTRODUCTION = Style(FontRole.KAI, 10.5, 16, Align.JUSTIFY, 2)
_SECTION = Style(FontRole.HEADING, 12, 20)
_QUESTION = Style(FontRole.HEADING, 10.5, 16)
_WORDS = Style(FontRole.TABLE, 10.5, 15)
_FOOT = Style(FontRole.TABLE, 9, 13, Align.CENTRE)
_HINTS = {
    SheetKind.SINGLE: "（单选）",
    SheetKind.SCALE: "（单选）",
    SheetKind.MULTIPLE: "（可多选）",
}


@dataclass(frozen=True, slots=True)
class TickBox:
    """The box of an option: the middle of its frame's strokes, on a page from 1."""

    question: str
    option: str
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class QuestionPlace:
    """Where a question stands with all that belongs to it; ``written`` is where one writes."""

    question: SheetQuestion
    page: int
    box: Box
    written: Box | None = None


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """All pages of a sheet, before it has a number."""

    series: str
    title: str
    pages: tuple[Page, ...]
    boxes: tuple[TickBox, ...]
    places: tuple[QuestionPlace, ...]

    def boxes_on(self, page: int) -> tuple[TickBox, ...]:
        """The boxes of a page, from 1."""
        return tuple(box for box in self.boxes if box.page == page)

    def place(self, question: str) -> QuestionPlace:
        """Where a question stands."""
        return next(place for place in self.places if place.question.key == question)


def code_boxes() -> tuple[Box, ...]:
    """The places of the codes, from the upper left one clockwise, without their white border."""
    low, right, bottom = CODE_EDGE, A4[0] - CODE_EDGE - CODE, A4[1] - CODE_EDGE - CODE
    corners = ((low, low), (right, low), (right, bottom), (low, bottom))
    return tuple((x, y, x + CODE, y + CODE) for x, y in corners)


def numbered(layout: SheetLayout, number: int) -> tuple[Page, ...]:
    """Return the pages of one sheet: the layout's with codes and the number.

    Raises:
        ValueError: there are no sheets of that number.
    """
    pages = []
    border = CODE / _MODULES * _QUIET
    for place, blank in enumerate(layout.pages, 1):
        page = Page(blank.width, blank.height, list(blank.marks))
        for corner, (left, top, _, _) in enumerate(code_boxes()):
            said = encode(PageCode(layout.series, number, place, corner))
            page.add(QrMark(left - border, top - border, CODE + 2 * border, said))
        foot = f"编号 {shown_number(number)}　第 {place} 页　共 {len(layout.pages)} 页"
        _between_codes(page, foot, _FOOT, A4[1] - CODE_EDGE - CODE / 2 - _FOOT.leading)
        _between_codes(page, "请勿折叠、涂画四角的方块", _FOOT, A4[1] - CODE_EDGE - CODE / 2)
        pages.append(page)
    return tuple(pages)


@lru_cache(maxsize=16)
def lay_out_sheet(form: SheetForm) -> SheetLayout:
    """Lay out a sheet; its pages are not to be changed.

    Raises:
        ValueError: the form has more pages than a sheet may have.
    """
    writer = _Writer(form)
    writer.write()
    if len(writer.pages) > MOST_PAGES:
        raise ValueError("too many pages")
    return SheetLayout(
        form.series, form.title, tuple(writer.pages), tuple(writer.boxes), tuple(writer.places)
    )


def _between_codes(page: Page, text: str, style: Style, top: float) -> None:
    left = CODE_EDGE + CODE + _CODE_GAP
    width = A4[0] - 2 * left
    place_line(page, fit_line(text, style.role, style.size, width), style, left, top, width)


@dataclass(slots=True)
class _Block:
    """What is kept together: marks, boxes and places with the block's upper left as origin."""

    height: float = 0.0
    page: Page = field(default_factory=Page)
    boxes: list[tuple[str, Box]] = field(default_factory=list)
    written: Box | None = None


class _Writer:
    """Fills columns and pages with blocks."""

    def __init__(self, form: SheetForm) -> None:
        self._form = form
        columns = max(1, form.columns)
        self._width = (_RIGHT - _LEFT - (columns - 1) * _COLUMN_GAP) / columns
        self.pages: list[Page] = []
        self.boxes: list[TickBox] = []
        self.places: list[QuestionPlace] = []
        self._column, self._y, self._top = 0, 0.0, 0.0

    def write(self) -> None:
        self._start_page()
        section = ""
        for question in self._form.questions:
            block = _question_block(question, self._width, compact=self._form.columns > 1)
            head = question.section if question.section != section else ""
            section = question.section
            room = block.height + (_SECTION.leading + 1 * MM if head else 0.0)
            if self._y + room > _BOTTOM and self._y > self._top:
                self._next_column()
            if head:
                left = self._left()
                line = fit_line(head, _SECTION.role, _SECTION.size, self._width)
                place_line(self.pages[-1], line, _SECTION, left, self._y, self._width)
                self._y += _SECTION.leading + 1 * MM
            self._put(question, block)

    def _put(self, question: SheetQuestion, block: _Block) -> None:
        left, top, page = self._left(), self._y, len(self.pages)
        Drawing(self._width, block.height, block.page.marks).put(self.pages[-1], left, top)
        for option, box in block.boxes:
            self.boxes.append(TickBox(question.key, option, page, _at(box, left, top)))
        whole = (left, top, left + self._width, top + block.height)
        written = _at(block.written, left, top) if block.written else None
        self.places.append(QuestionPlace(question, page, whole, written))
        self._y += block.height + (1 * MM if self._form.columns > 1 else _BLOCK_GAP)

    def _left(self) -> float:
        return _LEFT + self._column * (self._width + _COLUMN_GAP)

    def _next_column(self) -> None:
        self._column += 1
        self._y = self._top
        if self._column >= max(1, self._form.columns):
            self._start_page()

    def _start_page(self) -> None:
        page = Page()
        self.pages.append(page)
        self._column, self._y = 0, _TOP
        if len(self.pages) == 1:
            self._y = max(_TOP, self._head(page))
        else:
            _between_codes(page, f"{self._form.title}（续）", _RUNNING, _HEAD_TOP)
        self._top = self._y

    def _head(self, page: Page) -> float:
        left = CODE_EDGE + CODE + _CODE_GAP
        y = _HEAD_TOP
        for line in _TITLE.broken(self._form.title, A4[0] - 2 * left):
            place_line(page, line, _TITLE, left, y, A4[0] - 2 * left)
            y += _TITLE.leading
        y = max(y + 1 * MM, CODE_EDGE + CODE + 2 * MM)
        for label in self._form.blanks:
            line = _WORDS.line(f"{label}：")
            place_line(page, line, _WORDS, _LEFT, y + 2 * MM, line.width)
            bottom = y + 2 * MM + _WORDS.leading
            page.add(RuleMark(_LEFT + line.width, bottom, _LEFT + line.width + 60 * MM, bottom))
            y = bottom + 1 * MM
        for line in _INTRODUCTION.broken(self._form.introduction, _RIGHT - _LEFT):
            place_line(page, line, _INTRODUCTION, _LEFT, y, _RIGHT - _LEFT)
            y += _INTRODUCTION.leading
        return y + 3 * MM


def _at(box: Box, x: float, y: float) -> Box:
    return box[0] + x, box[1] + y, box[2] + x, box[3] + y


def _question_block(question: SheetQuestion, width: float, *, compact: bool) -> _Block:
    block = _Block()
    label = _QUESTION.line(question.label)
    indent = label.width + 1.5 * MM
    if compact and question.kind.boxed and not question.text:
        # The number stands beside the boxes, at a place that all numbers share.
        indent = max(indent, 9 * MM)
        y = CLEAR + (BOX - _QUESTION.leading) / 2
        place_line(block.page, label, _QUESTION, 0, y, label.width)
        block.height = _options(block, question.options, indent + CLEAR, 0.0, width)
        return block
    place_line(block.page, label, _QUESTION, 0, 0, label.width)
    text = question.text + ("" if compact else _HINTS.get(question.kind, ""))
    y = 0.0
    for line in _QUESTION.broken(text, width - indent):
        place_line(block.page, line, _QUESTION, indent, y, width - indent)
        y += _QUESTION.leading
    y = max(y, _QUESTION.leading)
    if question.kind.boxed:
        block.height = _options(block, question.options, indent + CLEAR, y - 0.5 * MM, width)
    elif question.kind is SheetKind.NUMBER:
        block.height = _digits(block, question, indent, y + 1.5 * MM)
    else:
        block.height = _lines(block, question, indent, y, width)
    return block


def _options(
    block: _Block, options: Sequence[SheetOption], left: float, top: float, width: float
) -> float:
    """Boxes in a grid of columns as wide as the longest words; return the height."""
    words = BOX + _WORDS_GAP
    widest = max((_WORDS.line(option.text).width for option in options), default=0.0)
    cell = words + widest + _OPTION_GAP
    columns = max(1, min(len(options), int((width - left + _OPTION_GAP) // cell)))
    if columns > 1:  # rows of about equal length
        columns = ceil(len(options) / ceil(len(options) / columns))
        cell = max(cell, min((width - left) / columns, 34 * MM))
    y = top
    for row in _rows(options, columns):
        height = BOX
        for place, option in enumerate(row):
            x = left + place * cell
            room = cell - words - _OPTION_GAP if columns > 1 else width - left - words
            lines = _WORDS.broken(option.text, room + 1)
            high = len(lines) * _WORDS.leading
            # One line stands beside the middle of its box, several begin with it.
            text_top = y + CLEAR + (BOX - _WORDS.leading) / 2
            for line in lines:
                place_line(block.page, line, _WORDS, x + words, text_top, line.width)
                text_top += _WORDS.leading
            box = (x, y + CLEAR, x + BOX, y + CLEAR + BOX)
            block.page.add(FrameMark(*box, weight=FRAME))
            block.boxes.append((option.key, box))
            height = max(height, high)
        y += CLEAR + height
    return y + CLEAR


def _rows(options: Sequence[SheetOption], columns: int) -> Iterator[Sequence[SheetOption]]:
    for start in range(0, len(options), columns):
        yield options[start : start + columns]


def _digits(block: _Block, question: SheetQuestion, left: float, top: float) -> float:
    right = left
    for place in range(question.digits):
        right = left + (place + 1) * _DIGIT
        block.page.add(FrameMark(right - _DIGIT, top, right, top + _DIGIT, FINE))
    if question.unit:
        line = _WORDS.line(question.unit)
        y = top + (_DIGIT - _WORDS.leading) / 2
        place_line(block.page, line, _WORDS, right + 2 * MM, y, line.width)
    block.written = (left, top, right, top + _DIGIT)
    return top + _DIGIT + 1 * MM


def _lines(block: _Block, question: SheetQuestion, left: float, top: float, width: float) -> float:
    y = top
    for _ in range(question.lines):
        y += _LINE_PITCH
        block.page.add(RuleMark(left, y, width, y, FINE))
    block.written = (left, top, width, y)
    return y + 1 * MM
