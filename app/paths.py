"""File names and paths that every computer of a county accepts."""

import os
import re
import stat
import unicodedata
from pathlib import Path

from app.visible_text import visible

_FORBIDDEN = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\u061c\ufeff\ud800-\udfff]'
)
#: Windows' mark of a folder that is another one (``IO_REPARSE_TAG_MOUNT_POINT``).
_JUNCTION = 0xA0000003
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)")


def legal_name(text: str, limit: int = 80) -> str:
    """Turn ``text`` into a file name that Windows, Linux and a FAT stick accept.

    Forbidden characters become their full-width twins or "_", reserved device names get a leading
    "_", trailing dots and spaces go. The result has 1 to ``limit`` characters and is NFC; a suffix
    survives the cut.
    """
    twins = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
    name = unicodedata.normalize("NFC", text).translate(twins)
    name = _FORBIDDEN.sub("_", name).strip().rstrip(". ")
    if _RESERVED.match(name):
        name = "_" + name
    if len(name) > limit:
        stem, dot, suffix = name.rpartition(".")
        if dot and 0 < len(suffix) <= 8 and stem:
            name = stem[: limit - len(suffix) - 1].rstrip(". ") + "." + suffix
        else:
            name = name[:limit].rstrip(". ")
    return name or "_"


def own_name(name: str) -> str:
    """The last part of a path in an archive, a package or a folder, whichever slashes it has."""
    return name.replace("\\", "/").rpartition("/")[2]


def readable_name(name: str) -> str:
    """A file's name as people can read it and the database can keep it.

    On Linux a name may be bytes in any encoding, as old archives and sticks leave them; what is
    not UTF-8 is read as GB 18030, and what is not that either is marked. The result is NFC, which
    Macs do not write, and holds no character that breaks, hides or reorders it. It is for showing
    and keeping only: the file itself is still opened by the name that it has.
    """
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        name = os.fsencode(name).decode("gb18030", "replace")
    return unicodedata.normalize("NFC", visible(name)) or "_"


def extended(path: Path) -> Path:
    """Give the form of an absolute path that Windows accepts past 260 characters.

    Elsewhere, and for paths that have the form already, the path itself comes back.
    """
    if os.name != "nt":
        return path
    text = str(path.absolute())
    if text.startswith("\\\\?\\"):
        return path
    if text.startswith("\\\\"):
        return Path("\\\\?\\UNC\\" + text[2:])
    return Path("\\\\?\\" + text)


def is_link(path: Path) -> bool:
    """True for a link to another place, also one of Windows' folder links (junctions).

    Whatever is cleared or closed through one happens elsewhere.
    """
    try:
        found = extended(path).lstat()
    except OSError:
        return False
    tag = getattr(found, "st_reparse_tag", 0)  # only Windows has tags
    return stat.S_ISLNK(found.st_mode) or tag == _JUNCTION


def make_inside(base: Path, folder: Path) -> None:
    """Make a folder and those between it and ``base``, which must be there.

    Where the disk that holds ``base`` was pulled out, nothing is made in its place.

    Raises:
        FileNotFoundError: ``base`` is not there.
        OSError: the folder cannot be made.
    """
    steps = [folder, *folder.parents]
    for step in reversed(steps[: steps.index(base)]):
        extended(step).mkdir(exist_ok=True)


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder outlive a power cut."""
    # Windows neither needs nor lets a folder be opened for this.
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
