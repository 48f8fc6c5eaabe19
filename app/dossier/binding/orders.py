"""What is ordered: a dossier, a volume of it, a list of the folder. Light enough for both sides."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.dossier.output.lists import FolderList
from app.dossier.planning.grouping import DossierDraft
from app.dossier.planning.plan import VolumePlan
from app.dossier_options import DossierOptions
from app.sheets.content import LinkArea


@dataclass(frozen=True, slots=True)
class Original:
    """An original that goes beside the dossier, under its own name."""

    path: Path
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ProductionOrder:
    """All that is needed to make one dossier; can be sent to another process."""

    draft: DossierDraft
    options: DossierOptions
    year: int
    renditions: dict[str, Path]
    beside: tuple[Original, ...]
    folder: Path
    author: str
    program: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """Title and author (立卷单位), the program that bound it, and when (aware)."""

    title: str
    author: str
    program: str
    made_at: datetime
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Binding:
    """What one volume is bound from.

    Attributes:
        volume: its plan.
        sheets: the PDF with its generated sheets, in order.
        links: where the catalogue in ``sheets`` leads.
        renditions: PDF files by the key of the piece.
        options: for the place of the numbers.
        info: what the file says of itself.
    """

    volume: VolumePlan
    sheets: Path
    links: tuple[LinkArea, ...]
    renditions: Mapping[str, Path]
    options: DossierOptions
    info: DocumentInfo


@dataclass(frozen=True, slots=True)
class BindOrder:
    """One volume to bind into ``part``; ``key`` is its dossier's. Can be sent to a worker."""

    key: str
    binding: Binding
    part: Path


@dataclass(frozen=True, slots=True)
class ListOrder:
    """A list to write into the folder of the dossiers; can be sent to a worker.

    ``author`` is the body that it is from, ``program`` what makes it, and when (aware).
    """

    folder: Path
    content: FolderList
    author: str
    program: str
    made_at: datetime
