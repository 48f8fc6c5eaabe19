"""Words for submission, review, rectification and self-check."""

from typing import TYPE_CHECKING

from app.names.stages import how_long
from app.names.verification import MEASURES, ROWS_MEASURE, TABLES
from app.rectification.vocabulary import Lack, NoticeState
from app.review.vocabulary import ItemStanding, Move, ReturnedWith, SlotStage
from app.translating import Translate, chinese
from models.vocabulary import ReviewDecision, SelfAssessment

if TYPE_CHECKING:
    from app.rectification.reading import RegisterRow
    from app.review.basis import Difference, RowsChange

STAGE_NAMES = {
    SlotStage.NOT_STARTED: "未开始",
    SlotStage.PREPARING: "准备中",
    SlotStage.SUBMITTED: "已报送",
    SlotStage.RETURNED: "退回",
    SlotStage.ACCEPTED: "通过",
    SlotStage.RECHECK: "需复审",
}

MOVE_NAMES = {
    Move.SUBMIT: "报送",
    Move.WITHDRAW: "撤回报送",
    Move.ACCEPT: "通过",
    Move.RETURN: "退回",
}

DECISION_NAMES = {ReviewDecision.ACCEPTED: "通过", ReviewDecision.RETURNED: "退回"}

STANDING_NAMES = {
    ItemStanding.OPEN: "待审",
    ItemStanding.ACCEPTED: "通过",
    ItemStanding.RETURNED: "退回",
    ItemStanding.REWORKED: "已改待审",
}

RETURNED_WITH_NAMES = {
    ReturnedWith.POINT: "随要点退回",
    ReturnedWith.SLOT: "随整项退回",
}

NOTICE_STATE_NAMES = {
    NoticeState.OPEN: "待整改",
    NoticeState.IN_PROGRESS: "整改中",
    NoticeState.TO_VERIFY: "待销号",
    NoticeState.CLOSED: "已销号",
}

LACK_NAMES = {
    Lack.MEASURE: "整改措施",
    Lack.PERSON: "责任人",
    Lack.EVIDENCE: "佐证材料",
}

ASSESSMENT_NAMES = {
    SelfAssessment.ACHIEVED: "完成",
    SelfAssessment.MOSTLY: "基本完成",
    SelfAssessment.NOT_YET: "未完成",
}


def describe_difference(since: "Difference", translate: Translate = chinese) -> str:
    """Word what changed in a slot: 新增 1 件、改动 2 件; "" if nothing did.

    What tools hold is named: 网络检索记录由 4 条变为 5 条.
    """
    counts = (
        ("新增 {count} 件", since.added),
        ("减少 {count} 件", since.removed),
        ("改动 {count} 件", since.changed),
        ("移动 {count} 件", since.moved),
        ("不涉及变动 {count} 处", since.marks),
    )
    told = [translate(words).format(count=len(items)) for words, items in counts if items]
    told += [_rows_changed(change, translate) for change in since.rows]
    return translate("、").join(told)


def name_rows(table: str, title: str = "", translate: Translate = chinese) -> str:
    """What rows of a tool are called; a register by its ``title``, where it is known."""
    return title or translate(TABLES.get(table, table))


def count_rows(table: str, count: int, translate: Translate = chinese) -> str:
    """A number of rows with their measure word: 4 条, 2 处."""
    return translate(MEASURES.get(table, ROWS_MEASURE)).format(count=count)


def describe_rows(table: str, count: int, title: str = "", translate: Translate = chinese) -> str:
    """What a tool holds in a slot: 网络检索记录 4 条."""
    name = name_rows(table, title, translate)
    return f"{name} {count_rows(table, count, translate)}"


def _rows_changed(change: "RowsChange", translate: Translate) -> str:
    if change.before == change.after:
        words = "{name}有改动"
    elif not change.before:
        words = "新增{name} {after}"
    elif not change.after:
        words = "{name}已全部移除"
    else:
        words = "{name}由 {before}变为 {after}"
    return translate(words).format(
        name=name_rows(change.table, change.title, translate),
        before=count_rows(change.table, change.before, translate),
        after=count_rows(change.table, change.after, translate),
    )


def describe_notice_state(row: "RegisterRow", translate: Translate = chinese) -> str:
    """The state of a problem with what is urgent about it: 整改中（超期 3 天）."""
    notes = []
    if row.sent_back:
        notes.append(translate("验收退回"))
    if row.overdue:
        long = how_long(row.days_overdue, translate)
        notes.append(translate("超期 {long}").format(long=long))
    name = translate(NOTICE_STATE_NAMES[row.state])
    if not notes:
        return name
    return translate("{name}（{notes}）").format(name=name, notes=translate("，").join(notes))
