"""What the ink in a box means. Where it could mean two things, a person decides."""

from collections.abc import Iterable, Sequence

from app.answer_sheets.form import SheetQuestion
from app.answer_sheets.measuring import BoxInk
from app.answer_sheets.model import BoxReading, Doubt, Verdict

#: Less ink is none: specks, what shines through. A light pencil's tick has three times as much.
_NONE = 0.010
#: More ink is a tick.
_TICK = 0.030
#: More ink fills the box.
_FULL = 0.55
#: Ink around a box: that much on its three sides is a ring, that much on one a tick beside it.
_RING, _BESIDE = 0.015, 0.035
#: So much of an outer band is dark where a stroke goes through.
_THROUGH = 0.02


def judge_box(ink: BoxInk) -> tuple[Verdict, Doubt | None]:
    """Say what a box by itself looks like."""
    if not ink.framed and ink.inside < _FULL:
        return Verdict.DOUBTFUL, Doubt.BOX_LOST
    through = sum(band > _THROUGH for band in ink.outer) >= 2
    if ink.inside >= _FULL:
        return Verdict.FILLED, None
    if ink.inside >= _TICK:
        return (Verdict.DOUBTFUL, Doubt.STROKE) if through else (Verdict.TICKED, None)
    if ink.inside >= _NONE:
        return Verdict.DOUBTFUL, Doubt.FAINT
    ring = sum(side > _RING for side in ink.around) >= 2
    beside = ring or max(ink.around) > _BESIDE
    return Verdict.EMPTY, Doubt.BESIDE if beside else None


def fills_boxes(boxes: Iterable[BoxReading]) -> bool:
    """True if the person marks by filling boxes: a filled box is then a tick like another.

    Where most marks are ticks and crosses, a box that is filled up was most likely withdrawn.
    """
    verdicts = [box.verdict for box in boxes]
    filled = verdicts.count(Verdict.FILLED)
    return filled > 2 * verdicts.count(Verdict.TICKED)


def judge_question(
    question: SheetQuestion, boxes: Sequence[BoxReading], *, fills: bool
) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
    """Say which options are chosen for sure, and why a person must look, if one must."""
    doubts = {box.doubt for box in boxes if box.verdict is Verdict.DOUBTFUL and box.doubt}
    filled = [box for box in boxes if box.verdict is Verdict.FILLED]
    sure = {box.option for box in boxes if box.verdict is Verdict.TICKED}
    if fills:
        sure |= {box.option for box in filled}
    elif filled:
        doubts.add(Doubt.FILLED_OVER)
    if question.kind.one_only and len(sure) > 1:
        doubts.add(Doubt.SEVERAL)
    # Beside a tick, ink around other boxes is the tail of it; without one, or where several may
    # be ticked, it may be an answer.
    may_be_more = not question.kind.one_only or not sure
    if may_be_more and any(box.doubt is Doubt.BESIDE for box in boxes):
        doubts.add(Doubt.BESIDE)
    chosen = tuple(option.key for option in question.options if option.key in sure)
    return chosen, tuple(sorted(doubts))
