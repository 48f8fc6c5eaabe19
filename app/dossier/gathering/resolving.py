"""From database rows and renditions to the rows that a plan is made from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.conversion.model import Failure, Outcome, Rendition, RenditionOrigin, Source
from app.dossier.case_names import CaseName, source_line
from app.dossier.gathering.mail_notes import without_bound
from app.dossier.gathering.photos import PhotoSheets, runs_of, sheet_key
from app.dossier.gathering.reading import Evidence, EvidenceRow, StoredFile
from app.dossier.gathering.rows import (
    LeftOut,
    Piece,
    PieceFile,
    PlanIndicator,
    PlanItem,
    PlanMark,
    PlanRows,
    PlanTask,
)
from app.dossier_options import DossierOptions
from app.errors import OriginalMissing
from app.evidence.numbering import BindingOrder
from app.framework.expansion import ResponsibleUnit
from app.framework.keys import TaskKey
from app.framework.schema import Framework
from app.jobs import breathing
from app.names.problems import describe_problem
from app.names.tasks import task_terms
from app.originals import OriginalStore
from app.problems import Problem, ProblemKind, united
from app.sheets.content import NoteForm, NoteLine, UnitLine
from app.terms import ROLE_NAMES
from app.workspace.registry import Registry


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a compile is about: the wanted rows, and what they are judged by.

    ``inputs`` counts every file at every place, before anything is decided about it.
    ``own_unit`` is whose workspace it is; None for the office's. ``case_names`` and
    ``text_source`` are what the office set of titles, sources and retention.
    """

    evidence: Evidence
    framework: Framework
    registry: Registry
    options: DossierOptions
    county: str
    last_year: int
    own_unit: str | None = None
    case_names: Mapping[str, CaseName] = field(default_factory=dict)
    text_source: str = ""

    @property
    def concerned(self) -> tuple[str, ...]:
        """The units that it is about: those asked for, or a unit's own; empty for all."""
        return self.options.units or ((self.own_unit,) if self.own_unit else ())

    @property
    def wanted(self) -> tuple[EvidenceRow, ...]:
        """The rows that the options ask for."""
        codes, units = set(self.options.indicators), set(self.options.units)
        return tuple(
            row
            for row in self.evidence.rows
            if (not codes or row.indicator in codes) and (not units or row.unit in units)
        )

    @property
    def order(self) -> BindingOrder:
        """The order in which evidence is bound."""
        return BindingOrder.of(self.framework, self.registry, self.evidence.arrangements)

    @property
    def numbers(self) -> Mapping[str, str]:
        """The 编号 of everything that is not in the recycle bin, by placement."""
        return self.order.numbers(row for row in self.evidence.rows if not row.removed)

    @property
    def inputs(self) -> int:
        """Files to account for."""
        return sum(len(row.files) for row in self.wanted)


def find_sources(
    rows: Iterable[EvidenceRow], originals: OriginalStore
) -> tuple[list[Source], dict[str, Outcome]]:
    """The originals to be shown, each once, and a failure for each that is gone."""
    sources: dict[str, Source] = {}
    gone: dict[str, Outcome] = {}
    for row in breathing(rows):
        if not row.goes_in:
            continue
        for file in row.files:
            if file.key in sources or file.key in gone:
                continue
            try:
                path = originals.path(file.sha256)
            except OriginalMissing:
                gone[file.key] = Failure(file.sha256, Problem(ProblemKind.ORIGINAL_MISSING))
            else:
                sources[file.key] = Source(
                    file.sha256,
                    path,
                    file.name,
                    file.file_type,
                    file.size,
                    file.choices,
                    file.pages,
                )
    return list(sources.values()), gone


@dataclass(slots=True)
class Resolved:
    """The plan's rows, the PDF of each piece by its key, and the items that lack pages."""

    rows: PlanRows
    renditions: dict[str, Path]
    blocked: frozenset[str]


