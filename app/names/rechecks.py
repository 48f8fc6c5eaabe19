"""Words for how kept web pages stand when they are looked at again."""

STANDING_NAMES = {
    "dead": "打不开",
    "changed": "内容有变",
    "moved": "网址已变",
    "not_checked": "没有查成",
    "not_compared": "打得开，文字没有比对",
    "same": "没有变化",
}
