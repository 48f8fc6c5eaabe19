"""发文字号: a document's number, found and put into its official form."""

import re
from dataclasses import dataclass

from app.guessing.dates import MAY_HOLD_DATE
from app.guessing.numerals import NUMERAL, ONES, ZEROS, digits_of, number_of
from app.guessing.plain_text import close_up_digits

_OPEN, _CLOSE = r"[〔\[(【{〈<〖「『《]", r"[〕\])】}〉>〗」』》]"
_YEAR = r"(?:19|20)\d\d"
_HAN = r"\u3400-\u9fff"
_CODE = rf"[{_HAN}A-Za-z]"
_SERIAL = r"\d{1,6}(?:-\d{1,4})?"
#: Some offices put letters of their own to it: D12号, 12-A号.
_LETTERED = r"[A-Z]?\d{1,6}(?:-(?:\d{1,4}|[A-Z]))?"
#: Several letters under one code: 12号、13号 or 12、13号 or 12至15号.
_SERIALS = rf"{_LETTERED}(?:号?(?:[、,和及至~]|-(?=第))第?{_SERIAL}){{0,9}}"

#: 鲁政办〔2021〕12号; GB/T 9704-2012, 7.2.5: code of the organ, year in 〔 〕, serial without 第.
_NUMBER = re.compile(
    rf"(?P<code>{_CODE}{{1,24}}(?:\({_CODE}{{1,6}}\))?){_OPEN}(?P<year>{_YEAR})年?度?{_CLOSE}"
    rf"(?P<kind>[字函发令]?)(?P<nth>第?)\(?(?P<serial>{_SERIALS})\)?号"
)
#: People leave out 号 in file names, but only square forms are then beyond doubt.
_UNFINISHED = re.compile(
    rf"(?P<code>{_CODE}{{1,24}})[〔\[](?P<year>{_YEAR})[〕\]](?P<kind>)(?P<nth>)(?P<serial>{_SERIAL})"
    r"(?![\d号年月个件次项份])"
)
#: 示政办2021年12号: the year without brackets, behind a code of the usual endings.
_UNBRACKETED = re.compile(
    rf"(?P<code>{_CODE}{{1,12}}[发办函字文规政组委审复决处法建])(?P<year>{_YEAR})"
    rf"(?:年|(?=第))(?P<kind>)(?P<nth>第?)(?P<serial>{_SERIAL})号"
)
#: 司法局便函2021-12: as people write, who number their letters without a code.
_INFORMAL = re.compile(rf"{_CODE}{{1,20}}[函字发文办令规号]{_YEAR}-\d{{1,4}}号?")
#: （2021）豫0423行初12号: the courts' own form, with the year in front.
_CASE = re.compile(
    rf"{_OPEN}(?P<year>{_YEAR}){_CLOSE}"
    rf"(?P<code>[{_HAN}]{{1,2}}\d{{0,4}}[{_HAN}]{{1,8}})(?P<serial>\d{{1,6}}(?:-\d{{1,3}})?)号"
)
_DECREE = re.compile(
    rf"(?P<organ>[{_HAN}]{{0,20}}?令)\(?第(?P<serial>\d{{1,4}})号\)?|第(?P<other>\d{{1,4}})号令"
)
#: 财政部公告2021年第3号, also without the organ.
_YEARLY = re.compile(
    rf"(?P<organ>[{_HAN}]{{0,20}}?(?:公告|通告|公报|通报|令))?\(?(?P<year>{_YEAR})年第(?P<serial>\d{{1,4}})号\)?(?!令)"
)

_ORGAN_BEFORE_CODE = re.compile(
    r"^.{2,}(?:人民政府|委员会|办公室|领导小组|管理局|司法局|公安局|法院|检察院|[局厅])(?=.{2,8}$)"
)
_LEAD_IN = re.compile(r"^(?:.*文件|发?文(?:字)?号|文号|附件\d*)")
#: A number that another document goes by, cited inside a title.
_CITED_BEFORE = re.compile(
    r"(?:转发|印发|落实|贯彻|执行|根据|依据|学习|对|关于|废止|修改|按照|回复)$"
)
_CITED_AFTER = re.compile(r"^\W{0,2}(?:的(?!$)|文件|精神|通知精神|号文)")
#: What may follow a number on its line: it is a draft, or the date stands beside it.
_DRAFT = re.compile(r"\s*[(〔\[【][^()〔〕\[\]【】]{0,8}(?:稿|本|件)[)〕\]】]$")
_DATE_BESIDE = re.compile(rf"(?<=号)\s*\(?{_YEAR}\s*(?:年|[-./]).*$")
#: （2021）豫 0423 行初 12 号: the courts' own template leaves gaps.
_SPACED_CASE = re.compile(rf"{_OPEN}{_YEAR}{_CLOSE}[\s\d{_HAN}-]+号")

