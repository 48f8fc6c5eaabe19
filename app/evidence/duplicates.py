"""Items that may be the same: equal content, or titles that differ only slightly. Pure."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.evidence.library import LibraryRow
from app.framework.keys import ItemId

#: What people add to the name of a newer or a copied file.
_TRIFLES = re.compile(
    r"(?:最终版|终稿|定稿|初稿|修改稿|修订稿|修改版|修订版|送审稿|报批稿|印发稿|扫描件|盖章版|打印版|复印件|"
    r"副本|备份|新版|版本\d*|v\d+(?:\.\d+)*|copy)"
)
_COUNTED = re.compile(r"[(\[【〔]\s*\d{1,2}\s*[)\]】〕]$")
#: A title of fewer characters says too little to be alike by chance ("通知", "附件1").
_TELLING = 5


class Likeness(StrEnum):
    """Why two items look like the same one."""

    CONTENT = "content"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Items outside the recycle bin that may be the same, oldest first."""

    likeness: Likeness
    items: tuple[ItemId, ...]


def same_content(rows: Iterable[LibraryRow]) -> tuple[DuplicateGroup, ...]:
    """The items whose main files have equal content."""
    return _groups(rows, Likeness.CONTENT, lambda row: row.sha256)


def similar_titles(rows: Iterable[LibraryRow]) -> tuple[DuplicateGroup, ...]:
    """The items whose titles differ in marks, spaces and words such as 定稿 only.

    Items of equal content are not told of again.
    """
    rows = tuple(rows)
    content = {row.item: row.sha256 for row in rows}
    groups = _groups(rows, Likeness.TITLE, lambda row: title_key(row.title))
    return tuple(g for g in groups if len({content[item] for item in g.items}) > 1)


def title_key(title: str) -> str:
    """What is left of a title without trifles; "" if too little is left to compare by."""
    folded = unicodedata.normalize("NFKC", title).lower().strip()
    folded = _TRIFLES.sub("", _COUNTED.sub("", folded))
    key = "".join(char for char in folded if char.isalnum())
    return key if len(key) >= _TELLING else ""


def _groups(
    rows: Iterable[LibraryRow], likeness: Likeness, key_of: Callable[[LibraryRow], str]
) -> tuple[DuplicateGroup, ...]:
    found: dict[str, list[ItemId]] = defaultdict(list)
    for row in rows:
        if row.removed_at is None and (key := key_of(row)):
            found[key].append(row.item)
    return tuple(
        DuplicateGroup(likeness, tuple(items)) for items in found.values() if len(items) > 1
    )
