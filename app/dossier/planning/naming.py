"""What dossiers and their files are called."""

import re

from app.paths import legal_name

#: Windows shows about this much of a name in a list; paths stay well below its limits.
NAME_LIMIT = 80

_CLAUSE_END = re.compile(r"[，。；：,;]")
#: Clauses that only say when or on what ground; the one behind them says what it is about.
_GROUND = re.compile(r"(?:根据|按照).*|(?:除|在).*[外中时]")
#: Clauses that name something without saying what becomes of it.
_SUBJECT_ONLY = re.compile(r"(?:对|应当).*|.*的")
_ENOUGH = 6
_LONGEST_TITLE = 40


def short_title(statement: str) -> str:
    """The first clause of an indicator's statement: what people call the indicator by.

    A clause that says nothing by itself is passed over, or takes the next one along; a very long
    one is cut, behind a member of its list if it has one there.
    """
    text = " ".join(statement.split())
    end = _clause_end(text, 0)
    if _GROUND.fullmatch(text[:end]) and end < len(text):
        text = text[end + 1 :]
        end = _clause_end(text, 0)
    if _SUBJECT_ONLY.fullmatch(text[:end]) and end < len(text):
        longer = _clause_end(text, end + 1)
        end = longer if longer <= _LONGEST_TITLE else end
    return _cut(text[:end])


def _clause_end(text: str, start: int) -> int:
    ends = (match.start() for match in _CLAUSE_END.finditer(text, start))
    return next((end for end in ends if end >= _ENOUGH), len(text))


def _cut(clause: str) -> str:
    if len(clause) <= _LONGEST_TITLE:
        return clause
    listed = clause.rfind("、", _LONGEST_TITLE // 2, _LONGEST_TITLE)
    return f"{clause[:listed]}等" if listed > 0 else f"{clause[: _LONGEST_TITLE - 1]}…"


def sortable_code(code: str) -> str:
    """An indicator's code so that file names sort in the set's order: "060", "02.03.01", "加1"."""
    if code.isdecimal():
        return f"{int(code):03d}"
    return re.sub(r"[0-9]+", lambda digits: digits[0].zfill(2), code) if "." in code else code


def volume_file_name(stem: str, volume: int, volumes: int) -> str:
    """The PDF of one volume: at most 80 characters, legal on Windows, the volume kept whole."""
    tail = f"（第{volume}卷）.pdf" if volumes > 1 else ".pdf"
    return legal_name(stem, NAME_LIMIT - len(tail)).rstrip("… ") + tail


def period_of(dates: list[str]) -> str:
    """时间 on the cover: "2018年3月—2021年4月", from ISO dates that may be cut short."""
    known = sorted(date for date in dates if date)
    if not known:
        return ""
    first, last = _month(known[0]), _month(max(known, key=_latest))
    return first if first == last else f"{first}—{last}"


def compact_date(iso: str) -> str:
    """日期 in the catalogue: digits only, "20210409", "202104" or "2021" (DA/T 22-2015)."""
    return iso.replace("-", "")


def _latest(iso: str) -> str:
    return iso + "-99" * (2 - iso.count("-"))  # "2021" is as late as its last day


def _month(iso: str) -> str:
    year, _, rest = iso.partition("-")
    month = rest[:2]
    return f"{year}年{int(month)}月" if month.isdecimal() else f"{year}年"


def number_list(numbers: list[int]) -> str:
    """Numbers as people list them: "3、5—7、9"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "、".join(str(a) if a == b else f"{a}—{b}" for a, b in runs)
