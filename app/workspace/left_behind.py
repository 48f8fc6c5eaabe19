"""What a killed program left in a workspace and beside it; removed at the next start."""

import shutil
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from app.paths import extended, is_link
from app.storage.layout import Layout
from app.workroom import sweep_rooms
from app.workspace.copy_notes import settle_copies


def clear_left_behind(layout: Layout, *, alone: bool) -> None:
    """Remove what no running program uses any more, what is most secret first.

    First what was unpacked from packages, then what lay in the place for temporary files (members
    of archives, attachments, pages), then the copies of originals for other programs, last the
    work of converters. The copies have no lock, so they only go if the caller is ``alone``: it
    holds the lock of the workspace. A copy that somebody changed is kept as a working copy. What
    cannot be removed stays for the next start. Where one of these folders is a link, nothing is
    removed: what it leads to may be anybody's.
    """
    if not leads_away(layout, layout.unpacking):
        sweep_rooms(extended(layout.unpacking))
    sweep_rooms()
    if alone and not leads_away(layout, layout.opened):
        _remove_inside(layout.opened, settle_copies(layout))
    if leads_away(layout, layout.converting):
        return
    sweep_rooms(extended(layout.converting))
    if alone:
        _remove_old_work(layout.converting)


def leads_away(layout: Layout, folder: Path) -> bool:
    """True if a folder below the cache, or the cache itself, is a link to another place."""
    return is_link(folder) or is_link(layout.cache)


def _remove_inside(folder: Path, but: Collection[str]) -> None:
    with suppress(OSError):  # there is none
        for path in extended(folder).iterdir():
            if path.name in but:
                continue
            if is_link(path):
                path.unlink()
            else:
                shutil.rmtree(path, onerror=_make_writable)


def _make_writable(remove: object, path: str, _: object) -> None:
    """Remove a read-only file on Windows too; one that another program has open stays."""
    with suppress(OSError):
        if not is_link(Path(path)):
            Path(path).chmod(0o700)
        Path(path).unlink()


def _remove_old_work(folder: Path) -> None:
    """Remove the folders of earlier versions, which were named after processes."""
    with suppress(OSError):
        for path in extended(folder).glob("[0-9]*-*"):
            shutil.rmtree(path, ignore_errors=True)
