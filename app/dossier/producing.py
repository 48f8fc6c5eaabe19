"""One dossier from draft to files: plan, render, bind, hash. Runs in a worker process or here."""

import errno
import functools
import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.dossier.bind import Binding, bind_volume, part_of, save_plain
from app.dossier.document import DocumentInfo
from app.dossier.grouping import Draft
from app.dossier.options import DossierOptions
from app.dossier.pdfa import save_pdfa
from app.dossier.plan import DossierPlan, VolumePlan
from app.dossier.planner import plan_dossier
from app.errors import BindingFailed, DiskFull, FolderNotWritable, JuanzongError, TargetInUse
from app.jobs import JobContext, SilentJob
from app.originals import digest_file
from app.paths import extended, legal_name
from app.sheets.content import MasterRow, Spine
from app.sheets.rendering import measure_sheet, render_sheets

#: Where originals go that no page can show.
BESIDE_FOLDER = "随卷原件"


@dataclass(frozen=True, slots=True)
class Original:
    """An original that goes beside the dossier, under its own name."""

    path: Path
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ProductionOrder:
    """All that is needed to make one dossier; can be sent to another process."""

    draft: Draft
    options: DossierOptions
    year: int
    renditions: dict[str, Path]
    beside: tuple[Original, ...]
    folder: Path
    author: str
    program: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file as it was written: its place in the output folder, size, time and check sums."""

    name: str
    size: int
    modified: int  # ns
    sha256: str
    sm3: str


@dataclass(frozen=True, slots=True)
class BoundFile:
    """An original as the check list names it, with the item it belongs to."""

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


@dataclass(frozen=True, slots=True)
class ProducedVolume:
    """A volume as it lies in the folder."""

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


def produce(order: ProductionOrder) -> Produced | NotProduced:
    """Make one dossier in a worker; what goes wrong comes back as a value."""
    return produce_here(order, SilentJob())


def produce_here(order: ProductionOrder, job: JobContext) -> Produced | NotProduced:
    """Make one dossier in this process.

    Raises:
        Cancelled: between two volumes; each file is then either old or new.
    """
    try:
        plan = plan_dossier(order.draft, order.options, measure_sheet, order.year)
        volumes = []
        for volume in plan.volumes:
            job.check_cancelled()
            volumes.append(_make_volume(order, plan, volume))
        beside = tuple(_copy_beside(order, job))
    except (BindingFailed, DiskFull) as error:
        return NotProduced(order.draft.key, error)
    except PermissionError as error:
        path = Path(error.filename2 or error.filename or order.folder)
        return NotProduced(order.draft.key, _refusal(path, order.folder, error))
    except OSError as error:
        return NotProduced(order.draft.key, _trouble(order, error))
    return Produced(plan.key, plan.title, plan.indicators, plan.complete, tuple(volumes), beside)


def _trouble(order: ProductionOrder, error: OSError) -> JuanzongError:
    if error.errno == errno.ENOSPC:
        needed = sum(path.stat().st_size for path in order.renditions.values() if path.exists())
        return DiskFull(order.folder, needed, shutil.disk_usage(order.folder).free)
    return FolderNotWritable(order.folder, error.strerror or str(error))


def _refusal(path: Path, folder: Path, error: PermissionError) -> JuanzongError:
    """Windows refuses to replace a file that a viewer has open."""
    if path.suffix == ".pdf" and path.exists():
        return TargetInUse(path)
    return FolderNotWritable(folder, error.strerror or str(error))


def _make_volume(order: ProductionOrder, plan: DossierPlan, volume: VolumePlan) -> ProducedVolume:
    target = order.folder / volume.file_name
    contents = [sheet.content for sheet in volume.sheets if sheet.content is not None]
    with tempfile.TemporaryDirectory(prefix="juanzong-") as work:
        sheets = Path(work) / "sheets.pdf"
        rendered = render_sheets(contents, sheets, watermark=order.options.watermark)
        title = volume.master.title
        info = DocumentInfo(title, order.author, order.program, order.made_at, volume.fingerprint)
        save = save_pdfa if order.options.pdfa else save_plain
        bind_volume(
            Binding(volume, sheets, rendered.links, order.renditions, order.options, info),
            target,
            save,
        )
    return ProducedVolume(
        file=written_file(target, order.folder),
        numbered_pages=volume.page_count,
        physical_pages=volume.physical_pages,
        fingerprint=volume.fingerprint,
        master=volume.master,
        spine=volume.spine,
        contents=tuple(_contents(volume)),
    )


def written_file(path: Path, folder: Path) -> WrittenFile:
    """Hash a file that was just written and take note of its size and time."""
    digests = digest_file(extended(path))
    state = extended(path).stat()
    name = path.relative_to(folder).as_posix()
    return WrittenFile(name, state.st_size, state.st_mtime_ns, digests.sha256, digests.sm3)


def is_as_written(file: WrittenFile, folder: Path) -> bool:
    """True if the file is there with the size and time it was written with."""
    try:
        state = extended(folder / file.name).stat()
    except OSError:
        return False
    return (state.st_size, state.st_mtime_ns) == (file.size, file.modified)


def _contents(volume: VolumePlan) -> Iterator[BoundFile]:
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
                )


def _copy_beside(order: ProductionOrder, job: JobContext) -> Iterator[WrittenFile]:
    """Copy what cannot be printed; equal names of different content are kept apart."""
    if not order.beside:
        return
    folder = order.folder / BESIDE_FOLDER / legal_name(order.draft.file_stem, 60)
    extended(folder).mkdir(parents=True, exist_ok=True)
    taken: dict[str, str] = {}
    for original in order.beside:
        job.check_cancelled()
        name = _free_name(legal_name(original.name), original.sha256, taken)
        if name in taken:
            continue
        taken[name] = original.sha256
        target = folder / name
        if not (target.exists() and target.stat().st_size == original.path.stat().st_size):
            replace_with(target, functools.partial(shutil.copyfile, extended(original.path)))
        yield written_file(target, order.folder)


def _free_name(name: str, sha256: str, taken: dict[str, str]) -> str:
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        stem, suffix = name, ""
    candidate, number = name, 1
    while taken.get(candidate, sha256) != sha256:
        number += 1
        candidate = f"{stem}（{number}）{dot}{suffix}"
    return candidate


def replace_with(target: Path, write: Callable[[Path], object]) -> None:
    """Write beside ``target``, then put it in place; a failure leaves the old file."""
    part = extended(part_of(target))
    try:
        write(part)
        part.replace(extended(target))
    finally:
        part.unlink(missing_ok=True)


def fingerprint_of_draft(draft: Draft, options: DossierOptions, year: int, program: str) -> str:
    """What decides every byte of a dossier but its date: equal fingerprints need no new one."""
    plain = (draft, _without_filters(options), year, program)
    return hashlib.sha256(repr(plain).encode("utf-8")).hexdigest()


def _without_filters(options: DossierOptions) -> tuple[object, ...]:
    return (
        options.scope,
        options.numbering,
        options.duplex_blanks,
        options.volume_limit,
        options.photos_per_page,
        options.watermark,
        options.pdfa,
        options.archive,
    )
