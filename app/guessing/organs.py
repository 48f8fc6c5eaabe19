"""责任者: who issued a document, from its red head, its signature or its title."""

import re
from collections.abc import Sequence
from datetime import date

from app.guessing.dates import (
    MAY_HOLD_DATE,
    find_day,
    is_end_of_date,
    join_broken_dates,
    only_day,
    only_month,
    with_arabic_dates,
)
from app.guessing.numbers import number_of_line
from app.guessing.plain_text import close_up, close_up_digits, plain

_ENDINGS = (
    "人民政府|政府|办公室|委员会|常务委员会|领导小组|工作组|专班|指挥部|联席会议|街道办事处|办事处|街道|管委会|"
    "人民法院|法院|人民检察院|检察院|居民委员会|村民委员会|居委会|村委会|党委|党组|党工委|县委|市委|省委|区委|"
    "总工会|工会|妇联|妇女联合会|团委|共青团委|工商联|文联|残联|红十字会|委|"
    "局|厅|部|院|处|科|所|站|队|股|中心|公司|协会|学会|商会|联合会|联社|支队|大队|中队|银行|集团|"
    "学校|小学|中学|大学|学院|党校|医院|馆|社|律师事务所|事务所|公证处|法庭|派出所|司法所|组|室|办"
)
_ORGAN = re.compile(
    rf"[\u3400-\u9fff（）()·]{{1,36}}(?:{_ENDINGS})(?:[（(][^（）()]{{1,12}}[）)])?"
)
#: Words of sentences and headings, which names of organs do not hold.
_NOT_ORGAN = re.compile(
    r"关于|以来|工作[^委领办组站中小会]|情况|我[局县单]|本[局县单级]|及其|以及|等|的|了|为|是|在|把|对|按照|根据|开展|推进|落实"
    r"|^(?:抄送|主送|附件|联系|印发|各|第|全|一|二|三|四|五|六|七|八|九|十)"
    r"|发文机关|单位[:：]|附[:：]|网站"
)
_RED_HEAD = re.compile(r"(?P<organ>[\u3400-\u9fff（）()·、 ]{2,60}?)文件$")
_DECREE_HEAD = re.compile(r"(?P<organ>[\u3400-\u9fff]{2,30}?)令$")
_MINUTES_HEAD = re.compile(
    r"(?P<organ>[\u3400-\u9fff]{2,30}?)(?:会议纪要|常务会议纪要|办公会议纪要|简报)$"
)
_TOP_LINES = 10
_LONGEST_SIGNATURE = 80

#: What programs and vendors put where an author's name belongs.
_NOBODY = re.compile(
    r"admin|user|微软|用户|windows|office|microsoft|wps|kingsoft|金山|联想|lenovo|hp|dell|china|pc|dw|computer"
    r"|雨林木风|深度|番茄|电脑|系统|系统之家|佚名|作者|匿名|未知|unknown|author|apache|poi|openpyxl|python|test",
    re.IGNORECASE,
)


def is_organ(text: str) -> bool:
    """True if the text is the name of an organ and nothing else."""
    return bool(_ORGAN.fullmatch(text)) and len(text) >= 3 and not _NOT_ORGAN.search(text)


def is_decree(line: str) -> bool:
    """True for the head of a decree: 示例市人民政府令."""
    head = _DECREE_HEAD.fullmatch(line)
    return head is not None and is_organ(head["organ"])


def issuer_in_head(lines: Sequence[str]) -> str:
    """The organs of a red head ("示例县司法局文件"), joined by 、; "" if there is none."""
    top = [close_up(line) for line in lines[:_TOP_LINES]]
    for position, line in enumerate(top):
        if line == "文件":
            return "、".join(_organs_above(top[:position]))
        found = _RED_HEAD.fullmatch(line)
        if found:
            above = _organs_above(top[:position])
            organ = found["organ"].strip()
            if is_organ(organ):
                # 文件 may stand at the middle of the organs' lines.
                below = _organs_above_number(top[position + 1 :])
                return "、".join(dict.fromkeys([*above, organ, *below]))
    for line in top[:4]:
        if is_decree(line):
            return line.removesuffix("令")
        minutes = _MINUTES_HEAD.fullmatch(line)
        if minutes and is_organ(minutes["organ"]):
            return minutes["organ"]
    return ""


