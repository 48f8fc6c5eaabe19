"""The texts of the lists of the 审核 page. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from app.completeness.expecting import NOTHING_EXPECTED, Expectations
from app.completeness.states import Completeness, ThresholdState
from app.evidence.listing import FiledRow
from app.framework.keys import PointKey
from app.review.board import SlotRow, ToolHolding
from app.review.listing import ItemLine, PointLine, ReturnedRow, SlotDetail
from app.review.vocabulary import ItemStanding
from app.sheets.content import NoteForm, NoteLine
from app.vocabulary import ResponsibilityRole
from ui.shared.trouble import trouble_of
from ui.translation import tr
from ui.wording import (
    DECISION_NAMES,
    ITEM_STANDING_NAMES,
    RETURNED_WITH_NAMES,
    ROLE_NAMES,
    STAGE_NAMES,
    describe_difference,
    describe_rows,
    figure_value,
    task_heading,
)


@dataclass(frozen=True, slots=True)
class Loose:
    """The heading of items without a point."""

    count: int


@dataclass(frozen=True, slots=True)
class ExpectingPoint(PointLine):
    """A point with what the office expects there; ``said_complete``: the unit says it is all there.

    The office may say so for the unit. ``empty``: nothing is there, and nobody said why.
    """

    expected: tuple[str, ...]
    said_complete: bool
    empty: bool = False


@dataclass(frozen=True, slots=True)
class KnownItem(ItemLine):
    """An item with what is known of its file: what is wrong, and what nobody confirmed.

    ``blocked``: it has no pages, so it would be accepted unread.
    """

    trouble: str = ""
    blocked: bool = False
    unconfirmed: bool = False


Line = PointLine | ItemLine | Loose

#: So many lines of a table are shown beside a slot.
_MOST_LINES = 300

#: What the office still has to say something about.
_TO_JUDGE = frozenset({ItemStanding.OPEN, ItemStanding.REWORKED})


def lines_of(
    detail: SlotDetail,
    expectations: Expectations = NOTHING_EXPECTED,
    filed: Iterable[FiledRow] = (),
) -> tuple[Line, ...]:
    """Each point, followed by its items; items without a point come last.

    That the slot as a whole does not apply comes first, then what the tools of the method hold.
    ``filed`` says what is known of the items.
    """
    known = {str(row.item): row for row in filed if row.unit == detail.row.unit}
    items = tuple(_known(item, known.get(item.item)) for item in detail.items)
    numbers = {point.number for point in detail.points}
    lines: list[Line] = [item for item in items if item.mark and item.point is None]
    exempt = bool(lines)
    lines += [item for item in items if item.tool is not None]
    for point in detail.points:
        own = [item for item in items if item.point == point.number]
        empty = not own and not exempt
        lines.append(_expecting(point, detail.row, expectations, empty=empty))
        lines += own
    loose = [i for i in items if i.point not in numbers and i not in lines]
    return (*lines, Loose(len(loose)), *loose) if loose else tuple(lines)


def waits_for_a_word(line: Line) -> bool:
    """True for an item, or a mark, that the office still has to judge."""
    return isinstance(line, ItemLine) and line.standing in _TO_JUDGE and line.returned_with is None


def figure_lines(completeness: Completeness, row: SlotRow) -> tuple[str, ...]:
    """The figures that the slot's unit states, a line for each threshold of task and statement."""
    indicator = next((i for i in completeness.indicators if i.code == row.slot.indicator), None)
    task = completeness.task(row.slot.task)
    if indicator is None or task is None:
        return ()
    filing = next((slot.filing for slot in task.slots if slot.unit == row.unit), None)
    points = filing.points if filing is not None else ()
    asked = [(p.point.number, t) for p in points for t in p.thresholds]
    found = (
        _figures(number, threshold, row.unit)
        for number, threshold in (*asked, *((None, t) for t in indicator.thresholds))
    )
    return tuple(filter(None, found))


def _figures(number: int | None, threshold: ThresholdState, unit: str) -> str:
    own = ThresholdState(
        threshold.threshold,
        tuple(f for f in threshold.figures if f.unit == unit),
        threshold.years,
    )
    if own.lacking:
        return ""
    measure = own.threshold.unit
    said = [
        tr("{figure}（没有达到）", figure=told) if figure in own.unmet else told
        for figure in own.figures
        for told in (figure_value(figure, measure),)
    ]
    if own.years_lacking:
        years = tr("、").join(map(str, own.years_lacking))
        said.append(tr("没有填 {years} 年", years=years))
    name = own.threshold.text
    where = tr("要点 {number}", number=number) if number else tr("指标原文")
    return tr("{where}“{name}”：{said}", where=where, name=name, said=tr("，").join(said))


def first_worth_a_look(slots: Sequence[SlotRow]) -> SlotRow:
    """The slot of a cell to open: one that waits for a decision, else one where something is."""
    return next(
        (row for row in slots if row.waits),
        next((row for row in slots if row.holds), slots[0]),
    )


def text_of(line: Line) -> str:
    """The text of a line."""
    match line:
        case PointLine():
            return f"{line.number}. {line.text}"
        case ItemLine(mark=True):
            return tr("不涉及：{reason}", reason=line.title)
        case ItemLine(tool=ToolHolding() as tool):
            return tool_words(tool)
        case ItemLine():
            return "　".join(filter(None, (line.number, line.title)))
        case Loose():
            return tr("未归要点的材料 {count} 件", count=line.count)


