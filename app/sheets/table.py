"""Ruled tables: the head is repeated on each page, cells wrap, tall rows are continued."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from app.sheets.flow import Align, Flow, Style, place_line
from app.sheets.page import FINE, MEDIUM, Link, Page, RuleMark
from app.typesetting.fonts import FontRole
from app.typesetting.lines import Line, break_lines

CELL = Style(FontRole.TABLE, 10, 15)
HEAD = Style(FontRole.HEADING, 10, 15, Align.CENTRE)
GROUP = Style(FontRole.HEADING, 10, 15)
_PADDING_X = 3.6
_PADDING_Y = 4.5
_MIN_LINES_SPLIT = 4
_LOOK_AHEAD = 3  # rows: whether more follow than a last one with its totals
_ROOM = 0.5  # points, so that what fits just so is not broken


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its head and its width in points.

    One that ``yields`` gives what its cells do not need to those that ``take`` it.
    """

    title: str
    width: float
    align: Align = Align.LEFT
    yields: bool = False
    takes: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row; ``key`` makes the whole row a link, and so does an ``address``.

    A ``closing`` row, such as totals, is never parted from the row before it.
    """

    cells: tuple[str, ...]
    key: str = ""
    style: Style = CELL
    closing: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading over the full width; it never stands last on a page."""

    text: str


def table(flow: Flow, columns: Sequence[Column], rows: Sequence[Row | Group]) -> None:
    """Draw the table from the pen downward."""
    _Table(flow, fitted(columns, rows)).draw(rows)


def fitted(columns: Sequence[Column], rows: Sequence[Row | Group]) -> tuple[Column, ...]:
    """The columns as wide as their content asks for, together as wide as they were.

    What is spare goes first to those that yield and are too narrow themselves, half of it at most
    to each, beginning with the one that lacks least; and then to those that take. None of the
    latter becomes narrower than it was.
    """
    widths = [column.width for column in columns]
    takers = [place for place, column in enumerate(columns) if column.takes]
    if not takers:
        return tuple(columns)
    yielding = [place for place, column in enumerate(columns) if column.yields]
    wanted = {place: _natural_width(columns[place].title, place, rows) for place in yielding}
    spare = 0.0
    for place in yielding:
        if wanted[place] < widths[place]:
            spare += widths[place] - wanted[place]
            widths[place] = wanted[place]
    for place in sorted(yielding, key=lambda place: wanted[place] - widths[place]):
        more = min(wanted[place] - widths[place], spare / 2)
        widths[place] += more
        spare -= more
    for place in takers:
        widths[place] += spare / len(takers)
    return tuple(
        replace(column, width=width) for column, width in zip(columns, widths, strict=True)
    )


def _natural_width(title: str, place: int, rows: Sequence[Row | Group]) -> float:
    """How wide a column is that breaks none of its cells."""
    texts = [(title, HEAD)]
    texts += [(row.cells[place], row.style) for row in rows if isinstance(row, Row)]
    return max(style.line(text).width for text, style in texts) + 2 * _PADDING_X + _ROOM


def _up_to_a_row(rows: Sequence[Row | Group]) -> Sequence[Row | Group]:
    """The headings that follow, and the first row below them."""
    count = next((n for n, row in enumerate(rows, 1) if isinstance(row, Row)), len(rows))
    return rows[:count]


