"""卷脊 labels (GB/T 9705-2008): strips in their real width, to be cut out of A4 sheets.

The standard's cover is 310 mm tall, more than A4 holds; the strips are 275 mm.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.sheets.content import Spine
from app.sheets.flow import Align, Style, place_line
from app.sheets.page import A4, FINE, MM, FrameMark, Page, RuleMark, TextMark
from app.typesetting.fonts import ASCENT, FontRole, glyph
from app.typesetting.lines import Line, clusters
from app.typesetting.text import is_word_character, one_line

HEIGHT = 275 * MM
_TOP = (A4[1] - HEIGHT) / 2
_LEFT = 15 * MM
_RIGHT = A4[0] - 15 * MM
_GAP = 6 * MM
_PADDING = 1.2 * MM
_LABEL = Style(FontRole.HEADING, 7, 10, Align.CENTRE)
_VALUE = Style(FontRole.TABLE, 9, 12, Align.CENTRE)
_CELL_GAP = 1.6 * MM
_SMALLEST_SHARE = 0.5
_MAX_VALUE_LINES = 4
_BLANK_VALUE = 8 * MM
_YEARS_HEIGHT = 23.4  # two lines, so that the cells of strips side by side are level
_TITLE_ROLE = FontRole.TITLE
_TITLE_SIZE = 17.0
_SHRINK = 0.95
_COLUMN_PITCH = 1.25
_LONGEST_WORD = 12  # em; a longer word may break
_CORNER = 0.5  # em
_SLACK = 1e-6
_TURNED_MARKS = frozenset("（）〔〕《》〈〉【】「」『』—…－～“”‘’：；")
_CORNER_MARKS = frozenset("，。、")


def lay_out_spines(spines: Sequence[Spine]) -> tuple[Page, ...]:
    """Lay out the strips side by side, with cut lines, on as many A4 sheets as it takes."""
    pages: list[Page] = []
    x = _RIGHT
    for spine in spines:
        width = spine.thickness_mm * MM
        if not pages or x + width > _RIGHT:
            pages.append(Page())
            x = _LEFT
        _strip(pages[-1], spine, x, width)
        x += width + _GAP
    return tuple(pages)


def _strip(page: Page, spine: Spine, left: float, width: float) -> None:
    right, bottom = left + width, _TOP + HEIGHT
    page.add(FrameMark(left, _TOP, right, bottom, FINE))
    for edge in (left, right):
        for start, end in ((_TOP - 7 * MM, _TOP - 1 * MM), (bottom + 1 * MM, bottom + 7 * MM)):
            page.add(RuleMark(edge, start, edge, end, FINE, (2, 2)))
    y = _TOP + 3 * MM
    for label, value, least in (
        ("全宗号", spine.fonds_code, 0.0),
        ("目录号", spine.catalogue_code, 0.0),
        ("年度", spine.year, _YEARS_HEIGHT),
        ("案卷号", spine.volume_code, 0.0),
        ("归档号", spine.filing_number, 0.0),
    ):
        y = _cell(page, label, value, (left, y, width), least)
    _title(page, spine.title, (left, y + 4 * MM, right, bottom - 6 * MM))


def _cell(
    page: Page, label: str, value: str, place: tuple[float, float, float], least: float
) -> float:
    """Set a label over its value, smaller where the strip is narrow, and a rule below.

    ``place`` is left, top and width; the value takes at least the height ``least``.
    """
    left, y, width = place
    place_line(page, _LABEL.line(label), _LABEL, left, y, width)
    y += _LABEL.leading + 1
    room = width - 2 * _PADDING
    parts = value.replace("—", "—\n").split("\n")  # 2018— stands over 2021
    natural = _VALUE.line(value).width
    if natural > room:
        natural = max(_VALUE.line(part).width for part in parts)
    size = _VALUE.size * min(1.0, max(room / natural, _SMALLEST_SHARE)) if natural else _VALUE.size
    style = Style(_VALUE.role, size, size * 1.3, Align.CENTRE)
    lines: tuple[Line, ...] = ()
    if value and style.line(value).width <= room:
        lines = (style.line(value),)
    lines = lines or tuple(line for part in parts for line in style.broken(part, room + _SLACK))
    if len(lines) > _MAX_VALUE_LINES:  # printed whole on the cover
        lines = (*lines[: _MAX_VALUE_LINES - 1], style.line("…"))
    height = len(lines) * style.leading
    top = y + max(least - height, 0.0) / 2
    for line in lines:
        place_line(page, line, style, left + _PADDING, top, room)
        top += style.leading
    y += max(height, least, 0.0 if lines else _BLANK_VALUE - _CELL_GAP) + _CELL_GAP
    page.add(RuleMark(left, y, left + width, y, FINE))
    return y + _CELL_GAP


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands together in a column: one upright character, a short number, a turned word."""

    text: str
    turned: bool
    length: float  # in em


def _title(page: Page, text: str, box: tuple[float, float, float, float]) -> None:
    """Set the title downward, in the largest type whose columns fit the strip."""
    left, top, right, bottom = box
    room = right - left - 2 * _PADDING
    pieces = _pieces(one_line(text))
    size = _TITLE_SIZE
    columns = _columns(pieces, (bottom - top) / size)
    while len(columns) * _COLUMN_PITCH * size > room + (_COLUMN_PITCH - 1) * size:
        size *= _SHRINK
        columns = _columns(pieces, (bottom - top) / size)
    middle = (left + right) / 2 + (len(columns) - 1) * _COLUMN_PITCH * size / 2
    for column in columns:
        y = top
        for piece in column:
            page.add(_placed(piece, size, middle, y))
            y += piece.length * size
        middle -= _COLUMN_PITCH * size


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    for cluster in clusters(text):
        run = ""
        for character in cluster:
            if is_word_character(character):
                run += character
                continue
            pieces += _word(run)
            run = ""
            turned = character in _TURNED_MARKS or character == " "
            pieces.append(_Piece(character, turned, _em(character) if turned else 1.0))
        pieces += _word(run)
    return pieces


def _word(run: str) -> list[_Piece]:
    """A number of two figures stands upright in one cell; a longer word is turned."""
    if len(run) <= 2 and run.isalnum() and _em(run) <= 1.3:
        return [_Piece(run, turned=False, length=1.0)] if run else []
    if _em(run) > _LONGEST_WORD:
        return [_Piece(character, turned=True, length=_em(character)) for character in run]
    return [_Piece(run, turned=True, length=_em(run))] if run else []


def _columns(pieces: Sequence[_Piece], height: float) -> list[list[_Piece]]:
    """Fill columns of ``height`` em."""
    columns: list[list[_Piece]] = [[]]
    filled = 0.0
    for piece in pieces:
        if filled + piece.length > height and columns[-1]:
            columns.append([])
            filled = 0.0
        columns[-1].append(piece)
        filled += piece.length
    return columns


def _placed(piece: _Piece, size: float, middle: float, y: float) -> TextMark:
    line = Line(piece.text, _TITLE_ROLE, size, _em(piece.text) * size)
    if piece.turned:
        return TextMark(line, middle - (ASCENT - 0.5) * size, y, turned=True)
    left, baseline = middle - line.width / 2, y + ASCENT * size
    if piece.text in _CORNER_MARKS:  # these stand in the upper right of their cell
        return TextMark(line, left + _CORNER * size, baseline - _CORNER * size)
    return TextMark(line, left, baseline)


def _em(text: str) -> float:
    return sum(glyph(_TITLE_ROLE, character).advance for character in text)
