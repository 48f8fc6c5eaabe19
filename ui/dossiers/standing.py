"""What the page knows beside the snapshot: pages of the evidence, and what changed since builds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap import Services
from app.dossier.changes import DossierChanges
from app.dossier.comparing import read_changes
from app.dossier.estimate import SizedRow, size_rows
from app.dossier.gathering.reading import read_evidence
from app.dossier.result import CompiledDossier
from app.dossier_options import DossierOptions


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
    changes = read_changes(workspace, folder, options, [dossier.key for dossier in shown])
    return Standing(size_rows(evidence.rows, workspace.originals, services.conversion), changes)
