"""Words of the method tools: their rows, the fields of these, and what was done with them."""

from collections.abc import Mapping

#: By the list in packages: what the rows are called, and how the number of them is.
RECORDS: Mapping[str, tuple[str, str]] = {
    "web_lookups": ("网络检索记录", "包里网络检索记录的条数"),
}
#: By the name of the table.
TABLES: Mapping[str, str] = {
    "web_lookup": "网络检索记录",
}
#: Fields of the rows that no other record has.
FIELDS: Mapping[str, str] = {
    "address": "网址",
    "sought": "检索内容",
    "looked_up_on": "检索日期",
    "looked_up_by": "检索人",
    "result": "结果",
}
#: Entries of the log; each begins with ``app.changed.NOTED``.
ACTIONS: Mapping[str, str] = {
    "noted.web_lookup_added": "记下网络检索",
    "noted.web_lookup_altered": "修改网络检索记录",
    "noted.web_lookup_withdrawn": "移除网络检索记录",
    "noted.web_lookup_restored": "恢复网络检索记录",
}

#: By the list in packages: the words for the values that can be chosen.
VALUES: Mapping[str, Mapping[str, str]] = {
    "web_lookups": {
        "confirmed": "查到并符合",
        "contradicted": "查到但不符合",
        "nothing": "没有查到",
    },
}
