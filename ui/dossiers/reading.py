"""What the 卷宗 page reads besides the snapshot: built dossiers, pages, and changes since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap import Services
from app.dossier.changes import DossierChanges
from app.dossier.comparing import read_changes
from app.dossier.estimate import SizedRow, size_rows
from app.dossier.gathering.reading import read_evidence
from app.dossier.output.ledger import Ledger
from app.dossier.output.lists import LEDGER_FOR_INSPECTION, read_ledger
from app.dossier.output.record import BuildRecord
from app.dossier.result import CompiledDossier, compiled_dossier
from app.dossier_options import DossierOptions, Edition, usual_folder
from app.intake.sources import natural_order


@dataclass(frozen=True)
class PagesAndChanges:
    """The pages of each row of the evidence, and by dossier what changed since it was built."""

    sized: tuple[SizedRow, ...]
    changes: Mapping[str, DossierChanges]


def read_pages_and_changes(
    services: Services,
    folder: Path,
    options: DossierOptions,
    shown: Sequence[CompiledDossier],
) -> PagesAndChanges:
    """Look it up; takes a moment, so call it in a thread."""
    workspace = services.workspace
    with workspace.reading() as session:
        evidence = read_evidence(session, workspace.facts.framework)
    changes = read_changes(workspace, folder, options, [dossier.key for dossier in shown])
    return PagesAndChanges(
        size_rows(evidence.rows, workspace.originals, services.conversion), changes
    )


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier compile left: its dossiers, and its account."""

    folder: Path
    dossiers: tuple[CompiledDossier, ...]
    ledger: Ledger | None


def read_earlier(folder: Path, exports: Path) -> Earlier:
    """What lies in ``folder``; the account of an inspection edition is outside, in ``exports``."""
    if folder == usual_folder(exports, Edition.INSPECTION):
        ledger = read_ledger(exports, LEDGER_FOR_INSPECTION)
    else:
        ledger = read_ledger(folder)
    return Earlier(folder, read_recorded(folder), ledger)


def read_recorded(folder: Path) -> tuple[CompiledDossier, ...]:
    """The dossiers that a folder's record knows and that are still there."""
    record = BuildRecord(folder)
    found = [made for key in record.keys if (made := record.produced(key)) and made.volumes]
    dossiers = [compiled_dossier(made, folder, fresh=False) for made in found]
    present = [d for d in dossiers if all(file.is_file() for file in d.files)]
    return tuple(sorted(present, key=lambda d: natural_order(d.path.name)))
