"""Lists of units as offices have them: typed, pasted, or in a table file."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from app.errors import NamedThing
from app.framework.expansion import default_members
from app.framework.keys import UnitId
from app.framework.lookup import fold_name
from app.framework.schema import Framework
from app.naming import LONGEST
from app.table_files.errors import TableUnreadable
from app.table_files.headings import find_heading
from app.table_files.reading import Limits, read_list_file, text_lines
from app.workspace.unit_ids import unit_id
from app.workspace.unit_state import (
    BadLine,
    GroupState,
    LineTrouble,
    RegistryState,
    UnitState,
    fitting_groups,
    is_name,
)

#: The columns, and what people call them.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("名称", "单位名称", "责任单位", "单位", "全称", "单位全称", "name"),
    "aliases": ("别名", "简称", "其他写法", "单位简称", "曾用名"),
    "groups": ("单位集合", "集合", "所属集合", "类别", "单位类别", "分组"),
    "contact": ("联络人", "联络员", "联系人", "姓名", "负责人"),
    "phone": ("电话", "联系电话", "手机", "手机号", "联系方式", "办公电话"),
    "number": ("序号", "编号", "no"),
}
_ORDER = ("name", "aliases", "groups", "contact", "phone")
_NUMBER = "number"
_LIMITS = Limits(rows=5000, columns=40)
_LEADING_NUMBER = re.compile(r"^\s*[（(]?\d{1,4}\s*[、.．)）]\s*(?=\D)")
_SEPARATORS = re.compile(r"[、,，;；/|\n]+")


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """One unit of a list, as it was written."""

    name: str
    aliases: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    contact: str = ""
    phone: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Merged:
    """A state with a list worked in, and the lines that were not used."""

    state: RegistryState
    bad: tuple[BadLine, ...]


@dataclass(frozen=True)
class ListOrder:
    """A list and what to do with it; ``groups`` None: the units' names decide."""

    entries: tuple[UnitEntry, ...]
    county: str
    groups: tuple[str, ...] | None = None
    whole: bool = False

    def merged(self, state: RegistryState) -> Merged:
        """The list worked into a state."""
        if self.groups is None:
            fitting = with_fitting_groups(self.entries, [g.name for g in state.groups])
            return merge_list(state, fitting, self.county)
        whole = self.whole and bool(self.groups)
        return merge_list(state, self.entries, self.county, self.groups, whole=whole)

    def register(self, state: RegistryState) -> RegistryState:
        """The same, without the lines that were not used."""
        return self.merged(state).state


def read_unit_text(text: str) -> tuple[UnitEntry, ...]:
    """Read what somebody typed or pasted: a unit a line, or columns by tabs or commas."""
    text = text.lstrip("\ufeff")
    if "\t" in text:
        return tuple(_entries(islice(text_lines(text), _LIMITS.rows)))
    rows = (re.split(r"[,，]", line) for line in text.splitlines()[: _LIMITS.rows])
    return tuple(_entries(enumerate(rows, 1)))


def read_unit_file(path: Path) -> tuple[UnitEntry, ...]:
    """Read a list from an xlsx table (its first sheet that holds one) or a text or CSV file.

    Raises:
        TableUnreadable: it cannot be read, is something else, or is no list.
    """
    file = read_list_file(path, _LIMITS)
    if file.text is not None:
        found = read_unit_text(file.text)
    else:
        sheets = (_entries((line.number, line.cells) for line in lines) for lines in file.sheets())
        found = next(filter(None, map(tuple, sheets)), ())
    if not found:
        raise TableUnreadable(path.name, "里面没有找到单位名称")
    return found


def merge_list(
    state: RegistryState,
    entries: Iterable[UnitEntry],
    county: str,
    groups: Sequence[str] = (),
    *,
    whole: bool = False,
) -> Merged:
    """Work a list into the registry.

    A unit known under a name or alias is completed, never renamed; a retired one comes back; an
    unknown one is added. ``groups`` are joined by every unit of the list that names none itself.

    Args:
        state: the registry as it is.
        entries: the list.
        county: names the county, from which new units get their ids.
        groups: where units go of which the list does not say it.
        whole: the list is the whole membership of ``groups``: whoever is not in it leaves them.
    """
    bad: list[BadLine] = []
    listed: list[UnitId] = []
    for entry in entries:
        trouble = _trouble(state, entry)
        if trouble is not None:
            bad.append(trouble)
            continue
        unit = state.find(entry.name)
        if unit is None:
            made = UnitState(unit_id(county, entry.name), entry.name)
            taken = any(u.id == made.id for u in state.units)
            if taken:  # a unit that was renamed away from this name
                bad.append(BadLine(entry.line, entry.name, LineTrouble.NAME_TAKEN))
                continue
            state, unit = state.adding(made), made
        state = _completed(state, unit.id, entry)
        listed.append(unit.id)
        for group in entry.groups or groups:
            state = state.joining(unit.id, group)
    if whole and not bad:
        for group in groups:
            kept = [m for m in state.group(group).members if m in set(listed)]
            state = state.filling(group, kept)
    return Merged(state, tuple(bad))


