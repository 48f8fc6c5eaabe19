"""What changed since the dossiers in a folder were built."""

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy.orm import Session

from app.dossier.changes import DossierChanges, changes_since
from app.dossier.gathering.reading import Evidence, EvidenceRow, read_evidence
from app.dossier.gathering.reviewing import withhold_unaccepted
from app.dossier.output.record import BuildRecord, Wanted
from app.dossier_options import DossierOptions
from app.evidence.numbering import BindingOrder
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
    order = BindingOrder.of(workspace.facts.framework, workspace.registry())
    with workspace.database.reading() as session:
        evidence = read_evidence(session, workspace.facts.framework)
        accepted = _accepted(session, evidence, record)
    bound = {
        strict: order.sorted(r for r in rows if order.knows(r.indicator, r.task_code))
        for strict, rows in ((False, evidence.rows), (True, accepted))
    }
    changes = {}
    for key in keys:
        made = record.produced(key)
        if made is not None:
            wanted = record.wanted(key)
            rows = [row for row in bound[wanted.accepted_only] if asks_for(wanted, row)]
            changes[key] = changes_since(made, record.choices(key), rows, options)
    return changes


def asks_for(wanted: Wanted, row: EvidenceRow) -> bool:
    """True if a compile took up a row."""
    return (not wanted.indicators or row.indicator in wanted.indicators) and (
        not wanted.units or row.unit in wanted.units
    )


def _accepted(session: Session, evidence: Evidence, record: BuildRecord) -> tuple[EvidenceRow, ...]:
    """The rows with what the office has not accepted marked; read only if a dossier wants it."""
    if any(record.wanted(key).accepted_only for key in record.keys):
        return withhold_unaccepted(session, evidence).rows
    return ()
