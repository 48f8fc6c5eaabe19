"""What several sheets share: styles, heads, and lines to be filled in by hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.sheets.flow import Align, Flow, Head, Style, place_line
from app.sheets.page import A4, FINE, MM, Margins, Page, RuleMark
from app.typesetting.fonts import FontRole
from app.typesetting.lines import Line, fit_line

# GB/T 9704-2012: 二号 22, 三号 16, 四号 14, 小四 12, 五号 10.5, 小五 9 points.
SHEET_TITLE = Style(FontRole.TITLE, 22, 32, Align.CENTRE)
SUBTITLE = Style(FontRole.KAI, 12, 18, Align.CENTRE)
BODY = Style(FontRole.BODY, 14, 24, Align.JUSTIFY, 2)
BODY_SMALL = Style(FontRole.BODY, 12, 20, Align.JUSTIFY, 2)
SECTION = Style(FontRole.HEADING, 14, 26)
NOTE = Style(FontRole.TABLE, 9, 14)
NOTE_CENTRED = Style(FontRole.TABLE, 9, 14, Align.CENTRE)
NOTE_RIGHT = Style(FontRole.TABLE, 9, 14, Align.RIGHT)
LABEL = Style(FontRole.HEADING, 12, 22)
VALUE = Style(FontRole.TABLE, 13, 22)
CODE = Style(FontRole.TABLE, 10.5, 16)


def sheet_head(
    margins: Margins, title: str, reference: str = "", size: tuple[float, float] = A4
) -> Head:
    """Return a head: the title, 续 on later pages, and ``reference`` once more in short there."""
    left, top, right, _ = margins.area(size)

    def draw(page: Page, number: int) -> float:
        y = top
        shown = f"{title}（续）" if number else title
        line = SHEET_TITLE.line(shown)
        place_line(page, line, SHEET_TITLE, left, y, right - left)
        y += SHEET_TITLE.leading
        if number and reference:
            short = fit_line(reference, NOTE.role, NOTE.size, right - left)
            place_line(page, short, NOTE_CENTRED, left, y, right - left)
            y += NOTE.leading
        return y + 2 * MM

    return draw


def number_leaves(pages: Sequence[Page], margins: Margins, size: tuple[float, float] = A4) -> None:
    """Say 共 n 页 第 m 页 beside the title, if the sheet has more than one page."""
    left, top, right, _ = margins.area(size)
    for number, page in enumerate(pages, 1):
        if len(pages) > 1:
            line = NOTE.line(f"共 {len(pages)} 页　第 {number} 页")
            y = top + SHEET_TITLE.leading - NOTE.leading - 3
            place_line(page, line, NOTE_RIGHT, left, y, right - left)


def counted(before: str, items: int, tables: int) -> str:
    """How much is bound: items, and the tables of tools (表册: 台账, 记录表), which are no 件."""
    if not tables:
        return f"{before}{items} 件"
    return f"{before.rstrip()}材料 {items} 件，表册 {tables} 份"


_COLUMN_GAP = 8 * MM
LABEL_WIDTH = 4 * LABEL.size
_LABEL_GAP = 6


def place_label(page: Page, label: str, x: float, top: float) -> None:
    """Set a label of a form, its characters spread over the width of four."""
    whole = LABEL.line(label)
    if whole.width >= LABEL_WIDTH:
        place_line(page, whole, LABEL, x, top, LABEL_WIDTH)
        return
    for index, character in enumerate(label):
        share = index / (len(label) - 1) if len(label) > 1 else 0.0
        left = x + share * (LABEL_WIDTH - LABEL.size)
        place_line(page, LABEL.line(character), LABEL, left, top, LABEL.size)


@dataclass(frozen=True, slots=True)
class RuledLine:
    """A label and its value on a ruled line; without a value the line waits for a pen."""

    label: str
    value: str


def blank_lines(value: str, style: Style, width: float) -> tuple[Line, ...]:
    """Break a value for its ruled lines; there is always one line."""
    return style.broken(value, width) or (style.line(""),)


def blanks_height(
    rows: Sequence[Sequence[RuledLine]], columns: Sequence[float], gap: float
) -> float:
    """Return the height that ``blanks`` takes on one page."""
    height = 0.0
    for row in rows:
        count = max(
            len(blank_lines(blank.value, VALUE, width - LABEL_WIDTH - _LABEL_GAP - 2))
            for blank, width in zip(row, columns, strict=False)
        )
        height += count * VALUE.leading + gap
    return height


def blanks(
    flow: Flow, rows: Sequence[Sequence[RuledLine]], columns: Sequence[float], gap: float
) -> None:
    """Draw rows of ruled lines; ``columns`` are the widths, ``gap`` the white below each row."""
    for row in rows:
        cells: list[tuple[float, float, float, RuledLine, tuple[Line, ...]]] = []
        x = flow.left
        for blank, width in zip(row, columns, strict=False):
            inset = LABEL_WIDTH + _LABEL_GAP
            lines = blank_lines(blank.value, VALUE, width - inset - 2)
            cells.append((x, inset, width, blank, lines))
            x += width + _COLUMN_GAP
        for index in range(max(len(cell[4]) for cell in cells)):
            flow.need(VALUE.leading)
            bottom = flow.y + VALUE.leading
            for x, inset, width, blank, lines in cells:
                if index == 0:
                    place_label(flow.page, blank.label, x, flow.y)
                if index < len(lines):
                    start = x + inset + 2
                    place_line(flow.page, lines[index], VALUE, start, flow.y, width - inset - 2)
                    flow.page.add(RuleMark(x + inset, bottom - 1, x + width, bottom - 1, FINE))
            flow.y = bottom
        flow.skip(gap)


def two_columns(width: float) -> tuple[float, float]:
    """Return the widths of two equal columns of ruled lines."""
    column = (width - _COLUMN_GAP) / 2
    return column, column


def centred_in(top: float, bottom: float, height: float, share: float = 0.5) -> float:
    """Return where something of ``height`` begins so that ``share`` of the white is above it."""
    return top + max(bottom - top - height, 0.0) * share
