"""发文字号: the number that a document goes by, found and brought into its official form."""

import re
from dataclasses import dataclass

from app.intake.wordings import close_up_digits

_OPEN, _CLOSE = r"[〔\[(【{〈<]", r"[〕\])】}〉>]"
_YEAR = r"(?:19|20)\d\d"
_CODE = r"[\u3400-\u9fffA-Za-z]"
_SERIAL = r"\d{1,6}(?:-\d{1,4})?"

#: 鲁政办〔2021〕12号; GB/T 9704-2012, 7.2.5: code of the organ, year in 〔 〕, serial without 第.
_NUMBER = re.compile(
    rf"(?P<code>{_CODE}{{1,24}}){_OPEN}(?P<year>{_YEAR})年?{_CLOSE}"
    rf"(?P<kind>[字函发令]?)(?P<nth>第?)(?P<serial>{_SERIAL})号"
)
#: People leave out 号 in file names, but only square forms are then beyond doubt.
_UNFINISHED = re.compile(
    rf"(?P<code>{_CODE}{{1,24}})[〔\[](?P<year>{_YEAR})[〕\]](?P<kind>)(?P<nth>)(?P<serial>{_SERIAL})"
    r"(?![\d号年月个件次项份])"
)
#: （2021）豫0423行初12号: the courts' own form, with the year in front.
_CASE = re.compile(
    rf"{_OPEN}(?P<year>{_YEAR}){_CLOSE}(?P<code>[\u3400-\u9fff]{{1,2}}\d{{0,4}}[\u3400-\u9fff]{{1,4}})"
    r"(?P<serial>\d{1,6})号"
)
_DECREE = re.compile(
    r"(?P<organ>[\u3400-\u9fff]{0,20}?令)\(?第(?P<serial>\d{1,4})号\)?|第(?P<other>\d{1,4})号令"
)
_YEARLY = re.compile(rf"(?P<year>{_YEAR})年第(?P<serial>\d{{1,4}})号(?!令)")

_ORGAN_BEFORE_CODE = re.compile(
    r"^.{2,}(?:人民政府|委员会|办公室|领导小组|管理局|司法局|公安局|法院|检察院|[局厅])(?=.{2,8}$)"
)
_LEAD_IN = re.compile(r"^(?:.*文件|发?文(?:字)?号|文号|附件\d*)")
#: A number that another document goes by, cited inside a title.
_CITED_BEFORE = re.compile(
    r"(?:转发|印发|落实|贯彻|执行|根据|依据|学习|对|关于|废止|修改|按照|回复)$"
)
_CITED_AFTER = re.compile(r"^\W{0,2}(?:的(?!$)|文件|精神|通知精神|号文)")

#: Characters after a decree's number from which on they are the decree's own name.
_NAMED_DECREE = 5


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A document number in official form, and the text with the number taken out."""

    value: str
    rest: str


def number_of_line(line: str) -> str | None:
    """The number of a line of a document's head that holds nothing else.

    A number inside a sentence belongs to another document that is cited, and does not count.
    """
    folded = close_up_digits(line)
    head = re.split(r"\s*签发人", folded)[0].strip(" 　。.,")
    head = re.sub(r"^(?:发?文(?:字)?号|文号|编号)\s*[:：]\s*", "", head)
    head = re.sub(r"\s+(?=[〔\[(【])", "", head)
    for pattern in (_NUMBER, _CASE):
        match = pattern.fullmatch(head) or pattern.fullmatch(head.strip("()"))
        if match:
            return _official(pattern, match)
    joint = list(_NUMBER.finditer(head))  # each organ of a joint letter may have its own
    if len(joint) > 1 and not _NUMBER.sub("", head).strip(" 、,"):
        return "、".join(_official(_NUMBER, match) for match in joint)
    if re.fullmatch(rf"{_OPEN}{_YEAR}{_CLOSE}第?{_SERIAL}号", head):  # minutes have no code
        return "〔" + head[1:5] + "〕" + head[6:]
    decree = re.fullmatch(r"\(?第(\d{1,4})号\)?", head)
    return f"第{decree.group(1)}号" if decree else _whole(_YEARLY, head)


def _whole(pattern: re.Pattern[str], head: str) -> str | None:
    match = pattern.fullmatch(head.strip("()"))
    return _official(pattern, match) if match else None


def number_in_name(stem: str) -> FoundNumber | None:
    """The number that a file name gives for its own document, in official form."""
    folded = close_up_digits(stem)
    for pattern in (_NUMBER, _UNFINISHED, _CASE, _DECREE):
        for match in pattern.finditer(folded):
            before, after = folded[: match.start()], folded[match.end() :]
            code = match.groupdict().get("code") or ""
            cited = _CITED_AFTER.match(after) or _CITED_BEFORE.search(before)
            if cited or (pattern is not _CASE and _cited_code(code)):
                continue
            if pattern is _DECREE:  # its number is what a decree is called, unless it has a name
                alone = len(after.strip(" 　_-—、+:：")) < _NAMED_DECREE
                rest = stem if before.strip() or alone else _joined(before, after)
                return FoundNumber(_official(pattern, match), rest)
            left_over = code.removesuffix(_own_code(code)) if pattern is not _CASE else ""
            return FoundNumber(_official(pattern, match), _joined(before + left_over, after))
    return None


def _joined(before: str, after: str) -> str:
    """What is left of a name around its number, without the brackets that held it."""
    if re.search(r"[(\[【〔]\s*$", before) and re.match(r"\s*[)\]】〕]", after):
        before, after = re.sub(r"[(\[【〔]\s*$", "", before), re.sub(r"^\s*[)\]】〕]", "", after)
    return f"{before.rstrip(' -_—+')} {after.lstrip(' -_—+:：、')}".strip()


def _cited_code(code: str) -> bool:
    return bool(re.match(r".*(?:转发|印发|落实|贯彻|根据|依据|学习|按照|关于|废止)", code))


def _own_code(code: str) -> str:
    """The organ's code without what stands before it ("示例县司法局示司" → "示司")."""
    return _ORGAN_BEFORE_CODE.sub("", _LEAD_IN.sub("", code)) or code


def _official(pattern: re.Pattern[str], match: re.Match[str]) -> str:
    if pattern is _DECREE:
        if match["other"]:
            return f"第{match['other']}号令"
        return f"{match['organ']}第{match['serial']}号"
    if pattern is _YEARLY:
        return f"{match['year']}年第{match['serial']}号"
    if pattern is _CASE:
        return f"（{match['year']}）{match['code']}{match['serial']}号"
    code, year = _own_code(match["code"]), match["year"]
    return f"{code}〔{year}〕{match['kind']}{match['nth']}{match['serial']}号"
