"""What a point expects: a checklist proposed from its wording, and which titles answer it. Pure.

A list is only proposed. It counts once the office has taken it over (``checklists``).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.framework.keys import PointKey

#: What may be expected: the words by which a point asks for it, and those by which a title or a
#: file name shows that it is there.
_KINDS: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    name: (re.compile(asked), re.compile(shown))
    for name, (asked, shown) in {
        "通知": (r"通知", r"通知|的函|印发"),
        "方案": (r"方案|计划|安排", r"方案|计划|安排"),
        "制度": (r"制度", r"制度|办法|规定|细则|规范|意见|机制"),
        "记录": (
            r"(?<!全过程)记录(?!形式|工作|管理|仪|资料)|纪要|签到|台账|笔录",
            r"记录|纪要|签到|台账|笔录|登记|名单|照片",
        ),
        "照片": (r"照片|图片|影像", r"照片|影像|截图|\.(?:jpe?g|png|heic)\b"),
        "案卷": (r"案卷(?!评查)|卷宗|装卷", r"案卷|卷宗"),
        "公开": (r"公示|公开(?:的?佐证|截图|材料)", r"公开|公示|公布|发布|截图|网页"),
        "结果": (
            r"结果|(?<!案情)通报|总结|报告|简报|情况说明|汇总表",
            r"结果|通报|总结|报告|简报|情况|汇总|评分",
        ),
        "整改": (r"整改|纠正", r"整改|纠正|反馈|落实"),
    }.items()
}
#: Something that is announced, done, written down and told of.
_ACTIVITY = re.compile(
    r"(?:开展|组织(?!部)|举办|进行)[^，。；]{0,24}?(?:检查|评查|培训|考试|考核|测试|督察|督查|抽查|宣传活动|评议)"
)
_OF_ACTIVITY = ("通知", "记录", "结果")
#: What is shown on the web is one thing, whatever it is about.
_SHOWN_ONLINE = re.compile(r"(?:网上|网络|社会)[^。；]{0,8}(?:公开|公布)[^。；]{0,6}$")
#: A list that is longer is no help.
MOST_ENTRIES = 12
#: One document is no list.
_LEAST = 2


def proposed(text: str) -> tuple[str, ...]:
    """The checklist that the wording of a point suggests; () where it asks for one thing only."""
    if _SHOWN_ONLINE.search(text):
        return ()
    found = {name for name, (asked, _) in _KINDS.items() if asked.search(text)}
    if _ACTIVITY.search(text):
        found |= set(_OF_ACTIVITY)
    names = tuple(name for name in _KINDS if name in found)
    return names if len(names) >= _LEAST else ()


def answers(entry: str, title: str, file_name: str = "") -> bool:
    """True if an item of this title shows that an entry of a checklist is there."""
    words = f"{title} {file_name.lower()}"
    if entry in _KINDS:
        return _KINDS[entry][1].search(words) is not None
    return entry.lower() in words.lower()


@dataclass(frozen=True, slots=True)
class Expectations:
    """The checklists that the office has taken over, and who says that a point is complete.

    ``lists`` go by the point's key ("60/material_check/1"); ``said`` holds key and unit, ``slots``
    the task's key and the unit of the same.
    """

    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    said: frozenset[tuple[str, str]] = frozenset()
    slots: frozenset[tuple[str, str]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out the slots once: there are thousands to ask for."""
        slots = frozenset((key.rpartition("/")[0], unit) for key, unit in self.said)
        object.__setattr__(self, "slots", slots)

    def unanswered(self, key: PointKey, named: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """The entries of a point's list that no item shows; ``named`` are titles and file names."""
        entries = self.lists.get(str(key), ())
        items = tuple(named) if entries else ()
        return tuple(e for e in entries if not any(answers(e, *item) for item in items))


NOTHING_EXPECTED = Expectations()
