"""Files and folders that only their owner may read: rights on POSIX, access lists on Windows.

A workspace holds keys, originals and the log. Its folders get 0700, its files 0600 and originals
0400, whatever the umask. Whoever shares a workspace with a group on purpose sets the group bit of
the folder (``chmod g+s``): the group then keeps its rights, and only all others lose theirs.
"""

import csv
import os
import re
import stat
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.paths import extended, is_link

FOLDER, FILE, FIXED = 0o700, 0o600, 0o400

#: 32-bit number of the drives that a server lends (``GetDriveTypeW``).
_REMOTE_DRIVE = 4
#: The system and the administrators, by their well-known names in every language of Windows.
_ALWAYS = ("S-1-5-18", "S-1-5-32-544")
_SID = re.compile(r"S-1-[0-9]+(?:-[0-9]+)+")
#: The mark of an inherited right in what ``icacls`` prints; it is not translated.
_INHERITED = "(I)"
_NO_WINDOW = 0x08000000
_SECONDS = 120


def private_mode(mode: int, *, group: bool) -> int:
    """The rights that are left of ``mode``: none for others, and none for the group unless shared.

    ``group``: the workspace is shared with its group on purpose.
    """
    return stat.S_IMODE(mode) & ~(stat.S_IRWXO if group else stat.S_IRWXG | stat.S_IRWXO)


def is_shared(folder: Path) -> bool:
    """True if the folder passes its group on to what is made in it: shared on purpose."""
    return os.name != "nt" and bool(folder.stat().st_mode & stat.S_ISGID)


def make_private_folder(folder: Path) -> None:
    """Make a folder that nobody else can look into, in one that is there.

    One that is there is left as it is. Raises ``OSError``, also where the folder around it is
    gone: with a pulled disk it would come into being on another one.
    """
    if not folder.is_dir():
        folder.mkdir(mode=FOLDER, exist_ok=True)


def make_private_file(path: Path) -> None:
    """Make an empty file that only its owner can read, unless there is one. Raises ``OSError``."""
    os.close(os.open(extended(path), os.O_WRONLY | os.O_CREAT, FILE))


def write_private_file(path: Path, text: str) -> None:
    """Put a text in place whole, for its owner only.

    A kill or a power cut leaves the old file or the new one. Raises ``OSError``.
    """
    part = path.with_name(f"{path.name}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    with os.fdopen(os.open(part, flags, FILE), "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(path)


def make_private(path: Path, *, group: bool = False) -> None:
    """Take a file or folder from everybody but its owner. Raises ``OSError``."""
    if os.name == "nt":
        return  # the access list of the workspace's folder holds for all that is in it
    mode = path.stat().st_mode
    if (wanted := private_mode(mode, group=group)) != stat.S_IMODE(mode):
        path.chmod(wanted | (mode & stat.S_ISGID))


def tighten(root: Path, folders: Sequence[Path], files: Sequence[Path]) -> None:
    """Let only the owner of a workspace read it; what cannot be changed stays as it is.

    ``folders`` are tightened with all that is in them. A folder that is tight already is not
    walked again: it is closed last, so that an interruption is made good at the next time. What
    stays open is told by ``exposed``.
    """
    if os.name == "nt":
        _tighten_windows(root)
        return
    group = is_shared(root)
    for path in [
        *(path for folder in folders for path in _open_below(folder, group=group)),
        *files,
    ]:
        _try_private(path, group=group)
    _try_private(root, group=group)


def exposed(root: Path, folders: Sequence[Path], files: Sequence[Path]) -> tuple[Path, ...]:
    """What others on this computer can read though ``tighten`` ran: on a FAT stick, all of it."""
    if os.name == "nt":
        remote = _is_remote(root)
        return (root,) if not remote and _INHERITED in _icacls([str(root)]) else ()
    group = is_shared(root)
    if not _is_open(root, group=group):
        return ()  # nobody gets past the folder
    return tuple(p for p in (root, *folders, *files) if p.exists() and _is_open(p, group=group))


def _try_private(path: Path, *, group: bool) -> None:
    if is_link(path):
        return  # rights are changed of what lies here, not of what a link leads to
    try:
        make_private(path, group=group)
    except OSError:
        # Somebody else's file, or a drive without rights: ``exposed`` tells of it in 体检.
        return


def _is_open(path: Path, *, group: bool) -> bool:
    mode = path.stat().st_mode
    return private_mode(mode, group=group) != stat.S_IMODE(mode) & ~stat.S_ISGID


def _open_below(folder: Path, *, group: bool) -> Iterator[Path]:
    """Everything in an open folder, the folder itself last."""
    if is_link(folder) or not folder.is_dir() or not _is_open(folder, group=group):
        return
    for place, inner, names in os.walk(folder, topdown=False):
        for name in (*names, *inner):
            path = Path(place, name)
            if not path.is_symlink():
                yield path
    yield folder


# --- Windows -------------------------------------------------------------------------------------


def owner_sid(answer: str) -> str | None:
    """The user's security identifier in what ``whoami /user /fo csv /nh`` prints."""
    for row in csv.reader(answer.splitlines()):
        for cell in row:
            if _SID.fullmatch(cell.strip()):
                return cell.strip()
    return None


def access_command(folder: str, sid: str) -> list[str]:
    """The arguments of ``icacls`` that leave a folder to one user, the system, administrators."""
    grants = [f"*{who}:(OI)(CI)F" for who in (sid, *_ALWAYS)]
    return [folder, "/inheritance:r", "/grant:r", *grants, "/Q"]


def _tighten_windows(root: Path) -> None:
    """Close the folder once: rights that somebody gave afterwards, for a colleague, stay."""
    if _is_remote(root) or _INHERITED not in _icacls([str(root)]):
        return
    sid = owner_sid(_run(["whoami", "/user", "/fo", "csv", "/nh"]))
    if sid is not None:
        _icacls(access_command(str(root), sid))


def _is_remote(root: Path) -> bool:
    """True on a server's drive, whose administrator says who may read."""
    if root.drive.startswith("\\\\"):
        return True
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  (unknown to mypy elsewhere)
    return bool(kernel.GetDriveTypeW(f"{root.drive}\\") == _REMOTE_DRIVE)


def _icacls(arguments: Sequence[str]) -> str:
    return _run(["icacls", *arguments])


def _run(command: Sequence[str]) -> str:
    """What a program of Windows prints; "" if it cannot be run (``exposed`` then tells)."""
    program = Path(os.environ.get("SYSTEMROOT", "C:\\Windows"), "System32", command[0] + ".exe")
    try:
        done = subprocess.run(
            [str(program), *command[1:]],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            creationflags=_NO_WINDOW if os.name == "nt" else 0,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("mbcs" if os.name == "nt" else "utf-8", errors="replace")
