"""The sheet in place of an item's missing pages: 本件缺页, why, and what to do."""

from app.sheets.common import NOTE_CENTRED
from app.sheets.content import Placeholder
from app.sheets.flow import Flow
from app.sheets.framed import (
    BANNER,
    FRAMED_MARGINS,
    ITEM_TITLE,
    checksum_lines,
    draw_frames,
    labelled,
)
from app.sheets.page import MEDIUM, MM, Page


def lay_out_placeholder(placeholder: Placeholder) -> tuple[Page, ...]:
    """Lay out the sheet so that nobody takes it for a page of the item."""
    flow = Flow(FRAMED_MARGINS)
    flow.y += 14 * MM
    flow.text("本件缺页", BANNER)
    flow.skip(6 * MM)
    flow.rule(MEDIUM)
    flow.skip(8 * MM)
    flow.text(placeholder.title, ITEM_TITLE)
    flow.skip(12 * MM)
    labelled(
        flow,
        (
            ("原文件名", placeholder.file_name),
            ("缺页原因", placeholder.reason),
            ("处理办法", placeholder.remedy),
            ("校验值", checksum_lines(placeholder.sha256)),
        ),
    )
    flow.skip(10 * MM)
    flow.text("本页代替未能装入的材料，不是材料的组成部分", NOTE_CENTRED)
    draw_frames(flow)
    return tuple(flow.pages)
