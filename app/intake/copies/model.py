"""What is known of a working copy at one moment, and what follows from it. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.intake.stamps import FileStamp


class CopyState(StrEnum):
    """How a copy stands to the present version of its item."""

    SAME = "same"  # nothing was changed, or what was changed is the present version now
    SETTLING = "settling"  # it is being saved at this moment
    CHANGED = "changed"  # it can be the new version
    PUT_OFF = "put_off"  # it can be, and somebody said "later"
    BROKEN = "broken"  # what was saved is not whole
    MISSING = "missing"  # somebody removed the file


#: What somebody may take as the new version.
OFFERED = frozenset({CopyState.CHANGED, CopyState.PUT_OFF})


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A document in the folder of a copy.

    Attributes:
        path: where it lies.
        stamp: its size and time.
        still: it has not changed for a while.
        sha256: its content; "" if it could not be read, or has not been yet.
        whole: it is no half of a file.
    """

    path: Path
    stamp: FileStamp
    still: bool = True
    sha256: str = ""
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state of a copy, and the file that it is about."""

    state: CopyState
    file: SavedFile | None = None


def judge(files: Sequence[SavedFile], known: Collection[str], put_off: str) -> Verdict:
    """Say how a copy stands.

    An editor may save under another name beside the copy (a .doc as a .docx), so the newest
    document with a new content counts.

    Args:
        files: the documents in the folder of the copy.
        known: contents, or their first digits, that are nothing new: the version that the copy was
            made of, and the present one.
        put_off: the content for which somebody said "later".
    """
    if not files:
        return Verdict(CopyState.MISSING)
    by_time = sorted(files, key=lambda f: (f.stamp.modified_ns, f.path.name), reverse=True)
    for file in by_time:
        if not file.still or not file.sha256:
            return Verdict(CopyState.SETTLING, file)
    begun = tuple(content for content in known if content)
    new = [file for file in by_time if not file.sha256.startswith(begun)]
    if not new:
        return Verdict(CopyState.SAME, by_time[0])
    if not new[0].whole:
        return Verdict(CopyState.BROKEN, new[0])
    state = CopyState.PUT_OFF if new[0].sha256 == put_off else CopyState.CHANGED
    return Verdict(state, new[0])


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """A copy as lists show it.

    Attributes:
        key: names it as long as it lies where it does.
        number: its folder in 工作副本; 0 for a read-only copy that was changed all the same.
        item: the item that it was made of; "" if nobody knows it any more.
        title: the item's present title, or the name of the file.
        path: the document; where it should be if it is gone.
        state: how it stands to the present version.
        sha256: the content of the document, as far as it is known.
        saved_at: when it was saved last.
        open: an editor seems to have it open.
        removed: the item is in the recycle bin, or gone.
        overtaken: the item has got another version since the copy was made.
    """

    key: str
    number: int
    item: str
    title: str
    path: Path
    state: CopyState
    sha256: str = ""
    saved_at: datetime | None = None
    open: bool = False
    removed: bool = False
    overtaken: bool = False

    @property
    def offered(self) -> bool:
        """True if it can be taken as the new version of its item."""
        return self.state in OFFERED and bool(self.item) and not self.removed