class _Table:
    def __init__(self, flow: Flow, columns: Sequence[Column]) -> None:
        self._flow = flow
        self._columns = columns
        self._edges = tuple(accumulate((c.width for c in columns), initial=flow.left))
        self._on_page = 0  # rows since the head
        self._upright: dict[float, tuple[float, float, float]] = {}  # x: top, bottom, weight
        self._head_row = [_cell_lines(c.title, HEAD, c.width) for c in columns]

    def draw(self, rows: Sequence[Row | Group]) -> None:
        opening = self._head_height() + self._height_of(rows[:2])
        self._flow.need(min(opening, self._flow.full_room / 2))
        self._head()
        for index, row in enumerate(rows):
            if isinstance(row, Group):
                self._group(row, self._first_lines(_up_to_a_row(rows[index + 1 :])))
            else:
                after = rows[index + 1 : index + 1 + _LOOK_AHEAD]
                self._row(row, self._kept_below(after), self._last_rows(after))
        self._close()

    def _kept_below(self, after: Sequence[Row | Group]) -> float:
        """Return what must stand on the page of a row: the totals that follow it."""
        closing = any(isinstance(row, Row) and row.closing for row in after[:1])
        return self._first_lines(after[:1]) if closing else 0.0

    def _last_rows(self, after: Sequence[Row | Group]) -> float:
        """Return the height of all that is left, if that is one row that would stand alone."""
        if len(after) == _LOOK_AHEAD:
            return 0.0
        alone = [row for row in after if not (isinstance(row, Row) and row.closing)]
        return self._height_of(after) if len(alone) == 1 else 0.0

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
        aligned = [HEAD] * len(self._columns)
        self._fragment(self._head_row, aligned, HEAD.leading, MEDIUM)
        self._on_page = 0

    def _close(self) -> None:
        flow = self._flow
        for edge in tuple(self._upright):
            self._end_upright(edge)
        flow.page.add(RuleMark(flow.left, flow.y, self._edges[-1], flow.y, MEDIUM))

    def _rule_upright(self, edge: float, top: float, bottom: float, weight: float) -> None:
        """Rule an edge; what adjoins becomes one stroke, which draws faster and has no joints."""
        begun, end, drawn = self._upright.get(edge, (top, top, weight))
        if (end, drawn) != (top, weight):
            self._end_upright(edge)
            begun = top
        self._upright[edge] = (begun, bottom, weight)

    def _end_upright(self, edge: float) -> None:
        top, bottom, weight = self._upright.pop(edge)
        self._flow.page.add(RuleMark(edge, top, edge, bottom, weight))

    def _next_page(self) -> None:
        self._close()
        self._flow.start_page()
        self._head()

    def _cells(self, row: Row) -> list[tuple[Line, ...]]:
        cells = zip(row.cells, self._columns, strict=True)
        return [_cell_lines(text, row.style, column.width) for text, column in cells]

    def _row(self, row: Row, following: float, last: float) -> None:
        flow = self._flow
        cells = self._cells(row)
        styles = [_aligned(row.style, column.align) for column in self._columns]
        body = flow.full_room - self._head_height()
        height = _height(cells, row.style)
        split_badly = height <= body / 2 or self._room_lines(row.style) < _MIN_LINES_SPLIT
        lonely = last and not flow.fits(height + last) and self._on_page > 1
        if (lonely and height + last <= body) or (
            not flow.fits(height + following) and split_badly
        ):
            self._next_page()
        while not flow.fits(_height(cells, row.style)):
            count = max(self._room_lines(row.style), 1)
            top = flow.y
            part = [lines[:count] for lines in cells]
            cells = [lines[count:] for lines in cells]
            self._fragment(part, styles, row.style.leading, 0.0)
            self._link(flow.page, row, top)
            self._next_page()
        top = flow.y
        self._fragment(cells, styles, row.style.leading, FINE)
        self._on_page += 1
        self._link(flow.page, row, top)

    def _room_lines(self, style: Style) -> int:
        return int((self._flow.room - 2 * _PADDING_Y) / style.leading)

    def _link(self, page: Page, row: Row, top: float) -> None:
        if row.key or row.address:
            box = (self._edges[0], top, self._edges[-1], self._flow.y)
            page.links.append(Link(box, row.key, row.address))

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
            self._rule_upright(edge, top, bottom, MEDIUM if outer else FINE)
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
                self._rule_upright(edge, top, flow.y, MEDIUM)
            if lines:
                self._next_page()
        flow.page.add(RuleMark(left, flow.y, right, flow.y, FINE))


@lru_cache
def _aligned(style: Style, align: Align) -> Style:
    return replace(style, align=align)


def _cell_lines(text: str, style: Style, width: float) -> tuple[Line, ...]:
    indent = style.indent * style.size
    room = width - 2 * _PADDING_X
    return break_lines(text, style.role, style.size, room, indent, whole_words=True)


def _height(cells: Sequence[tuple[Line, ...]], style: Style) -> float:
    return max(1, *(len(lines) for lines in cells)) * style.leading + 2 * _PADDING_Y
