"""照片说明 from a list: each line names a photo by its file, and says what it shows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.evidence.photos import PhotoEdit, PhotoRow, PhotosChanged, describe_photos, list_photos
from app.filekind import FileKind
from app.intake.manifest.rows import ListForm, ManifestRow, read_manifest
from app.ownership import is_office
from app.paths import own_name
from app.photos.notes import ELEMENTS, cleaned
from app.workspace.opening import Workspace
from models import Attachment, Blob, EvidenceItem, ItemRevision

FORM = ListForm(
    {
        "photo": ("照片", "照片文件", "文件", "文件名", "照片名称", "照片文件名", "file"),
        "title": ("题名", "照片题名", "标题", "图注"),
        "taken": ("时间", "拍摄时间", "日期", "拍摄日期"),
        "place": ("地点", "拍摄地点"),
        "people": ("人物", "照片人物"),
        "taken_by": ("摄影者", "拍摄者", "拍摄人", "摄影"),
        "words": ("文字说明", "说明", "照片说明"),
    },
    ("photo",),
)
#: What people write for what the line above says.
_ABOVE = frozenset({"同上", "〃", "″", '"', "″″"})


@dataclass(frozen=True, slots=True)
class PhotosListed:
    """What a list of photos did.

    Attributes:
        changes: the items that say something else now.
        photos: how many photos the list described.
        unknown: lines whose photo is not here, or of which there are several: number and name.
    """

    changes: tuple[PhotosChanged, ...]
    photos: int
    unknown: tuple[tuple[int, str], ...]


def describe_by_list(
    workspace: Workspace, path: Path, items: Sequence[str] | None = None
) -> PhotosListed:
    """Describe photos by a list in CSV or Excel, of these items or of all own ones.

    An empty cell leaves an element as it is; 同上 takes what the line above says. A line whose
    photo is not found is told, the others count.

    Raises:
        TableUnreadable: the list cannot be used.
        ItemUnknown, OwnedByUnit, OwnedByOffice, WorkspaceReadOnly: nothing changed.
    """
    with workspace.reading() as session:
        photos = list_photos(session, _with_photos(session) if items is None else items)
    edits, unknown = edits_by_list(path, photos)
    return PhotosListed(describe_photos(workspace, edits), len(edits), unknown)


def edits_by_list(
    path: Path, photos: Iterable[PhotoRow]
) -> tuple[list[PhotoEdit], tuple[tuple[int, str], ...]]:
    """What a list says of these photos, and its lines that name none of them, or several.

    Raises:
        TableUnreadable: the list cannot be used.
    """
    lines = filled_down(read_manifest(path.absolute(), FORM))
    named = _by_name(photos)
    edits: list[PhotoEdit] = []
    unknown: list[tuple[int, str]] = []
    for line in lines:
        written = own_name(line.cells.get("photo", "")).strip()
        found = named.get(_folded(written)) or named.get(_folded(Path(written).stem)) or []
        if not found or len({photo.sha256 for photo in found}) > 1:
            unknown.append((line.line, written))
            continue
        edits += [_edit(photo, line.cells) for photo in found]
    return edits, tuple(unknown)


def filled_down(rows: Iterable[ManifestRow]) -> tuple[ManifestRow, ...]:
    """The lines with what the line above says wherever they say 同上. Pure."""
    above: Mapping[str, str] = {}
    found: list[ManifestRow] = []
    for row in rows:
        cells = {
            name: above.get(name, "") if cell in _ABOVE and name != "photo" else cell
            for name, cell in row.cells.items()
        }
        found.append(ManifestRow(row.line, cells))
        above = cells
    return tuple(found)


def _edit(photo: PhotoRow, cells: Mapping[str, str]) -> PhotoEdit:
    said = {name: cleaned(cells[name], name) for name in ELEMENTS if cells.get(name)}
    title = " ".join(cells.get("title", "").split())
    return PhotoEdit(photo.item, photo.number, replace(photo.note, **said), title or None)


def _by_name(photos: Iterable[PhotoRow]) -> dict[str, list[PhotoRow]]:
    """Photos by what a list may call them: the file with and without its suffix, the title."""
    named: dict[str, list[PhotoRow]] = defaultdict(list)
    for photo in photos:
        for name in {_folded(photo.name), _folded(Path(photo.name).stem), _folded(photo.title)}:
            named[name].append(photo)
    return named


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()


def _with_photos(session: Session) -> list[str]:
    """The own items that hold pictures."""
    own = (
        select(EvidenceItem.id)
        .join(EvidenceItem.current)
        .where(EvidenceItem.removed_at.is_(None), EvidenceItem.by_office.is_(is_office(session)))
        .order_by(EvidenceItem.id)
    )
    picture = Blob.kind == FileKind.IMAGE.value
    main = own.join(Blob, Blob.sha256 == ItemRevision.blob_sha256).where(picture)
    part = (
        own.join(Attachment, Attachment.revision_id == ItemRevision.id)
        .join(Blob, Blob.sha256 == Attachment.blob_sha256)
        .where(picture)
    )
    return list(dict.fromkeys([*session.scalars(main), *session.scalars(part)]))
