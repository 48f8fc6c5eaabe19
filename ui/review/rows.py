"""What the lists of the 审核 page show, in words. Pure."""

from dataclasses import dataclass

from app.review.listing import ItemLine, PointLine, SlotDetail
from ui.translation import tr
from ui.wording import DECISION_NAMES, ITEM_STANDING_NAMES


@dataclass(frozen=True, slots=True)
class Loose:
    """The heading of items that lie at no point."""

    count: int


Line = PointLine | ItemLine | Loose


def lines_of(detail: SlotDetail) -> tuple[Line, ...]:
    """Each point, followed by what lies there; what lies at no point comes last.

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
    """A line as it is read."""
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
