"""What the wording of a web check asks to be shown: one line for each thing. Pure.

The lines are only proposed. A text that does not surely list things stays whole: a line too few
is easily divided by a person, one that says half of something misleads.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.framework.schema import Framework

_ONLINE = r"(?:在网上|在线|上网|网上)"
#: What says that something is to be published; the thing itself stands before it.
_PUBLISHED = re.compile(
    rf"[，,]?\s*(?:及时)?(?:全面)?(?:准确)?(?:进行)?{_ONLINE}(?:进行)?(?:公开|公布|公示)"
    r"(?=$|[，,。；;]|并)"
)
#: The same before the thing.
_TO_BE_FOUND = re.compile(r"^(?:(?:在?网上)?能(?:够)?查询到|网上公[开布示](?=[^，,。；;]))")
_FOUND_OF = re.compile(
    r"^(?:对于?)?(?P<of>[^，,、]{4,40})[，,]在?网上能(?:够)?查询到(?P<what>.+)情况$"
)
#: Who publishes it, and the word that puts it before its verb.
_PUBLISHER = re.compile(r"^(?:各地各单位|各单位|各部门)?将(?=[^，,]*$)")
_OF = re.compile(r"^对于?(?=[^，,]*$)")
#: A second thing to be published, which a sentence goes on with.
_SECOND = re.compile(rf"[，,]并(?={_ONLINE}|通过网络)")
_AND_SO_ON = re.compile(r"等(?:相关)?(?:信息|事项|内容|文件材料|材料|情况)?$|等相关制度$")
#: What is a thing by itself wherever it ends a part of a list.
_THINGS = (
    *(
        "清单",
        "目录",
        "标准",
        "文件",
        "制度",
        "办法",
        "通报",
        "通知",
        "黑榜",
        "红榜",
        "名单",
        "公告",
    ),
    *("地址", "决定书", "报告", "预算", "决算", "指南", "流程图", "一览表"),
)
#: What is a side of something that stands before the first of them: X的范围、条件、程序.
_SIDES = (
    *(
        "事项",
        "主体",
        "权限",
        "依据",
        "程序",
        "渠道",
        "范围",
        "条件",
        "标准",
        "时限",
        "流程",
        "结果",
    ),
    *("目录", "期限", "权利", "责任", "方式", "电话", "地址", "理由", "内容"),
)
_LONGEST_SIDE = 7
#: Brackets and quotes, inside which no list is divided.
_OPEN, _CLOSE = "“‘《（(〔", "”’》）)〕"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the wording of a task asks to be shown."""

    indicator: str
    task_code: str
    lines: tuple[str, ...]


def proposals(framework: Framework, method: str, codes: Iterable[str] = ()) -> tuple[Proposal, ...]:
    """The lines of every task of a method, of all indicators or of some."""
    wanted = set(codes)
    return tuple(
        Proposal(indicator.code, task.code, lines)
        for indicator in framework.indicators
        if not wanted or indicator.code in wanted
        for task in indicator.tasks
        if task.method == method
        if (lines := proposed([p.text for p in task.points] or [task.requirement]))
    )


def proposed(texts: Iterable[str]) -> tuple[str, ...]:
    """One line for each thing that the texts name, in their order, none twice."""
    return tuple(dict.fromkeys(line for text in texts for line in _lines(text)))


def _lines(text: str) -> Iterator[str]:
    text = text.strip(" \u3000，,；;。")
    if found := _FOUND_OF.match(text):
        things = _parted(found["what"])
        if all(len(thing) <= _LONGEST_SIDE for thing in things):
            yield from (f"{found['of']}的{thing}情况" for thing in things)
            return
    for part in _SECOND.split(text):
        for thing in _published(part):
            yield from _things(thing)


def _published(text: str) -> Iterator[str]:
    """The things of a sentence that are to be published, each without the words that say so."""
    start = 0
    for found in _PUBLISHED.finditer(text):
        thing = _OF.sub("", text[start : found.start()].strip("，, "))
        rest = text[found.end() :].strip("，,。 ")
        if not thing:
            continue
        if rest and not _PUBLISHED.search(rest):
            # 并动态更新 belongs to the thing before; the list of things ends where it begins.
            thing = _PUBLISHER.sub("", thing)
            yield thing if "、" in thing else f"{thing}，{rest}"
            return
        yield _PUBLISHER.sub("", thing)
        start = found.end()
    if start == 0:
        yield _TO_BE_FOUND.sub("", text)


def _things(text: str) -> Iterator[str]:
    """A list as its parts, if each surely is a thing; else the whole text."""
    parts = [piece for part in _parted(_AND_SO_ON.sub("", text)) for piece in _joined_things(part)]
    if len(parts) < 2 or any("，" in part for part in parts):
        yield text
    elif all(part.endswith(_THINGS) and len(part) >= _LONGEST_SIDE for part in parts):
        head, of, first = parts[0].rpartition("的")
        yield parts[0]
        short = of and not first.startswith("相关") and len(first) <= _LONGEST_SIDE
        alone = short and not any("的" in part or "等" in part for part in parts[1:])
        yield from (head + of + part if alone else part for part in parts[1:])
    else:
        yield from _with_their_heads(parts) or (text,)


def _with_their_heads(parts: list[str]) -> tuple[str, ...]:
    """Parts of which the later ones are sides of what the first one names; () if they are not."""
    lines: list[str] = []
    long = short = ""
    for number, part in enumerate(parts):
        if number and len(part) <= _LONGEST_SIDE and long:
            if not part.endswith((*_SIDES, *_THINGS)) and number + 1 < len(parts):
                return ()
            lines.append((short if part in _SIDES else long) + part)
            continue
        long, short = _heads(part)
        # A thing may stand before the list: 接待场所地址和复议案件的受理范围、条件、程序.
        if not long and not (part.endswith(_THINGS) and number + 1 < len(parts)):
            return ()
        lines.append(part)
    return tuple(lines)


def _heads(part: str) -> tuple[str, str]:
    """What stands before the side that a part names: before all of it, and before its last word.

    复议案件的受理范围 gives 复议案件的 and 复议案件的受理. Both are "" if it names no side.
    """
    side = next((side for side in _SIDES if part.endswith(side)), "")
    short = part.removesuffix(side) if side else ""
    _head, of, after = part.rpartition("的")
    after = after.removeprefix("相关")
    if of and 0 < len(after) <= _LONGEST_SIDE:
        long = part.removesuffix(after)
        return long, short or long
    return short, short


def _joined_things(part: str) -> Iterator[str]:
    """甲清单及乙制度 are two things; 收费和基金 are not, and 县政府及各部门 is a body."""
    for found in re.finditer("[和及]", part):
        before, after = part[: found.start()], part[found.end() :]
        if before.endswith(_THINGS) and len(before) >= _LONGEST_SIDE and len(after) >= 4:
            yield before
            yield from _joined_things(after)
            return
    found_last = re.fullmatch(r"(?P<one>[^的和]{2,6})和(?P<two>[^的和]{2,6})", part)
    if found_last and found_last["one"].endswith(_SIDES):
        yield found_last["one"]
        yield found_last["two"]
        return
    yield part


def _parted(text: str) -> list[str]:
    """Divide at 、 outside brackets and quotes."""
    parts, depth = [""], 0
    for char in text:
        depth += (char in _OPEN) - (char in _CLOSE)
        if char == "、" and depth <= 0:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts if part.strip()]
