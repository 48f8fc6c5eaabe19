"""The drives that a package can be written to, USB sticks first."""

import ctypes
import os
from dataclasses import dataclass
from pathlib import Path, PurePath

from PySide6.QtCore import QStorageInfo

_REMOVABLE_PLACES = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
#: What the system mounts for itself; nobody carries files on it.
_NOT_DRIVES = frozenset(
    {"tmpfs", "devtmpfs", "squashfs", "overlay", "proc", "sysfs", "cgroup2", "efivarfs", "ramfs"}
)
_SYSTEM_PLACES = ("/boot", "/proc", "/sys", "/dev", "/snap", "/run/user", "/run/credentials")
_SYSTEM_ROOTS = frozenset({"/", "/usr", "/var", "/tmp", "/opt", "/srv"})
_FAT = frozenset({"vfat", "msdos", "fat32", "fat", "fat16"})
_WINDOWS_REMOVABLE = 2


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive to choose: its path, its name, and its free space in bytes."""

    path: Path
    name: str
    removable: bool
    free: int
    total: int
    fat: bool


def list_drives() -> tuple[Drive, ...]:
    """The drives to propose, removable ones first; a slow network can delay it.

    The system's own drive is none of them: nobody finds or carries what lies at its root.
    """
    found = []
    for volume in QStorageInfo.mountedVolumes():
        kind = bytes(volume.fileSystemType().data()).decode("utf-8", "replace").lower()
        root = volume.rootPath()
        usable = volume.isValid() and volume.isReady() and not volume.isReadOnly()
        usable = usable and os.access(root, os.W_OK)
        if usable and volume.bytesTotal() > 0 and is_drive(root, kind) and not is_system(root):
            found.append(
                Drive(
                    Path(root),
                    volume.name(),
                    is_removable(root),
                    volume.bytesAvailable(),
                    volume.bytesTotal(),
                    kind in _FAT,
                )
            )
    return tuple(sorted(found, key=lambda d: (not d.removable, str(d.path))))


def drive_of(folder: Path) -> Drive | None:
    """The drive that contains a folder; None if it is gone."""
    volume = QStorageInfo(str(folder))
    if not volume.isValid():
        return None
    kind = bytes(volume.fileSystemType().data()).decode("utf-8", "replace").lower()
    root = volume.rootPath()
    return Drive(
        Path(root),
        volume.name(),
        is_removable(root),
        volume.bytesAvailable(),
        volume.bytesTotal(),
        kind in _FAT,
    )


def is_drive(root: str, kind: str) -> bool:
    """True for what people would call a drive."""
    inside = any(root == place or root.startswith(f"{place}/") for place in _SYSTEM_PLACES)
    return kind not in _NOT_DRIVES and not inside


def is_system(root: str) -> bool:
    """True for the drive that the system itself runs from ("/", "C:/")."""
    if os.name == "nt":
        own = os.environ.get("SYSTEMDRIVE", "C:")
        return str(PurePath(root)).rstrip("\\/").casefold() == own.casefold()
    return root in _SYSTEM_ROOTS


def is_removable(root: str) -> bool:
    """True for a USB stick or another drive that can be unplugged."""
    if os.name == "nt":
        kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  (only there on Windows)
        drive = str(PurePath(root)).rstrip("\\/") + "\\"
        return bool(kernel.GetDriveTypeW(drive) == _WINDOWS_REMOVABLE)
    return f"{root}/".startswith(_REMOVABLE_PLACES)