def _organs_above_number(lines: Sequence[str]) -> list[str]:
    """The organs on the lines down to the document's number; none if anything else is there."""
    end = next((n for n, line in enumerate(lines) if number_of_line(line)), 0)
    organs = _organs_above(lines[:end])
    return organs if len(organs) >= end else []


def _organs_above(lines: Sequence[str]) -> list[str]:
    """The run of organ lines right above a joint head's last line."""
    organs: list[str] = []
    for line in reversed(lines):
        parts = [part for part in re.split(r"[\s、]+", line) if part]
        if not parts or not all(is_organ(part) for part in parts):
            break
        organs = parts + organs
    return organs


def signature(lines: Sequence[str], today: date) -> tuple[str, str]:
    """The organ and the ISO date of the signature block; "" for what is missing.

    The block is an organ on a line of its own and the date below it, or both on one line. The
    first such block counts: what follows it are annexes.
    """
    only_dates: list[str] = []
    lines = join_broken_dates(list(lines))
    for position, raw in enumerate(lines):
        if len(raw) > _LONGEST_SIGNATURE or not MAY_HOLD_DATE.search(raw):
            continue
        line = close_up_digits(raw)
        day = only_day(line, today)
        if day:
            organs = _signed_above(
                [close_up(row) for row in lines[max(0, position - 6) : position]]
            )
            if organs:
                return "、".join(organs), day
            if not line.isdigit():  # eight digits are a date only where an organ signed
                only_dates.append(day)
            continue
        month = only_month(line, today)
        if month:  # alone it may be anything; below an organ it is when the organ signed
            organs = _signed_above(
                [close_up(row) for row in lines[max(0, position - 3) : position]]
            )
            if organs:
                return "、".join(organs), month
            continue
        found = find_day(line, today)
        if found:
            arabic = with_arabic_dates(line)
            organ = arabic[: found.start].strip()
            if is_end_of_date(arabic[found.end :]) and is_organ(organ):
                return organ, found.iso
    return "", only_dates[0] if only_dates else ""


def _signed_above(lines: Sequence[str]) -> list[str]:
    """The organs signed above a date; stamps' notes such as （盖章） between do not matter."""
    organs: list[str] = []
    for line in reversed(lines):
        bare = re.sub(
            r"[（(](?:盖章|印章|公章|章|签章|签字)[）)]|^(?:单位|落款|报告单位|填报单位)[:：]",
            "",
            line,
        )
        parts = [part for part in re.split(r"[\s、]+", bare) if part]
        if not parts and not organs:
            continue
        if not parts or not all(is_organ(part) for part in parts):
            break
        organs = parts + organs
    return organs


def printed_on(lines: Sequence[str], today: date) -> str:
    """The date of the imprint ("示例县司法局办公室 2021年4月9日印发"); "" if there is none."""
    for raw in lines:
        if "印发" not in raw or len(raw) > _LONGEST_SIGNATURE:
            continue
        line = close_up_digits(raw)
        found = find_day(line, today)
        if found and with_arabic_dates(line)[found.end :].strip().startswith("印发"):
            return found.iso
    return ""


def organ_before_about(title: str) -> str:
    """What stands before 关于, or before a year, in a title."""
    found = re.match(r"^([\u3400-\u9fff（）()·、]{3,36}?)(?=关于|(?:19|20)\d\d年|20\d\d—)", title)
    return found.group(1) if found else ""


def organ_at_top(lines: Sequence[str], title: str) -> str:
    """The organ on a line of its own that a heading begins with ("…人民法院" + "行政判决书")."""
    top = (close_up(line) for line in lines[:_TOP_LINES])
    found = (line for line in top if title.startswith(line) and line != title and is_organ(line))
    return next(found, "")


def issuer_in_properties(author: str, company: str) -> str:
    """The organ named in a document's properties; people's and programs' names do not count."""
    for value in (company, author):
        folded = plain(value).strip()
        if is_organ(folded) and not _NOBODY.search(folded):
            return folded
    return ""
