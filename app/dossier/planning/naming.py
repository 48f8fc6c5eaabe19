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
_DIGITS = "零一二三四五六七八九"
_TENS = 10
_LONGEST_TITLE = 40
#: A cover has room for this much, in five lines.
_LONGEST_CASE_TITLE = 80
#: Ends of clauses whose predicate is still to come.
_HALF = re.compile(r"(?:的|形式|要求|事项|文件|职责|调整|干部|利益|时|等)$")
_OPENING_ONLY = re.compile(r"(?:对|因|应当|如|凡).*|.*" + _HALF.pattern)


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
    return _cut(text[:end], _LONGEST_TITLE)


def case_title(statement: str) -> str:
    """案卷题名 as covers print it: like ``short_title``, and never cut inside a sentence.

    A clause that only opens the sentence takes the next ones along until the whole says something.
    """
    text = " ".join(statement.split())
    end = _clause_end(text, 0)
    if _GROUND.fullmatch(text[:end]) and end < len(text):
        text = text[end + 1 :]
        end = _clause_end(text, 0)
    while _OPENING_ONLY.fullmatch(text[:end]) and text[end : end + 1] in {"，", ",", "："}:
        longer = _clause_end(text, end + 1)
        if longer > _LONGEST_CASE_TITLE:
            break
        end = longer
        if not _HALF.search(text[:end]):
            break
    return _cut(text[:end], _LONGEST_CASE_TITLE)


def _clause_end(text: str, start: int) -> int:
    ends = (match.start() for match in _CLAUSE_END.finditer(text, start))
    return next((end for end in ends if end >= _ENOUGH), len(text))


def _cut(clause: str, longest: int) -> str:
    if len(clause) <= longest:
        return clause
    listed = clause.rfind("、", longest // 2, longest)
    return f"{clause[:listed]}等" if listed > 0 else f"{clause[: longest - 1]}…"


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


def years_of(dates: list[str]) -> str:
    """年度 of a spine: the years of the content, "2021" or "2019—2021"; "" if none is known."""
    years = sorted({date[:4] for date in dates if date[:4].isdecimal()})
    return "—".join(dict.fromkeys((years[0], years[-1]))) if years else ""


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


def volume_words(number: int) -> str:
    """The volume as people say it: 卷一, 卷十二."""
    if number >= _TENS * _TENS:
        return f"卷{number}"
    tens, ones = divmod(number, _TENS)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return f"卷{head}{_DIGITS[ones] if ones or not tens else ''}"


def place_words(volume: int, page: int) -> str:
    """Volume and page: 卷一 第26页."""
    return f"{volume_words(volume)} 第{page}页"