_NEEDLESS = "原件可以直接装订，打印件未用"
_WITHOUT_MAIN = "所附的材料未能成页，检查组版不单独装订附件"


def resolve(
    inputs: Inputs,
    outcomes: Mapping[str, Outcome],
    root: Path,
    photo_sheets: PhotoSheets | None = None,
) -> Resolved:
    """Decide for each file what stands for it; every file lands in an item or is left out.

    ``root`` is the workspace, against which the keys of pieces are relative, so that a moved
    workspace gives equal plans.
    """
    rows = inputs.order.sorted(inputs.wanted)
    sheets = photo_sheets or {}
    resolver = _Resolver(inputs, outcomes, root, sheets, _shared_by(rows, sheets))
    items = [item for row in rows if (item := resolver.item(row))]
    known = {unit.name for unit in inputs.registry.units}
    retired = dict.fromkeys(item.unit for item in items if item.unit not in known)
    plan = PlanRows(
        title=f"{inputs.county}{inputs.framework.programme}迎检材料",
        indicators=_indicators(inputs),
        units=(*(unit.name for unit in inputs.registry.units), *retired),
        items=tuple(items),
        left_out=tuple(resolver.left_out),
        marks=_marks(inputs),
        methods=_methods(inputs.framework),
        notes=_notes(inputs),
    )
    return Resolved(plan, resolver.renditions, frozenset(resolver.blocked))


def _shared_by(
    rows: Iterable[EvidenceRow], sheets: PhotoSheets
) -> dict[str, tuple[Rendition, bool]]:
    """The sheet that an item's photo stands on, by revision, and whether it is its first."""
    revisions = {row.revision for row in rows}
    return {
        revision: (sheet, position == 0)
        for key, sheet in sheets.items()
        if revisions.issuperset(key)
        for position, revision in enumerate(key)
    }


def _marks(inputs: Inputs) -> tuple[PlanMark, ...]:
    """What does not apply, of the tasks that the options ask for, in their order."""
    codes, units = set(inputs.options.indicators), set(inputs.options.units)
    order = {
        TaskKey(indicator.code, task.code): (ordinal, number)
        for ordinal, indicator in enumerate(inputs.framework.indicators)
        for number, task in enumerate(indicator.tasks)
        if not codes or indicator.code in codes
    }
    found = [m for m in inputs.evidence.marks if m.task in order and (not units or m.unit in units)]
    framework = inputs.framework
    return tuple(
        PlanMark(
            mark.indicator,
            framework.task_name(*mark.task),
            framework.method_of(*mark.task),
            mark.point,
            mark.unit,
            mark.reason,
        )
        for mark in sorted(found, key=lambda m: (order[m.task], m.point or 0))
    )


def _notes(inputs: Inputs) -> tuple[tuple[NoteForm, NoteLine], ...]:
    """The lines of the tools' sheets that the options ask for, in the order of the units."""
    codes, units = set(inputs.options.indicators), set(inputs.options.units)
    order = {unit.name: number for number, unit in enumerate(inputs.registry.units)}
    found = [
        note
        for note in inputs.evidence.notes
        if (not codes or note[1].indicator in codes) and (not units or note[1].unit in units)
    ]
    ordered = sorted(found, key=lambda note: order.get(note[1].unit, len(order)))
    for_inspection = inputs.options.for_inspection
    return tuple((form, _edition_of(line, for_inspection)) for form, line in ordered)


def _edition_of(line: NoteLine, for_inspection: bool) -> NoteLine:  # noqa: FBT001
    """The line as its edition has it: without personal data for inspectors."""
    cells = line.masked if for_inspection and line.masked else line.cells
    return replace(line, cells=cells, masked=())


def _methods(framework: Framework) -> dict[str, str]:
    """The names of the methods, and of what has none."""
    return {m.id: m.name for m in framework.methods} | {"": framework.method_name(None)}


