"""A paper before it is laid out, and the words that papers share."""

from dataclasses import dataclass

from app.completeness.states import Tally
from app.reports.filling import INVISIBLE, LINE_BREAK, Filling, Value
from app.reports.rows import Letterhead
from app.sheets.content import SheetContent
from app.stages.schedule import in_words
from app.typesetting.fonts import FontRole
from app.typesetting.titles import break_title

#: The width of 版心 and the size of a title (二号), in points.
TEXT_WIDTH = 156 / 25.4 * 72
TITLE_SIZE = 22.0

#: Room to write something in by hand.
BLANK_DATE = "　　　　年　　月　　日"
BLANK_NAME = "　　　　　　"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a template is filled with; ``notes`` tell what the paper leaves out or leaves open.

    ``sheet`` is the same content as pages of our own, written beside as a PDF. ``name`` is what
    the file is called, without the date; "" for the usual name of the paper.
    """

    filling: Filling
    notes: tuple[str, ...] = ()
    sheet: SheetContent | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class NotNeeded:
    """There is nothing to write to this unit, or about it; ``reason`` says why."""

    reason: str


def head_values(head: Letterhead, title: str) -> dict[str, Value]:
    """The values that every paper has."""
    return {
        "县": head.county,
        "工作名称": head.programme,
        "标题": balanced(title),
        "发文机关": head.issuer,
        "发文字号": f"{head.issuer_code}〔{head.today.year}〕　　号",
        "成文日期": in_words(head.today),
        "联系人": head.contact or BLANK_NAME,
        "联系电话": head.phone or BLANK_NAME,
        "抄送": head.copy_to.rstrip("。；，、 "),
        "印发机关": head.printed_by or head.issuer,
        "抄送线": INVISIBLE if head.copy_to else "",
    }


#: The names that ``head_values`` gives, with what they stand for.
HEAD_NAMES = {
    "县": "县（市、区）名称",
    "工作名称": "创建或考核工作的名称，在指标体系里",
    "标题": "文书标题",
    "发文机关": "发文机关，在设置里填写",
    "发文字号": "发文机关代字和年份，序号留空",
    "成文日期": "出文书的日期",
    "联系人": "联系人，在设置里填写；没有填写时留空",
    "联系电话": "联系电话，在设置里填写；没有填写时留空",
    "抄送": "抄送机关，在设置里填写；没有填写时这一段不印",
    "印发机关": "版记里印发这份文书的机关，在设置里填写；没有填写时为发文机关",
    "抄送线": "有抄送时为一个看不见的字符，使抄送下面的细线留下",
}


def balanced(title: str) -> str:
    """A title in lines of nearly the same length that keep words whole (GB/T 9704 7.3.1)."""
    lines = break_title(title, FontRole.TITLE, TITLE_SIZE, TEXT_WIDTH)
    return LINE_BREAK.join(line.text for line in lines)


def chinese_number(number: int) -> str:
    """一, 二 … 九十九, as headings count."""
    digits = "零一二三四五六七八九"
    if number < 10:
        return digits[number]
    if number > 99:
        hundreds, rest = divmod(number, 100)
        between = "零" if 0 < rest < 10 else ""
        tail = chinese_number(rest) if rest else ""
        tail = f"一{tail}" if 10 <= rest < 20 else tail
        return f"{digits[hundreds]}百{between}{tail}"
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")


def iso_in_words(text: str) -> str:
    """An ISO date as papers write it; what is cut short stays so, anything else as it is."""
    parts = text.split("-")
    if not all(p.isdecimal() for p in parts) or not 1 <= len(parts) <= 3:
        return text
    return "".join(f"{int(p)}{mark}" for p, mark in zip(parts, "年月日", strict=False))


def dotted(text: str) -> str:
    """An ISO date short enough for a column: 2021.4.9."""
    parts = text.split("-")
    return ".".join(str(int(p)) for p in parts) if all(p.isdecimal() for p in parts) else text


def sentence(text: str) -> str:
    """Text that ends with a mark."""
    text = text.strip()
    return text if not text or text[-1] in "。！？；…" else f"{text}。"


def tally_in_words(tally: Tally) -> str:
    """How many points are covered, wait and are missing; what is none is not said."""
    exempt = f"（其中不涉及{tally.exempt}个）" if tally.exempt else ""
    parts = [f"已齐备{tally.covered}个{exempt}"]
    if tally.waiting:
        parts.append(f"文件有问题待处理的{tally.waiting}个")
    if tally.missing:
        parts.append(f"尚缺{tally.missing}个")
    return f"{'，'.join(parts)}，齐备率{tally.percent}%"
