"""抽取: draws are made, kept with all that they rest on, and read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.ownership import refusal, whose
from app.unit_of_work import UnitOfWork
from app.verification import typed
from app.verification.case_review.cases import Case, case_register, read_cases
from app.verification.case_review.data_files import load_sheets, sheet_for
from app.verification.case_review.drawing import (
    ALGORITHM,
    Key,
    Population,
    Stratum,
    Wanted,
    counts_of,
    draw_strata,
    population_of,
)
from app.verification.case_review.errors import (
    DrawNotNamed,
    DrawReviewed,
    DrawUnknown,
    NothingToDraw,
)
from app.verification.case_review.sheet_schema import ReviewSheet
from app.verification.sampling import checked_seed, propose_seed
from app.workspace.access import is_office
from app.workspace.opening import Workspace
from models import Unit
from models.base import new_id
from models.case_review import CaseDraw, CaseScore

#: What entries of the log are called.
_ACTION = "case_draw"


@dataclass(frozen=True, slots=True)
class DrawRequest:
    """What a person asks for; ``seed`` "": one is made up.

    ``sheets`` are the ids of the review sheets for categories that have several.
    """

    name: str
    wanted: Wanted
    seed: str = ""
    drawn_by: str = ""
    sheets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DrawnCase:
    """A case that was drawn, as the register had it then; ``draw_id`` is its unit's share."""

    draw_id: str
    case_id: str
    unit: str
    number: str
    category: str
    title: str
    year: int
    party: str
    handler: str
    filed: str
    closed: str


@dataclass(frozen=True, slots=True)
class Share:
    """What was drawn of one unit; ``left_out`` cases had faults."""

    id: str
    unit: str
    by_office: bool
    left_out: int
    strata: tuple[Stratum, ...]
    cases: tuple[DrawnCase, ...]
    sheets: Mapping[str, ReviewSheet]


@dataclass(frozen=True)
class Draw:
    """A draw over one or more units."""

    round_id: str
    name: str
    seed: str
    algorithm: str
    drawn_by: str
    drawn_at: datetime
    by_office: bool
    shares: tuple[Share, ...]

    @cached_property
    def cases(self) -> tuple[DrawnCase, ...]:
        """All cases that were drawn, by unit."""
        return tuple(case for share in self.shares for case in share.cases)

    @cached_property
    def strata(self) -> tuple[Stratum, ...]:
        """All strata, by unit."""
        return tuple(stratum for share in self.shares for stratum in share.strata)

    @property
    def population(self) -> int:
        """How many cases were drawn from."""
        return sum(len(stratum.population) for stratum in self.strata)

    @property
    def left_out(self) -> int:
        """How many cases had faults, and could not be drawn."""
        return sum(share.left_out for share in self.shares)

    def share_of(self, case: DrawnCase) -> Share:
        """The unit's share that a case belongs to."""
        return next(share for share in self.shares if share.id == case.draw_id)

    def sheet_of(self, case: DrawnCase) -> ReviewSheet:
        """The review sheet of a case, as it was when the case was drawn."""
        return self.share_of(case).sheets[case.category]


def preview(
    workspace: Workspace, wanted: Wanted
) -> tuple[Population, Mapping[Key, tuple[int, int]]]:
    """What a draw is made from; how many cases each stratum has, and how many it would draw."""
    with workspace.database.reading() as session:
        cases = _own_cases(session, workspace)
    found = population_of(cases, wanted)
    return found, counts_of(found.cases, wanted)


