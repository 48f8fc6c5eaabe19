"""登记页 for what cannot be printed: name, kind, size, duration, SHA-256 as text and QR code."""

from app.sheets.common import NOTE_CENTRED
from app.sheets.content import RegisterSheet
from app.sheets.flow import Align, Flow, Style
from app.sheets.framed import FRAMED_MARGINS, ITEM_TITLE, checksum_lines, draw_frames, labelled
from app.sheets.page import FINE, MEDIUM, MM, Page, QrMark
from app.typesetting.fonts import FontRole

_BANNER = Style(FontRole.TITLE, 26, 40, Align.CENTRE)
_QR_SIDE = 46 * MM
_UNITS = ("字节", "KB", "MB", "GB", "TB")


def lay_out_register_sheet(sheet: RegisterSheet) -> tuple[Page, ...]:
    """Lay out the sheet; the original itself goes with the dossier as a file."""
    flow = Flow(FRAMED_MARGINS)
    flow.y += 8 * MM
    flow.text("不能印成页面的材料登记页", _BANNER)
    flow.skip(5 * MM)
    flow.rule(MEDIUM)
    flow.skip(8 * MM)
    flow.text(sheet.file_name, ITEM_TITLE)
    flow.skip(10 * MM)
    duration = sheet.duration_seconds
    labelled(
        flow,
        (
            ("材料类型", sheet.format_label),
            ("文件大小", shown_size(sheet.size)),
            ("播放时长", "" if duration is None else shown_duration(duration)),
            ("校验值", checksum_lines(sheet.sha256)),
        ),
    )
    flow.skip(8 * MM)
    if sheet.sha256:
        flow.need(_QR_SIDE + 2 * NOTE_CENTRED.leading)
        left = (flow.left + flow.right - _QR_SIDE) / 2
        flow.page.add(QrMark(left, flow.y, _QR_SIDE, sheet.sha256))
        flow.y += _QR_SIDE
    flow.text("二维码内容为原件的 SHA-256 校验值", NOTE_CENTRED)
    flow.text("原件另存，随本卷一并移交", NOTE_CENTRED)
    draw_frames(flow, FINE)
    return tuple(flow.pages)


def shown_size(size: int) -> str:
    """Return a size in bytes as people read it, the exact figure after it."""
    value = float(size)
    for unit in _UNITS:
        if value < 1024 or unit == _UNITS[-1]:
            break
        value /= 1024
    return f"{size} 字节" if unit == _UNITS[0] else f"{value:.1f} {unit}（{size:,} 字节）"


def shown_duration(seconds: float) -> str:
    """Return a duration in hours, minutes and seconds; what is under a second counts as one."""
    whole = max(round(seconds), 1)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    parts = [(hours, "小时"), (minutes, "分"), (rest, "秒")]
    return "".join(f"{count}{unit}" for count, unit in parts if count)
