"""What came back from review, in words, for the places where it lies. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.evidence.listing import FiledRow
from app.framework.keys import TaskKey
from app.review.listing import ReturnedRow
from app.review.returns import Returns
from ui.translation import tr
from ui.wording import describe_rows

ICON = "state-returned"


@dataclass(frozen=True, slots=True)
class ReturnNote:
    """What to show at a place; ``open``: nobody has worked on it yet."""

    words: str
    open: bool


@dataclass(frozen=True, slots=True)
class ReturnNotes:
    """What came back at one task: by placement, by point, and the task as a whole."""

    items: Mapping[str, ReturnNote] = field(default_factory=dict)
    points: Mapping[int, ReturnNote] = field(default_factory=dict)
    whole: ReturnNote | None = None


def notes_at(
    returns: Returns, task: TaskKey, rows: Iterable[FiledRow], unit: str, *, named: bool
) -> ReturnNotes:
    """The notes of a task; ``named`` names the units, where several are shown together."""
    if not returns.of_task(task, unit):
        return ReturnNotes()
    items: dict[str, ReturnNote] = {}
    singly: dict[int, list[ReturnedRow]] = defaultdict(list)
    for row in rows:
        found = returns.at(task, row.unit, row.item, row.point)
        if found is None:
            continue
        words = words_of(found) if found.item is not None else _with_more(found)
        items[row.placement] = ReturnNote(words, not found.reworked)
        if found.item is not None and row.point is not None:
            singly[row.point].append(found)
    numbers = {row.point for row in returns.of_task(task, unit) if row.point is not None}
    points = {n: _joined(returns.of_point(task, n, unit), named=named) for n in numbers}
    told = {n: note for n, note in points.items() if note is not None}
    return ReturnNotes(
        items,
        {**{n: _counted(found) for n, found in singly.items()}, **told},
        _joined(returns.of_point(task, None, unit), named=named),
    )


def _with_more(row: ReturnedRow) -> str:
    """An item that came back as a part of more; the reason stands there."""
    if row.point is None:
        return tr("随整项退回，原因见上")
    return tr("随要点 {number} 退回，原因见上", number=row.point)


def words_of(row: ReturnedRow, *, named: bool = False) -> str:
    """Why something came back, and whether it was worked on."""
    reasons = row.reasons or tr("见以下各条")
    words = (
        tr("已改动，随下次报送送审（退回原因：{reasons}）", reasons=reasons)
        if row.reworked
        else tr("退回：{reasons}", reasons=reasons)
    )
    if row.tool is not None:
        # What a tool holds has no place of its own in the list of evidence.
        rows = describe_rows(row.tool.table, row.tool.count, row.tool.title)
        words = tr("{rows}　{words}", rows=rows, words=words)
    return f"{row.unit}　{words}" if named else words


def _counted(rows: Sequence[ReturnedRow]) -> ReturnNote:
    """A point of which items came back by themselves; why stands beside each."""
    left = sum(not row.reworked for row in rows)
    if not left:
        return ReturnNote(
            tr("退回的 {count} 件已改动，随下次报送送审", count=len(rows)), open=False
        )
    return ReturnNote(tr("退回 {count} 件，见下", count=left), open=True)


def _joined(rows: Iterable[ReturnedRow], *, named: bool) -> ReturnNote | None:
    found = tuple(rows)
    if not found:
        return None
    words = tr("；").join(words_of(row, named=named) for row in found)
    return ReturnNote(words, any(not row.reworked for row in found))
