"""Runs every command of the command line on a workspace, as the Typer application lists them.

As a program: ``python -m tests.support.every_command FOLDER ro|full[KB] OUTSIDE`` makes the folder
read-only, or its disk full but for so many KB, and prints one line of JSON a command.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.cli.command_table import COMMANDS, Command, CommandGroup
from tests.attack.flips import run

#: What each command is called with; W is the workspace, O a writable folder elsewhere, I an item,
#: F a file. A command that is missing here fails the test.
ARGUMENTS: Mapping[str, tuple[str, ...]] = {
    "init": ("W/new", "--county", "示例县"),
    "indicators": ("W",),
    "attach": ("W", "F", "--indicator", "60", "--method", "材料查证", "--unit", "县司法局"),
    "status": ("W",),
    "figure": ("W", "--indicator", "60", "--method", "材料查证", "--unit", "县司法局", "5"),
    "mark": (
        "W",
        "--indicator",
        "60",
        "--method",
        "材料查证",
        "--reason",
        "没有这类案件",
        "--unit",
        "县司法局",
    ),
    "years": ("W", "--item", "I", "--set", "2019、2020"),
    "checklist": ("W", "--adopt"),
    "compile": ("W", "--indicator", "60"),
    "print-plan": ("W", "--printed"),
    "case list": ("W",),
    "case name": ("W", "60", "--title", "行政执法检查监督", "--retention", "永久"),
    "check": ("W",),
    "watch": ("W", "--once"),
    "inbox list": ("W",),
    "inbox assign": ("W", "a.txt", "--indicator", "60", "--method", "材料查证"),
    "inbox out": ("W", "a.txt"),
    "inbox back": ("W", "a.txt"),
    "units list": ("W",),
    "units import": ("W", "F"),
    "units group": ("W", "县直各单位", "--add", "县司法局"),
    "units rename": ("W", "县司法局", "县司法局二"),
    "units alias": ("W", "县司法局", "--add", "司法"),
    "units retire": ("W", "县司法局"),
    "units revive": ("W", "县司法局"),
    "backup list": ("W",),
    "backup make": ("W",),
    "backup restore": ("W", "B"),
    "settings": ("W", "contact=李四"),
    "stages": ("W",),
    "owing show": ("W",),
    "owing set": ("W", "leads"),
    "report": ("W", "材料清单"),
    "order": ("W", "--indicator", "60", "--by", "date"),
    "item list": ("W",),
    "item edit": ("W", "I", "--title", "新题名"),
    "item edit-many": ("W", "I", "--issuer", "县司法局"),
    "item points": ("W", "I", "--indicator", "60", "--method", "材料查证", "--point", "3"),
    "item sort": ("W", "--indicator", "60", "--method", "材料查证"),
    "item revise": ("W", "I", "F"),
    "item edit-copy": ("W", "I"),
    "item copies": ("W",),
    "item companion": ("W", "I", "F"),
    "item attachment": ("W", "I", "F"),
    "item parts": ("W", "I"),
    "item photos": ("W", "I"),
    "item join": ("W", "I", "I"),
    "item split": ("W", "I"),
    "item pages": ("W", "I", "--paper", "a3"),
    "item place": ("W", "I", "--indicator", "60", "--method", "材料查证"),
    "item findings": ("W",),
    "item dismiss": ("W", "I", "隐藏行", "--reason", "看过"),
    "item bind": ("W", "I", "--comments"),
    "item take-out": ("W", "I"),
    "item remove": ("W", "I"),
    "item restore": ("W", "I"),
    "item move": ("W", "I", "--indicator", "60", "--method", "材料查证"),
    "item copy": ("W", "I", "--indicator", "60", "--method", "材料查证"),
    "item bin": ("W",),
    "item restore-place": ("W", "I"),
    "item revisions": ("W", "I"),
    "item compare": ("W", "I", "1", "1"),
    "item duplicates": ("W",),
    "item export": ("W", "I", "--to", "W/exports/原件"),
    "framework list": (),
    "framework show": ("lushan-2021",),
    "framework validate": ("F",),
    "framework install": ("F",),
    "framework upgrade": ("W", "lushan-2021"),
    "review list": ("W",),
    "review matrix": ("W",),
    "review next": ("W",),
    "review show": ("W", "--indicator", "60", "--method", "材料查证", "--unit", "县司法局"),
    "review submit": ("W",),
    "review withdraw": ("W", "60"),
    "review accept": ("W", "--indicator", "60", "--method", "材料查证", "--unit", "县司法局"),
    "review return": (
        "W",
        "--indicator",
        "60",
        "--method",
        "材料查证",
        "--unit",
        "县司法局",
        "--reason",
        "缺材料",
    ),
    "review returned": ("W",),
    "review undo": ("W", "I"),
    "review redo": ("W", "I"),
    "review reasons": ("W", "--add", "另一个原因"),
    "rectify list": ("W",),
    "rectify open": ("W", "--unit", "县司法局", "--indicator", "60", "--problem", "缺材料"),
    "rectify edit": ("W", "1", "--problem", "缺"),
    "rectify reply": ("W", "1"),
    "rectify close": ("W", "1"),
    "rectify back": ("W", "1", "--note", "不够"),
    "rectify reopen": ("W", "1"),
    "rectify remove": ("W", "1"),
    "rectify restore": ("W", "1"),
    "targets list": ("W",),
    "targets add": ("W", "--indicator", "7", "--shows", "权责清单"),
    "targets import": ("W", "F", "--indicator", "7"),
    "targets edit": ("W", "N", "--shows", "权责清单"),
    "targets remove": ("W", "N"),
    "targets propose": ("W", "--indicator", "7"),
    "register list": ("W",),
    "register show": ("W", "行政应诉"),
    "register add": ("W", "行政应诉", "--unit", "县司法局", "--set", "案号=1号"),
    "register edit": ("W", "行政应诉", "N", "--set", "案号=2号"),
    "register remove": ("W", "行政应诉", "N"),
    "register import": ("W", "行政应诉", "F", "--unit", "县司法局"),
    "register export": ("W", "行政应诉", "-o", "W/exports/台账.xlsx"),
    "register rates": ("W", "行政应诉"),
    "register fill": ("W", "行政应诉", "--unit", "县司法局"),
    "register files": ("W",),
    "webcheck list": ("W",),
    "webcheck add": (
        *("W", "--indicator", "1", "--unit", "县委编办", "--address", "www.example.gov.cn"),
        *("--sought", "权责清单", "--result", "查到并符合"),
    ),
    "webcheck edit": ("W", "N", "--note", "已公示"),
    "webcheck remove": ("W", "N"),
    "site list": ("W",),
    "site add": ("W", "--indicator", "6", "--unit", "县委编办", "--name", "政务服务大厅"),
    "site edit": ("W", "N", "--address", "人民路1号"),
    "site remove": ("W", "N"),
    "site check": ("W", "N", "--indicator", "6", "--adopt"),
    "exam list": ("W",),
    "exam add": ("W", "--name", "执法人员考试", "--unit", "县司法局"),
    "exam edit": ("W", "考试", "--room", "报告厅"),
    "exam remove": ("W", "N"),
    "exam bank": ("W",),
    "exam bank-add": (
        *("W", "--kind", "判断题", "--stem", "警告是行政处罚。", "--answer", "对"),
        *("--chapter", "行政处罚", "--unit", "县司法局"),
    ),
    "exam bank-edit": ("W", "N", "--answer", "错"),
    "exam bank-remove": ("W", "N"),
    "exam bank-import": ("W", "F", "--unit", "县司法局"),
    "exam bank-starter": ("W", "--unit", "县司法局"),
    "exam bank-export": ("W", "-o", "W/exports/题库.xlsx"),
    "exam bank-template": ("W/exports/题库模板.xlsx",),
    "exam blueprints": ("W",),
    "exam files": ("W",),
    "exam make": ("W", "考试", "--blueprint", "officers"),
    "exam people": ("W", "考试", "--person", "张三,执法大队,科员"),
    "exam draw": ("W", "考试"),
    "exam absent": ("W", "考试", "001"),
    "exam makeup": ("W", "考试"),
    "exam enter": ("W", "考试", "001", "-a", "1=A"),
    "exam import": ("W", "考试", "F"),
    "exam results": ("W", "考试"),
    "exam items": ("W", "考试"),
    "exam papers": ("W", "考试"),
    "exam templates": ("W",),
    "exam sheets": ("W", "考试", "-o", "W/exports/答题卡.pdf"),
    "exam scan": ("W", "考试", "F"),
    "exam fill": ("W", "考试"),
    "exam hours": ("W",),
    # Into no folder: what they write would take the room that the commands after them need.
    "capture pages": ("http://127.0.0.1:9/", "-o", "W/juanzong.db"),
    "capture pack": (
        *("W", "-o", "W/juanzong.db", "http://127.0.0.1:9/"),
        *("--indicator", "1", "--unit", "县委编办"),
    ),
    "capture run": ("W/exports",),
    "capture receive": ("W", "W/exports"),
    "capture recheck": ("W",),
    "selfcheck list": ("W",),
    "selfcheck show": ("W",),
    "selfcheck set": ("W", "--indicator", "60", "--statement", "已完成"),
    "selfcheck clear": ("W", "--indicator", "60"),
    "pack task": ("W", "--unit", "县司法局", "--out", "W/exports"),
    "pack submission": ("W", "--out", "W/exports"),
    "pack return": ("W", "--unit", "县司法局", "--out", "W/exports"),
    "pack recovery": ("W", "--unit", "县司法局", "--out", "W/exports"),
    "identity show": ("W",),
    "identity people": ("W", "--add", "张三"),
    "identity passphrase": ("W",),
    "identity trust": ("W",),
    "identity save-keys": ("W", "W/keys"),
    "identity restore-keys": ("W", "F"),
    "log": ("W", "--export", "W/exports/log.csv"),
    "inspect": ("F",),
    "merge": ("W", "F"),
    "packages": ("W",),
}


def every_command(
    group: CommandGroup = COMMANDS, before: str = ""
) -> Iterator[tuple[str, Command]]:
    """Each command under its full name, as the application lists them."""
    for name, member in group.members.items():
        match member:
            case Command():
                yield f"{before}{name}", member
            case CommandGroup():
                yield from every_command(member, f"{before}{name} ")


def main(folder: Path, way: str, outside: Path) -> None:
    """Make the disk as it shall be, then run all commands."""
    if way == "ro":
        _call("mount", "--bind", folder, folder)
        _call("mount", "-o", "remount,ro,bind", folder)
        workspace = folder / "office"
    else:
        inside = outside / "small"
        inside.mkdir()
        size = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) + (3 << 20)
        _call("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", inside)
        _call("cp", "-a", folder / "office", inside)
        workspace = inside / "office"
        _fill(workspace.parent / "filler", int(way.removeprefix("full") or 0) << 10)
    file = outside / "关于会议的通知.txt"
    file.write_text("会议研究了工作。\n" * 2000, encoding="utf-8")
    _, listed, _ = run("item", "list", workspace, "--json")
    item = json.loads(listed)[0]["item"]
    backup = next((workspace / "backups").glob("*.db")).name
    before = _files(workspace)
    for name, _ in every_command():
        arguments = [
            str(file)
            if word == "F"
            else item
            if word == "I"
            else backup
            if word == "B"
            else str(workspace) + word[1:]
            if word.startswith("W")
            else word
            for word in ARGUMENTS[name]
        ]
        code, words, trace = run(*name.split(), *arguments)
        left = sorted(_files(workspace) - before)
        line = json.dumps([name, code, words, trace, left], ensure_ascii=False)
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def _files(workspace: Path) -> set[str]:
    return {str(f.relative_to(workspace)) for f in workspace.rglob("*")}


def _fill(filler: Path, left: int) -> None:
    """Fill the disk up to so many bytes."""
    with filler.open("wb", buffering=0) as stream:
        try:
            while True:
                stream.write(b"x" * 4096)
        except OSError:
            stream.truncate(max(0, stream.tell() - left))


def _call(*words: object) -> None:
    subprocess.run([str(word) for word in words], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