#: Characters after a decree's number from which on they are the decree's own name.
_NAMED_DECREE = 5

_DASHES = re.compile(r"(?<=[\d号])\s*[—–―−‒‐‑─]+\s*(?=第?\d)")
_CHINESE_YEAR = re.compile(rf"({_OPEN})\s*([一二][{ZEROS}{ONES}]{{3}})\s*(年?{_CLOSE})")
_CHINESE_SERIAL = re.compile(rf"(?<=[第〕\])】年]){NUMERAL}{{1,6}}(?=号)")


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A document number in official form, and the text with the number taken out."""

    value: str
    rest: str


def folded_number(text: str) -> str:
    """Text in which numbers have one spelling: Arabic figures, plain dashes, no gaps inside."""
    folded = _DASHES.sub("-", close_up_digits(text))
    folded = _CHINESE_YEAR.sub(lambda m: f"{m[1]}{digits_of(m[2])}{m[3]}", folded)
    folded = re.sub(rf"\s+(?={_OPEN})|(?<=[〕\])】年])\s+(?=第?\d)|(?<=\d)\s+(?=号)", "", folded)
    return _CHINESE_SERIAL.sub(lambda m: str(number_of(m[0])), folded)


def number_of_line(line: str) -> str | None:
    """The number of a line of a document's head that holds nothing else.

    A number inside a sentence belongs to another document that is cited, and does not count.
    """
    folded = folded_number(line)
    head = re.split(r"\s*签发人", folded)[0].strip(" 　。.,")
    head = re.sub(r"^(?:发?文(?:字)?号|文号|编号)\s*[:：]\s*", "", head)
    head = _DRAFT.sub("", head)
    if MAY_HOLD_DATE.search(head):
        head = _DATE_BESIDE.sub("", head)
    head = re.sub(r"(?<=号)文(?:件)?$", "", head)
    if _SPACED_CASE.fullmatch(head):
        head = re.sub(r"\s+", "", head)
    for pattern in (_NUMBER, _CASE, _UNBRACKETED, _UNFINISHED):
        match = pattern.fullmatch(head) or pattern.fullmatch(head.strip("()"))
        if match:
            return _official(pattern, match)
    joint = list(_NUMBER.finditer(head))  # each organ of a joint letter may have its own
    if len(joint) > 1 and not _NUMBER.sub("", head).strip(" 、,"):
        return "、".join(_official(_NUMBER, match) for match in joint)
    if re.fullmatch(rf"{_OPEN}{_YEAR}{_CLOSE}第?{_SERIAL}号", head):  # minutes have no code
        return "〔" + head[1:5] + "〕" + head[6:]
    if re.fullmatch(r"\(?第(\d{1,4})号\)?", head):
        return head.strip("()")
    decree = _whole(_DECREE, head)
    if decree and len(head) <= 24:
        return decree
    return _whole(_YEARLY, head) or (head if _INFORMAL.fullmatch(head) else None)


def _whole(pattern: re.Pattern[str], head: str) -> str | None:
    match = pattern.fullmatch(head) or pattern.fullmatch(head.strip("()"))
    return _official(pattern, match) if match else None


def number_in_name(stem: str) -> FoundNumber | None:
    """The number that a file name gives for its own document, in official form."""
    folded = folded_number(stem)
    for pattern in (_NUMBER, _UNFINISHED, _CASE, _UNBRACKETED, _DECREE):
        for match in pattern.finditer(folded):
            before, after = folded[: match.start()], folded[match.end() :]
            after = re.sub(r"^文(?=$|[^件化])", "", after)  # 12号文
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
        return f"{match['organ'] or ''}{match['year']}年第{match['serial']}号"
    if pattern is _CASE:
        return f"（{match['year']}）{match['code']}{match['serial']}号"
    code, year = _own_code(match["code"]), match["year"]
    code = code.replace("(", "（").replace(")", "）")
    return f"{code}〔{year}〕{match['kind']}{match['nth']}{match['serial']}号"
