"""Ruled tables: the head is repeated on each page, cells wrap, tall rows are continued."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from app.sheets.flow import Align, Flow, Style, place_line
from app.sheets.page import FINE, MEDIUM, Link, Page, RuleMark
from app.typesetting.fonts import FontRole
from app.typesetting.lines import Line

CELL = Style(FontRole.TABLE, 10, 15)
HEAD = Style(FontRole.HEADING, 10, 15, Align.CENTRE)
GROUP = Style(FontRole.HEADING, 10, 15)
_PADDING_X = 3.6
_PADDING_Y = 4.5
_MIN_LINES_SPLIT = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its head and its width in points."""

    title: str
    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row; ``key`` makes the whole row a link.

    A ``closing`` row, such as totals, is never parted from the row before it.
    """

    cells: tuple[str, ...]
    key: str = ""
    style: Style = CELL
    closing: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A heading over the full width; it never stands last on a page."""

    text: str


def table(flow: Flow, columns: Sequence[Column], rows: Sequence[Row | Group]) -> None:
    """Draw the table from the pen downward."""
    _Table(flow, columns).draw(rows)


class _Table:
    def __init__(self, flow: Flow, columns: Sequence[Column]) -> None:
        self._flow = flow
        self._columns = columns
        self._edges = tuple(accumulate((c.width for c in columns), initial=flow.left))
        self._head_row = [_cell_lines(c.title, HEAD, c.width) for c in columns]

    def draw(self, rows: Sequence[Row | Group]) -> None:
        opening = self._head_height() + self._height_of(rows[:2])
        self._flow.need(min(opening, self._flow.full_room / 2))
        self._head()
        for index, row in enumerate(rows):
            if isinstance(row, Group):
                self._group(row, self._first_lines(rows[index + 1 : index + 2]))
            else:
                after = rows[index + 1 : index + 2]
                closing = any(isinstance(r, Row) and r.closing for r in after)
                self._row(row, self._first_lines(after) if closing else 0.0)
        self._close()

    def _first_lines(self, rows: Sequence[Row | Group]) -> float:
        """Return what must stand below a heading: the row, or the first lines of a tall one."""
        height = self._height_of(rows)
        tall = height > (self._flow.full_room - self._head_height()) / 2
        return 2 * _PADDING_Y + _MIN_LINES_SPLIT * CELL.leading if tall else height

    def _height_of(self, rows: Sequence[Row | Group]) -> float:
        height = 0.0
        for row in rows:
            if isinstance(row, Group):
                height += len(self._group_lines(row)) * GROUP.leading + 2 * _PADDING_Y
            else:
                height += _height(self._cells(row), row.style)
        return height

    def _head_height(self) -> float:
        return _height(self._head_row, HEAD)

    def _head(self) -> None:
        flow = self._flow
        flow.page.add(RuleMark(flow.left, flow.y, self._edges[-1], flow.y, MEDIUM))
        aligned = [replace(HEAD, align=Align.CENTRE)] * len(self._columns)
        self._fragment(self._head_row, aligned, HEAD.leading, MEDIUM)

    def _close(self) -> None:
        flow = self._flow
        flow.page.add(RuleMark(flow.left, flow.y, self._edges[-1], flow.y, MEDIUM))

    def _next_page(self) -> None:
        self._close()
        self._flow.start_page()
        self._head()

    def _cells(self, row: Row) -> list[tuple[Line, ...]]:
        cells = zip(row.cells, self._columns, strict=True)
        return [_cell_lines(text, row.style, column.width) for text, column in cells]

    def _row(self, row: Row, following: float) -> None:
        flow = self._flow
        cells = self._cells(row)
        styles = [replace(row.style, align=column.align) for column in self._columns]
        body = flow.full_room - self._head_height()
        height = _height(cells, row.style)
        split_badly = height <= body / 2 or self._room_lines(row.style) < _MIN_LINES_SPLIT
        if not flow.fits(height + following) and split_badly:
            self._next_page()
        while not flow.fits(_height(cells, row.style)):
            count = max(self._room_lines(row.style), 1)
            top = flow.y
            part = [lines[:count] for lines in cells]
            cells = [lines[count:] for lines in cells]
            self._fragment(part, styles, row.style.leading, 0.0)
            self._link(flow.page, row.key, top)
            self._next_page()
        top = flow.y
        self._fragment(cells, styles, row.style.leading, FINE)
        self._link(flow.page, row.key, top)

    def _room_lines(self, style: Style) -> int:
        return int((self._flow.room - 2 * _PADDING_Y) / style.leading)

    def _link(self, page: Page, key: str, top: float) -> None:
        if key:
            page.links.append(Link((self._edges[0], top, self._edges[-1], self._flow.y), key))

    def _fragment(
        self,
        cells: Sequence[tuple[Line, ...]],
        styles: Sequence[Style],
        leading: float,
        rule_below: float,
    ) -> None:
        flow = self._flow
        count = max(1, *(len(lines) for lines in cells))
        top, bottom = flow.y, flow.y + count * leading + 2 * _PADDING_Y
        for lines, style, column, left in zip(
            cells, styles, self._columns, self._edges[:-1], strict=True
        ):
            y = top + (bottom - top - len(lines) * leading) / 2
            for line in lines:
                width = column.width - 2 * _PADDING_X
                place_line(flow.page, line, style, left + _PADDING_X, y, width)
                y += leading
        for index, edge in enumerate(self._edges):
            outer = index in {0, len(self._columns)}
            flow.page.add(RuleMark(edge, top, edge, bottom, MEDIUM if outer else FINE))
        if rule_below:
            flow.page.add(RuleMark(self._edges[0], bottom, self._edges[-1], bottom, rule_below))
        flow.y = bottom

    def _group_lines(self, group: Group) -> tuple[Line, ...]:
        return GROUP.broken(group.text, self._edges[-1] - self._edges[0] - 2 * _PADDING_X)

    def _group(self, group: Group, following: float) -> None:
        flow = self._flow
        lines = self._group_lines(group)
        if not flow.fits(len(lines) * GROUP.leading + 2 * _PADDING_Y + following):
            self._next_page()
        left, right = self._edges[0], self._edges[-1]
        while lines:
            count = max(self._room_lines(GROUP), 1)
            part, lines = lines[:count], lines[count:]
            top = flow.y
            y = top + _PADDING_Y
            for line in part:
                place_line(flow.page, line, GROUP, left + _PADDING_X, y, right - left)
                y += GROUP.leading
            flow.y = y + _PADDING_Y
            for edge in (left, right):
                flow.page.add(RuleMark(edge, top, edge, flow.y, MEDIUM))
            if lines:
                self._next_page()
        flow.page.add(RuleMark(left, flow.y, right, flow.y, FINE))


def _cell_lines(text: str, style: Style, width: float) -> tuple[Line, ...]:
    return replace(style, align=Align.LEFT).broken(text, width - 2 * _PADDING_X)


def _height(cells: Sequence[tuple[Line, ...]], style: Style) -> float:
    return max(1, *(len(lines) for lines in cells)) * style.leading + 2 * _PADDING_Y
