"""Files that programs leave behind; they are no evidence and are not taken in."""

import re
from collections.abc import Collection, Iterable
from enum import StrEnum


class ExclusionReason(StrEnum):
    """Why a file was left out on purpose; the ledger names it."""

    SYSTEM_FILE = "system_file"  # made by the operating system: Thumbs.db, .DS_Store
    TEMPORARY_FILE = "temporary_file"  # an office program's or a browser's, gone when it closes
    HIDDEN_FILE = "hidden_file"
    LINK = "link"  # points elsewhere; what it points to was not handed in
    NOT_A_FILE = "not_a_file"  # a pipe or a device; reading it may never end
    ARCHIVE_PART = "archive_part"  # of a split archive that was opened as a whole
    PAGE_PART = "page_part"  # a picture or style sheet in the folder of a saved web page


_SYSTEM = re.compile(
    r"^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|\.ds_store|\.localized|__macosx|\._.*"
    r"|\$recycle\.bin|system volume information|\.trash.*|\.spotlight-.*|\.fseventsd)$",
    re.IGNORECASE,
)
_TEMPORARY = re.compile(
    r"^(?:~\$.*|\.~.*|~wr[a-z]\d+\.tmp|~.*\.tmp|.*\.(?:tmp|temp|part|partial|crdownload|download|"
    r"opdownload|td|xltd|baiduyun\.p\.downloading|swp|lock)|\.~lock\..*#)$",
    re.IGNORECASE,
)


def exclusion_of(name: str) -> ExclusionReason | None:
    """Why a file of this name or path is left out; None if it is taken in."""
    parts = [part for part in name.replace("\\", "/").split("/") if part]
    if any(_SYSTEM.match(part) for part in parts):
        return ExclusionReason.SYSTEM_FILE
    if parts and _TEMPORARY.match(parts[-1]):
        return ExclusionReason.TEMPORARY_FILE
    if any(part.startswith(".") and part not in {".", ".."} for part in parts):
        return ExclusionReason.HIDDEN_FILE
    return None


_PAGE = re.compile(r"(.+)\.(?:x?html?|mht|mhtml)$", re.IGNORECASE)
#: What browsers and office programs call the folder of a page: 通知_files, 通知.files.
_PAGE_FOLDERS = ("_files", ".files", "_file", "-filer", "_文件", ".文件")


def saved_page_folders(paths: Iterable[str]) -> frozenset[str]:
    """The folders that belong to saved web pages among these files, as their paths in lower case.

    They hold a page's pictures, style sheets and scripts, which are no evidence of their own.
    """
    pages = (_PAGE.match(path) for path in paths)
    return frozenset(f"{page[1]}{end}".lower() for page in pages if page for end in _PAGE_FOLDERS)


#: Browsers do not save such files with a page; somebody put them into its folder.
_DOCUMENT = re.compile(
    r"\.(?:docx?|wps|xlsx?|et|pptx?|dps|pdf|ofd|rtf|od[tsp]|zip|rar|7z|eml|msg|mp4|mp3|heic)$",
    re.IGNORECASE,
)


def is_page_part(path: str, folders: Collection[str]) -> bool:
    """True if a file lies in one of these folders of saved pages and is no document of its own."""
    parts = path.lower().split("/")
    inside = any("/".join(parts[:n]) in folders for n in range(1, len(parts)))
    return inside and not _DOCUMENT.search(path)
