"""The ledger's entries: what becomes of each file, decided from the rows alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from app.dossier.gathering.rows import Piece, PlanItem, PlanRows
from app.dossier.output.ledger import Ledger, LedgerEntry, LedgerState, close_ledger
from app.dossier.planning.grouping import DossierDraft
from app.names.problems import describe_problem
from app.problems import ProblemKind


def ledger_of(
    rows: PlanRows,
    drafts: Iterable[DossierDraft],
    inputs: int,
    unwritten: Mapping[str, str] | None = None,
) -> Ledger:
    """Account for ``inputs`` files: those that the drafts hold and those that were left out.

    ``unwritten`` says of dossiers that could not be written, by key, why; their files have failed.

    Raises:
        LedgerOpen: a file is neither bound, nor left out, nor failed.
    """
    troubles = unwritten or {}
    entries = [
        _failed(entry, troubles[draft.key]) if draft.key in troubles else entry
        for draft in drafts
        for entry in _bound(draft)
    ]
    entries += [
        LedgerEntry(
            left.file_name,
            left.indicator,
            LedgerState.FAILED if left.failed else LedgerState.EXCLUDED,
            left.reason,
            number=left.number,
            unit=left.unit,
        )
        for left in rows.left_out
    ]
    return close_ledger(inputs, entries)


def _failed(entry: LedgerEntry, reason: str) -> LedgerEntry:
    if entry.state is LedgerState.FAILED:
        return entry
    return replace(entry, state=LedgerState.FAILED, reason=reason, pages=0)


def _bound(draft: DossierDraft) -> Iterator[LedgerEntry]:
    seen: set[str] = set()
    for section in draft.sections:
        for item in section.items:
            again = item.revision in seen
            seen.add(item.revision)
            for piece in item.pieces:
                yield from _entries(item, piece, again=again)


def _of_pages(piece: Piece) -> Iterator[str]:
    """What a person's setup of the pages leaves out, or why it was not used."""
    kinds = {ProblemKind.PAGES_CHOSEN, ProblemKind.PAGE_SETUP_STALE}
    return (describe_problem(note).reason for note in piece.notes if note.kind in kinds)


def _entries(item: PlanItem, piece: Piece, *, again: bool) -> Iterator[LedgerEntry]:
    if piece.problem is not None:
        sentence = describe_problem(piece.problem)
        reason = f"{sentence.reason}；{sentence.remedy}" if sentence.remedy else sentence.reason
        state, pages = LedgerState.FAILED, 0
    else:
        reason = "同一材料在本案卷内只装订一次" if again else ""
        if item.returned:
            reason = "；".join(filter(None, (reason, "审核退回未改，仍予装订")))
        reason = "；".join(filter(None, (reason, *_of_pages(piece))))
        state, pages = LedgerState.INCLUDED, 0 if again else piece.page_count
    if piece.replaced is not None:
        words = reason or "不能直接转成页面，以打印件装订"
        yield LedgerEntry(
            piece.replaced.name, item.indicator, state, words, number=item.number, unit=item.unit
        )
    findings = tuple(describe_problem(note).reason for note in piece.notes if note.open_finding)
    for file in piece.files:
        yield LedgerEntry(
            file.name, item.indicator, state, reason, pages, findings, item.number, item.unit
        )
        pages = 0  # photos that share sheets are counted with the first of them
