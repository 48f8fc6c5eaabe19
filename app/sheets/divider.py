"""隔页 before the items of one verification method."""

from app.sheets.common import BODY, centred_in, counted
from app.sheets.content import Divider
from app.sheets.flow import Align, Flow, Style
from app.sheets.page import MEDIUM, MM, READING_MARGINS, Page, RuleMark
from app.typesetting.fonts import FontRole

_TITLE = Style(FontRole.TITLE, 36, 52, Align.CENTRE)
_SUBTITLE = Style(FontRole.KAI, 18, 28, Align.CENTRE)
_COUNT = Style(FontRole.BODY, 16, 28, Align.CENTRE)
_SHORT_RULE = 40 * MM


def lay_out_divider(divider: Divider) -> tuple[Page, ...]:
    """Lay out the divider: what follows, what was asked for, how many items on which pages."""
    flow = Flow(READING_MARGINS)
    heading = len(_SUBTITLE.broken(divider.subtitle, flow.width)) * _SUBTITLE.leading
    heading += len(_TITLE.broken(divider.title, flow.width)) * _TITLE.leading
    requirement = len(BODY.broken(divider.requirement, flow.width)) * BODY.leading
    height = heading + requirement + 2 * _COUNT.leading + 30 * MM
    flow.y = centred_in(flow.y, flow.bottom, height, 0.38)
    flow.text(divider.subtitle, _SUBTITLE)
    flow.skip(4 * MM)
    flow.text(divider.title, _TITLE)
    flow.skip(5 * MM)
    flow.need(MEDIUM)
    middle = (flow.left + flow.right) / 2
    flow.page.add(
        RuleMark(middle - _SHORT_RULE / 2, flow.y, middle + _SHORT_RULE / 2, flow.y, MEDIUM)
    )
    flow.skip(9 * MM)
    flow.text(divider.requirement, BODY)
    flow.skip(10 * MM)
    flow.text(counted("共 ", divider.item_count, divider.table_count), _COUNT)
    flow.text(divider.page_range, _COUNT)
    return tuple(flow.pages)
