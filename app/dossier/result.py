"""What a compile did, for the command line and the window."""

from dataclasses import dataclass
from pathlib import Path

from app.dossier.output.ledger import Ledger
from app.dossier.output.produced import Produced


@dataclass(frozen=True, slots=True)
class CompiledDossier:
    """One dossier as it now lies in the folder.

    Attributes:
        key: names it from compile to compile.
        indicator: the indicator's code; of larger dossiers all codes, joined by a comma.
        path: the PDF, or that of the first volume.
        files: the PDFs of all volumes.
        pages: pages of all files, sheets included.
        numbered_pages: pages that bear a running number.
        volumes: how many volumes.
        complete: False if a placeholder stands for a file.
        fresh: False if it was up to date and has not been touched.
    """

    key: str
    indicator: str
    path: Path
    files: tuple[Path, ...]
    pages: int
    numbered_pages: int
    volumes: int
    complete: bool
    fresh: bool


@dataclass(frozen=True, slots=True)
class CompileResult:
    """What a compile did.

    Attributes:
        dossiers: everything asked for that now lies in the folder, in order.
        ledger: the account of all files.
        seconds: how long it took.
        without_evidence: wanted indicators for which nothing is attached; they have no dossier.
        not_applicable: wanted indicators that do not apply to anybody; they have none, either.
        unwritten: dossiers that could not be written, by title, and why.
        retired: files of earlier compiles that no longer belong, now in ``作废卷宗``.
        left_behind: such files that could not be moved, or that somebody has changed.
    """

    dossiers: tuple[CompiledDossier, ...]
    ledger: Ledger
    seconds: float
    without_evidence: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    unwritten: tuple[tuple[str, str], ...] = ()
    retired: tuple[Path, ...] = ()
    left_behind: tuple[Path, ...] = ()

    def to_json(self) -> dict[str, object]:
        """The result with the stable keys of the command line."""
        return {
            "dossiers": [
                {
                    "indicator": dossier.indicator,
                    "path": str(dossier.path),
                    "files": [str(file) for file in dossier.files],
                    "pages": dossier.pages,
                    "numbered_pages": dossier.numbered_pages,
                    "volumes": dossier.volumes,
                    "complete": dossier.complete,
                    "fresh": dossier.fresh,
                }
                for dossier in self.dossiers
            ],
            "ledger": self.ledger.to_json(),
            "seconds": round(self.seconds, 3),
            "without_evidence": list(self.without_evidence),
            "not_applicable": list(self.not_applicable),
            "unwritten": [{"title": title, "reason": why} for title, why in self.unwritten],
            "retired": [str(path) for path in self.retired],
            "left_behind": [str(path) for path in self.left_behind],
        }


def compiled_dossier(made: Produced, folder: Path, *, fresh: bool) -> CompiledDossier:
    """Tell of a dossier as it lies in ``folder``."""
    files = tuple(folder / volume.file.name for volume in made.volumes)
    return CompiledDossier(
        key=made.key,
        indicator=",".join(made.indicators),
        path=files[0],
        files=files,
        pages=sum(volume.physical_pages for volume in made.volumes),
        numbered_pages=sum(volume.numbered_pages for volume in made.volumes),
        volumes=len(made.volumes),
        complete=made.complete,
        fresh=fresh,
    )
