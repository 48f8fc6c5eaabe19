"""Marks of state secrecy, which keep a file out, and internal marks, which ask for a second look.

By the rules on official documents (GB/T 9704-2012, 7.2.2) the mark stands at the top left of the
first page, as 密级 with ★ and the term: 机密★1年. The words alone are everyday ones (商业秘密,
国家秘密, 机密性), so only the forms of a mark count.
"""

import re

from app.intake.wordings import plain

_GAP = r"[ \t\u3000]*"
_LEVEL = rf"(?:绝{_GAP}密|机{_GAP}密|秘{_GAP}密)"
#: Stars as typed, as drawn and as symbol fonts (Wingdings) leave them in extracted text.
_STAR = r"[★☆✩✪✫✬✭✮✯✰⭐✦✱✲✳∗⁎*\uf0ab\uf0b6]"
_TERM = rf"(?:{_GAP}(?:\d{{1,3}}{_GAP}(?:年|个月|月)|长期|启用前))"

#: 商业秘密★ and 工作秘密★ are marks too, but not of state secrecy.
_STARRED = re.compile(rf"(?<!商业)(?<!工作)({_LEVEL}\s*{_STAR}{_TERM}?)")
_DECLARED = re.compile(
    rf"密{_GAP}级(?:{_GAP}[:：]\s*|\s+)({_LEVEL})(?!\s*(?:[/、,，;；□☐○]|或|级文件|载体))"
)
_URGENCY = r"(?:特急|加急|急件|平急|特提)"
_COPY_NUMBER = r"(?:(?:份号|编号|No\.?)?\s*[:：]?\s*\d{1,8})"
_ALONE = re.compile(
    rf"(?:{_COPY_NUMBER}\s+|{_URGENCY}\s*)*[(\[【〔<《]?({_LEVEL})级?{_TERM}?[)\]】〕>》]?"
    rf"(?:\s*{_URGENCY}|\s+{_COPY_NUMBER})*",
    re.IGNORECASE,
)
_ALONE_IN_NAME = re.compile(rf"({_LEVEL})(?:级|件|文件)?{_TERM}?")
_NAME_PARTS = re.compile(r"[\s_\-—–+()\[\]【】〔〕<>《》「」.·、,，;；:：/\\#&]+")

#: How many lines from the top a mark without a star may stand.
_TOP_LINES = 8

_INTERNAL_WORDS = "内部资料|内部文件|内部材料|内部参考|工作秘密|此件不公开|此件依申请公开"
_INTERNAL = re.compile(
    rf"[(\[【〔]\s*({_INTERNAL_WORDS}|不予公开|不公开|依申请公开|注意保存)\s*[)\]】〕]"
    rf"|({_INTERNAL_WORDS}|商业秘密)\s*{_STAR}"
    r"|(此件不公开|此件不予公开|此件依申请公开)"
    r"|公开(?:属性|方式|类型|形式|选项)\s*[:：]\s*(不予公开|不公开|依申请公开)"
    r"|(内部(?:资料|文件|材料))[,，\s]*(?:注意保存|妥善保管|严禁外传|请勿外传|不得外传|不得翻印)"
)
_INTERNAL_ALONE = re.compile(
    rf"[*★\s]*({_INTERNAL_WORDS}|依申请公开|注意保存)[\s,，;；!！。.★*]*(?:注意保存|妥善保管)?[!！。.]*"
)
_INTERNAL_IN_NAME = re.compile(rf"({_INTERNAL_WORDS})")


def classified_mark(name: str, text: str = "") -> str | None:
    """The mark of state secrecy in a file's name (or path) or in its first page; None if none.

    Args:
        name: the file's name, or its path inside an archive or folder; every part is looked at.
        text: the words of the first page, headers and text boxes included.
    """
    folded_name, page = plain(name), plain(text)
    for found in (
        _STARRED.search(folded_name),
        *(_ALONE_IN_NAME.fullmatch(part) for part in _NAME_PARTS.split(folded_name)),
        _STARRED.search(page),
        _DECLARED.search(page),
        *(_ALONE.fullmatch(line) for line in _top_lines(page)),
    ):
        if found:
            return re.sub(r"\s+", "", found.group(1))
    return None


def internal_mark(name: str, text: str = "") -> str | None:
    """The internal mark (内部资料, 此件不公开 …) in a name or text; None if there is none."""
    folded_name, page = plain(name), plain(text)
    for found in (
        _INTERNAL.search(folded_name),
        *(_INTERNAL_IN_NAME.fullmatch(part) for part in _NAME_PARTS.split(folded_name)),
        _INTERNAL.search(page),
        *(_INTERNAL_ALONE.fullmatch(line.strip()) for line in page.splitlines()),
    ):
        if found:
            return next(group for group in found.groups() if group)
    return None


def _top_lines(page: str) -> list[str]:
    return [line.strip() for line in page.splitlines() if line.strip()][:_TOP_LINES]
