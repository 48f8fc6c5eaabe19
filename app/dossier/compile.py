"""The main job: from the workspace's evidence to bound dossiers in a folder."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from app.conversion.service import ConversionService
from app.destination import Destination
from app.dossier.binding.listing import write_lists
from app.dossier.binding.orders import ListOrder, Original, ProductionOrder
from app.dossier.case_names import case_of_dossier, read_case_names
from app.dossier.changes import choices_of
from app.dossier.errors import FolderHoldsOtherEdition
from app.dossier.gathering.photos import share_pages
from app.dossier.gathering.reading import read_evidence
from app.dossier.gathering.resolving import Inputs, Resolved, find_sources, resolve
from app.dossier.gathering.reviewing import tell_returned, withhold_unaccepted
from app.dossier.gathering.rows import PlanMark
from app.dossier.output.accounting import ledger_of
from app.dossier.output.files import trouble_of
from app.dossier.output.ledger import Ledger
from app.dossier.output.lists import (
    LEDGER_FOR_INSPECTION,
    order_lists,
    write_ledger,
)
from app.dossier.output.manifest import write_manifest
from app.dossier.output.produced import NotProduced, Produced
from app.dossier.output.record import BuildRecord, CompileRequest
from app.dossier.output.retiring import retire
from app.dossier.output.start_page import index_of
from app.dossier.planning.fingerprint import fingerprint_of_draft
from app.dossier.planning.grouping import DossierDraft, draft_dossiers, without_evidence
from app.dossier.planning.point_states import not_applicable, standings, with_points
from app.dossier.result import CompileResult, compiled_dossier
from app.dossier.whereabouts import keep_folder
from app.dossier_options import ArchiveFields, DossierOptions, Scope
from app.errors import FolderNotWritable
from app.framework.schema import Framework
from app.isolation import Workers
from app.jobs import JobContext
from app.names.sentence import Describe
from app.replacing import clear_parts
from app.settings import load_settings, office_name
from app.stages.store import load_last_year
from app.unit_names import full_unit_name
from app.workspace.content import demand_unchanged
from app.workspace.opening import Workspace


class DossierService:
    """Compiles dossiers of one workspace."""

    def __init__(
        self,
        workspace: Workspace,
        conversion: ConversionService,
        workers: Workers,
        describe: Describe,
        cache: Path | None = None,
    ) -> None:
        """``workers`` should be those of ``conversion``, so that few processes run at a time.

        ``describe`` gives the sentence about an error, for the list of what went in. ``cache`` is
        where pages of photos and checked copies are kept; usually in the workspace.
        """
        self._workspace = workspace
        self._describe = describe
        self._conversion = conversion
        self._workers = workers
        self._cache = cache or workspace.layout.cache

    def compile(self, folder: Path, options: DossierOptions, job: JobContext) -> CompileResult:
        """Bring the dossiers in ``folder`` up to date with the evidence.

        Only dossiers that would come out otherwise are made; each file is replaced whole. One that
        cannot be written does not stop the others.

        Raises:
            IndicatorUnknown, UnitUnknown: the options name what does not exist.
            Cancelled: somebody pressed cancel; every dossier is either old or new.
            FolderNotWritable: nothing can be written to ``folder``.
            DiskFull: there is no room for renditions.
            FolderHoldsOtherEdition: the folder has dossiers of the other edition.
            LedgerOpen: a file is unaccounted for; a defect of the program.
            DatabaseNotRead: the workspace's disk is gone.
            ContentChanged: the database holds what the program did not store.
        """
        destination = self._workspace.destination(folder.absolute())
        demand_unchanged(self._workspace)
        run = _Compile(
            self._workspace,
            self._conversion,
            self._workers,
            self._describe,
            self._cache,
        )
        try:
            return run.run(destination, options, job)
        except OSError:
            destination.demand()  # that a disk is gone says more
            self._workspace.demand_present()
            raise


class _Compile:
    """One run."""

    def __init__(
        self,
        workspace: Workspace,
        conversion: ConversionService,
        workers: Workers,
        describe: Describe,
        cache: Path,
    ) -> None:
        self._workspace = workspace
        self._describe = describe
        self._conversion = conversion
        self._workers = workers
        self._cache = cache
        self._now = workspace.database.now().astimezone()  # the calendar on the wall
        self._program = program_name()

    def run(
        self, destination: Destination, options: DossierOptions, job: JobContext
    ) -> CompileResult:
        began = time.perf_counter()
        folder = destination.folder
        inputs = self._inputs(options)
        options = inputs.options
        _prepare(destination)
        record = BuildRecord(folder)
        if record.edition not in {None, options.edition}:
            raise FolderHoldsOtherEdition(folder, options.edition, record.edition)
        resolved = self._resolve(inputs, job)
        self._workspace.demand_present()  # or good dossiers would give way to empty ones
        drafts = draft_dossiers(resolved.rows, options)
        standing = standings(inputs, resolved.blocked)
        fingerprints = {
            draft.key: fingerprint_of_draft(draft, options, self._now.year, self._program, standing)
            for draft in drafts
        }
        present = {
            draft.key: made
            for draft in drafts
            if (made := record.up_to_date(draft.key, fingerprints[draft.key]))
        }
        due = [draft for draft in drafts if draft.key not in present]
        before = {draft.key: record.produced(draft.key) for draft in due}
        orders = [
            self._order(draft, resolved, folder, options)
            for draft in with_points(due, inputs, resolved.blocked)
        ]
        failed = {d.key: [x.sha256 for x in d.left_out if x.failed] for d in due}
        troubles: dict[str, NotProduced] = {}
        superseded: list[tuple[Produced, Produced | None]] = []
        for outcome in self._produce(orders, destination, job):
            if isinstance(outcome, NotProduced):
                troubles[outcome.key] = outcome
                continue
            asked = CompileRequest.of(options, failed[outcome.key])
            case = case_of_dossier(outcome.key, inputs.case_names, inputs.text_source)
            record.keep(fingerprints[outcome.key], outcome, choices_of(options, case), asked)
            present[outcome.key] = outcome
            if old := before[outcome.key]:
                superseded.append((old, outcome))
        destination.demand()
        vanished = _vanished(record, drafts, options)
        superseded += [(old, None) for key in vanished if (old := record.produced(key))]
        record.forget(vanished)
        reasons = {
            key: f"卷宗没有写成：{self._describe(trouble.error).reason}"
            for key, trouble in troubles.items()
        }
        ledger = ledger_of(resolved.rows, drafts, inputs.inputs, reasons)
        unwritten = [
            (draft.title, str(self._describe(troubles[draft.key].error)))
            for draft in drafts
            if draft.key in troubles
        ]
        without = without_evidence(resolved.rows, options)
        exempt = self._exempt(record, inputs, resolved, without)
        reasons_why = _why_not(resolved.rows.marks, exempt)
        try:
            superseded += self._write_lists(folder, record, inputs, ledger, reasons_why, job)
        except OSError as error:
            unwritten.append(("案卷目录和清单", str(self._describe(trouble_of(error, folder)))))
        retired, left_behind = retire(folder, superseded, self._aside(options))
        record.compact()
        fresh = [file for draft in due if (one := present.get(draft.key)) for file in one.files]
        destination.settle(folder / file.name for file in fresh)
        result = CompileResult(
            dossiers=tuple(
                compiled_dossier(present[draft.key], folder, fresh=draft in due)
                for draft in drafts
                if draft.key in present
            ),
            ledger=ledger,
            seconds=time.perf_counter() - began,
            without_evidence=tuple(code for code in without if code not in exempt),
            not_applicable=tuple(code for code in exempt if code in without),
            unwritten=tuple(unwritten),
            retired=retired,
            left_behind=left_behind,
        )
        self._log(folder, options, result)
        return result

    def _produce(
        self, orders: Sequence[ProductionOrder], destination: Destination, job: JobContext
    ) -> Iterator[Produced | NotProduced]:
        if orders:
            # It brings ReportLab and the fonts, and mostly there is nothing to do.
            from app.dossier.binding.production import Production

            yield from Production(self._workers, job, destination).produce(orders)

    def _log(self, folder: Path, options: DossierOptions, result: CompileResult) -> None:
        """Note the compile in the log, unless the workspace is open for reading only."""
        database = self._workspace.database
        if database.read_only:
            return
        ledger = result.ledger
        with database.writing() as work:
            keep_folder(work, self._workspace.layout.root, folder)
            work.record(
                "dossier.compiled",
                options.scope.value,
                indicators=list(options.indicators),
                units=list(options.units),
                dossiers=len(result.dossiers),
                fresh=sum(dossier.fresh for dossier in result.dossiers),
                pages=sum(dossier.pages for dossier in result.dossiers),
                complete=all(dossier.complete for dossier in result.dossiers),
                included=ledger.included,
                excluded=ledger.excluded,
                failed=ledger.failed,
                unwritten=len(result.unwritten),
            )
            work.commit()

    def _inputs(self, options: DossierOptions) -> Inputs:
        facts = self._workspace.facts
        with self._workspace.database.reading() as session:
            evidence = read_evidence(session, facts.framework, self._workspace.layout)
            judged = withhold_unaccepted if options.only_accepted else tell_returned
            evidence = judged(session, evidence)
            names = read_case_names(session)
            settings = load_settings(session, facts.county, facts.framework.programme)
            today = self._workspace.today()
            last_year = load_last_year(session, facts.framework, options.last_year, today)
        registry = self._workspace.registry()
        codes = tuple(facts.framework.indicator(code).code for code in options.indicators)
        units = tuple(registry.unit(name).name for name in options.units)
        return Inputs(
            evidence=evidence,
            framework=facts.framework,
            registry=registry,
            options=replace(options, indicators=codes, units=units),
            county=facts.county,
            last_year=last_year,
            own_unit=facts.unit_name,
            case_names=names,
            text_source=settings.text_source,
        )

    def _aside(self, options: DossierOptions) -> Path | None:
        """Where what is for the house goes, if not into the folder that is handed over."""
        workspace = self._workspace
        if not options.for_inspection or workspace.database.read_only:
            return None
        return workspace.layout.exports

    def _resolve(self, inputs: Inputs, job: JobContext) -> Resolved:
        """Convert what has not been converted, and decide what stands for each file."""
        layout, originals = self._workspace.layout, self._workspace.originals
        sources, gone = find_sources(inputs.wanted, originals)
        outcomes = {**self._conversion.render(sources, job, _load_production).outcomes, **gone}
        photos = share_pages(
            inputs.order.sorted(inputs.wanted),
            outcomes,
            inputs.options.photos_per_page,
            originals,
            self._cache,
            self._workers,
            job,
        )
        if inputs.options.pdfa:
            # Its validator takes memory that a plain compile should not.
            from app.dossier.binding.conforming import Conformer

            conformer = Conformer(self._cache, self._workers)
            outcomes = conformer.conform(outcomes, job)
            photos = conformer.conform_photos(photos, job)
        job.check_cancelled()
        return resolve(inputs, outcomes, layout.root, photos)

    def _order(
        self, draft: DossierDraft, resolved: Resolved, folder: Path, options: DossierOptions
    ) -> ProductionOrder:
        pieces = [
            piece for section in draft.sections for item in section.items for piece in item.pieces
        ]
        originals = self._workspace.originals
        archive = self._archive_of(draft, options)
        beside = {
            file.sha256: Original(originals.path(file.sha256), file.name, file.sha256)
            for piece in pieces
            if piece.copy_beside
            for file in piece.files
        }
        return ProductionOrder(
            draft=draft,
            options=replace(options, archive=archive),
            year=self._now.year,
            renditions={
                piece.key: resolved.renditions[piece.key]
                for piece in pieces
                if piece.problem is None
            },
            beside=tuple(beside.values()),
            folder=folder,
            author=archive.fonds_name or self._workspace.facts.county,
            program=self._program,
            made_at=self._now,
        )

    def _archive_of(self, draft: DossierDraft, options: DossierOptions) -> ArchiveFields:
        """The filing fields of one dossier.

        A unit's share is the unit's fonds unless the office has set one; the case file of an
        indicator may have its own retention.
        """
        facts, archive = self._workspace.facts, options.archive
        if draft.retention:
            archive = replace(archive, retention=draft.retention)
        unset = office_name(facts.county, facts.framework.programme)
        if draft.unit and archive.fonds_name == unset and not archive.fonds_code:
            return replace(archive, fonds_name=full_unit_name(facts.county, draft.unit))
        return archive

    def _exempt(
        self, record: BuildRecord, inputs: Inputs, resolved: Resolved, without: Sequence[str]
    ) -> tuple[str, ...]:
        """The indicators without a dossier in the folder that do not apply to anybody."""
        made = {key.partition(":")[2] for key in record.keys if key.startswith("indicator:")}
        codes = [i.code for i in inputs.framework.indicators if i.code not in made]
        return not_applicable(inputs, resolved.blocked, dict.fromkeys((*codes, *without)))

    def _write_lists(
        self,
        folder: Path,
        record: BuildRecord,
        inputs: Inputs,
        ledger: Ledger,
        reasons: Mapping[str, str],
        job: JobContext,
    ) -> list[tuple[Produced, Produced | None]]:
        """Lists cover every dossier of the folder in this scope, not only those of this run."""
        scope = inputs.options.scope
        dossiers = _in_order(record, scope, inputs.framework)
        title = f"{inputs.county}{inputs.framework.programme}案卷目录"
        author = inputs.options.archive.fonds_name or inputs.county
        index = index_of(title.removesuffix("目录"), inputs.framework, dossiers, reasons)
        contents = order_lists(
            inputs.options.archive.fonds_name, title, dossiers, index, pdfa=inputs.options.pdfa
        )
        orders = [ListOrder(folder, each, author, self._program, self._now) for each in contents]
        prefix = f"lists/{scope.value}/"
        replaced = write_lists(orders, prefix, title, record, self._workers, job)
        write_manifest(folder, dossiers, self._program, self._now)
        options = inputs.options
        if not options.for_inspection:
            write_ledger(folder, ledger, self._now)
        elif (aside := self._aside(options)) not in {None, folder}:
            write_ledger(aside, ledger, self._now, LEDGER_FOR_INSPECTION)
        return replaced


def _load_production() -> None:
    """Load ReportLab and the fonts' reader, which the first dossier would wait for."""
    import_module("app.dossier.binding.production")


