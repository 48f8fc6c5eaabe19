"""What the attacks on files share: a workspace with work in it, flips, and its content as rows."""

import contextlib
import io
import sqlite3
import traceback
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from app.bootstrap import open_services
from app.cli.application import run_command_line
from app.framework.catalogue import load_framework
from app.jobs import SilentJob
from app.settings import WorkspaceSettings, save_settings
from app.workspace.backups import make_backup
from app.workspace.making import create_workspace
from app.workspace.opening import open_workspace
from models.seals import Seal, counted_seals
from tests.support.workspaces import COUNTY, add_item

UNIT = "县司法局"


def make_office(root: Path, files: int = 12) -> None:
    """An office's workspace with items, settings, keys and a received log."""
    create_workspace(root, load_framework("lushan-2021"), COUNTY)
    folder = root.parent / f"{root.name}-sources"
    folder.mkdir()
    with open_workspace(root) as workspace, workspace.database.writing() as work:
        for number in range(files):
            file = folder / f"关于第{number}次会议的通知.txt"
            file.write_text(f"第 {number} 次会议研究了案卷评查工作。\n" * 40, encoding="utf-8")
            add_item(work, workspace, file, unit=UNIT, indicator="60")
        save_settings(work, WorkspaceSettings(issuer="示例县人民政府", contact="张三"))
        work.commit()
    with open_services(root) as services:
        services.identity.set_passphrase("春风又绿江南岸 1")
    with open_workspace(root) as workspace:
        make_backup(workspace, SilentJob())
    _receive_log(root)


def content_of(database: Path) -> dict[str, Seal] | None:
    """A digest of each table's rows; None where it cannot be read.

    The seals themselves are no content.
    """
    address = f"{database.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            return dict(counted_seals(connection))
    except (sqlite3.Error, ValueError):
        return None


def flip(random: Random, file: Path) -> str:
    """Flip one bit, a byte, or a short run of a file; says where."""
    content = bytearray(file.read_bytes())
    place = random.randrange(len(content))
    length = random.choice((1, 1, 1, 4, 64))
    for offset in range(place, min(place + length, len(content))):
        content[offset] ^= 1 << random.randrange(8) if length == 1 else random.randrange(1, 256)
    file.chmod(0o600)
    file.write_bytes(content)
    return f"{length} at {place}"


def run(*arguments: object) -> tuple[int, str, str]:
    """Run a command; exit code, its words, and the traceback if it ended in one."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = run_command_line([str(argument) for argument in arguments])
        except Exception:
            return -1, out.getvalue() + err.getvalue(), traceback.format_exc()
    return code, out.getvalue() + err.getvalue(), ""


def copies(folder: Path, template: Path, count: int) -> Iterator[Path]:
    """So many copies of a workspace, each removed before the next one."""
    import shutil

    for number in range(count):
        copy = folder / f"case-{number}"
        shutil.copytree(template, copy)
        yield copy
        shutil.rmtree(copy)


def _receive_log(root: Path) -> None:
    """Keep a partner's log, as a package would have brought it."""
    from app.eventlog import LogFilter, read_log
    from models import ReceivedEvent

    with open_workspace(root) as workspace, workspace.database.writing() as work:
        for entry in list(read_log(work.session, LogFilter())):
            row = {
                name: getattr(entry, name)
                for name in (
                    "sequence",
                    "id",
                    "at",
                    "actor",
                    "action",
                    "subject",
                    "data",
                    "previous_hash",
                    "hash",
                )
            }
            peer = workspace.registry().unit(UNIT).id
            work.session.add(ReceivedEvent(peer=peer, generation=1, **row))
        work.commit()
