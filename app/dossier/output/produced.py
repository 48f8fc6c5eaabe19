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

    ``sequence`` counts the items of the volume, ``number`` is the item's 编号. ``page`` counts all
    pages of the volume from 1, and is 0 where the item is not bound in it. ``bound_as`` names how a
    person wanted the file bound; None if it was not noted then. ``origin`` is where on the web the
    item was seen (``WebOrigin.text``).
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
    indicator: str = ""
    placement: str = ""
    page: int = 0
    bound_as: str | None = None
    origin: str = ""


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
    pages = {sheet.first_number: sheet.first_page + 1 for sheet in volume.sheets}
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
                    indicator=item.indicator,
                    placement=item.placement,
                    page=pages[placed.first_number] if placed.first_number else 0,
                    bound_as=file.bound_as,
                    origin=item.origin.text,
                )
