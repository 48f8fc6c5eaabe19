"""What belongs to a finished dossier."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.dossier.output.files import WrittenFile
from app.dossier.planning.plan import VolumePlan
from app.errors import JuanzongError
from app.sheets.content import MasterRow, Spine


@dataclass(frozen=True, slots=True)
class BoundFile:
    """An original as the check list names it, with the item it belongs to.

    ``sequence`` counts the items of the volume, ``number`` is the item's 编号.
    """

    sequence: int
    title: str
    doc_number: str
    issuer: str
    date: str
    unit: str
    first_number: int
    last_number: int
    name: str
    size: int
    pages: int
    sha256: str
    sm3: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class ProducedVolume:
    """A volume in the folder."""

    file: WrittenFile
    numbered_pages: int
    physical_pages: int
    fingerprint: str
    master: MasterRow
    spine: Spine
    contents: tuple[BoundFile, ...]


@dataclass(frozen=True, slots=True)
class Produced:
    """A finished dossier with the originals that lie beside it."""

    key: str
    title: str
    indicators: tuple[str, ...]
    complete: bool
    volumes: tuple[ProducedVolume, ...]
    beside: tuple[WrittenFile, ...]

    @property
    def files(self) -> tuple[WrittenFile, ...]:
        """Every file of the dossier."""
        return (*(volume.file for volume in self.volumes), *self.beside)


@dataclass(frozen=True, slots=True)
class NotProduced:
    """A dossier that could not be written; what was there before is intact."""

    key: str
    error: JuanzongError


def contents_of(volume: VolumePlan) -> Iterator[BoundFile]:
    """Every file of every row of a volume."""
    for placed in volume.items:
        item = placed.item
        for piece in item.pieces:
            files = (*((piece.replaced,) if piece.replaced else ()), *piece.files)
            for file in files:
                shown = file in piece.files and not placed.repeated
                yield BoundFile(
                    sequence=placed.sequence,
                    title=item.title,
                    doc_number=item.doc_number,
                    issuer=item.issuer,
                    date=item.date,
                    unit=item.unit,
                    first_number=placed.first_number,
                    last_number=placed.last_number,
                    name=file.name,
                    size=file.size,
                    pages=piece.page_count if shown and file is piece.files[0] else 0,
                    sha256=file.sha256,
                    sm3=file.sm3,
                    number=item.number,
                )
