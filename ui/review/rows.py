"""The texts of the lists of the 审核 page. Pure."""

from dataclasses import dataclass

from app.review.board import SlotRow
from app.review.listing import ItemLine, PointLine, ReturnedRow, SlotDetail
from ui.translation import tr
from ui.wording import (
    DECISION_NAMES,
    ITEM_STANDING_NAMES,
    STAGE_NAMES,
    describe_difference,
    named,
)


@dataclass(frozen=True, slots=True)
class Loose:
    """The heading of items without a point."""

    count: int


Line = PointLine | ItemLine | Loose


def lines_of(detail: SlotDetail) -> tuple[Line, ...]:
    """Each point, followed by its items; items without a point come last.

    That the slot as a whole does not apply comes first.
    """
    numbers = {point.number for point in detail.points}
    lines: list[Line] = [item for item in detail.items if item.mark and item.point is None]
    for point in detail.points:
        lines.append(point)
        lines += [item for item in detail.items if item.point == point.number]
    loose = [i for i in detail.items if i.point not in numbers and i not in lines]
    return (*lines, Loose(len(loose)), *loose) if loose else tuple(lines)


def text_of(line: Line) -> str:
    """The text of a line."""
    match line:
        case PointLine():
            return f"{line.number}. {line.text}"
        case ItemLine(mark=True):
            return tr("不涉及：{reason}", reason=line.title)
        case ItemLine():
            return "　".join(filter(None, (line.number, line.title)))
        case Loose():
            return tr("未归要点的材料 {count} 件", count=line.count)


def note_of_line(line: Line) -> str:
    """What was decided about it, and why."""
    match line:
        case PointLine(decision=None) | Loose():
            return ""
        case PointLine():
            assert line.decision is not None
            verdict = DECISION_NAMES[line.decision]
            changed = tr("之后有变化") if line.changed else ""
            return "　".join(filter(None, (verdict, line.reasons, changed)))
        case ItemLine():
            return "　".join(filter(None, (ITEM_STANDING_NAMES[line.standing], line.reasons)))


def heading_of(row: SlotRow) -> str:
    """Which slot it is."""
    return tr(
        "{unit}　指标 {code} {method}",
        unit=row.unit,
        code=row.slot.indicator,
        method=named(row.task),
    )


def note_of(row: SlotRow) -> str:
    """What is to be known of it before it is opened."""
    parts = [STAGE_NAMES[row.stage], tr("{count} 件", count=row.items)]
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
    where = tr("指标 {code} {method}", code=row.slot.indicator, method=named(row.task))
    if row.mark:
        return f"{where}　" + tr("不涉及：{reason}", reason=row.title)
    if row.item is not None:
        return f"{where}　" + tr("《{title}》", title=row.title)
    if row.point is not None:
        return tr("{where}　要点 {number}", where=where, number=row.point)
    return where


def returned_note(row: ReturnedRow) -> str:
    """Why it was returned, by whom and when."""
    when = row.decided_at.astimezone().strftime("%Y-%m-%d")
    parts = [row.reasons or tr("见以下各条"), f"{row.decided_by} {when}"]
    if row.reworked:
        parts.insert(0, tr("已改动"))
    return "　".join(parts)