def draw_cases(workspace: Workspace, request: DrawRequest) -> str:
    """Draw cases of all units, in a unit's workspace of its own ones; returns the ``round_id``.

    The review sheets are kept as they are now.

    Raises:
        NoteIncomplete, NoteTooLong: the name is empty, or a line is too long.
        SeedNotUsable: the seed cannot be shown on paper.
        NothingToDraw: no case fits.
        CategoryWithoutSheet, ReviewSheetUnknown: there is no review sheet for a category.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    name = typed.line("name", request.name, needed=True)
    seed = checked_seed(request.seed or propose_seed(workspace.database.now()))
    drawn_by = typed.line("drawn_by", request.drawn_by or workspace.database.actor, needed=True)
    sheets = load_sheets(workspace.layout.review_sheets)
    with workspace.database.writing() as work:
        cases = _own_cases(work.session, workspace)
        found = population_of(cases, request.wanted)
        strata = draw_strata(seed, found.cases, request.wanted)
        drawn = sum(len(stratum.drawn) for stratum in strata)
        if not drawn:
            raise NothingToDraw(found.faulty)
        chosen = {
            stratum.category: sheets.find(request.sheets[stratum.category])
            if stratum.category in request.sheets
            else sheet_for(sheets, stratum.category)
            for stratum in strata
            if stratum.drawn
        }
        round_id = new_id()
        rows = _rows(workspace, found.cases, strata, chosen)
        faulty = _faulty_by_unit(cases, request.wanted)
        for unit, row in rows.items():
            row.round_id, row.name, row.seed, row.algorithm = round_id, name, seed, ALGORITHM
            row.drawn_by, row.drawn_at, row.left_out = drawn_by, work.now, faulty.get(unit, 0)
            row.changed_at = work.now
            work.session.add(row)
        work.session.flush()
        work.record(
            f"noted.{_ACTION}_added",
            round_id,
            note=name,
            seed=seed,
            population=len(found.cases),
            drawn=drawn,
            units=len(rows),
        )
        work.commit()
        return round_id


def withdraw_draw(workspace: Workspace, round_id: str) -> None:
    """Take a draw back; it stays on record. Once a sheet was begun, it cannot be taken back.

    Raises:
        DrawUnknown: there is none.
        DrawReviewed: sheets of it have been filled in.
        OwnedByUnit, OwnedByOffice: the other side drew.
    """
    _mark(workspace, round_id, removed=True)


def restore_draw(workspace: Workspace, round_id: str) -> None:
    """Bring back a draw that was taken back. Raises: see ``withdraw_draw``."""
    _mark(workspace, round_id, removed=False)


def read_draws(session: Session) -> tuple[Draw, ...]:
    """Every draw that was not taken back, the latest last."""
    query = (
        select(CaseDraw, Unit.name)
        .join(Unit, Unit.id == CaseDraw.unit_id)
        .where(CaseDraw.removed_at.is_(None))
        .order_by(CaseDraw.drawn_at, CaseDraw.round_id, Unit.name, CaseDraw.id)
    )
    grouped: dict[tuple[str, str], list[tuple[CaseDraw, str]]] = {}
    for row, unit in session.execute(query):
        # A unit draws of itself alone, whatever the ``round_id`` in its package says.
        drawer = "" if row.by_office else row.unit_id
        grouped.setdefault((row.round_id, drawer), []).append((row, unit))
    return tuple(_draw(rows) for rows in grouped.values())


def find_draw(draws: Sequence[Draw], words: str) -> Draw:
    """The draw of this id or name; "": the only one.

    Raises:
        DrawUnknown: none has it, or several have the name.
        DrawNotNamed: none is named, and there is not exactly one.
    """
    if not words:
        if len(draws) != 1:
            raise DrawNotNamed(len(draws))
        return draws[0]
    fitting = [draw for draw in draws if words in {draw.round_id, draw.name}]
    if len(fitting) != 1:
        raise DrawUnknown(words)
    return fitting[0]


def _own_cases(session: Session, workspace: Workspace) -> tuple[Case, ...]:
    """The cases that this workspace may draw: of all units, or of its own."""
    unit = None if is_office(workspace) else workspace.facts.unit_id
    return read_cases(session, case_register(workspace), unit)


def _faulty_by_unit(every: Iterable[Case], wanted: Wanted) -> Mapping[str, int]:
    by_unit: dict[str, list[Case]] = {}
    for case in every:
        by_unit.setdefault(case.unit, []).append(case)
    return {unit: population_of(cases, wanted).faulty for unit, cases in by_unit.items()}


def _rows(
    workspace: Workspace,
    cases: Sequence[Case],
    strata: Sequence[Stratum],
    sheets: Mapping[str, ReviewSheet],
) -> dict[str, CaseDraw]:
    """A row for each unit that was drawn from, in the order of the strata."""
    registry = workspace.registry()
    by_number = {(case.unit, case.number): case for case in cases}
    rows: dict[str, CaseDraw] = {}
    for stratum in strata:
        row = rows.get(stratum.unit)
        if row is None:
            unit_id = registry.unit(stratum.unit).id
            row = CaseDraw(
                unit_id=unit_id, by_office=is_office(workspace), strata=[], cases=[], sheets=[]
            )
            rows[stratum.unit] = row
        row.strata = [*row.strata, _stored_stratum(stratum)]
        taken = [by_number[stratum.unit, number] for number in stratum.drawn]
        row.cases = [*row.cases, *map(_stored_case, taken)]
        if taken and not any(kept["category"] == stratum.category for kept in row.sheets):
            sheet = sheets[stratum.category].model_copy(update={"category": stratum.category})
            row.sheets = [*row.sheets, sheet.model_dump(mode="json", exclude={"about"})]
    return rows


def _stored_stratum(stratum: Stratum) -> dict[str, Any]:
    return {
        "category": stratum.category,
        "year": stratum.year,
        "wanted": stratum.wanted,
        "population": list(stratum.population),
        "drawn": list(stratum.drawn),
    }


def _stored_case(case: Case) -> dict[str, Any]:
    return {
        "case_id": case.id,
        "number": case.number,
        "category": case.category,
        "title": case.title,
        "year": case.year,
        "party": case.party,
        "handler": case.handler,
        "filed": case.filed,
        "closed": case.closed,
    }


def _draw(rows: Sequence[tuple[CaseDraw, str]]) -> Draw:
    first = rows[0][0]
    return Draw(
        first.round_id,
        first.name,
        first.seed,
        first.algorithm,
        first.drawn_by,
        first.drawn_at,
        first.by_office,
        tuple(_share(row, unit) for row, unit in rows),
    )


def _share(row: CaseDraw, unit: str) -> Share:
    sheets = [ReviewSheet.model_validate(stored) for stored in row.sheets]
    by_category = {sheet.category: sheet for sheet in sheets}
    return Share(
        row.id,
        unit,
        row.by_office,
        row.left_out,
        tuple(
            Stratum(
                unit,
                stored["category"],
                stored["year"],
                stored["wanted"],
                tuple(stored["population"]),
                tuple(stored["drawn"]),
            )
            for stored in row.strata
        ),
        # A package may bring a case without its sheet; nobody can review it.
        tuple(
            DrawnCase(row.id, unit=unit, **stored)
            for stored in row.cases
            if stored["category"] in by_category
        ),
        by_category,
    )


def _mark(workspace: Workspace, round_id: str, *, removed: bool) -> None:
    with workspace.database.writing() as work:
        query = select(CaseDraw).where(CaseDraw.round_id == round_id)
        rows = [row for row in work.session.scalars(query) if (row.removed_at is None) is removed]
        if not rows:
            raise DrawUnknown(round_id)
        error = refusal(whose(by_office=rows[0].by_office, office=is_office(workspace)))
        if error is not None:
            raise error(rows[0].name)
        if removed:
            _demand_unreviewed(work, rows)
        for row in rows:
            row.removed_at = work.now if removed else None
            row.version += 1
            row.changed_at = work.now
        done = "withdrawn" if removed else "restored"
        work.record(f"noted.{_ACTION}_{done}", round_id, note=rows[0].name)
        work.commit()


def _demand_unreviewed(work: UnitOfWork, rows: Iterable[CaseDraw]) -> None:
    ids = {row.id: row.name for row in rows}
    query = select(CaseScore.marks).where(
        CaseScore.draw_id.in_(ids), CaseScore.removed_at.is_(None)
    )
    begun = sum(bool(marks) for marks in work.session.scalars(query))
    if begun:
        raise DrawReviewed(next(iter(ids.values())), begun)
