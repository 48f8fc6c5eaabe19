"""Words for how a unit is doing in a stage."""

from app.stages.vocabulary import Standing

STANDING_NAMES = {
    Standing.DONE: "已达到",
    Standing.ON_TRACK: "正常",
    Standing.AT_RISK: "有延误风险",
    Standing.OVERDUE: "逾期",
    Standing.NOT_BEGUN: "未开始",
    Standing.UNDATED: "日期未定",
    Standing.UNMEASURED: "不计进度",
}
