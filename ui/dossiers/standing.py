"""What the page knows beside the snapshot: pages of the evidence, and what changed since builds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.bootstrap import Services
from app.dossier.changes import DossierChanges, changes_since
from app.dossier.estimate import SizedRow, size_rows
from app.dossier.options import DossierOptions
from app.dossier.reading import read_evidence
from app.dossier.record import BuildRecord
from app.dossier.result import CompiledDossier


@dataclass(frozen=True)
class Standing:
    """The pages of each row of the evidence, and by dossier what changed since it was built."""

    sized: tuple[SizedRow, ...]
    changes: Mapping[str, DossierChanges]


def read_standing(
    services: Services,
    folder: Path,
    options: DossierOptions,
    shown: Sequence[CompiledDossier],
) -> Standing:
    """Look it up; takes a moment, so call it in a thread."""
    workspace = services.workspace
    with workspace.database.reading() as session:
        evidence = read_evidence(session)
    record = BuildRecord(folder)
    changes = {}
    for dossier in shown:
        made = record.produced(dossier.key)
        if made is not None:
            then = record.choices(dossier.key)
            found = changes_since(made, then, evidence.rows, options)
            # The order of binding is decided in a compile; what came and went is of interest here.
            changes[dossier.key] = replace(found, reordered=False)
    return Standing(size_rows(evidence.rows, workspace.originals, services.conversion), changes)
