"""How the pages of an item's files are bound: kept beside the originals, which stay untouched."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from app.evidence.errors import PartUnknown
from app.evidence.items import current, touch
from app.evidence.photo_notes import files_of
from app.evidence.successors import to_change
from app.page_setup import AS_THEY_ARE, PageSetup, setups_of, stored_setups, told_pages, turned
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Workspace
from models import ItemRevision


def set_pages(workspace: Workspace, item_id: str, setups: Mapping[str, PageSetup]) -> bool:
    """Set up the pages of files of an item, by their SHA-256; other files stay as they are.

    ``AS_THEY_ARE`` takes a setup back. Reviews that rest on the item become stale. Returns False
    if everything was so already.

    Raises:
        ItemUnknown: there is no such item.
        PartUnknown: the item has no such file.
        OwnedByUnit, OwnedByOffice: the item is the other side's.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        return _set(work, item_id, setups)


@dataclass(frozen=True, slots=True)
class PagesTurned:
    """The setup of a file before and after pages of it were turned."""

    before: PageSetup
    after: PageSetup


def turn_pages(
    workspace: Workspace, item_id: str, sha256: str, of: int, pages: Collection[int], by: int
) -> PagesTurned:
    """Turn pages of a file, which has ``of``, further by degrees clockwise.

    They are turned from where they are now, so that no turn of several in a row is lost. Raises as
    ``set_pages``.
    """
    with workspace.database.writing() as work:
        _, revision = current(work.session, item_id)
        before = setups_of(revision.binding).get(sha256, AS_THEY_ARE)
        after = turned(before, of, pages, by)
        _set(work, item_id, {sha256: after})
    return PagesTurned(before, after)


def _set(work: UnitOfWork, item_id: str, setups: Mapping[str, PageSetup]) -> bool:
    item, revision = current(work.session, item_id)
    files = files_of(revision)
    if not setups.keys() <= files.keys():
        raise PartUnknown(len(files))
    before = setups_of(revision.binding)
    changed = {
        sha256: one for sha256, one in setups.items() if before.get(sha256, AS_THEY_ARE) != one
    }
    if not changed:
        return False
    revision = to_change(work, item, revision)
    keep_setups(revision, before | changed)
    for sha256, one in changed.items():
        _record(work, revision, files[sha256], one)
    touch(work, item)
    work.commit()
    return True


def keep_setups(revision: ItemRevision, setups: Mapping[str, PageSetup]) -> None:
    """Put setups into a revision; those of files that it does not have are dropped."""
    files = files_of(revision)
    own = {sha256: one for sha256, one in setups.items() if sha256 in files}
    rest = {key: kept for key, kept in revision.binding.items() if key != "pages"}
    pages = stored_setups(own)
    revision.binding = rest | ({"pages": pages} if pages else {})


def _record(work: UnitOfWork, revision: ItemRevision, file_name: str, setup: PageSetup) -> None:
    about: dict[str, Any] = {"title": revision.title, "file_name": file_name}
    if setup.bound:
        about["bound"] = told_pages(setup.bound)
        about["reason"] = setup.reason
    about["setup"] = setup.stored() if setup.says_something else {}
    work.record("item.pages_set", revision.item_id, **about)