def program_name() -> str:
    """The program and its version, as files name their maker."""
    try:
        return f"卷宗 Juanzong {version('juanzong')}"
    except PackageNotFoundError:
        return "卷宗 Juanzong"


def _prepare(destination: Destination) -> None:
    destination.make()
    try:
        clear_parts(destination.folder)
    except OSError as error:
        raise FolderNotWritable(destination.folder, error.strerror or str(error)) from error


def _vanished(
    record: BuildRecord, drafts: Iterable[DossierDraft], options: DossierOptions
) -> tuple[str, ...]:
    """Recorded dossiers that this compile was asked for and that have nothing left to hold."""
    made = {draft.key for draft in drafts}
    scope = options.scope.value
    if options.units and options.scope is not Scope.UNIT:
        return ()
    asked = {f"{scope}:{name}" for name in (options.indicators or options.units)}
    return tuple(
        key
        for key in record.keys
        if key.partition(":")[0] == scope and key not in made and (not asked or key in asked)
    )


def _why_not(marks: Iterable[PlanMark], codes: Iterable[str]) -> dict[str, str]:
    """The reasons why indicators do not apply; units with one reason are not named."""
    found: dict[str, dict[str, None]] = {code: {} for code in codes}
    for mark in marks:
        if mark.indicator in found:
            found[mark.indicator][mark.reason] = None
    return {code: "；".join(reasons) for code, reasons in found.items() if reasons}


def in_record_order(record: BuildRecord, framework: Framework) -> list[Produced]:
    """Every dossier of a folder, scope by scope, in the order of the indicator set."""
    return [made for scope in Scope for made in _in_order(record, scope, framework)]


def _in_order(record: BuildRecord, scope: Scope, framework: Framework) -> list[Produced]:
    """The recorded dossiers of a scope, in the order of the indicator set."""
    ordinals = {i.code: n for n, i in enumerate(framework.indicators)}
    found = [
        made
        for key in record.keys
        if key.partition(":")[0] == scope.value and (made := record.produced(key))
    ]

    def place(made: Produced) -> tuple[int, str]:
        if scope is not Scope.INDICATOR:
            return 0, made.volumes[0].master.archive_code or made.title
        return ordinals.get(made.indicators[0], len(ordinals)), made.title

    return sorted(found, key=place)