def with_fitting_groups(
    entries: Iterable[UnitEntry], groups: Sequence[str]
) -> tuple[UnitEntry, ...]:
    """The list with groups by the look of the names, where it names none itself."""
    return tuple(
        entry if entry.groups else replace(entry, groups=fitting_groups(entry.name, groups))
        for entry in entries
    )


def state_of_framework(framework: Framework, county: str) -> RegistryState:
    """What a new workspace of the county begins with."""
    ids = {u.name: unit_id(county, u.name) for u in framework.units}
    members = default_members(framework)
    return RegistryState(
        tuple(UnitState(ids[u.name], u.name, u.aliases) for u in framework.units),
        tuple(
            GroupState(g.name, g.name, tuple(ids[m] for m in members[g.name]))
            for g in framework.groups
        ),
    )


def _completed(state: RegistryState, unit: UnitId, entry: UnitEntry) -> RegistryState:
    state = state.reviving(unit)
    present = state.unit(unit)
    new = [a for a in entry.aliases if state.find(a) is None]
    if new:
        state = state.aliasing(unit, (*present.aliases, *new))
    contact, phone = entry.contact or present.contact, entry.phone or present.phone
    return state.reaching(unit, contact, phone)


def _trouble(state: RegistryState, entry: UnitEntry) -> BadLine | None:
    unit = state.find(entry.name)
    for name in (entry.name, *entry.aliases):
        if not is_name(name):
            return BadLine(entry.line, name, LineTrouble.NAME_INVALID)
        owner = state.find(name)
        if owner is not None and name != entry.name and owner is not unit:
            return BadLine(entry.line, name, LineTrouble.NAME_TAKEN, owner.name)
    for text in (entry.contact, entry.phone):
        if len(text) > LONGEST[NamedThing.CONTACT]:
            return BadLine(entry.line, text[:20] + "…", LineTrouble.CONTACT_TOO_LONG)
    known = {fold_name(g.name) for g in state.groups}
    for group in entry.groups:
        if fold_name(group) not in known:
            return BadLine(entry.line, group, LineTrouble.GROUP_UNKNOWN)
    return None


# --- rows to entries -----------------------------------------------------------------------------


def _entries(rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[UnitEntry]:
    cells = [(n, [_clean(c) for c in row[: _LIMITS.columns]]) for n, row in rows]
    cells = [(n, row) for n, row in cells if any(row)]
    heading = find_heading((row for _, row in cells), COLUMNS, ("name",))
    found: dict[str, UnitEntry] = {}
    for line, row in cells[heading.below :]:
        named = _by_order(row) if heading.missing else heading.named(row)
        name = _LEADING_NUMBER.sub("", named.get("name", ""))
        if not name:
            continue
        alone = not any(v for k, v in named.items() if k not in {"name", _NUMBER})
        for one in _split_outside(name) if alone else [name]:
            entry = UnitEntry(
                one,
                _several(named.get("aliases", "")),
                _split_outside(named.get("groups", "")),
                named.get("contact", ""),
                named.get("phone", ""),
                line,
            )
            before = found.get(fold_name(one))
            found[fold_name(one)] = _together(before, entry) if before else entry
    yield from found.values()


def _by_order(row: Sequence[str]) -> dict[str, str]:
    numbered = len(row) > 1 and row[0].isdecimal()
    return dict(zip(_ORDER, row[1:] if numbered else row, strict=False))


def _together(one: UnitEntry, other: UnitEntry) -> UnitEntry:
    return replace(
        one,
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        groups=tuple(dict.fromkeys((*one.groups, *other.groups))),
        contact=one.contact or other.contact,
        phone=one.phone or other.phone,
    )


def _clean(cell: str) -> str:
    return " ".join(cell.split())


def _several(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for p in _SEPARATORS.split(text) if (part := p.strip())))


def _split_outside(text: str) -> tuple[str, ...]:
    """Parts between 、 or ；, except inside brackets: 各乡（镇、街道） is one name."""
    parts, depth = [""], 0
    for char in text:
        depth += (char in "（(") - (char in "）)")
        if char in "、；;|" and depth <= 0:
            parts.append("")
        else:
            parts[-1] += char
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
