"""What changed since the dossiers in a folder were built."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.dossier.case_names import case_of_dossier, read_case_names
from app.dossier.changes import DossierChanges, changes_since
from app.dossier.gathering.reading import Evidence, EvidenceRow, read_evidence
from app.dossier.gathering.reviewing import withhold_unaccepted
from app.dossier.output.record import BuildRecord, CompileRequest
from app.dossier_options import DossierOptions
from app.evidence.numbering import BindingOrder
from app.evidence.revisions import contents_of_items
from app.settings import load_settings
from app.workspace.opening import Workspace


def read_changes(
    workspace: Workspace, folder: Path, options: DossierOptions, keys: Iterable[str]
) -> dict[str, DossierChanges]:
    """The changes of each dossier by its key, for those that the record knows.

    Each dossier is compared with what its own compile asked for: with the same indicators and
    units, and with accepted material only if it was built so. ``options`` are compared for how a
    dossier looks.
    """
    record = BuildRecord(folder)
    facts = workspace.facts
    with workspace.database.reading() as session:
        evidence = read_evidence(session, facts.framework, workspace.layout)
        names = read_case_names(session)
        source = load_settings(session, facts.county, facts.framework.programme).text_source
        accepted = _accepted(session, evidence, record)
        earlier = contents_of_items(session)
    framework, registry = facts.framework, workspace.registry()
    order = BindingOrder.of(framework, registry, evidence.arrangements)
    bound = {
        strict: order.sorted(r for r in rows if order.knows(r.indicator, r.task_code))
        for strict, rows in ((False, evidence.rows), (True, accepted))
    }
    changes = {}
    for key in keys:
        made = record.produced(key)
        if made is not None:
            wanted = record.wanted(key)
            rows = [
                _as_bound(row, wanted)
                for row in bound[wanted.accepted_only]
                if asks_for(wanted, row)
            ]
            case = case_of_dossier(key, names, source)
            then = record.choices(key)
            changes[key] = changes_since(made, then, rows, options, earlier, case)
    return changes


def _as_bound(row: EvidenceRow, wanted: CompileRequest) -> EvidenceRow:
    """The row less the attachments that could not be shown."""
    if not wanted.failed:
        return row
    attached = tuple(file for file in row.attachments if file.sha256 not in wanted.failed)
    return replace(row, attachments=attached)


def asks_for(wanted: CompileRequest, row: EvidenceRow) -> bool:
    """True if a compile took up a row."""
    if row.main.sha256 in wanted.failed:
        return False
    return (not wanted.indicators or row.indicator in wanted.indicators) and (
        not wanted.units or row.unit in wanted.units
    )


def _accepted(session: Session, evidence: Evidence, record: BuildRecord) -> tuple[EvidenceRow, ...]:
    """The rows with what the office has not accepted marked; read only if a dossier wants it."""
    if any(record.wanted(key).accepted_only for key in record.keys):
        return withhold_unaccepted(session, evidence).rows
    return ()
