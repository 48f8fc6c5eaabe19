"""封面 (GB/T 9705-2008): nine fields, the volume, and 不完整 if something is missing."""

from app.sheets.common import (
    NOTE_CENTRED,
    RuledLine,
    blanks,
    blanks_height,
    centred_in,
    counted,
    two_columns,
)
from app.sheets.content import Cover
from app.sheets.flow import Align, Flow, Style, place_line
from app.sheets.page import FINE, HEAVY, MM, READING_MARGINS, FrameMark, Page, RuleMark
from app.typesetting.fonts import FontRole
from app.typesetting.lines import Line

_FONDS = Style(FontRole.TITLE, 20, 30, Align.CENTRE)
_CATEGORY = Style(FontRole.BODY, 16, 26, Align.CENTRE)
_VOLUME = Style(FontRole.KAI, 16, 26, Align.CENTRE)
_TITLE_SIZES = (28, 26, 24, 22, 20, 18, 16)
_TITLE_LEADING = 1.5
_RULE_WIDTH = 125 * MM
_ROW_GAP = 5 * MM
_STAMP = Style(FontRole.HEADING, 18, 26, Align.CENTRE)
_STAMP_WIDTH = 32 * MM


def lay_out_cover(cover: Cover) -> tuple[Page, ...]:
    """Lay out the cover; only texts of extraordinary length reach a second page."""
    flow = Flow(READING_MARGINS)
    if cover.incomplete:
        _stamp(flow.page, flow.right)
    flow.y += 12 * MM
    _captioned(flow, cover.fonds_name, _FONDS, "全宗名称")
    flow.skip(5 * MM)
    _captioned(flow, cover.category_name, _CATEGORY, "类目名称")

    rows = _fields(cover)
    columns = two_columns(flow.width)
    fields_height = blanks_height(rows, columns, _ROW_GAP)
    title, style = _title(cover.title, flow)
    volume = f"第 {cover.volume} 卷　共 {cover.volumes} 卷" if cover.volumes > 1 else ""
    height = max(len(title), 1) * style.leading + (_VOLUME.leading + 6 * MM if volume else 0)
    fields_top = flow.bottom - fields_height
    if flow.y + height <= fields_top:
        flow.y = centred_in(flow.y, fields_top, height, 0.42)
    else:
        flow.skip(6 * MM)
    flow.lines(title, style, flow.left, flow.width)
    if volume:
        flow.skip(6 * MM)
        flow.text(volume, _VOLUME)
    flow.skip(4 * MM)
    flow.need(min(fields_height - _ROW_GAP, flow.full_room))
    if len(flow.pages) == 1 or flow.fits(fields_height):
        flow.y = max(flow.y, flow.bottom - fields_height)
    blanks(flow, rows, columns, _ROW_GAP)
    return tuple(flow.pages)


def _title(text: str, flow: Flow) -> tuple[tuple[Line, ...], Style]:
    """Choose the largest type that sets the title in five lines, else the smallest.

    A title that takes several lines is broken first where it has a wide space, behind
    "第60项指标", and only then inside its parts.
    """
    style = Style(FontRole.TITLE, _TITLE_SIZES[0], 0, Align.CENTRE)
    lines: tuple[Line, ...] = ()
    for size in _TITLE_SIZES:
        style = Style(FontRole.TITLE, size, size * _TITLE_LEADING, Align.CENTRE)
        lines = style.broken(text, flow.width - 4 * MM)
        if len(lines) > 1:
            parts = text.split("\u3000")
            lines = tuple(n for part in parts for n in style.broken(part, flow.width - 4 * MM))
        if len(lines) <= 5:
            break
    return lines, style


def _captioned(flow: Flow, value: str, style: Style, caption: str) -> None:
    """Set a value over a rule, with what it is in small type below."""
    left = flow.left + (flow.width - _RULE_WIDTH) / 2
    lines = style.broken(value, _RULE_WIDTH) or (style.line(""),)
    flow.lines(lines, style, left, _RULE_WIDTH)
    flow.need(NOTE_CENTRED.leading + 3)
    flow.page.add(RuleMark(left, flow.y + 1, left + _RULE_WIDTH, flow.y + 1, FINE))
    flow.y += 3
    flow.text(caption, NOTE_CENTRED, left, _RULE_WIDTH)


def _fields(cover: Cover) -> tuple[tuple[RuledLine, ...], ...]:
    return (
        (RuledLine("时间", cover.period), RuledLine("保管期限", cover.retention)),
        (
            RuledLine("件数", counted("", cover.item_count, cover.table_count)),
            RuledLine("页数", f"{cover.page_count} 页"),
        ),
        (RuledLine("归档号", cover.filing_number), RuledLine("档号", cover.archive_code)),
    )


def _stamp(page: Page, right: float) -> None:
    """Frame 不完整 in the upper corner, above everything else."""
    left, top = right - _STAMP_WIDTH, 15 * MM
    height = _STAMP.leading + NOTE_CENTRED.leading + 6
    page.add(
        FrameMark(left, top, right, top + height, HEAVY),
        FrameMark(left + 2.2, top + 2.2, right - 2.2, top + height - 2.2, FINE),
    )
    place_line(page, _STAMP.line("不完整"), _STAMP, left, top + 2, _STAMP_WIDTH)
    note = NOTE_CENTRED.line("缺件见卷内备考表")
    place_line(page, note, NOTE_CENTRED, left, top + 2 + _STAMP.leading, _STAMP_WIDTH)
