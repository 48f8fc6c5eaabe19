"""Titles, names and remarks that try to be markup, formulas, control codes or paths."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from random import Random

import docx
import openpyxl
from docx import Document
from openpyxl import Workbook
from rich.console import Console

from app.cli.output.console import Output, _json
from app.cli.output.tables import simple_table
from app.eventlog import LoggedEntry
from app.eventlog_export import export_log
from app.jobs import SilentJob
from app.paths import legal_name
from app.reports.filling import LINE_BREAK, Filling, Table, printable
from app.reports.sheet_filling import CELL_LIMIT, fill_sheets
from app.reports.word_filling import fill_word
from app.visible_text import visible
from tests.attack.playing import Attack, Outcome
from ui.literal import no_mnemonic, tip

_PIECES = (
    "<img src=file:///etc/passwd>", "<img src='http://127.0.0.1:9/a.png'>", "<b>", "</b>",
    "<a href='x'>", "&amp;", "&x", "&&", "<!--", "]]>", "<?xml", "<qt>", "[/附件]", "[draft]",
    "[link=http://x]", "[bold red]", "\\[", ":warning:", "{{单位}}", "{0}", "{}", "%s", "${x}",
    "=1+1", "+1", "-2", "@SUM(A1)", "＝1", "=cmd|'/c calc'!A0", "\t=1", "_x000D_", "_x0041_", "'",
    '"', ",", ";", "\x00", "\x07", "\x08", "\x1b[31m", "\x1b]8;;http://x\x07", "\x9b31m", "\r",
    "\n", "\r\n", "\u2028", "\u202e", "\u2066", "\u200b", "\ufeff", "\ufffe", "\udc80", "CON",
    "NUL.txt", "../..", "C:\\", "//srv/share", "a/b", ":", "*", "?", "[*]", "%", "_", "通知",
    "关于", "2026", "𠮷", "é",
)  # fmt: skip
#: Characters that a terminal, a file or a reader takes for something else than a letter.
_ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_CODE = re.compile(r"_x([0-9A-Fa-f]{4})_")

_Try = Callable[[str, Path], str]


def _terminal(text: str, _folder: Path) -> str:
    """Say what is wrong with what a terminal gets; "" if nothing is."""
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=True, color_system=None, width=200)
    output = Output(console=console)
    output.line(text)
    table = simple_table("题名")
    table.add_row(text)
    output.table(table)
    told = shown.getvalue()
    if _ACTS.search(told):
        return f"控制字符到了终端：{told!r}"
    # A long cell is folded; nothing is added or lost thereby.
    joined = "".join(told.split())
    return (
        "" if joined.count("".join(visible(text).split())) >= 2 else f"终端没有照字面写：{told!r}"
    )


def _program(text: str, _folder: Path) -> str:
    told = _json({"title": text})
    if _ACTS.search(told):
        return f"JSON 里有控制字符：{told!r}"
    return "" if json.loads(told)["title"] == text else f"JSON 读回来不一样：{told!r}"


def _tooltip(text: str, _folder: Path) -> str:
    told = tip(text)
    if told.startswith("<qt>"):
        inner = told.removeprefix("<qt>").removesuffix("</qt>").replace("<br>", "\n")
        if "<" in inner:
            return f"提示里有标记：{told!r}"
        told = unescape(inner)
    elif "<" in told:
        return f"提示会被当作网页：{told!r}"
    return "" if told == visible(text, keep_lines=True) else f"提示不是原文：{told!r}"


def _caption(text: str, _folder: Path) -> str:
    told = no_mnemonic(text)
    return "" if told.replace("&&", "").count("&") == 0 else f"有快捷键：{told!r}"


def _excel(text: str, folder: Path) -> str:
    template = Workbook()
    template.active.append(["{{单位}}", "前{{单位}}后", "{{表.列}}"])
    stream = io.BytesIO()
    template.save(stream)
    filling = Filling({"单位": text}, {"表": Table(("列",), ((text,),))})
    path = folder / "a.xlsx"
    fill_sheets(stream.getvalue(), filling).save(path)
    row = next(openpyxl.load_workbook(path).active.iter_rows())
    with zipfile.ZipFile(path) as book:
        if b"<f>" in book.read("xl/worksheets/sheet1.xml"):
            return "表格里成了公式"
    wanted = printable(text).replace(LINE_BREAK, "\n")[:CELL_LIMIT]
    for cell, expected in zip(row, (wanted, f"前{wanted}后"[:CELL_LIMIT], wanted), strict=False):
        # As spreadsheets read it: the format writes characters as _x000D_.
        found = _CODE.sub(lambda m: chr(int(m[1], 16)), cell.value or "")
        whole = len(cell.value or "") < CELL_LIMIT - 10
        if found != expected if whole else not expected.startswith(found):
            return f"表格里是 {cell.value!r}"
    return ""


def _word(text: str, folder: Path) -> str:
    template = Document()
    template.add_paragraph("前{{单位}}后")
    stream = io.BytesIO()
    template.save(stream)
    path = folder / "a.docx"
    fill_word(stream.getvalue(), Filling({"单位": text})).save(str(path))
    told = "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
    wanted = printable(text).replace(LINE_BREAK, "\n")
    # A paragraph whose placeholders are all empty is left out.
    return "" if told == (f"前{wanted}后" if wanted else "") else f"文书里是 {told!r}"


def _table(text: str, folder: Path) -> str:
    path = folder / "a.csv"
    data = json.dumps({"title": text}, ensure_ascii=False)
    now = datetime(2026, 3, 1, tzinfo=UTC)
    export_log(path, [LoggedEntry(1, "1", now, text, "x.y", text, data, "0", "1")], SilentJob())
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    if len(rows) != 2:
        return f"成了 {len(rows)} 行"
    for cell in rows[1]:
        if _ACTS.search(cell) or cell.lstrip().startswith(("=", "+", "-", "@", "＝", "\t")):
            return f"单元格 {cell!r}"
    return "" if rows[1][2].removeprefix("'") == visible(text).removeprefix("'") else "不是原文"


def _file_name(text: str, folder: Path) -> str:
    name = legal_name(text)
    path = folder / name
    if path.parent != folder or path.name != name or not 0 < len(name) <= 80:
        return f"文件名走出了文件夹：{name!r}"
    if _ACTS.search(name) or re.search(r'[<>:"/\\|?*]', name):
        return f"文件名里有 {name!r}"
    path.write_bytes(b"")
    path.unlink()
    return ""


_TRIES: Mapping[str, _Try] = {
    "terminal": _terminal,
    "json": _program,
    "tooltip": _tooltip,
    "caption": _caption,
    "excel": _excel,
    "word": _word,
    "csv": _table,
    "file-name": _file_name,
}


def _hostile(random: Random) -> str:
    text = "".join(random.choices(_PIECES, k=random.randint(1, 7)))
    return text * 2000 if random.random() < 0.02 else text


def _play(random: Random, count: int, folder: Path) -> Iterator[Outcome]:
    names = list(_TRIES)
    for number in range(count):
        name, text = names[number % len(names)], _hostile(random)
        case = f"{name} {text[:80]!r}"
        try:
            wrong = _TRIES[name](text, folder)
        except Exception as error:
            wrong = f"{type(error).__name__}: {error}"
        yield Outcome(case, not wrong, wrong[:300])


ATTACK = Attack(
    name="hostile-text",
    promise="Whatever is typed or named is shown and exported as plain text: no markup, formula, "
    "control code or path in it does anything.",
    cases=800,
    play=_play,
)
