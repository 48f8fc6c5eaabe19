"""A letter set on pages: lines of text and rules in millimetres, before any file format."""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from resources.demo.content import NOTE, Letter

FONTS = Path(__file__).resolve().parent.parent / "fonts"
#: The face of each part of a document, by the name of the bundled font file.
FACES = {
    "fang": "FandolFang-Regular.ttf",
    "song": "NotoSerifSC-Regular.ttf",
    "title": "NotoSerifSC-Bold.ttf",
    "hei": "NotoSansSC-Medium.ttf",
    "kai": "LXGWWenKai-Regular.ttf",
}

RED = (196, 22, 28)
BLACK = (0, 0, 0)
POINT = 25.4 / 72
LEFT, TOP, WIDTH, HEIGHT = 28.0, 37.0, 156.0, 225.0  # 版心, GB/T 9704-2012 5.2
LINES = 22
LEAD = HEIGHT / LINES
BODY = 15.75
NOT_FIRST = frozenset("，。；：、？！）》〉”’」』】〕％%")
#: Words that titles do not break (GB/T 9704-2012 7.3.1: 回行时词意完整).
KEPT_TOGETHER = frozenset(
    (
        "行政", "执法", "监督", "检查", "案卷", "评查", "管理", "办法", "建设", "停车", "城区",
        "集中", "供热", "特许", "经营", "方案", "决策", "程序", "通知", "报告", "情况", "说明",
        "工作", "调解", "组织", "制度", "规定", "合法", "审查", "意见", "证明", "事项", "清单",
        "政府", "单位", "履行",
    )
)  # fmt: skip
TOKEN = re.compile(r"[A-Za-z0-9./:_%+\-]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: the baseline's left end in mm from the page's upper left corner."""

    x: float
    y: float
    text: str
    face: str = "fang"
    size: float = BODY
    colour: tuple[int, int, int] = BLACK


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight rule; all measures in mm."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float = 0.35
    colour: tuple[int, int, int] = BLACK


@dataclass(slots=True)
class Page:
    """A page in mm."""

    width: float = 210.0
    height: float = 297.0
    lines: list[Line] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    #: Where the seal's middle stands, if the page bears one.
    seal_at: tuple[float, float] | None = None


@cache
def font_path(face: str) -> Path:
    """The bundled font of a face; registered with ReportLab under the face's name."""
    path = FONTS / FACES[face]
    pdfmetrics.registerFont(TTFont(face, str(path)))
    return path


def width_of(text: str, face: str, size: float) -> float:
    """The width of a text in mm."""
    font_path(face)
    return float(pdfmetrics.stringWidth(text, face, size)) * POINT


def wrap(text: str, face: str, size: float, room: float, indent: float = 0.0) -> list[str]:
    """Break a text into lines; closing punctuation may hang instead of opening a line."""
    lines: list[str] = []
    current, used = "", indent
    for token in TOKEN.findall(text):
        wide = width_of(token, face, size)
        if current and used + wide > room + 0.01 and token not in NOT_FIRST:
            lines.append(current)
            current, used = "", 0.0
        current += token
        used += wide
    return [*lines, current]


def heading_level(text: str) -> int:
    """The level of a heading (1 for "一、", 2 for "（一）"), or 0 for a sentence."""
    if len(text) > 28 or text.endswith("。"):
        return 0
    if re.match(r"[一二三四五六七八九十]+、", text):
        return 1
    return 2 if re.match(r"（[一二三四五六七八九十]+）", text) else 0


def set_letter(letter: Letter) -> list[Page]:
    """Set a letter on A4 pages after GB/T 9704-2012."""
    setter = _Setter()
    _head(setter, letter)
    for paragraph in letter.body:
        _paragraph(setter, paragraph)
    _close(setter, letter)
    for number, page in enumerate(setter.pages, 1):
        _folio(page, number)
    return setter.pages


class _Setter:
    """Fills pages line by line."""

    def __init__(self) -> None:
        self.pages = [Page()]
        self.line = 0.0

    @property
    def page(self) -> Page:
        return self.pages[-1]

    def feed(self, lines: float = 1.0) -> None:
        self.line += lines

    def put(self, text: str, *, x: float = LEFT, face: str = "fang", size: float = BODY) -> None:
        """Put a line, on a new page if this one is full."""
        if self.line > LINES - 0.99:
            self.pages.append(Page())
            self.line = 0.0
        y = TOP + self.line * LEAD + (LEAD + size * POINT * 0.76) / 2
        self.page.lines.append(Line(x, y, text, face, size))
        self.line += 1

    def centre(self, text: str, face: str, size: float) -> None:
        for part in balanced(text, face, size):
            self.put(part, x=LEFT + (WIDTH - width_of(part, face, size)) / 2, face=face, size=size)


def balanced(text: str, face: str, size: float) -> list[str]:
    """Break a title into lines of about equal length, none of them inside a common word."""
    count = len(wrap(text, face, size, WIDTH))
    room = width_of(text, face, size) / count
    fitting: list[list[str]] = []
    while room < WIDTH + 0.01 or not fitting:
        parts = wrap(text, face, size, room)
        if len(parts) == count:
            fitting.append(parts)
        room += width_of("国", face, size) / 2
    whole = [parts for parts in fitting if not any(map(_splits_word, parts, parts[1:]))]
    return (whole or fitting)[0]


def _splits_word(above: str, below: str) -> bool:
    return above[-1] + below[0] in KEPT_TOGETHER


def _head(setter: _Setter, letter: Letter) -> None:
    page = setter.page
    if letter.signed:
        mark = f"{letter.issuer}文件"
        size = min(40.0, 40.0 * WIDTH / (width_of(mark, "title", 40.0) * 1.02))
        x = LEFT + (WIDTH - width_of(mark, "title", size)) / 2
        page.lines.append(Line(x, TOP + 30, mark, "title", size, RED))
        x = LEFT + (WIDTH - width_of(letter.number, "fang", BODY)) / 2
        page.lines.append(Line(x, TOP + 52, letter.number, "fang", BODY))
        page.rules.append(Rule(LEFT, TOP + 56, LEFT + WIDTH, TOP + 56, 0.7, RED))
        setter.feed(7)
    setter.centre(letter.title, "title", 22.0)
    setter.feed()
    if letter.to:
        for part in wrap(f"{letter.to}：", "fang", BODY, WIDTH):
            setter.put(part)


def _paragraph(setter: _Setter, text: str) -> None:
    face = {1: "hei", 2: "kai"}.get(heading_level(text), "fang")
    indent = width_of("国国", face, BODY)
    for number, part in enumerate(wrap(text, face, BODY, WIDTH, indent)):
        setter.put(part, x=LEFT + (indent if number == 0 else 0.0), face=face)


def _close(setter: _Setter, letter: Letter) -> None:
    setter.feed(2 if letter.signed else 1)
    if setter.line > LINES - 3:
        setter.line = LINES  # signature, date and note stay together
    right = LEFT + WIDTH - width_of("国国国国", "fang", BODY)
    date_x = right - width_of(letter.day_text, "fang", BODY)
    middle = date_x + width_of(letter.day_text, "fang", BODY) / 2
    setter.put(letter.issuer, x=middle - width_of(letter.issuer, "fang", BODY) / 2)
    setter.put(letter.day_text, x=date_x)
    if letter.seal:
        setter.page.seal_at = (middle, TOP + (setter.line - 1.2) * LEAD)
    setter.put(NOTE, x=LEFT + width_of("国国", "fang", BODY))


def _folio(page: Page, number: int) -> None:
    text = f"— {number} —"
    wide = width_of(text, "song", 14.0)
    one = 14.0 * POINT
    x = LEFT + WIDTH - one - wide if number % 2 else LEFT + one
    page.lines.append(Line(x, TOP + HEIGHT + 7 + one * 0.8, text, "song", 14.0))
