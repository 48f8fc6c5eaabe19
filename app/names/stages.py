"""Words for how a unit is doing in a stage."""

from app.stages.vocabulary import StageStatus

STANDING_NAMES = {
    StageStatus.DONE: "已达到",
    StageStatus.ON_TRACK: "正常",
    StageStatus.AT_RISK: "有延误风险",
    StageStatus.OVERDUE: "逾期",
    StageStatus.NOT_BEGUN: "未开始",
    StageStatus.UNDATED: "日期未定",
    StageStatus.UNMEASURED: "不计进度",
}