class _Resolver:
    def __init__(
        self,
        inputs: Inputs,
        outcomes: Mapping[str, Outcome],
        root: Path,
        photo_sheets: PhotoSheets,
        shared: Mapping[str, tuple[Rendition, bool]],
    ) -> None:
        self._outcomes = outcomes
        self._root = root
        self._photo_sheets = photo_sheets
        self._shared = shared
        self._numbers = inputs.numbers
        self._for_inspection = inputs.options.for_inspection
        self._tasks = {
            (indicator.code, task.code)
            for indicator in inputs.framework.indicators
            for task in indicator.tasks
        }
        self.renditions: dict[str, Path] = {}
        self.left_out: list[LeftOut] = []
        self.blocked: set[str] = set()

    def item(self, row: EvidenceRow) -> PlanItem | None:
        if row.removed:
            self._leave_out(row, row.files, "已移入回收站")
            return None
        if row.withheld:
            self._leave_out(row, row.files, row.withheld)
            return None
        if (row.indicator, row.task_code) not in self._tasks:
            self._leave_out(row, row.files, "现行指标体系没有这项核验任务，请移到别的任务")
            return None
        parts = [file.name for file in row.attachments]
        pieces = without_bound(tuple(self._pieces(row)), parts)
        if any(piece.problem is not None for piece in pieces):
            self.blocked.add(row.item)
            if self._for_inspection:
                pieces = self._sound(row, pieces)
        if not pieces:
            return None
        return PlanItem(
            revision=row.revision,
            indicator=row.indicator,
            task_code=row.task_code,
            unit=row.unit,
            title=row.title,
            doc_number=row.doc_number,
            issuer=row.issuer,
            date=row.date,
            pieces=pieces,
            copies=row.copies,
            remark="" if self._for_inspection else row.remark,
            returned=row.returned,
            number=self._numbers.get(row.placement, ""),
            point=row.point,
            placement=row.placement,
            origin=row.origin,
            case=row.case,
        )

    def _sound(self, row: EvidenceRow, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """The pieces that have pages; none if the main file has none, for then nothing is shown.

        The inspection edition has no placeholder sheets; the ledger names what failed.
        """
        whole = pieces[0].problem is None
        for piece in pieces:
            if piece.problem is not None:
                names = (*piece.files, *((piece.replaced,) if piece.replaced else ()))
                reason = describe_problem(piece.problem).reason
                self._leave_out(row, names, reason, failed=True)
            elif not whole:
                names = (*piece.files, *((piece.replaced,) if piece.replaced else ()))
                self._leave_out(row, names, _WITHOUT_MAIN)
        return tuple(piece for piece in pieces if piece.problem is None) if whole else ()

    def _pieces(self, row: EvidenceRow) -> Iterator[Piece]:
        if row.revision in self._shared:
            sheet, first = self._shared[row.revision]
            piece = self._on_sheet((row.main,), sheet)
            yield replace(piece, page_count=int(first), follows=not first)
            return
        for run in runs_of(row, self._photo_sheets):
            shared = self._photo_sheets.get(sheet_key(row, run))
            if shared is not None:
                if row.main in run:
                    self._leave_out(row, row.companions, _NEEDLESS)
                yield self._on_sheet(run, shared)
            elif row.main in run:
                yield self._main(row)
                yield from (self._piece(file) for file in run[1:])
            else:
                yield from (self._piece(file) for file in run)

    def _on_sheet(self, photos: Sequence[StoredFile], sheet: Rendition) -> Piece:
        """Photos that share a sheet; what has to be said about each one is still said."""
        outcomes = (self._outcome(photo) for photo in photos)
        notes = [note for one in outcomes if isinstance(one, Rendition) for note in one.notes]
        told = united(*(_untold(photo) for photo in photos), notes)
        return replace(self._shown(photos, sheet), notes=told)

    def _main(self, row: EvidenceRow) -> Piece:
        """The main file's own pages, or those of its printed companion if it has none."""
        own = self._piece(row.main)
        if own.problem is None and own.origin is not RenditionOrigin.REGISTER_SHEET:
            self._leave_out(row, row.companions, _NEEDLESS)
            return own
        chosen: Piece | None = None
        for companion in row.companions:
            outcome = self._outcome(companion)
            if isinstance(outcome, Failure):
                reason = describe_problem(outcome.problem).reason
                self._leave_out(row, (companion,), f"打印件也不能装订：{reason}")
            elif chosen is not None:
                self._leave_out(row, (companion,), "已用另一份打印件")
            else:
                shown = self._shown((companion,), outcome)
                chosen = replace(shown, replaced=_piece_file(row.main))
        return chosen or own

    def _piece(self, file: StoredFile) -> Piece:
        outcome = self._outcome(file)
        if isinstance(outcome, Failure):
            return Piece(file.sha256, (_piece_file(file),), 0, problem=outcome.problem)
        return self._shown((file,), outcome)

    def _outcome(self, file: StoredFile) -> Outcome:
        found = self._outcomes.get(file.key)
        if found is not None:
            return found
        # A converter that forgets a file must not make it vanish.
        problem = Problem(ProblemKind.CONVERSION_FAILED, {"label": file.file_type.label})
        return Failure(file.sha256, problem)

    def _shown(self, files: Sequence[StoredFile], rendition: Rendition) -> Piece:
        key = self._key(rendition)
        self.renditions[key] = rendition.path
        return Piece(
            key=key,
            files=tuple(_piece_file(file) for file in files),
            page_count=rendition.page_count,
            origin=rendition.origin,
            notes=united(*(_untold(file) for file in files), rendition.notes),
            bookmarks=rendition.bookmarks,
            copy_beside=rendition.copy_beside,
        )

    def _key(self, rendition: Rendition) -> str:
        if rendition.path.is_relative_to(self._root):
            return rendition.path.relative_to(self._root).as_posix()
        return rendition.path.as_posix()

    def _leave_out(
        self,
        row: EvidenceRow,
        files: Iterable[StoredFile | PieceFile],
        reason: str,
        *,
        failed: bool = False,
    ) -> None:
        self.left_out += [
            LeftOut(
                file.name,
                row.indicator,
                row.unit,
                row.method,
                reason,
                failed,
                file.sha256 if failed else "",
                self._numbers.get(row.placement, ""),
            )
            for file in files
        ]


def _untold(file: StoredFile) -> tuple[Problem, ...]:
    """The findings of a file, less those that its binding answers."""
    return tuple(found for found in file.findings if not file.choices.answers(found.kind))


def _piece_file(file: StoredFile) -> PieceFile:
    return PieceFile(file.name, file.sha256, file.sm3, file.size, file.bound_as)


def _indicators(inputs: Inputs) -> tuple[PlanIndicator, ...]:
    framework = inputs.framework
    names = defaultdict(CaseName, inputs.case_names)
    return tuple(
        PlanIndicator(
            code=indicator.code,
            ordinal=ordinal,
            heading=indicator.heading,
            category=framework.category_path(indicator.category)[0].name,
            statement=indicator.statement,
            # The state of the points is only reckoned for dossiers that are made anew.
            tasks=tuple(
                PlanTask(
                    task.code,
                    framework.task_name(indicator.code, task.code),
                    task.method or "",
                    task.requirement,
                    (),
                    terms=task_terms(task),
                )
                for task in indicator.tasks
            ),
            units=_units(inputs.registry.named_for(indicator.code)),
            source=source_line(
                framework.source,
                inputs.county,
                names[indicator.code].source or inputs.text_source,
            ),
            title=names[indicator.code].title,
            retention=names[indicator.code].retention,
        )
        for ordinal, indicator in enumerate(framework.indicators, 1)
    )


def _units(parts: Sequence[ResponsibleUnit]) -> tuple[UnitLine, ...]:
    """Responsible units; what came in by a group is named by the group, as the source does."""
    lines = (UnitLine(part.group or part.unit, ROLE_NAMES[part.role]) for part in parts)
    return tuple(dict.fromkeys(lines))
