"""The words for submission, review, rectification, self-check and what does not apply."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from app.completeness import errors as completeness
from app.errors import JuanzongError
from app.rectification import errors as rectification
from app.rectification.vocabulary import Lack, NoticeState
from app.review import errors as review
from app.review.vocabulary import ItemStanding, Move, Stage
from app.selfcheck import errors as selfcheck
from app.translating import Translate, chinese
from models.vocabulary import ReviewDecision, SelfAssessment

if TYPE_CHECKING:
    from app.completeness.states import PointState
    from app.rectification.reading import RegisterRow
    from app.review.basis import Difference

STAGE_NAMES = {
    Stage.NOT_STARTED: "未开始",
    Stage.PREPARING: "准备中",
    Stage.SUBMITTED: "已报送",
    Stage.RETURNED: "退回",
    Stage.ACCEPTED: "通过",
    Stage.RECHECK: "需复审",
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

#: So many units are named with their reasons; more are counted.
_MARKS_NAMED = 2

ASSESSMENT_NAMES = {
    SelfAssessment.ACHIEVED: "完成",
    SelfAssessment.MOSTLY: "基本完成",
    SelfAssessment.NOT_YET: "未完成",
}

#: Identifiers that errors carry, by their type, as sentences show them.
NAMES: Mapping[type, Mapping[Any, str]] = {
    Stage: STAGE_NAMES,
    Move: MOVE_NAMES,
    NoticeState: NOTICE_STATE_NAMES,
    Lack: LACK_NAMES,
}

#: Reason and remedy of each error.
ERRORS: Mapping[type[JuanzongError], tuple[str, ...]] = {
    review.OfficeOnly: (
        "这是创建办的工作，责任单位（{unit}）的工作区里不能做",
        "请把报送包交创建办，由创建办审核",
    ),
    review.UnitOnly: ("这不是 {unit} 的材料", "责任单位的工作区只能报送和填写本单位的内容"),
    review.UnitNotNamed: ("没有写明是哪个责任单位", "请加 --unit 单位名称"),
    review.SlotNotNamed: (
        "没有写明是哪项指标、哪种核验方式",
        "请加 --indicator 和 --method，必要时加 --unit",
    ),
    review.MoveNotPossible: (
        "{unit} 指标{indicator}的{method} 现在是“{stage}”，不能“{move}”",
        "请先看它的经过：review show",
    ),
    review.SlotEmpty: ("{unit} 指标{indicator}的{method} 还没有材料，不能报送", "请先添加材料"),
    review.NothingToSubmit: ("没有新的内容可以报送", "已报送和已通过的材料没有改动"),
    review.ReasonRequired: (
        "退回 {unit} 指标{indicator}的{method} 要写明原因",
        "请选择原因，或写一句说明",
    ),
    review.ReasonUnknown: ("没有编号为 {code} 的退回原因", "可用的见 review reasons"),
    review.ReasonWordless: ("退回原因没有文字", "请写明原因"),
    review.ItemNotInSlot: (
        "证据件 {item_id} 不在指标{indicator}的{method}里",
        "请用 review show 查看这里的材料",
    ),
    review.ReviewUnknown: ("没有编号为 {review_id} 的审核或报送记录", "请用 review show 查看经过"),
    rectification.NoticeUnknown: ("整改台账里没有 {notice} 号问题", "请用 rectify list 查看台账"),
    rectification.ProblemWordless: ("没有写明存在什么问题", "请写明问题"),
    rectification.NoticeClosed: (
        "{number} 号问题已经销号",
        "确需重新整改，请先恢复：rectify reopen",
    ),
    rectification.NoticeNotReplied: (
        "{number} 号问题现在是“{state}”，还没有可验收的整改情况",
        "请等责任单位填写完成时间后再验收",
    ),
    rectification.NoticeIncomplete: (
        "{number} 号问题还没有{lacks}，不能直接销号",
        "请先补齐；确需销号的，写明原因：rectify close --force --note 原因",
    ),
    rectification.NotReturned: (
        "没有退回记录 {review_id}，或已经重新报送",
        "请用 review show 查看经过",
    ),
    rectification.DayNotUnderstood: (
        "日期“{text}”看不懂，或不在可能的范围内",
        "请写成 2026-06-30；发现时间和完成时间不能晚于今天",
    ),
    selfcheck.NotResponsible: (
        "{unit} 不是指标 {indicator} 的责任单位",
        "请核对责任分工：units",
    ),
    completeness.MarkReasonRequired: (
        "没有写明 {unit} 为什么不涉及指标 {indicator}",
        "请写明原因，如“本单位没有行政执法职能”",
    ),
    completeness.NotMarked: (
        "{unit} 没有把指标 {indicator} 的这一处标为不涉及",
        "请核对核验方式和材料要点：status",
    ),
    selfcheck.AssessmentUnknown: ("没有“{text}”这种自评", "可用：完成、基本完成、未完成"),
    selfcheck.ScoreInvalid: ("自评分 {text} 不成立", "请填 0 到 1000 之间的数"),
}


def describe_marks(state: "PointState", translate: Translate = chinese) -> str:
    """Word who has said that a point does not apply, and why; "" if nobody has."""
    if not state.marks:
        return ""
    units = {mark.unit: mark.reason for mark in state.marks}
    if state.not_applicable and len(set(units.values())) == 1:
        told = next(iter(units.values()))
    elif len(units) <= _MARKS_NAMED:
        named = translate("{unit}（{reason}）")
        told = translate("，").join(named.format(unit=u, reason=r) for u, r in units.items())
    else:
        told = translate("{count} 个单位").format(count=len(units))
    return translate("不涉及：{told}").format(told=told)


def describe_difference(since: "Difference", translate: Translate = chinese) -> str:
    """Word what changed in a slot: 新增 1 件、改动 2 件; "" if nothing did."""
    counts = (
        ("新增 {count} 件", since.added),
        ("减少 {count} 件", since.removed),
        ("改动 {count} 件", since.changed),
        ("移动 {count} 件", since.moved),
        ("不涉及变动 {count} 处", since.marks),
    )
    return translate("、").join(
        translate(words).format(count=len(items)) for words, items in counts if items
    )


def describe_returned(parts: Iterable[tuple[int | None, str, str]]) -> str:
    """What was said on returning a slot, its points and items, as one problem; no full stop."""
    lines = []
    for point, title, reasons in parts:
        about = f"《{title}》：" if title else f"要点{point}：" if point is not None else ""
        if reasons:
            lines.append(about + reasons)
    return "\n".join(lines)


def describe_notice_state(row: "RegisterRow", translate: Translate = chinese) -> str:
    """The state of a problem with what is urgent about it: 整改中（超期 3 天）."""
    notes = []
    if row.sent_back:
        notes.append(translate("验收退回"))
    if row.overdue:
        notes.append(translate("超期 {days} 天").format(days=row.days_overdue))
    name = translate(NOTICE_STATE_NAMES[row.state])
    if not notes:
        return name
    return translate("{name}（{notes}）").format(name=name, notes=translate("，").join(notes))
