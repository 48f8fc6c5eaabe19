"""The words for submission, review, rectification and self-check; ``app.wording`` takes them in."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.errors import JuanzongError
from app.review import errors as review
from app.review.vocabulary import ItemStanding, Move, Stage
from models.vocabulary import ReviewDecision

if TYPE_CHECKING:
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

#: Identifiers that errors carry, by their type, as sentences show them.
NAMES: Mapping[type, Mapping[Any, str]] = {Stage: STAGE_NAMES, Move: MOVE_NAMES}

#: Reason and remedy of each error, as ``app.wording.Sentence`` takes them.
ERRORS: Mapping[type[JuanzongError], tuple[str, str]] = {
    review.OfficeOnly: (
        "这是创建办的工作，责任单位（{unit}）的工作区里不能做",
        "请把报送包交创建办，由创建办审核",
    ),
    review.UnitOnly: ("这不是 {unit} 的材料", "责任单位的工作区只能报送和填写本单位的内容"),
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
}


def describe_difference(since: "Difference") -> str:
    """Word what changed in a slot: 新增 1 件、改动 2 件; "" if nothing did."""
    counts = (
        ("新增", since.added),
        ("减少", since.removed),
        ("改动", since.changed),
        ("移动", since.moved),
    )
    return "、".join(f"{word} {len(items)} 件" for word, items in counts if items)
