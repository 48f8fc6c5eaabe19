"""本卷情况说明: the remarks of the end sheet, from what happened to each item."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from app.conversion.model import RenditionOrigin
from app.dossier.gathering.rows import LeftOut, Piece, PlanMark
from app.dossier.planning.naming import number_list
from app.dossier.planning.plan import PlacedItem
from app.names.problems import describe_problem
from app.problems import ProblemKind
from app.sheets.content import EndNote
from app.terms import task_heading


def end_notes(
    number: int,
    failing: tuple[int, ...],
    items: Sequence[PlacedItem],
    left_out: Sequence[LeftOut],
    volume_limit: int,
    marks: Sequence[PlanMark] = (),
    *,
    for_inspection: bool = False,
) -> tuple[EndNote, ...]:
    """Everything that a reader of volume ``number`` should know, failures first.

    ``for_inspection``: how the pages came about and where they are, and nothing that was said
    about the material in the house.
    """
    own = [placed for placed in items if not placed.repeated]
    if for_inspection:
        return (
            *_summaries(own),
            *_pictured(own),
            *_chosen_pages(own, with_reason=False),
            *_repeats(items),
            *_oversize(own, volume_limit),
            *_not_applicable(marks),
        )
    return (
        *_failures(own),
        *_other_volumes(number, failing),
        *_returned(items),
        *_summaries(own),
        *_piece_notes(own),
        *_dismissed(own),
        *_repeats(items),
        *_oversize(own, volume_limit),
        *_left_out(left_out),
        *_not_applicable(marks),
    )


def _failures(own: Sequence[PlacedItem]) -> Iterator[EndNote]:
    for placed, piece in _pieces(own):
        if piece.problem is not None:
            sentence = describe_problem(piece.problem)
            names = "、".join(file.name for file in piece.files)
            yield EndNote(f"第{placed.sequence}件", f"“{names}”未能装入：{sentence.reason}。")


def _other_volumes(number: int, failing: tuple[int, ...]) -> Iterator[EndNote]:
    others = [volume for volume in failing if volume != number]
    if others:
        yield EndNote("本案卷", f"第{number_list(others)}卷有缺页，见该卷备考表。")


def _returned(items: Sequence[PlacedItem]) -> Iterator[EndNote]:
    """What the office has returned and nobody has mended is bound, and not passed over."""
    found = [placed.sequence for placed in items if placed.item.returned]
    if found:
        text = f"本卷中 {len(found)} 件审核退回未改，仍予装订：第{number_list(found)}件。"
        yield EndNote("审核退回", text)


def _summaries(own: Sequence[PlacedItem]) -> Iterator[EndNote]:
    converted = [p.sequence for p, piece in _pieces(own) if _is(piece, RenditionOrigin.CONVERTED)]
    if converted:
        text = f"第{number_list(converted)}件由其他格式转成页面装订，原件另存。"
        yield EndNote("转换件", text)
    sheets = [p.sequence for p, piece in _pieces(own) if _is(piece, RenditionOrigin.REGISTER_SHEET)]
    if sheets:
        text = f"第{number_list(sheets)}件不能印成页面，以登记页代替，原件随卷另存。"
        yield EndNote("登记件", text)
    for placed, piece in _pieces(own):
        if piece.replaced is not None:
            text = f"“{piece.replaced.name}”不能直接转成页面，以打印件装订。"
            yield EndNote(f"第{placed.sequence}件", text)


def _piece_notes(own: Sequence[PlacedItem]) -> Iterator[EndNote]:
    """The same remark about many items is made once."""
    yield from _pictured(own)
    yield from _chosen_pages(own, with_reason=True)
    told: dict[str, list[int]] = defaultdict(list)
    for placed, piece in _pieces(own):
        for problem in piece.notes:
            if problem.kind in {ProblemKind.REGISTER_SHEET_ONLY, ProblemKind.RASTERISED}:
                continue  # summed up already
            if problem.dismissal is not None or problem.kind is ProblemKind.PAGES_CHOSEN:
                continue  # told with its reason
            told[describe_problem(problem).reason].append(placed.sequence)
    for reason, sequences in told.items():
        yield EndNote(f"第{number_list(sequences)}件", f"{reason}。")


def _pictured(own: Sequence[PlacedItem]) -> Iterator[EndNote]:
    """Which pages are bound as pictures, for PDF/A."""
    for placed, piece in _pieces(own):
        for problem in piece.notes:
            if problem.kind is ProblemKind.RASTERISED:
                pages = problem.detail.get("pages", "")
                text = f"第{pages}页不符合长期保存格式，以图像页装订，文字可检索。"
                yield EndNote(f"第{placed.sequence}件", text)


def _chosen_pages(own: Sequence[PlacedItem], *, with_reason: bool) -> Iterator[EndNote]:
    """Which pages of a file are bound, and why not the others; who reads the volume should know.

    The reason is a remark of the house, and inspectors are told the pages only.
    """
    for placed, piece in _pieces(own):
        for problem in piece.notes:
            if problem.kind is ProblemKind.PAGES_CHOSEN:
                names = "、".join(file.name for file in piece.files)
                whole = len(placed.item.pieces) == 1
                about = "" if whole else f"“{names}”"
                pages, count = (problem.detail.get(name, "") for name in ("pages", "count"))
                text = (
                    describe_problem(problem).reason.rstrip("。")
                    if with_reason
                    else f"只装订第{pages}页（共{count}页）"
                )
                yield EndNote(f"第{placed.sequence}件", f"{about}{text}。")


def _dismissed(own: Sequence[PlacedItem]) -> Iterator[EndNote]:
    """Findings that a person looked at and let be, with the person and the reason."""
    for placed, piece in _pieces(own):
        for problem in piece.notes:
            if problem.dismissal is not None:
                found = describe_problem(problem).reason
                said = f"经{problem.dismissal.by}核实，{problem.dismissal.reason}"
                yield EndNote(f"第{placed.sequence}件", f"{found}；{said.rstrip('。')}。")


def _repeats(items: Sequence[PlacedItem]) -> Iterator[EndNote]:
    for placed in items:
        if placed.same_as is not None:
            text = f"与第{placed.same_as}件相同，只装订一次。"
            yield EndNote(f"序号{placed.sequence}", text)
        elif placed.bound_in is not None:
            volume, page = placed.bound_in
            text = f"已装订在第{volume}卷第{page}页，本卷不重复装订。"
            yield EndNote(f"序号{placed.sequence}", text)


def _oversize(own: Sequence[PlacedItem], limit: int) -> Iterator[EndNote]:
    if len(own) == 1:
        pages = own[0].last_number - own[0].first_number + 1
        if pages > limit:
            yield EndNote("第1件", f"共{pages}页，超过每卷{limit}页，一件不拆，单独成卷。")


def _left_out(left_out: Sequence[LeftOut]) -> Iterator[EndNote]:
    """How many and why; which ones is for the ledger and not for every reader of the volume."""
    for reason, count in Counter(row.reason for row in left_out).items():
        yield EndNote("未装订", f"{count}份：{reason}。")


def _not_applicable(marks: Sequence[PlanMark]) -> Iterator[EndNote]:
    """What does not apply, to whom and why; units with the same reason are named together."""
    units: dict[tuple[str, str, int | None, str], list[str]] = defaultdict(list)
    for mark in marks:
        units[mark.indicator, mark.task, mark.point, mark.reason].append(mark.unit)
    for (indicator, task, point, reason), names in units.items():
        where = f"要点{point}" if point is not None else "全部要点"
        place = task_heading(indicator, task, where)
        told = f"{place}，{'、'.join(names)}（{reason}）。"
        yield EndNote("不涉及", told)


def _pieces(own: Sequence[PlacedItem]) -> Iterator[tuple[PlacedItem, Piece]]:
    return ((placed, piece) for placed in own for piece in placed.item.pieces)


def _is(piece: Piece, origin: RenditionOrigin) -> bool:
    return piece.problem is None and piece.origin is origin
