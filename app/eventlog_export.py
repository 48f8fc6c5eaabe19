"""The log as a file: a table for people, or lines of JSON whose hashes can be checked."""

import csv
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from uuid6 import uuid7

from app.destination import Destination
from app.errors import FolderNotWritable
from app.eventlog import LoggedEntry
from app.jobs import JobContext
from app.paths import extended
from app.visible_text import visible
from app.wording.log import action_name

_HEADINGS = ("序号", "时间", "人员", "操作", "操作代码", "对象", "内容", "上一条校验值", "校验值")
#: What makes a spreadsheet take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def export_log(target: Path, entries: Iterable[LoggedEntry], job: JobContext) -> int:
    """Write entries to ``target``: ``.csv`` is a table, anything else JSON lines.

    Written beside and put in its place when whole. Returns how many entries there are.

    Raises:
        FolderNotWritable: nothing can be written there.
        Cancelled: the job was cancelled; what was there before is intact.
    """
    place = Destination.remember(target.parent)
    as_table = target.suffix.lower() == ".csv"
    part = extended(target.with_name(f".{uuid7()}.part"))
    encoding = "utf-8-sig" if as_table else "utf-8"
    try:
        with part.open("x", encoding=encoding, newline="" if as_table else "\n") as stream:
            write = _write_table if as_table else _write_lines
            count = write(stream, entries, job)
        place.demand()
        part.replace(extended(target))
        place.settle([target])
    except OSError as error:
        raise FolderNotWritable(target.parent, error.strerror or str(error)) from error
    finally:
        # Where nothing can be written, nothing can be removed, and nothing is there.
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return count


def _write_table(stream: TextIO, entries: Iterable[LoggedEntry], job: JobContext) -> int:
    writer = csv.writer(stream)
    writer.writerow(_HEADINGS)
    count = 0
    for entry in entries:
        job.check_cancelled()
        count += 1
        at = entry.at.astimezone().isoformat(sep=" ", timespec="seconds")
        texts = (entry.actor, action_name(entry.action), entry.action, entry.subject, entry.data)
        hashes = (entry.previous_hash, entry.hash)
        writer.writerow([entry.sequence, at, *map(_plain, texts), *hashes])
    return count


def _write_lines(stream: TextIO, entries: Iterable[LoggedEntry], job: JobContext) -> int:
    count = 0
    for entry in entries:
        job.check_cancelled()
        count += 1
        line = asdict(entry) | {"at": entry.at.isoformat(timespec="microseconds")}
        stream.write(json.dumps(line, ensure_ascii=False) + "\n")
    return count


def _plain(text: str) -> str:
    """Show hidden characters of a name plainly, and keep a name from being a formula."""
    text = visible(text)
    return "'" + text if text.lstrip().startswith(_FORMULA) else text
