"""卷内备考表 (GB/T 9705-2008): 本卷情况说明, 立卷人, 检查人, 立卷时间."""

from datetime import date

from app.sheets.common import CODE, NOTE, VALUE, counted, number_leaves, place_label, sheet_head
from app.sheets.content import EndSheet
from app.sheets.flow import Align, Flow, Style, place_line
from app.sheets.page import FINE, MEDIUM, MM, RECORD_MARGINS, FrameMark, Margins, RuleMark
from app.sheets.page import Page as SheetPage
from app.sheets.table import CELL, GROUP, Column, Row, table
from app.typesetting.fonts import FontRole

_INSET = 6 * MM
# Text stands inside the frame, which itself stands on the margins of the form.
_MARGINS = Margins(
    RECORD_MARGINS.left + _INSET,
    RECORD_MARGINS.top,
    RECORD_MARGINS.right + _INSET,
    RECORD_MARGINS.bottom + _INSET,
)
_TEXT = Style(FontRole.BODY, 14, 24, Align.JUSTIFY, 2)
_STATE = Style(FontRole.HEADING, 14, 26)
_KEPT = 2  # lines of the last note
_SIGNATURE_ROW = 13 * MM
_SIGNATURE_WIDTH = 78 * MM
_SIGNATURE_LABEL = 26 * MM


def lay_out_end_sheet(sheet: EndSheet) -> tuple[SheetPage, ...]:
    """Lay out the form; long notes go on over further pages, room to sign is on the last."""
    heading = sheet_head(_MARGINS, "卷内备考表", f"档号：{sheet.archive_code}")
    frame_tops: list[float] = []

    def head(page: SheetPage, number: int) -> float:
        y = heading(page, number)
        frame_tops.append(y)
        return y + _INSET

    flow = Flow(_MARGINS, head)
    flow.text(f"档号：{sheet.archive_code}", CODE)
    flow.skip(2 * MM)
    flow.text("本卷情况说明", _STATE)
    whole = counted("本卷共 ", sheet.item_count, sheet.table_count)
    flow.text(f"{whole}，编有页号 {sheet.page_count} 页。", _TEXT)
    if sheet.with_account:
        flow.skip(2 * MM)
        _ledger(flow, sheet)
        flow.skip(4 * MM)
    if sheet.failed:
        flow.text(f"本卷不完整：有 {sheet.failed} 份材料未能装入，详见下列说明。", _STATE)
    if not sheet.notes:
        flow.text("无需说明的事项。", _TEXT)
    checksum = f"本卷内容校验值（SHA-256）：\n{sheet.fingerprint}"
    foot = len(NOTE.broken(checksum, flow.width)) * NOTE.leading + 8 * MM
    foot += _signatures_height(sheet)
    texts = (f"{n.subject}：{n.text}" if n.subject else n.text for n in sheet.notes)
    notes = [_TEXT.broken(f"{n}. {text}", flow.width) for n, text in enumerate(texts, 1)]
    for number, lines in enumerate(notes, 1):
        if number == len(notes) - 1:  # so that the signed page does not have one note only
            both = (len(lines) + len(notes[-1])) * _TEXT.leading + foot
            if both <= flow.full_room:
                flow.need(both)
        if number == len(notes):  # its end is on the page that is signed
            flow.lines(lines[:-_KEPT], _TEXT, flow.left, flow.width)
            lines = lines[-_KEPT:]
            flow.need(min(len(lines) * _TEXT.leading + foot, flow.full_room))
        flow.lines(lines, _TEXT, flow.left, flow.width)
    flow.skip(4 * MM)
    flow.text(checksum, NOTE)
    _signatures(flow, sheet)
    left, right = RECORD_MARGINS.left, flow.right + _INSET
    for page, top in zip(flow.pages, frame_tops, strict=True):
        page.add(FrameMark(left, top, right, flow.bottom + _INSET, MEDIUM))
    number_leaves(flow.pages, _MARGINS)
    return tuple(flow.pages)


def _ledger(flow: Flow, sheet: EndSheet) -> None:
    """Show that what came in is what was bound, excluded or failed."""
    total = sheet.included + sheet.excluded + sheet.failed
    width = flow.width / 4
    columns = [
        Column(title, width, Align.CENTRE) for title in ("应装材料", "已装入", "不装入", "未能装入")
    ]
    counts = (total, sheet.included, sheet.excluded, sheet.failed)
    style = GROUP if sheet.failed else CELL
    cells = [f"{count} 份" for count in counts]
    if sheet.doubtful:
        cells[1] += f"\n其中 {sheet.doubtful} 份存疑"
    table(flow, columns, [Row(tuple(cells), style=style)])


def _signatures_height(sheet: EndSheet) -> float:
    """Return what the lines to sign take."""
    room = _SIGNATURE_WIDTH - _SIGNATURE_LABEL
    values = (sheet.filed_by, sheet.checked_by, _shown_date(sheet.filed_on))
    lines = [len(VALUE.broken(value, room)) or 1 for value in values]
    return sum(max(_SIGNATURE_ROW, count * VALUE.leading) for count in lines) + 6 * MM


def _signatures(flow: Flow, sheet: EndSheet) -> None:
    """Leave lines to sign at the foot of the last page."""
    rows = (
        ("立卷人", sheet.filed_by),
        ("检查人", sheet.checked_by),
        ("立卷时间", _shown_date(sheet.filed_on)),
    )
    left = flow.right - _SIGNATURE_WIDTH
    value_left = left + _SIGNATURE_LABEL
    room = flow.right - value_left
    values = [VALUE.broken(value, room) or (VALUE.line(""),) for _, value in rows]
    height = _signatures_height(sheet)
    flow.need(min(height, flow.full_room))
    if flow.fits(height):
        flow.y = flow.bottom - height + 6 * MM
    for (label, _), lines in zip(rows, values, strict=True):
        flow.need(_SIGNATURE_ROW)
        flow.y += max(_SIGNATURE_ROW - len(lines) * VALUE.leading, 0)
        place_label(flow.page, label, left, flow.y)
        for line in lines:
            flow.need(VALUE.leading)
            place_line(flow.page, line, VALUE, value_left, flow.y, room)
            flow.y += VALUE.leading
            flow.page.add(RuleMark(value_left, flow.y - 1, flow.right, flow.y - 1, FINE))


def _shown_date(day: date | None) -> str:
    return "　　　年　　月　　日" if day is None else f"{day.year}年{day.month}月{day.day}日"
