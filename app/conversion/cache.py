"""Renditions that were made before, by (original, converter, version, variant).

One folder per converter and version holds the PDF files and an ``index.jsonl``, to which one line
is appended per outcome: a run over ten thousand items reads one file, not ten thousand. A line that
a crash cut short is skipped, the last line for a key counts, and the whole folder may be deleted
at any time.
"""

import errno
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from app.conversion.model import (
    Failure,
    Made,
    Outcome,
    PdfFacts,
    Rendition,
    RenditionOrigin,
    Source,
    SourceBookmark,
)
from app.errors import DiskFull
from app.paths import make_inside
from app.problems import Problem, ProblemKind

#: Troubles that another try at the same bytes with the same program cannot cure.
_LASTING = frozenset(
    {
        ProblemKind.EMPTY_FILE,
        ProblemKind.DAMAGED,
        ProblemKind.PASSWORD_REQUIRED,
        ProblemKind.PAGES_LOST,
        ProblemKind.TEXT_DISAGREES,
    }
)

#: The file in the folder of a converter that tells what was made.
INDEX = "index.jsonl"

#: Part of the cache key of all pages; a change of what ``admitting`` allows makes a new number.
ADMISSION = "2"


class RenditionCache:
    """What one version of one converter has made so far."""

    def __init__(self, root: Path, converter: str, version: str) -> None:
        """Read the index; ``root`` is the workspace's cache folder."""
        self._converter = converter
        self._folder = root / f"{converter}-{version}"
        self._index = self._folder / INDEX
        self._entries = _read_index(self._index)

    def find(self, source: Source, variant: str) -> Outcome | None:
        """Return what is known of the source, or None; costs no more than one ``stat``.

        An original that will do is only known as long as its time stamp is the same: a later
        one means that something else wrote to it.
        """
        entry = self._entries.get(_key(source.sha256, variant))
        if entry is None:
            return None
        if "problem" in entry:
            return Failure(source.sha256, _problem_from(entry["problem"]))
        origin = RenditionOrigin(entry["origin"])
        original = origin is RenditionOrigin.ORIGINAL
        path = source.path if original else self._pdf(source.sha256, variant)
        if not _is_as_noted(path, entry):
            return None
        return Rendition(
            sha256=source.sha256,
            path=path,
            page_count=entry["pages"],
            origin=origin,
            converter=self._converter,
            bookmarks=tuple(SourceBookmark(*mark) for mark in entry["bookmarks"]),
            notes=tuple(_problem_from(note) for note in entry["notes"]),
            copy_beside=entry["beside"],
        )

    def keep(self, source: Source, variant: str, made: Made, facts: PdfFacts) -> Rendition:
        """Take a checked PDF into the cache; an original that will do is only noted.

        Raises:
            DiskFull: there is no room for it.
        """
        path = made.target
        if made.origin is not RenditionOrigin.ORIGINAL:
            path = self._pdf(source.sha256, variant)
            make_inside(self._folder.parent.parent, path.parent)
            made.target.replace(path)
        state = path.stat()
        entry = {
            "key": _key(source.sha256, variant),
            "pages": facts.page_count,
            "size": state.st_size,
            "modified": state.st_mtime_ns,
            "origin": made.origin.value,
            "bookmarks": [[mark.title, mark.page, mark.level] for mark in facts.bookmarks],
            "notes": [_problem_to(note) for note in made.notes],
            "beside": made.copy_beside,
        }
        self._append(entry)
        return Rendition(
            sha256=source.sha256,
            path=path,
            page_count=facts.page_count,
            origin=made.origin,
            converter=self._converter,
            bookmarks=facts.bookmarks,
            notes=made.notes,
            copy_beside=made.copy_beside,
        )

    def keep_failure(self, source: Source, variant: str, problem: Problem) -> Failure:
        """Remember why a source has no pages, if another try could not help."""
        if problem.kind in _LASTING:
            self._append({"key": _key(source.sha256, variant), "problem": _problem_to(problem)})
        return Failure(source.sha256, problem)

    def _pdf(self, sha256: str, variant: str) -> Path:
        mark = f"-{hashlib.sha256(variant.encode()).hexdigest()[:8]}" if variant else ""
        return self._folder / sha256[:2] / f"{sha256}{mark}.pdf"

    def _append(self, entry: dict[str, Any]) -> None:
        line = json.dumps(entry, ensure_ascii=False, separators=(",", ":")) + "\n"
        try:
            make_inside(self._folder.parent.parent, self._folder)
            with self._index.open("ab") as index:
                # A line that a crash cut short must not swallow this one.
                torn = index.tell() > 0 and not _ends_with_newline(self._index)
                index.write((b"\n" if torn else b"") + line.encode("utf-8"))
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            free = shutil.disk_usage(self._folder).free
            raise DiskFull(self._index, len(line), free) from error
        self._entries[entry["key"]] = entry


def _key(sha256: str, variant: str) -> str:
    return f"{sha256}:{variant}" if variant else sha256


def _read_index(path: Path) -> dict[str, dict[str, Any]]:
    entries: dict[str, dict[str, Any]] = {}
    if not path.is_file():
        return entries
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            try:
                entry = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(entry, dict) and isinstance(entry.get("key"), str):
                entries[entry["key"]] = entry
    return entries


def _ends_with_newline(path: Path) -> bool:
    with path.open("rb") as index:
        index.seek(-1, 2)
        return index.read(1) == b"\n"


def _is_as_noted(path: Path, entry: dict[str, Any]) -> bool:
    try:
        state = path.stat()
    except OSError:
        return False
    if entry["origin"] == RenditionOrigin.ORIGINAL and state.st_mtime_ns != entry.get("modified"):
        return False
    return bool(state.st_size == entry["size"])


def _problem_to(problem: Problem) -> list[Any]:
    return [problem.kind.value, dict(problem.detail)]


def _problem_from(stored: list[Any]) -> Problem:
    return Problem(ProblemKind(stored[0]), stored[1])
