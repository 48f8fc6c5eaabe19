"""Taking in files by a list: where each file lies, where it goes, what it is called."""

import re
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from app.errors import JuanzongError
from app.evidence.descriptions import Description, normalised
from app.evidence.places import Target, resolve
from app.framework.lookup import fold_name
from app.intake.assignments import Assignment
from app.intake.attach import assign
from app.intake.errors import ManifestCellInvalid, ManifestFileMissing
from app.intake.inspection import inspect
from app.intake.manifest.rows import ManifestRow, read_manifest
from app.intake.pipeline import Ordered, run
from app.intake.report import AttachOutcome, AttachReport, AttachState
from app.isolation import Workers
from app.jobs import JobContext
from app.paths import extended, readable_name
from app.web_origin import ORIGIN_FIELDS, OriginEdit
from app.workspace.opening import Workspace


def attach_manifest(
    workspace: Workspace,
    workers: Workers,
    manifest: Path,
    job: JobContext,
    *,
    again: bool = False,
    cleared: str = "",
) -> AttachReport:
    """Take in what a list names; a bad line is reported with its number, the others go in.

    Paths are relative to the list's own folder. What lies at its place already, as after a list
    was mended, is not added once more unless it is wanted ``again``.

    Raises:
        TableUnreadable: the list as a whole cannot be used; nothing was taken in.
        WorkspaceReadOnly: the workspace is open for reading only.
        Cancelled: somebody pressed cancel; what was entered before stays.
    """
    workers.warm_up(inspect)  # while the list is read
    manifest = manifest.absolute()
    assignments: list[Assignment] = []
    outcomes: list[Ordered] = []
    registry, facts, today = workspace.registry(), workspace.facts, workspace.today()
    for row in read_manifest(manifest):
        try:
            place = resolve(_target_of(row), facts.framework, registry, facts.unit_name)
            source = _path_of(row, manifest)
            stated = normalised(_description_of(row), today)
        except JuanzongError as error:
            name = row.cells.get("path", "")
            failed = AttachState.FAILED
            outcome = AttachOutcome(name, manifest, failed, error=error, line=row.line)
            outcomes.append(((row.line,), outcome))
            continue
        found, others = assign([source], place, stated, turn=row.line, line=row.line)
        assignments += found
        outcomes += others
    return run(workspace, workers, assignments, outcomes, job, again=again, cleared=cleared)


_POINT = re.compile(r"\(?(?:材料)?(?:要点)?第?(\d{1,3})(?:个|条|项|点)?(?:要点)?[).、]?")


def _path_of(row: ManifestRow, manifest: Path) -> Path:
    """The file that a row names. Raises if it names none, or none that is there."""
    written = row.cells.get("path", "").strip("\"'“”")
    if not written:
        raise ManifestCellInvalid("文件", "（空）")
    path = manifest.parent / written
    if path.exists():
        return path
    # Lists are often written on Windows and used elsewhere, and Macs write names in another form.
    found = manifest.parent
    for part in PurePosixPath(written.replace("\\", "/")).parts:
        inside = found / part
        found = inside if inside.exists() else _called_alike(found, part) or inside
    if found.exists():
        return found
    raise ManifestFileMissing(written, found.parent, _similar(found))


def _similar(path: Path) -> tuple[str, ...]:
    """The names beside a missing file that come nearest to its own, whatever their suffixes."""
    by_stem = {Path(name).stem: name for name in _names_in(path.parent)}
    return tuple(by_stem[stem] for stem in get_close_matches(path.stem, by_stem, n=3))


def _called_alike(folder: Path, name: str) -> Path | None:
    """The file or folder whose name differs in no way that people see."""
    wanted = readable_name(name).strip().casefold()
    names = (one for one in _names_in(folder) if readable_name(one).strip().casefold() == wanted)
    return next((folder / one for one in names), None)


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in extended(folder).iterdir())
    except OSError:
        return []


def _target_of(row: ManifestRow) -> Target:
    return Target(
        _without_fraction(row.cells.get("indicator", "")),
        row.cells.get("method", ""),
        row.optional("unit"),
        _point_of(row.optional("point")),
    )


def _point_of(written: str | None) -> int | None:
    """The number of a point: 1, 1.0, 要点1, 第1项, （1）."""
    if written is None:
        return None
    folded = fold_name(_without_fraction(written))
    found = re.fullmatch(
        r"\(?(?:材料)?(?:要点)?第?(\d{1,3})(?:个|条|项|点)?(?:要点)?[).、]?", folded
    )
    if found is None:
        raise ManifestCellInvalid("材料要点", written)
    return int(found[1])


def _without_fraction(written: str) -> str:
    """A number without the fraction that tables give to all their numbers: 60.0 is 60."""
    return re.sub(r"(?<=\d)[.．]0+$", "", written.strip())


def _description_of(row: ManifestRow) -> Description:
    return Description(
        row.optional("title"),
        row.optional("doc_number"),
        row.optional("issuer"),
        row.optional("date"),
        OriginEdit(**{name: row.optional(name) for name in ORIGIN_FIELDS}),
    )
