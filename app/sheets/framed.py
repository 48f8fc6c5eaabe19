"""A framed sheet of labelled lines, used in place of pages that are not there."""

from collections.abc import Sequence

from app.sheets.flow import Align, Flow, Style
from app.sheets.page import FINE, HEAVY, MM, FrameMark, Margins
from app.typesetting.fonts import FontRole

BANNER = Style(FontRole.HEADING, 34, 52, Align.CENTRE)
ITEM_TITLE = Style(FontRole.TITLE, 20, 30, Align.CENTRE)
_LABEL = Style(FontRole.HEADING, 12, 22)
_TEXT = Style(FontRole.BODY, 14, 22)
_LABEL_WIDTH = 30 * MM
_INSET = 8 * MM
_GAP = 3 * MM

FRAMED_MARGINS = Margins(38 * MM, 40 * MM, 33 * MM, 40 * MM)


def labelled(flow: Flow, lines: Sequence[tuple[str, str]]) -> None:
    """Set label and text side by side; an absent text is shown as a dash."""
    for label, text in lines:
        flow.need(_TEXT.leading)
        top, page = flow.y, flow.page
        flow.text(label, _LABEL, flow.left, _LABEL_WIDTH)
        below_label = flow.y
        if flow.page is page:
            flow.y = top
        flow.text(text or "—", _TEXT, flow.left + _LABEL_WIDTH)
        if flow.page is page:
            flow.y = max(flow.y, below_label)
        flow.skip(_GAP)


def checksum_lines(sha256: str) -> str:
    """Return a SHA-256 in two lines of 32 figures under its name, as people compare it."""
    half = len(sha256) // 2
    return f"SHA-256\n{sha256[:half]}\n{sha256[half:]}" if sha256 else ""


def draw_frames(flow: Flow, weight: float = HEAVY) -> None:
    """Draw a double frame around the text of every page."""
    left, top, right, bottom = FRAMED_MARGINS.area()
    for page in flow.pages:
        page.add(
            FrameMark(left - _INSET, top - _INSET, right + _INSET, bottom + _INSET, weight),
            FrameMark(
                left - _INSET + 3, top - _INSET + 3, right + _INSET - 3, bottom + _INSET - 3, FINE
            ),
        )
