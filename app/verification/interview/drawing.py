"""Whom to ask, drawn by lot from a list so that anyone can draw the same people again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from app.verification import typed
from app.verification.interview.errors import (
    NothingListed,
    ReasonMissing,
    TooManyDrawn,
    TooManyDraws,
    TooManyGroups,
    TooManyListed,
)
from app.verification.interview.rounds import (
    MOST_DRAWN,
    MOST_DRAWS,
    MOST_GROUPS,
    ROUNDS,
    DrawnGroup,
    DrawnPerson,
    DrawRecord,
    GroupPlan,
    Round,
)
from app.verification.notes import alter_note, read_note
from app.verification.sampling import allocate, checked_seed, stratified
from app.workspace.opening import Workspace

#: The way to draw, as records name it; see ``app.verification.sampling.drawing``.
ALGORITHM = "sha256-ticket-1"
#: No list of a county is longer.
MOST_LISTED = 100_000
_PHONE_NAMES = frozenset({"电话", "联系电话", "手机", "手机号", "手机号码", "联系方式"})
_NAME_NAMES = frozenset(
    {"姓名", "名称", "单位", "单位名称", "企业名称", "对象", "访谈对象", "当事人"}
)
_GROUP_NAMES = frozenset({"组", "组别", "分组", "类别", "窗口", "日期", "类型", "群体"})
_HEADINGS = _PHONE_NAMES | _NAME_NAMES | _GROUP_NAMES | {"序号"}


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list to draw from; ``place`` counts the lines from 1."""

    place: int
    name: str
    group: str = ""
    phone: str = ""

    @property
    def item(self) -> str:
        """What is drawn by lot: the number of the line and the name."""
        return f"{self.place} {self.name}"


def listed_from(rows: Iterable[Sequence[str]]) -> tuple[Listed, ...]:
    """The people of a table: by its heading, else name, group and telephone in this order.

    Lines without a name are passed over. Raises ``NothingListed``, ``TooManyListed``.
    """
    lines = [[typed.line("name", cell) for cell in row] for row in rows]
    lines = [line for line in lines if any(line)]
    columns = {"name": 0, "group": 1, "phone": 2}
    if lines and sum(cell in _HEADINGS for cell in lines[0]) * 2 > sum(map(bool, lines[0])):
        columns = {}
        for field, names in (
            ("name", _NAME_NAMES),
            ("group", _GROUP_NAMES),
            ("phone", _PHONE_NAMES),
        ):
            found = next((n for n, cell in enumerate(lines[0]) if cell in names), None)
            if found is not None:
                columns[field] = found
        lines = lines[1:]
    elif lines and all(line[0].isdigit() for line in lines) and len(lines[0]) > 1:
        columns = {"name": 1, "group": 2, "phone": 3}
    people: list[Listed] = []
    for line in lines:
        cells = {field: line[column] for field, column in columns.items() if column < len(line)}
        if cells.get("name"):
            people.append(Listed(place=len(people) + 1, **cells))
        if len(people) > MOST_LISTED:
            raise TooManyListed(MOST_LISTED)
    if not people:
        raise NothingListed
    return tuple(people)


def list_digest(people: Iterable[Listed]) -> str:
    """The SHA-256 digest of a list: of a line for each, with place, name, group and telephone."""
    text = "".join(f"{p.place}\t{p.name}\t{p.group}\t{p.phone}\n" for p in people)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def proposed_plan(people: Iterable[Listed], planned: int) -> tuple[GroupPlan, ...]:
    """How many of each group are asked if so many are asked in all, in proportion.

    Raises ``NotEnoughToDraw``.
    """
    sizes: dict[str, int] = {}
    for person in people:
        sizes[person.group] = sizes.get(person.group, 0) + 1
    shares = allocate(sizes, planned)
    return tuple(GroupPlan(group, sizes[group], shares[group]) for group in sizes)


def planned_of(people: Iterable[Listed], plan: Iterable[GroupPlan]) -> tuple[GroupPlan, ...]:
    """A plan for this list: where nothing is said of how many there are, the list says it."""
    sizes: dict[str, int] = {}
    for person in people:
        sizes[person.group] = sizes.get(person.group, 0) + 1
    return tuple(
        GroupPlan(line.group, line.total or sizes.get(line.group, 0), line.planned) for line in plan
    )


def drawn(people: Sequence[Listed], seed: str, counts: Mapping[str, int]) -> tuple[Listed, ...]:
    """Draw so many of each group; group by group, each in the order of the draw. Pure.

    Raises:
        SeedNotUsable, GroupTooSmall, StratumUnknown: see ``app.verification.sampling``.
    """
    by_item = {(person.group, person.item): person for person in people}
    groups: dict[str, list[str]] = {}
    for person in people:
        groups.setdefault(person.group, []).append(person.item)
    found = stratified(checked_seed(seed), groups, counts)
    return tuple(by_item[group, item] for group, items in found.items() for item in items)


def draw_people(
    workspace: Workspace,
    round_id: str,
    people: Sequence[Listed],
    seed: str,
    plan: Sequence[GroupPlan],
    *,
    reason: str = "",
) -> Round:
    """Draw for a round and keep the record; an earlier draw stays on record.

    Returns what was said of the round before, which takes the draw back.

    Raises:
        ReasonMissing: it was drawn before, and nobody said why it is drawn again.
        TooManyDraws, TooManyDrawn, TooManyGroups: packages take no more.
        SeedNotUsable, GroupTooSmall, StratumUnknown: see ``drawn``.
        NoteUnknown, OwnedByUnit, OwnedByOffice, WorkspaceReadOnly: see ``alter_note``.
    """
    with workspace.database.reading() as session:
        before = read_note(session, ROUNDS, round_id).said
    why = typed.line("reason", reason)
    if before.draws and not why:
        raise ReasonMissing
    if len(before.draws) >= MOST_DRAWS:
        raise TooManyDraws(MOST_DRAWS)
    counts = {line.group: line.planned for line in plan}
    if sum(counts.values()) > MOST_DRAWN:
        raise TooManyDrawn(MOST_DRAWN)
    chosen = drawn(people, seed, counts)
    sizes: dict[str, int] = {}
    for person in people:
        sizes[person.group] = sizes.get(person.group, 0) + 1
    if len(sizes) > MOST_GROUPS:
        raise TooManyGroups(MOST_GROUPS)
    record = DrawRecord(
        drawn_at=workspace.now().isoformat(timespec="seconds"),
        drawn_by=workspace.actor,
        seed=seed,
        algorithm=ALGORITHM,
        digest=list_digest(people),
        reason=why,
        groups=tuple(DrawnGroup(group, sizes[group], counts.get(group, 0)) for group in sizes),
        people=tuple(DrawnPerson(p.place, p.group, p.name, p.phone) for p in chosen),
    )
    return alter_note(
        workspace,
        ROUNDS,
        round_id,
        replace(before, draws=(*before.draws, record), plan=tuple(plan)),
    )


def repeats(draw: DrawRecord, people: Sequence[Listed]) -> bool:
    """True if this list with the seed of the record gives the same people again."""
    if list_digest(people) != draw.digest:
        return False
    again = drawn(people, draw.seed, {group.group: group.drawn for group in draw.groups})
    return [(p.place, p.name) for p in again] == [(p.place, p.name) for p in draw.people]
