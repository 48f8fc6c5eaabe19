"""The result of a re-check as a page that can be read in a browser and printed."""

import html
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from app.evidence.text_difference import DiffKind, DiffLine
from app.names.captures import describe_fault
from app.names.rechecks import STANDING_NAMES
from app.verification.web_check.rechecking import AT_RISK, Rechecked, Standing, at_risk, beside

_STYLE = """
@page{size:A4;margin:15mm}
body{font:14px/1.6 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:62em;margin:1.5em auto;
padding:0 1em;color:#222}
h1{font-size:1.4em}h2{font-size:1.1em;margin:1.2em 0 .3em}table{border-collapse:collapse;width:100%}
td,th{border:1px solid #bbb;padding:.25em .5em;text-align:left;vertical-align:top;
overflow-wrap:anywhere}
article{break-inside:avoid-page}.gone{background:#fde7e9}.gone::before{content:"－ "}
.new{background:#e6f4ea}.new::before{content:"＋ "}.same,.skipped{color:#666}
p{margin:.2em 0;overflow-wrap:anywhere}
"""


def page_of_recheck(found: Sequence[Rechecked], county: str, now: datetime) -> str:
    """The page; nothing that a web page says is taken for markup."""
    counts = Counter(one.standing for one in found)
    said = "，".join(
        f"{STANDING_NAMES[standing]} {counts[standing]} 个"
        for standing in Standing
        if counts[standing]
    )
    risky = at_risk(found)
    risk = f"受影响的指标：{'、'.join(risky)}。" if risky else "没有指标受影响。"
    rows = "".join(_row(number, one) for number, one in enumerate(found, 1))
    parts = "".join(_changes(number, one) for number, one in enumerate(found, 1) if one.lines)
    return (
        '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>网址复查</title>'
        f"<style>{_STYLE}</style><h1>{html.escape(county)}：网址复查</h1>"
        f"<p>{now:%Y-%m-%d %H:%M} 复查 {len(found)} 件材料的网址：{said or '没有'}。</p>"
        f"<p><b>{html.escape(risk)}</b></p>"
        "<table><tr><th>序号</th><th>情况</th><th>指标</th><th>材料</th><th>网址</th></tr>"
        f"{rows}</table>{parts}</html>\n"
    )


def _row(number: int, one: Rechecked) -> str:
    page = one.page
    state = html.escape(STANDING_NAMES[one.standing])
    if one.standing in AT_RISK:
        state = f"<b>{state}</b>"
    note = note_of(one)
    if note:
        state += f"<br>{html.escape(note)}"
    units = html.escape("、".join(page.units))
    title = html.escape(f"{page.number} {page.title}".strip())
    return (
        f"<tr><td>{number}</td><td>{state}</td><td>{html.escape('、'.join(page.indicators))}</td>"
        f"<td>{title}<br>{units}</td><td>{html.escape(page.address)}<br>"
        f"检索时间 {html.escape(page.seen_at or '不详')}</td></tr>"
    )


def note_of(one: Rechecked) -> str:
    """What there is to say beside the standing; "" if nothing."""
    capture = one.capture
    if capture.fault is not None:
        return describe_fault(capture.fault)
    if capture.status >= 400:
        return f"网站返回 {capture.status}"
    return f"现在转到 {capture.final}" if capture.final != one.page.final else ""


def _changes(number: int, one: Rechecked) -> str:
    title = html.escape(one.page.title)
    seen = html.escape(one.page.seen_at)
    return (
        f"<article><h2>{number}. {title}</h2><table>"
        f'<tr><th width="50%">原来（{seen}）</th><th width="50%">现在</th></tr>'
        f"{rows_beside(one.lines)}</table></article>"
    )


def rows_beside(lines: Sequence[DiffLine]) -> str:
    """The changes as rows of a table with two columns."""
    return "".join(f"<tr>{_cell(old)}{_cell(new)}</tr>" for old, new in beside(lines))


def _cell(line: DiffLine | None) -> str:
    if line is None:
        return "<td></td>"
    if line.kind is DiffKind.SKIPPED:
        return f'<td class="skipped">…… {line.count} 句相同</td>'
    return f'<td class="{line.kind.value}">{html.escape(line.text)}</td>'
