"""网检信使: a small folder for a stick with the list of addresses and all that captures them.

Each list is noted beside the database: results say which address they answer, and the note where
that belongs. So nobody can have results filed elsewhere, and another workspace knows none of it.
"""

import html
import io
import json
import secrets
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import app
from app.capture.model import Order
from app.capture.parcel import LIST_NAME, CourierList, list_document
from app.errors import WorkspaceReadOnly
from app.paths import extended, legal_name
from app.private_files import write_private_file
from app.secrecy.errors import SecretWords
from app.secrecy.typed import bears_mark
from app.terms import indicator_heading
from app.verification.slots import Slot, find_slot
from app.verification.web_check.capture_errors import CourierNoteDamaged, NoAddress
from app.verification.web_check.errands import Errand
from app.verification.web_check.lookups import LOOKUPS
from app.workspace.opening import Workspace

#: So many lists are remembered; the oldest are forgotten first.
_MOST_LISTS = 60
_VERSION = 1
#: Where a person puts pages saved by hand, in the courier's folder.
SAVED_FOLDER = "保存的网页"
RUNNER_NAME = "courier.pyz"
#: What the runner is made of, below ``app``.
_CARRIED = (
    "__init__.py",
    "capture",
    "names/__init__.py",
    "names/captures.py",
    "verification/__init__.py",
    "verification/web_check/__init__.py",
    "verification/web_check/capture_lists.py",
    "verification/web_check/courier_run.py",
)
_START = """
import sys
if sys.version_info < (3, 9):
    sys.exit("Python 3.9 or later is needed.")
from app.verification.web_check.courier_run import main
sys.exit(main())
"""


@dataclass(frozen=True, slots=True)
class SentList:
    """A list that went out, and where each of its keys belongs."""

    made: CourierList
    places: dict[str, Slot]


def pack_courier(workspace: Workspace, errands: Sequence[Errand], folder: Path) -> Path:
    """Write the courier's folder into ``folder``, and note its list; returns the new folder.

    Raises:
        NoAddress: there is nothing to capture.
        NotResponsible, UnitOnly, ToolNotOffered and others: see ``find_slot``.
        SecretWords: what is sought bears a mark of state secrecy; a stick must not carry that.
        CourierNoteDamaged: the earlier lists cannot be read.
        WorkspaceReadOnly: the workspace is open for reading only.
        OSError: the folder cannot be written.
    """
    if not errands:
        raise NoAddress
    if workspace.database.read_only:
        raise WorkspaceReadOnly(workspace.layout.root)
    method = LOOKUPS.method
    found = {one: find_slot(workspace, one.slot, method)[0] for one in dict.fromkeys(errands)}
    if any(bears_mark(one.sought) for one in found):
        raise SecretWords
    earlier = read_sent(workspace)
    places: dict[str, Slot] = {}
    orders: list[Order] = []
    for errand, slot in found.items():
        key = secrets.token_hex(8)
        places[key] = slot
        orders.append(Order(errand.address, key, errand.sought))
    now = workspace.database.now().astimezone()
    made = CourierList(
        secrets.token_hex(16),
        secrets.token_hex(32),
        workspace.facts.county,
        now.isoformat(timespec="seconds"),
        tuple(orders),
    )
    target = _new_folder(folder, f"网检信使_{workspace.facts.county}_{now:%Y%m%d}")
    sent = SentList(made, places)
    try:
        # The note first: a list that nobody knows would bring results that nobody can place.
        _note(workspace, [*earlier, sent][-_MOST_LISTS:])
        for name, content in _contents(sent):
            (target / name).write_bytes(content)
        (target / SAVED_FOLDER).mkdir(exist_ok=True)
    except OSError:
        shutil.rmtree(target, ignore_errors=True)  # half a courier is none
        raise
    return target


def read_sent(workspace: Workspace) -> tuple[SentList, ...]:
    """The lists that went out, the oldest first. Raises ``CourierNoteDamaged``."""
    path = extended(workspace.layout.courier_note)
    try:
        document = json.loads(path.read_bytes())
        return tuple(_sent_of(one) for one in document["lists"])
    except FileNotFoundError:
        return ()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise CourierNoteDamaged(workspace.layout.courier_note) from None


def _note(workspace: Workspace, lists: Sequence[SentList]) -> None:
    document = {"version": _VERSION, "lists": [_stored(one) for one in lists]}
    text = json.dumps(document, ensure_ascii=False, indent=1)
    write_private_file(extended(workspace.layout.courier_note), text)


def _stored(one: SentList) -> dict[str, object]:
    made = one.made
    return {
        "list": made.identifier,
        "secret": made.secret,
        "county": made.county,
        "made_at": made.made_at,
        "entries": [
            {
                "key": order.key,
                "address": order.address,
                "sought": order.sought,
                "unit": one.places[order.key].unit,
                "indicator": one.places[order.key].indicator,
                "task": one.places[order.key].task_code,
            }
            for order in made.orders
        ],
    }


