"""Marks of state secrecy in words: certain ones, doubtful ones, and harmless words.

GB/T 9704-2012, 7.2.2, puts the mark at the top left of the first page, on a line of its own: the
level (绝密, 机密, 秘密), and the term behind a ★: 机密★1年. The rules on marks of state secrets ask
for the same on covers, title pages and in the register of a file (密级：机密). From this follows:

*Certain*, nothing of the file may be stored:

- a level with ★, on a line of its own, anywhere: every annex has a first page of its own;
- a level with ★ within a line of the first page, unless it is quoted as an example;
- a level, with or without term, alone on one of the first eight lines of any page;
- a level with a term (机密10年) alone on any line;
- a level alone in a header, footer, text box, remark, note, property, description or layer;
- a level stated as one: 密级：机密, 保密等级 秘密, ☑机密, 本件为机密级.

*Doubtful*, a person decides before anything is copied:

- a level with ★ within the text of a later page, or quoted on the first;
- a level alone on a line that is not at the top of a page, as headings in novels are;
- a statement of a level within a sentence of a later page;
- a level in front of the title on the first page (机密：关于…), 国家机密 on a line of its own;
- what was a secret once (原密级：机密).

*Everyday words* pass: 商业秘密, 国家秘密, 工作秘密, 密级：无, levels that are listed
(绝密、机密、秘密三级; three boxes to tick; a drop-down list), examples that are quoted as such
(如“秘密★1年”).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.secrecy.folding import TELLING, folded, lines_of
from app.secrecy.names import judge_name


class Spot(StrEnum):
    """Where words stand: it decides what they mean."""

    NAME = "name"  # of a file, a folder, a sheet
    PAGES = "pages"  # running text; form feeds part its pages, as far as they are known
    ALONE = "alone"  # words by themselves: a header, a box, a remark, a property
    LOOSE = "loose"  # text of which nothing tells where on a page it stands


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a file and where they stand."""

    spot: Spot
    text: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A mark that was found. ``certain``: keep the file out; otherwise a person decides."""

    mark: str
    certain: bool


_LEVEL = "(?:绝密|机密|秘密)"
#: Stars as typed, as drawn, and as symbol fonts (Wingdings) leave them in extracted text.
_STAR = (
    "[★☆✩✪✫✬✭✮✯✰⭐🌟✦✧✱✲✳✴✵✶✷✸✹✺✻✼✽✾❂❉❊❋⁂⁎⁑∗⋆﹡※☀⚝⛤⛥🟉🟊🟌🟍🞰🞱🞲🞳🞴🞵🞶🞷🞸🞹🞺"
    "*\u2606\uf0ab\uf0b5\uf0b6\uf0ac\uf02a]"
)
_TERM = (
    r"(?:(?:\d{1,3} ?(?:年|个月|月)|[一二三四五六七八九十〇○壹贰叁伍拾]{1,3}(?:年|个月))"
    r"(?:以[内上])?"
    r"|永久|长期|启用前|公布前|发布前|解密前|(?<=密)年)"
)
_GRADED = rf"(?:(?<!商业)(?<!工作)(?<!企业)({_LEVEL})级?)"

_STARRED = re.compile(rf"{_GRADED}[\)\]】〕》」』”\"]?\s*[\(\[【〔]?{_STAR}\s*{_TERM}?")
_URGENCY = r"(?:特急|加急|急件|平急|特提|平件)"
_COPY = r"(?:(?:份号|编号|No\.?|№)? ?:? ?\d{1,8}(?:[-/]\d{1,6})?|第? ?\d{1,6} ?[份号])"
_PAGE_NUMBER = (
    r"(?:第 ?\d{1,4} ?页(?:[ ,;/]*共 ?\d{1,4} ?页)?|[-—–] ?\d{1,4} ?[-—–]|\d{1,4} ?/ ?\d{1,4}"
    r"|page \d{1,4})"
)
_AROUND = rf"(?:{_COPY}\s*[,;|]?\s+|{_URGENCY}\s*[,;|·/]?\s*|{_PAGE_NUMBER}\s*|[#>*]+ ?)*"
#: What bilingual marks say beside the level, and what is asked of readers behind it.
_FOREIGN = r"(?:top ?secret|confidential|secret|classified)"
_CARE = (
    r"(?:注意(?:保存|保密|保管)|妥善(?:保管|保存)|严禁(?:外传|复印|复制|扩散)|(?:不得|请勿|禁止|不准)"
    r"(?:外传|复印|复制|扩散|翻印)|阅后(?:即焚|退回|收回)|用后收回|共 ?\d{1,5} ?份"
    r"|保密期限 ?:? ?\d{1,3}年)"
)
_BEHIND = (
    rf"(?:\s*[,;|·/]?\s*{_URGENCY}|\s+{_COPY}|\s*[,;|·/]?\s*{_CARE}|[\s|/]*{_FOREIGN}"
    rf"|\s*{_PAGE_NUMBER})*"
)
_OPEN, _CLOSE = r"[\(\[【〔<《「『“\"]?\s*", r"\s*[\)\]】〕>》」』”\"]?[.。!！]?"
_ALONE = re.compile(
    rf"(?:{_FOREIGN}[\s|/]*)?{_AROUND}(?:国家秘密\s*[·\(]?\s*)?[◆■●▲※_]*{_STAR}?{_OPEN}({_LEVEL})"
    rf"(?:级|件|文件|材料|资料|电报|公文)?\s*[\)\]】]?\s*({_STAR}|[-—:·/+#◆●▲◎⊙■])?"
    rf"\s*[\(\[【]?{_STAR}?({_TERM})?[\)\]】]?[◆■●▲※_*#]*{_CLOSE}{_BEHIND}",
    re.IGNORECASE,
)

_LABEL = (
    r"(?:密级(?:和保密期限|及保密期限|程度|等级|标识|标志)?|(?:保密|涉密|秘密|机密|定密)(?:等级|级别|密级|程度)"
    r"|秘级|密等|密别|国家秘密(?:等级|级别)|(?:secret|security) ?level|classification|定密(?=\s*:)"
    r"|(?:是否)?涉密(?:情况)?\s*:?\s*(?:是|涉密)?(?=\s*[:\(]))"
)
#: Behind a level that is stated, these words show that several are offered, or that rules speak.
_NO_VALUE = (
    r"(?!\s*(?:[/、,;□☐○◯]\s*(?:绝密|机密|秘密|内部|公开|无)|[□☐○]|或|和|与|及"
    r"|级?(?:文件|以上|以下|的|事项|载体|国家秘密的)))"
)
_DECLARED = re.compile(
    rf"(?<![绝机秘])(?<!属于国家秘密的){_LABEL}\s*[\)\]】\"']?\s*(?:\([^()\n]{{1,14}}\)\s*)?"
    rf"(?:代码|名称|值)?\s*(?:为|是|定为|确定为|属)?\s*[:=\-—/|]{{0,3}}\s*[_*]*\s*[\(\[【〔“\"]?\s*"
    rf"(?:\(?\d{{1,2}}[\).\-、 ])?\s*[☑✓✔√■●]?\s*({_LEVEL}){_NO_VALUE}",
    re.IGNORECASE,
)
_CLOSED = re.compile(rf"(?:级|件)?\s*(?:$|_|[{_STAR[1:-1]}\t,;。.\)\]】〕”\"|/]|\d|长期| )")
_SEPARATED = re.compile(r"[:=\t\n,;|(\[【\]】—/_]|[☑✓✔√■●]")
_TICKED = re.compile(rf"[☑✓✔√■●🗹🗸☒](?:\s|\))*({_LEVEL})|[\[\(]\s*[√✓✔xX■]\s*[\]\)]\s*({_LEVEL})")
_EMPTY_BOX = re.compile(r"[□☐○◯]|[\[\(]\s{0,3}[\]\)]")
_STATED = re.compile(
    rf"(?:本|此|该)(?:文件|件|材料|资料|文|卷|案卷|通知|报告|页|表|稿|方案|电|函)?(?:内容)?(?:的?密级)?"
    rf"(?:属于|定密为|定为|确定为|标为|系|为|属|是)({_LEVEL})(?:级|件|文件|材料|资料|[,.。!;:\s★☆]|$)(?!的?(?:还是|吗|或))"
)
#: Not one of the three levels by the book, or not said where it belongs: a person decides.
_NEARLY = re.compile(
    rf"(?:本|此|该)[^\n。]{{0,6}}(?:属于?|是|系|涉及)(?:国家(?:机密|绝密)|{_LEVEL}级国家秘密)"
    rf"|这是(?:机密|绝密)文件|(?<!被)(?:已|经)(?:定密为|定为|确定为|列为)({_LEVEL})级?(?=$|[,。;\n])",
    re.MULTILINE,
)
_NEARLY_ALONE = re.compile(
    r"[\(\[【]?(?:国家|军事|内部|核心|最高)(?:机密|绝密)(?:文件|资料)?[\)\]】]?[!。]?"
)
_BEFORE_TITLE = re.compile(
    rf"[\(\[【〔]({_LEVEL})级?[\)\]】〕](?!.{{0,4}}[\(\[【〔]{_LEVEL})\S.*"
    rf"|({_LEVEL})级?[: ]+(?:关于|中共|\(?(?:19|20)\d\d"
    r"|[^:,。\n]{2,40}(?:文件|请示|报告|通知|方案|纪要)$).*"
)
#: In front of a mark: it stood there before the paper was declassified.
_FORMER = re.compile(r"(?:原|原为|原系|原定|曾为|解密前|解除)[“\"\(:]?\s*$")
_EXAMPLE_RIGHT_HERE = re.compile(
    r"(?:^|[\(【\[,;。\s])(?:示例|例|例如|如|比如|譬如|样式|格式)\s*[:]\s*[“\"]?$"
)
#: What a question of an examination offers.
_OPTION = re.compile(r"\s*[\(\[]?[A-Ha-h][\)\].、:]\s*")
_TERM_BEHIND = re.compile(_TERM)
_COUNTED = re.compile(r"\s*[:]?\s*\d{1,4}\s*(?:件|份|台|个|项|人|卷|册|部)")
_EXAMPLE = re.compile(
    r"(?:如|例如|例|譬如|比如|例:|样式|格式|形式|示例|标注|标为|标志为|标识为|写作|写成|表示为|即|加盖|印有|注明|标明|标有|盖有)"
    r"(?:了|为|是|着|:)?\s*[“\"'‘「『《\(]?[^。“”\n]{0,12}$"
)
_QUOTED = re.compile(r"[“\"‘「『《'][^”\"’」』》'\n]{0,24}$")
_SPEAKS_OF_RULES = re.compile(
    r"标志|标注|标识|格式|版头|版式|要素|规定|区分|分为|应当|三级|等级划分|字体|黑体|顶格|保密期限的|书写"
)
_SEVERAL = re.compile(
    rf"{_LEVEL}(?:级|件)?(?:{_STAR}\s*{_TERM}?)?[^\n\w]{{0,6}}(?:和|与|或|及|以及)?[^\n\w]{{0,3}}{_LEVEL}"
)

#: On so many lines from the top of a page a level may stand without a star.
TOP_LINES = 8
#: Where nothing marks the pages, so many characters make the first one.
_FIRST_PAGE = 1800
#: Levels that stand so near to each other are a list of the levels.
_NEAR = 8
_LONGEST_PAGE = 4_000_000


def judge(pieces: Iterable[Words]) -> Judgement | None:
    """The gravest mark in some words; None if there is none. Stops at the first certain one."""
    doubtful: Judgement | None = None
    for piece in pieces:
        found = judge_words(piece)
        if found is not None and found.certain:
            return found
        doubtful = doubtful or found
    return doubtful


def classified_mark(name: str, text: str = "") -> str | None:
    """The certain mark of state secrecy in a name (or path) or in a text; None if none.

    Args:
        name: the file's name, or its path inside an archive or folder; every part is looked at.
        text: words that begin at the top of a page.
    """
    found = judge((Words(Spot.NAME, name), Words(Spot.PAGES, text)))
    return found.mark if found is not None and found.certain else None


def judge_words(piece: Words) -> Judgement | None:
    """The same for one piece."""
    if not TELLING.search(piece.text):
        return None
    if piece.spot is Spot.NAME:
        named = judge_name(piece.text)
        return Judgement(*named) if named else None
    return _gravest(_in_text(folded(piece.text[:_LONGEST_PAGE]), piece.spot))


def _gravest(found: Iterable[Judgement]) -> Judgement | None:
    doubtful = None
    for one in found:
        if one.certain:
            return one
        doubtful = doubtful or one
    return doubtful


def _in_text(text: str, spot: Spot) -> Iterator[Judgement]:
    pages = _joined(text.split("\f"))
    passed = 0
    numbered: list[tuple[str, bool, bool]] = []  # line, at the top of a page, on the first page
    for page in pages:
        first = passed < _FIRST_PAGE and (spot is not Spot.PAGES or passed == 0 or len(pages) == 1)
        lines = lines_of(page)
        spent = 0
        for place, line in enumerate(lines):
            on_first = spot is Spot.ALONE or (first and passed + spent < _FIRST_PAGE)
            top = spot is Spot.ALONE or (spot is Spot.PAGES and place < TOP_LINES)
            numbered.append((line, top, on_first and spot is not Spot.LOOSE))
            spent += len(line) + 1
        if TELLING.search(page):
            on_first = spot is Spot.ALONE or (first and spot is Spot.PAGES)
            yield from _stated_in(page, first_page=on_first)
        passed += len(page.strip())
    yield from _by_lines(numbered)


def _joined(pages: Sequence[str]) -> list[str]:
    """Boxes of one character each, drawn beside or below one another, are read as one."""
    joined: list[str] = []
    single = False
    for page in pages:
        short = page.strip()
        if len(short) == 1 and single:
            joined[-1] += f"\n{short}"
        elif short or not single:
            joined.append(page)
            single = len(short) == 1
    return joined


def _by_lines(lines: Sequence[tuple[str, bool, bool]]) -> Iterator[Judgement]:
    levels = [(n, found) for n, (line, _, _) in enumerate(lines) for found in _levels_alone(line)]
    for n, (line, top, first) in enumerate(lines):
        if "密" not in line:
            continue
        yield from _starred(line, first=first)
        if top and (_NEARLY_ALONE.fullmatch(line) or (first and _BEFORE_TITLE.fullmatch(line))):
            yield Judgement(line[:20], certain=False)
        cells = _cells(line)
        if len(cells) > 1 and _COUNTED.fullmatch("".join(cells[1:3])):
            continue  # so many papers of that level
        for cell in cells:
            alone = _ALONE.fullmatch(cell)
            if alone is None:
                continue
            level, star, term = alone.group(1, 2, 3)
            mark = f"{level}{star or ''}{term or ''}"
            if term or (star and star not in "-—:*"):
                yield Judgement(mark, certain=True)
                continue
            if cell.startswith("《"):
                continue  # the title of a song or a book
            near = {found for place, found in levels if abs(place - n) <= _NEAR}
            if len(near) >= 3:
                continue  # a list of the levels
            single = cell == line or _ALONE.fullmatch(line.replace("\t", " ")) is not None
            yield Judgement(mark, certain=top and single and len(near) == 1)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("\t") if cell.strip()]


def _levels_alone(line: str) -> Iterator[str]:
    if "密" in line and len(line) < 400:
        for cell in _cells(line):
            found = _ALONE.fullmatch(_EMPTY_BOX.sub("", cell).strip().lstrip("ABCDabcd.、)1234 "))
            if found:
                yield found.group(1)


def _starred(line: str, *, first: bool) -> Iterator[Judgement]:
    for found in _STARRED.finditer(line):
        before, behind = line[: found.start()], line[found.end() :]
        mark = re.sub(r"\s+", "", found.group())
        bare_asterisk = mark.endswith("*")
        if _ALONE.fullmatch(line) or _ALONE.fullmatch(_cell_around(line, found.start())):
            # Whether **机密** is a mark, its place on the page decides.
            yield Judgement(mark, certain=not bare_asterisk)
            continue
        quoted = _QUOTED.search(before) is not None
        if _EXAMPLE_RIGHT_HERE.search(before) or _OPTION.fullmatch(before):
            continue
        listed = {*re.findall(rf"({_LEVEL})级?{_STAR}?", line)}
        if len(listed) == 3 and not _TERM_BEHIND.search(mark):
            continue  # all of them are named: the line speaks about marks
        if _FORMER.search(before):
            yield Judgement(mark, certain=False)
            continue
        if quoted and (_EXAMPLE.search(before) or _SPEAKS_OF_RULES.search(line)):
            continue
        if _EXAMPLE.search(before) and _SPEAKS_OF_RULES.search(line):
            continue
        opens = not before.strip(" \t([【〔<《0123456789") and not _SPEAKS_OF_RULES.search(behind)
        yield Judgement(mark, certain=not quoted and (opens or (first and not bare_asterisk)))


def _cell_around(line: str, place: int) -> str:
    start, end = line.rfind("\t", 0, place) + 1, line.find("\t", place)
    return line[start : end if end >= 0 else len(line)].strip()


def _stated_in(page: str, *, first_page: bool) -> Iterator[Judgement]:
    for found in _DECLARED.finditer(page):
        level = found.group(1)
        between = page[found.start() : found.start(1)]
        around = page[max(0, found.start() - 40) : found.end() + 30]
        if _several_at(page, found.start(1)) or _COUNTED.match(page, found.end()):
            continue
        apart = _SEPARATED.search(between) is not None or re.search(r"\s", between) is not None
        rules = _SPEAKS_OF_RULES.search(around) or _EXAMPLE.search(page[: found.start()][-30:])
        if not apart and rules:
            continue
        rest = page[found.end() : found.end() + 12].split("\n")[0]
        closed = _CLOSED.match(rest)
        line_start = page[max(0, page.rfind("\n", 0, found.start())) : found.start()].strip()
        own_line = len(line_start) < 24 and "。" not in line_start
        former = _FORMER.search(page[max(0, found.start() - 6) : found.start()])
        certain = bool(
            apart and closed and own_line and not former and not (rules and not first_page)
        )
        yield Judgement(f"{level}", certain=certain)
    for found in _TICKED.finditer(page):
        if len({*re.findall(_LEVEL, page[max(0, found.start() - 40) : found.end() + 40])}) >= 2:
            line = _line_at(page, found.start())
            if not _EMPTY_BOX.search(line) and len(_TICKED.findall(line)) > 1:
                continue  # bullets in front of each level
            if not _EMPTY_BOX.search(line) and "密级" not in line:
                continue
        if _bulleted(page):
            continue
        yield Judgement(
            found.group(1) or found.group(2), certain=_EMPTY_BOX.search(page) is not None
        )
    for found in _NEARLY.finditer(page):
        yield Judgement(found.group(), certain=False)
    for found in _STATED.finditer(page):
        quoted = _QUOTED.search(page[max(0, found.start() - 25) : found.start()]) is not None
        yield Judgement(found.group(1), certain=first_page and not quoted)


def _bulleted(page: str) -> bool:
    """True if ● and ■ stand before three levels: they are bullets."""
    return len({a or b for a, b in _TICKED.findall(page)}) >= 3


def _several_at(page: str, place: int) -> bool:
    """True if another level follows the one at a place: the levels are listed."""
    found = _SEVERAL.match(page, place)
    return found is not None and len({*re.findall(_LEVEL, found.group())}) > 1


def _line_at(page: str, place: int) -> str:
    end = page.find("\n", place)
    return page[page.rfind("\n", 0, place) + 1 : end if end >= 0 else len(page)]
