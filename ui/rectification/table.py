"""The register as a table: what is overdue is red, and named so."""

from app.rectification.reading import RegisterRow
from app.rectification.vocabulary import NoticeState
from ui.colours import Colours
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.wording import describe_notice_state


def register_table(theme: Theme) -> LineTable:
    """One line a problem; the problem takes the room that is left."""
    columns = (
        Column(tr("序号"), 48, lambda r: str(r.notice.number), _ink),
        Column(tr("责任单位"), 128, lambda r: r.notice.unit, _ink),
        Column(tr("指标", "a narrow column"), 52, lambda r: r.notice.indicator, _ink),
        Column(tr("存在问题"), 0, lambda r: r.notice.problem, _ink),
        Column(tr("责任人"), 76, lambda r: r.reply.person if r.reply else "", _ink),
        Column(tr("时限"), 96, _deadline, _ink),
        Column(tr("状态"), 150, describe_notice_state, _ink),
    )
    return LineTable(tr("整改台账"), LineModel(columns, lambda r: r.notice.id, theme), theme)


def _deadline(row: RegisterRow) -> str:
    return row.notice.deadline.isoformat() if row.notice.deadline else ""


def _ink(row: RegisterRow, colours: Colours) -> str | None:
    if row.overdue:
        return colours.problem
    return colours.muted if row.state is NoticeState.CLOSED else None
