"""The list of captures beside their files: for programs, for people, for tables.

The courier carries this module: Python's own library only.
"""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from app.capture.model import Capture
from app.capture.record import RECORD_NAME, RecordDamaged, plain_record, read_record
from app.names.captures import FILE_ROLES, describe_capture, describe_remark

PAGE_NAME, TABLE_NAME = "网页采集.html", "网页采集.csv"
_HEADINGS = (
    "序号",
    "网址",
    "检索内容",
    "标题",
    "最终网址",
    "状态",
    "应答毫秒",
    "采集时间",
    "服务器时间",
    "服务器地址",
    "证书签发者",
    "证书到期",
    "情况",
    "文件",
    "SHA-256",
    "SM3",
)
_STYLE = """
body{font:15px/1.6 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2em auto;max-width:68em;
padding:0 1em;color:#222}
h1{font-size:1.4em}article{border-top:1px solid #ccc;padding:.8em 0;break-inside:avoid}
h2{font-size:1.05em;margin:.2em 0}dl{display:grid;grid-template-columns:7em 1fr;margin:.4em 0}
dt{color:#666}dd{margin:0;overflow-wrap:anywhere}code{font-size:.8em;color:#555}.bad{color:#a4262c}
"""


def write_lists(folder: Path, captures: Sequence[Capture]) -> None:
    """Write the record and the two lists into the folder; earlier ones are replaced."""
    record = json.dumps(plain_record(tuple(captures)), ensure_ascii=False, indent=1)
    _write(folder / RECORD_NAME, record)
    _write(folder / PAGE_NAME, page_of(captures))
    _write(folder / TABLE_NAME, "\ufeff" + table_of(captures))  # or Excel takes it for GBK


def earlier_captures(folder: Path) -> tuple[Capture, ...]:
    """The captures that the folder's record has; none if there is no record.

    Raises ``RecordDamaged`` or ``OSError``.
    """
    path = folder / RECORD_NAME
    if not path.exists():
        return ()
    try:
        document = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        raise RecordDamaged(RECORD_NAME) from None
    return read_record(document)


def next_number(folder: Path) -> int:
    """The number for the next page in the folder: no file's name begins with it."""
    numbers = [path.name.partition("_")[0] for path in folder.iterdir()]
    return 1 + max((int(one) for one in numbers if one.isascii() and one.isdecimal()), default=0)


def page_of(captures: Sequence[Capture]) -> str:
    """The list as a page for browsers; nothing a captured page says is taken for markup."""
    failed = sum(one.fault is not None for one in captures)
    parts = [_article(number, one) for number, one in enumerate(captures, 1)]
    return (
        '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>网页采集记录</title>'
        f"<style>{_STYLE}</style><h1>网页采集记录</h1>"
        f"<p>共 {len(captures)} 个网址，采集到 {len(captures) - failed} 个，"
        f"没有采集到 {failed} 个。</p>{''.join(parts)}</html>\n"
    )


def table_of(captures: Sequence[Capture]) -> str:
    """The list as CSV; what a spreadsheet would take for a formula is marked as text."""
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(_HEADINGS)
    for number, one in enumerate(captures, 1):
        certificate = one.certificate
        cells = (
            str(number),
            one.asked,
            one.sought,
            one.title,
            one.final,
            str(one.status or ""),
            str(one.response_ms or ""),
            one.captured_at,
            one.server_date,
            one.remote,
            certificate.issuer if certificate else "",
            certificate.valid_to if certificate else "",
            describe_capture(one),
            "\n".join(file.name for file in one.files),
            "\n".join(file.sha256 for file in one.files),
            "\n".join(file.sm3 for file in one.files),
        )
        rows.writerow([f"'{cell}" if cell[:1] in set("=+-@\t\r") else cell for cell in cells])
    return written.getvalue()


def _article(number: int, one: Capture) -> str:
    lines = [("网址", _link(one.asked))]
    if one.sought:
        lines.append(("检索内容", html.escape(one.sought)))
    if one.final and one.final != one.asked:
        lines.append(("最终网址", _link(one.final)))
    lines += [("跳转", f"{hop.status or '网页自行跳转'} {_link(hop.address)}") for hop in one.hops]
    if one.status:
        lines.append(("应答", f"{one.status}，{one.response_ms} 毫秒，{html.escape(one.remote)}"))
    when = one.captured_at.replace("T", " ")
    lines.append(("采集时间", html.escape(f"{when}（{one.browser}）" if one.browser else when)))
    if one.server_date:
        lines.append(("服务器时间", html.escape(one.server_date)))
    if one.certificate is not None:
        held = one.certificate
        lines.append(("证书", html.escape(f"{held.issuer} 签发，有效期至 {held.valid_to}")))
    lines += [("情况", html.escape(describe_remark(remark))) for remark in one.remarks]
    if one.fault is not None:
        lines.append(
            ("没有采集到", f'<span class="bad">{html.escape(describe_capture(one))}</span>')
        )
    for file in one.files:
        sums = f"SHA-256 {file.sha256}" + (f"<br>SM3 {file.sm3}" if file.sm3 else "")
        name = f'<a href="{html.escape(quote(file.name))}">{html.escape(file.name)}</a>'
        lines.append((FILE_ROLES[file.role], f"{name}<br><code>{sums}</code>"))
    shown = "".join(f"<dt>{name}</dt><dd>{words}</dd>" for name, words in lines)
    title = html.escape(one.title or one.asked)
    return f"<article><h2>{number}. {title}</h2><dl>{shown}</dl></article>"


def _link(address: str) -> str:
    shown = html.escape(address)
    if not address.startswith(("http://", "https://")):
        return shown
    return f'<a href="{shown}" rel="noreferrer">{shown}</a>'


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))