def tool_words(tool: ToolHolding) -> str:
    """What a method tool holds: 网络检索记录 4 条."""
    return describe_rows(tool.table, tool.count, tool.title)


def held_words(row: SlotRow) -> tuple[str, ...]:
    """How much lies in a slot: its items, and what tools hold, each in a few words."""
    items = tr("{count} 件", count=row.items)
    tools = tuple(map(tool_words, row.tools))
    return (items, *tools) if row.items or not tools else tools


def held_text(tables: Mapping[NoteForm, Sequence[NoteLine]]) -> str:
    """What tools hold, as text: each line with the titles of its columns."""
    told: list[str] = []
    for form, lines in tables.items():
        told.append(tr("{title}　{count} 行", title=form.title, count=len(lines)))
        group = ""
        for number, line in enumerate(lines[:_MOST_LINES], 1):
            if line.group and line.group != group:
                told.append(line.group)
            group = line.group
            cells = (
                f"{column.title} {cell}"
                for column, cell in zip(form.columns, line.cells, strict=True)
                if cell
            )
            told.append(f"{number}. " + tr("；").join(cells))
        if len(lines) > _MOST_LINES:
            rest = len(lines) - _MOST_LINES
            told.append(tr("另有 {count} 行，请到原处查看", count=rest))
        told.append("")
    return "\n".join(told)


def note_of_line(line: Line) -> str:
    """What was decided about it, and why."""
    match line:
        case Loose():
            return ""
        case PointLine():
            verdict = DECISION_NAMES[line.decision] if line.decision is not None else ""
            changed = tr("之后有变化") if line.changed else ""
            parts = (verdict, line.reasons, changed, _expected(line))
            return "　".join(filter(None, parts))
        case ItemLine():
            answer = tr("改动说明：{answer}", answer=line.answer) if line.answer else ""
            more = line.returned_with
            standing = (
                ITEM_STANDING_NAMES[line.standing] if more is None else RETURNED_WITH_NAMES[more]
            )
            told = (standing, line.reasons, answer, *_known_of(line))
            return "　".join(filter(None, told))


def _known_of(line: ItemLine) -> Iterator[str]:
    if isinstance(line, KnownItem):
        if line.blocked:
            yield tr("不能印成页面：{reason}", reason=line.trouble)
        else:
            yield line.trouble
        if line.unconfirmed:
            yield tr("著录还没有核对")


def _known(item: ItemLine, row: FiledRow | None) -> ItemLine:
    if row is None or not item.is_file:
        return item
    own = {field.name: getattr(item, field.name) for field in fields(ItemLine)}
    return KnownItem(
        **own, trouble=trouble_of(row), blocked=row.blocked, unconfirmed=bool(row.guesses)
    )


def _expecting(
    point: PointLine, row: SlotRow, expectations: Expectations, *, empty: bool
) -> PointLine:
    key = str(PointKey(row.slot.indicator, row.slot.task_code, point.number))
    expected = expectations.lists.get(key, ())
    if not expected and not empty:
        return point
    said = (key, row.unit) in expectations.said
    own = (point.number, point.text, point.decision, point.reasons, point.changed)
    return ExpectingPoint(*own, expected, said, empty)


def _expected(line: PointLine) -> str:
    """Whether nothing is there, what the office expects, and what the unit says of that."""
    if not isinstance(line, ExpectingPoint):
        return ""
    parts = [tr("没有材料")] if line.empty else []
    if line.expected:
        expected = tr("应有 {entries}", entries=tr("、").join(line.expected))
        if line.said_complete:
            expected = tr("{expected}，已说明材料齐全", expected=expected)
        parts.append(expected)
    return "　".join(parts)


def heading_of(row: SlotRow) -> str:
    """Which slot it is."""
    return f"{row.unit}　{task_heading(row.slot.indicator, row.task)}"


def note_of(row: SlotRow) -> str:
    """What is to be known of it before it is opened."""
    parts = [STAGE_NAMES[row.stage], *held_words(row)]
    if row.lead is not None:
        role = ResponsibilityRole.LEAD if row.lead else ResponsibilityRole.PARTICIPANT
        parts.insert(0, ROLE_NAMES[role])
    if row.marks:
        parts.append(tr("不涉及 {count} 处", count=row.marks))
    if row.round > 1:
        parts.append(tr("第 {count} 次报送", count=row.round))
    if row.returned:
        parts.append(tr("{count} 件曾退回", count=row.returned))
    if changed := describe_difference(row.since):
        parts.append(tr("之后{changed}", changed=changed))
    if row.reasons:
        parts.append(row.reasons)
    return "　".join(parts)


def returned_heading(row: ReturnedRow) -> str:
    """What was returned, and where it lies."""
    where = task_heading(row.slot.indicator, row.task)
    if row.mark:
        return f"{where}　" + tr("不涉及：{reason}", reason=row.title)
    if row.tool is not None:
        return f"{where}　{tool_words(row.tool)}"
    if row.item is not None:
        return "　".join(filter(None, (where, row.number, tr("《{title}》", title=row.title))))
    if row.point is not None:
        return tr("{where}　要点 {number}", where=where, number=row.point)
    return where


def returned_note(row: ReturnedRow) -> str:
    """Why it was returned, by whom and when."""
    when = row.decided_at.astimezone().strftime("%Y-%m-%d")
    parts = [row.reasons or tr("见以下各条"), f"{row.decided_by} {when}"]
    if row.reworked:
        parts.insert(0, tr("已改动"))
    if row.answer:
        parts.append(tr("改动说明：{answer}", answer=row.answer))
    return "　".join(parts)
