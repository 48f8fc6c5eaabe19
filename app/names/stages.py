"""Words for how a unit is doing in a stage."""

from app.stages.vocabulary import StageStatus
from app.translating import Translate, chinese

STANDING_NAMES = {
    StageStatus.DONE: "已达到",
    StageStatus.ON_TRACK: "正常",
    StageStatus.AT_RISK: "有延误风险",
    StageStatus.OVERDUE: "逾期",
    StageStatus.NOT_BEGUN: "未开始",
    StageStatus.UNDATED: "日期未定",
    StageStatus.UNMEASURED: "不计进度",
}


#: From here on a length of time is told in months, and then in years.
_MANY_DAYS, _MANY_MONTHS = 100, 730


def days_in_words(days: int | None, translate: Translate = chinese) -> str:
    """How long there is until a deadline, or how long ago it was."""
    if days is None:
        return translate("日期另定")
    if days > 0:
        return translate("还有 {days} 天").format(days=days)
    return (
        translate("今天截止")
        if days == 0
        else translate("已过 {long}").format(long=how_long(-days, translate))
    )


def how_long(days: int, translate: Translate = chinese) -> str:
    """A length of time as people say it: days, then months, then years."""
    if days < _MANY_DAYS:
        return translate("{days} 天").format(days=days)
    if days < _MANY_MONTHS:
        return translate("{months} 个月").format(months=days // 30)
    return translate("{years} 年").format(years=days // 365)
