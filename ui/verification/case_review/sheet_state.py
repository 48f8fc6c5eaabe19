"""A sheet while it is filled in: its lines, and what it says after a key. Pure."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from app.verification.case_review.scores import Comment, SheetText
from app.verification.case_review.scoring import Mark, Verdict, points_of
from app.verification.case_review.sheet_schema import ReviewSheet


@dataclass(frozen=True, slots=True)
class StandardLine:
    """A standard of a sheet with what is said of it.

    ``points`` is None where the county gave none. ``others`` are the marks of the two reviewers,
    for the arbiter. ``comments`` counts those that belong to the standard.
    """

    number: int
    id: str
    group: str
    text: str
    basis: str
    basic: bool
    points: Decimal | None
    mark: Mark | None
    others: tuple[Mark | None, ...]
    comments: int

    @property
    def differs(self) -> bool:
        """True if the two reviewers say something else."""
        said = {(one.verdict, one.lost) if one is not None else None for one in self.others}
        return len(said) > 1


def lines_of(
    sheet: ReviewSheet, text: SheetText, others: Sequence[Sequence[Mark]] = ()
) -> tuple[StandardLine, ...]:
    """The lines of a sheet, basic standards first."""
    own = {mark.standard: mark for mark in text.marks}
    by_other = [{mark.standard: mark for mark in marks} for marks in others]
    rows: list[tuple[str, str, str, str, bool, Decimal | None]] = [
        (s.id, "", s.text, s.basis, True, None) for s in sheet.basics
    ]
    rows += [(s.id, s.group, s.text, s.basis, False, points_of(s)) for s in sheet.generals]
    return tuple(
        StandardLine(
            number,
            id_,
            group,
            words,
            basis,
            basic,
            points,
            own.get(id_),
            tuple(other.get(id_) for other in by_other),
            sum(comment.standard == id_ for comment in text.comments),
        )
        for number, (id_, group, words, basis, basic, points) in enumerate(rows, 1)
    )


def with_verdict(text: SheetText, standard: str, verdict: Verdict | None) -> SheetText:
    """The sheet with another verdict on a standard; None takes it back. Remarks stay."""
    kept = {mark.standard: mark for mark in text.marks}
    before = kept.pop(standard, None)
    if verdict is not None:
        remark = before.remark if before is not None else ""
        lost = before.lost if before is not None and before.verdict is verdict else None
        kept[standard] = Mark(standard, verdict, lost, remark)
    return replace(text, marks=tuple(kept.values()))


def with_words(text: SheetText, standard: str, remark: str, lost: Decimal | None) -> SheetText:
    """The sheet with another remark and other points on a standard that is judged."""
    return replace(
        text,
        marks=tuple(
            replace(mark, remark=remark, lost=lost if mark.verdict is Verdict.FAILED else None)
            if mark.standard == standard
            else mark
            for mark in text.marks
        ),
    )


def with_agreed(text: SheetText, others: Sequence[Sequence[Mark]]) -> SheetText:
    """The arbiter's sheet, begun with what both reviewers say alike."""
    if text.marks or len(others) != 2:
        return text
    first, second = ({mark.standard: mark for mark in marks} for marks in others)
    return replace(
        text,
        marks=tuple(
            replace(mark, remark="")
            for id_, mark in first.items()
            if id_ in second
            and (mark.verdict, mark.lost) == (second[id_].verdict, second[id_].lost)
        ),
    )


def next_open(lines: Sequence[StandardLine], here: int) -> int | None:
    """The place of the next standard that is not judged, from the top after the last."""
    order = [*range(here + 1, len(lines)), *range(min(here + 1, len(lines)))]
    return next((place for place in order if lines[place].mark is None), None)


def points_typed(words: str, most: Decimal | None) -> Decimal | None:
    """The points that were typed; None for nothing, or for what the standard does not have."""
    try:
        found = Decimal(words)
    except InvalidOperation:
        return None
    return found if most is not None and 0 < found < most else None


def kept(text: SheetText) -> Mapping[str, str]:
    """A sheet as a draft keeps it."""
    marks = [
        [m.standard, m.verdict.value, None if m.lost is None else str(m.lost), m.remark]
        for m in text.marks
    ]
    comments = [[c.text, c.item, c.page, c.standard] for c in text.comments]
    return {"sheet": json.dumps([marks, comments, text.summary], ensure_ascii=False)}


def resumed(fields: Mapping[str, str]) -> SheetText | None:
    """A sheet that a draft kept; None if there is none, or it cannot be read."""
    try:
        marks, comments, summary = json.loads(fields.get("sheet", ""))
        return SheetText(
            tuple(
                Mark(str(s), Verdict(v), None if lost is None else Decimal(lost), str(remark))
                for s, v, lost, remark in marks
            ),
            tuple(Comment(str(t), str(i), int(p), str(s)) for t, i, p, s in comments),
            str(summary),
        )
    except (ValueError, TypeError, InvalidOperation):
        return None