def _sent_of(given: dict[str, object]) -> SentList:
    entries = given["entries"]
    assert isinstance(entries, list)
    orders = tuple(Order(one["address"], one["key"], one["sought"]) for one in entries)
    places = {one["key"]: Slot(one["unit"], one["indicator"], one["task"]) for one in entries}
    made = CourierList(
        str(given["list"]),
        str(given["secret"]),
        str(given["county"]),
        str(given["made_at"]),
        orders,
    )
    return SentList(made, places)


def _new_folder(folder: Path, name: str) -> Path:
    name = legal_name(name)
    for number in range(1, 1000):
        target = folder / (name if number == 1 else f"{name}_{number}")
        try:
            target.mkdir()
        except FileExistsError:
            continue
        return target
    raise FileExistsError(folder / name)


def _contents(sent: SentList) -> Iterator[tuple[str, bytes]]:
    yield LIST_NAME, list_document(sent.made).encode("utf-8")
    yield RUNNER_NAME, runner()
    yield "开始采集.cmd", _WINDOWS.replace("\n", "\r\n").encode("gbk")
    yield "开始采集.sh", _LINUX.encode("utf-8")
    yield "网址清单.html", _page(sent).encode("utf-8")
    yield "说明.txt", ("\ufeff" + _HOW_TO.replace("\n", "\r\n")).encode("utf-8")


def runner() -> bytes:
    """The runner as one file, for any Python from 3.9 on."""
    root = Path(app.__path__[0])
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("__main__.py", _START)
        for name in _CARRIED:
            path = root / name
            for source in sorted(path.glob("*.py")) if path.is_dir() else [path]:
                archive.write(source, f"app/{source.relative_to(root).as_posix()}")
    return written.getvalue()


def _page(sent: SentList) -> str:
    rows = []
    for number, order in enumerate(sent.made.orders, 1):
        slot, address = sent.places[order.key], html.escape(order.address)
        rows.append(
            f'<tr><td>{number}</td><td><a href="{address}" target="_blank" rel="noreferrer">'
            f"{address}</a></td><td>{html.escape(order.sought)}</td>"
            f"<td>{html.escape(indicator_heading(slot.indicator) + '　' + slot.unit)}</td></tr>"
        )
    return _PAGE.format(county=html.escape(sent.made.county), rows="".join(rows))


_PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>网址清单</title><style>
body{{font:16px/1.6 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:64em;margin:2em auto;
padding:0 1em}}table{{border-collapse:collapse;width:100%}}
td,th{{border:1px solid #bbb;padding:.4em .6em;text-align:left;overflow-wrap:anywhere}}
</style><h1>{county}：网址清单</h1>
<p>没有 Python、只有浏览器的电脑这样用：逐个点开网址，按 Ctrl+S，保存类型选“网页，单个文件”
（.mhtml；没有这一项的，选“网页，全部”，或打印成 PDF），存到本文件夹的“保存的网页”里，
文件名不用改。带回后在卷宗里收回这个文件夹，程序按网址把网页归到各项任务。</p>
<table><tr><th>序号</th><th>网址</th><th>检索内容</th><th>任务</th></tr>{rows}</table></html>
"""
_HOW_TO = """网检信使

一、能上网的电脑装有 Python 3.9 以上的：把整个文件夹留在 U 盘上，
    Windows 双击“开始采集.cmd”，麒麟、统信运行 sh 开始采集.sh。
    需要电脑上有 Edge、Chrome、360、奇安信等浏览器，不另外安装什么。
    中途停下的，再运行一次会接着采集。
二、装有卷宗的：运行 juanzong capture run 这个文件夹。
三、只有浏览器的：打开“网址清单.html”，照上面的说明逐个保存。

带回来：把“网检结果_….zip”一个文件（或整个文件夹）交给卷宗收回。
结果文件不能改动，改动过的收不进去。
"""
_WINDOWS = """@echo off
cd /d "%~dp0"
set PY=
where py >nul 2>nul && set PY=py -3
if defined PY goto check
where python >nul 2>nul && set PY=python
if not defined PY goto none
:check
%PY% -c "import sys; sys.exit(sys.version_info < (3, 9))" >nul 2>nul
if errorlevel 1 goto none
%PY% courier.pyz
pause
exit /b
:none
echo 这台电脑没有 Python 3.9 以上的版本。
echo 请改为打开“网址清单.html”，按里面的说明逐个保存网页。
pause
"""
_LINUX = """#!/bin/sh
cd "$(dirname "$0")" || exit 1
for each in python3 python; do
    if "$each" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null; then
        exec "$each" courier.pyz
    fi
done
echo "这台电脑没有 Python 3.9 以上的版本。请改为打开“网址清单.html”，按里面的说明逐个保存网页。"
exit 1
"""
