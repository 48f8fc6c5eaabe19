"""Sentences on submission, review, rectification, self-check and what does not apply."""

from collections.abc import Mapping
from typing import Any

from app.completeness import errors as completeness
from app.errors import JuanzongError
from app.names.review import LACK_NAMES, MOVE_NAMES, NOTICE_STATE_NAMES, STAGE_NAMES
from app.rectification import errors as rectification
from app.rectification.vocabulary import Lack, NoticeState
from app.review import errors as review
from app.review.vocabulary import Move, SlotStage
from app.selfcheck import errors as selfcheck
from app.workspace import errors as workspace

#: Identifiers that errors carry, by their type, as sentences show them.
NAMES: Mapping[type, Mapping[Any, str]] = {
    SlotStage: STAGE_NAMES,
    Move: MOVE_NAMES,
    NoticeState: NOTICE_STATE_NAMES,
    Lack: LACK_NAMES,
}

#: Reason and remedy of each error.
ERRORS: Mapping[type[JuanzongError], tuple[str, ...]] = {
    workspace.OfficeOnly: (
        "这是创建办的工作，责任单位（{unit}）的工作区里不能做",
        "请把报送包交创建办，由创建办审核",
    ),
    workspace.UnitOnly: ("这不是 {unit} 的材料", "责任单位的工作区只能报送和填写本单位的内容"),
    review.UnitNotNamed: ("没有写明是哪个责任单位", "请加 --unit 单位名称"),
    review.SlotNotNamed: (
        "没有写明是哪项指标、哪种核验方式",
        "请加 --indicator 和 --method，必要时加 --unit",
    ),
    review.MoveNotPossible: (
        "{unit} 指标 {indicator} 的{task} 现在是“{stage}”，不能“{move}”",
        "请先看它的经过：review show",
    ),
    review.SlotEmpty: ("{unit} 指标 {indicator} 的{task} 还没有材料，不能报送", "请先添加材料"),
    review.NothingToSubmit: ("没有新的内容可以报送", "已报送和已通过的材料没有改动"),
    review.ReasonRequired: (
        "退回 {unit} 指标 {indicator} 的{task} 要写明原因",
        "请选择原因，或写一句说明",
    ),
    review.ReasonUnknown: ("没有编号为 {code} 的退回原因", "可用的见 review reasons"),
    review.ReasonWordless: ("退回原因没有文字", "请写明原因"),
    review.ItemNotInSlot: (
        "材料 {item_id} 不在指标 {indicator} 的{task}里",
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
        "请写成 2026-06-30、2026.6.30 或 2026年6月30日；发现时间和完成时间不能晚于今天",
    ),
    workspace.NotResponsible: (
        "{unit} 不是指标 {indicator} 的责任单位",
        "请核对责任分工：units",
    ),
    completeness.MarkReasonRequired: (
        "没有写明 {unit} 为什么不涉及指标 {indicator}",
        "请写明原因，如“本单位没有行政执法职能”",
    ),
    completeness.ChecklistTooLong: (
        "一个要点的应有材料最多 {most} 样，每样最多 {longest} 个字",
        "请合并或写短一些，如“通知”“方案”",
    ),
    completeness.FigureNotNamed: (
        "没有写明要填的数值",
        "请写数值；要取消原来填的，就只写取消（withdraw），不写数值",
    ),
    completeness.NotMarked: (
        "{unit} 没有把指标 {indicator} 的这一处标为不涉及",
        "请核对核验方式和材料要点：status",
    ),
    selfcheck.AssessmentUnknown: ("没有“{text}”这种自评", "可用：完成、基本完成、未完成"),
    selfcheck.ScoreInvalid: ("自评分 {text} 不成立", "请填 0 到 1000 之间的数"),
}
