"""Words of what is kept for 网络检索. See the package for what each table is."""

from collections.abc import Mapping

from app.translating import Translate, chinese

RECORDS: Mapping[str, tuple[str, str]] = {
    "web_targets": ("检索清单的行", "包里检索清单的行数"),
    "web_lookups": ("网络检索记录", "包里网络检索记录的条数"),
}
TABLES: Mapping[str, str] = {
    "web_target": "检索清单",
    "web_lookup": "网络检索记录",
}
FIELDS: Mapping[str, str] = {
    "address": "网址",
    "shows": "要看到的内容",
    "sought": "检索内容",
    "target": "检索清单的行",
    "looked_up_on": "检索日期",
    "looked_up_by": "检索人",
    "result": "结果",
}
ACTIONS: Mapping[str, str] = {
    "noted.web_lookup_added": "记下网络检索",
    "noted.web_lookup_altered": "修改网络检索记录",
    "noted.web_lookup_withdrawn": "移除网络检索记录",
    "noted.web_lookup_restored": "恢复网络检索记录",
    "noted.web_target_added": "列入检索清单",
    "noted.web_target_altered": "修改检索清单",
    "noted.web_target_withdrawn": "移出检索清单",
    "noted.web_target_restored": "移回检索清单",
    "noted.web_targets_laid_down": "收到创建办的检索清单",
}

VALUES: Mapping[str, Mapping[str, str]] = {
    "web_targets": {
        "open": "未检索",
        "confirmed": "查到并符合",
        "contradicted": "查到但不符合",
        "nothing": "没有查到",
    },
    "web_lookups": {
        "confirmed": "查到并符合",
        "contradicted": "查到但不符合",
        "nothing": "没有查到",
    },
}


def describe_standing(
    total: int,
    done: int,
    contradicted: int,
    nothing: int,
    lines: int = 0,
    translate: Translate = chinese,
) -> str:
    """How a list stands, in one line: 清单 5 条，已检索 3 条，不符合 1 条.

    ``lines``: how many there are where several units are to look them up.
    """
    words = translate("清单 {total} 条，已检索 {done} 条")
    if lines not in {0, total}:
        words = translate("清单 {lines} 条，各单位合计应检索 {total} 条，已检索 {done} 条")
    told = [words.format(total=total, done=done, lines=lines)]
    if contradicted:
        told.append(translate("不符合 {count} 条").format(count=contradicted))
    if nothing:
        told.append(translate("没有查到 {count} 条").format(count=nothing))
    return translate("，").join(told)
