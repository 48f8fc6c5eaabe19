"""Files that programs leave lying about, which are no evidence and are not taken in."""

import re
from enum import StrEnum


class ExclusionReason(StrEnum):
    """Why a file was left out on purpose; the ledger names it."""

    SYSTEM_FILE = "system_file"  # made by the operating system: Thumbs.db, .DS_Store
    TEMPORARY_FILE = "temporary_file"  # an office program's or a browser's, gone when it closes
    HIDDEN_FILE = "hidden_file"
    LINK = "link"  # points elsewhere; what it points to was not handed in
    NOT_A_FILE = "not_a_file"  # a pipe or a device; reading it may never end


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
    """Why a file of this name or path is left out; None if it is to be taken in."""
    parts = [part for part in name.replace("\\", "/").split("/") if part]
    if any(_SYSTEM.match(part) for part in parts):
        return ExclusionReason.SYSTEM_FILE
    if parts and _TEMPORARY.match(parts[-1]):
        return ExclusionReason.TEMPORARY_FILE
    if any(part.startswith(".") and part not in {".", ".."} for part in parts):
        return ExclusionReason.HIDDEN_FILE
    return None
