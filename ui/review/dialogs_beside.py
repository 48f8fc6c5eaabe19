"""What the office can open from a slot: the paper, and the unit's self-check."""

from PySide6.QtWidgets import QWidget

from app.review.listing import SlotDetail
from ui.page import PageContext
from ui.papers.opening import open_papers
from ui.review.slot_panel import SlotPanel
from ui.selfcheck.dialog import enter_statement

_OPINION = "review-opinion"


def open_opinion(
    context: PageContext, parent: QWidget, detail: SlotDetail | None, narrowed: str
) -> None:
    """Open the papers at 审核意见表, for the unit of the filter, or else the unit of the slot."""
    unit = narrowed or (detail.row.unit if detail is not None else "")
    open_papers(context, parent, _OPINION, (unit,) if unit else ())


def enter_for_unit(context: PageContext, parent: QWidget, panel: SlotPanel) -> None:
    """Ask for the self-check under the slot's indicator, entered for the unit."""
    if panel.detail is not None:
        row = panel.detail.row
        enter_statement(context, parent, row.unit, row.slot.indicator, panel.said.row)
