"""Marks of state secrecy in all spellings, places and formats, and harmless words beside them."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.report import KEPT_OUT, AttachState
from app.intake.requests import AttachRequest
from app.isolation import Workers
from app.jobs import SilentJob
from app.workspace.opening import Workspace
from tests.attack.playing import Attack, Outcome
from tests.support.secrecy import ALONE, HARMLESS, HARMLESS_NAMES, MARKS, NAMES, PLACES
from tests.support.workspaces import lushan, make_workspace

_TARGET = Target("60", "材料查证", "县司法局", 1)
_BATCH = 50


def _play(random: Random, count: int, folder: Path) -> Iterator[Outcome]:
    inbox = folder / "files"
    inbox.mkdir()
    with (
        make_workspace(folder / "县", lushan()) as workspace,
        Workers() as workers,
    ):
        for start in range(0, count, _BATCH):
            cases = [_case(random, inbox, n) for n in range(start, min(count, start + _BATCH))]
            request = AttachRequest(tuple(path for path, _, _, _ in cases), _TARGET)
            outcomes = attach_files(workspace, workers, request, SilentJob()).outcomes
            for path, case, canary, secret in cases:
                states = [o.state for o in outcomes if o.source == path]
                yield _judged(workspace, case, canary, states, secret=secret)


def _case(random: Random, folder: Path, number: int) -> tuple[Path, str, str, bool]:
    """A file, what is tried, a word that only this file holds, and whether it bears a mark."""
    place = random.choice([name for name in PLACES if name not in _FLAT])
    name, make = PLACES[place]
    canary = f"独角兽{number:05d}"
    secret = random.random() < 0.7
    own = folder / str(number)
    own.mkdir()
    suffix = Path(name).suffix
    if random.random() < 0.15:
        chosen = random.choice(NAMES if secret else HARMLESS_NAMES)
        path = own / f"{chosen}{suffix}"
        path.write_bytes(make(canary))
        return path, f"name {chosen!r}", canary, secret
    words = random.choice((*MARKS, *ALONE) if secret else HARMLESS)
    if any(one in place for one in _ONE_LINE):
        words = words.replace("\n", "")
    words = words.replace("\t", " ") if place not in _CELLS else words
    path = own / name
    path.write_bytes(make(f"{words}\n{canary}"))
    return path, f"{words!r} in {place}", canary, secret


#: Here a line end ends what is said, or words of several lines cannot stand.
_ONE_LINE = ("wordart", "alt", "deleted", "ofd")
_CELLS = frozenset({"xlsx-first", "xlsx-second", "xlsx-hidden", "ods", "csv"})
#: Attributes and names hold one line, without room for a canary beside the mark.
_FLAT = frozenset({"docx-wordart", "docx-alt", "docx-deleted", "pdf-layer", "pdf-bookmark"}) | {
    *("pdf-footer", "pdf-header-right", "pdf-watermark", "pdf-column", "pdf-column-beside"),
    *("ofd-column", "pptx-letters", "html-blocks", "xlsx-format", "docx-footer-page"),
    "ofd-register",
}


def _judged(
    workspace: Workspace, case: str, canary: str, states: Sequence[AttachState], *, secret: bool
) -> Outcome:
    said = ", ".join(state.value for state in states) or "nothing was said of it"
    if not secret:
        taken = bool(states) and not KEPT_OUT.intersection(states)
        return Outcome(f"harmless {case}", taken, said)
    left = _traces(workspace, canary)
    kept_out = bool(KEPT_OUT.intersection(states)) and AttachState.ADDED not in states
    found = f"; left in {', '.join(left)}" if left else ""
    return Outcome(f"mark {case}", kept_out and not left, f"{said}{found}")


def _traces(workspace: Workspace, canary: str) -> list[str]:
    """Where in the workspace a word is to be found, as bytes of files and of the database."""
    wanted = [canary.encode(coding) for coding in ("utf-8", "gb18030", "utf-16-le")]
    wanted.append(json.dumps(canary)[1:-1].encode())
    root = workspace.layout.root
    return [
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and any(each in path.read_bytes() for each in wanted)
    ]


ATTACK = Attack(
    name="secrecy-marks",
    promise="A file with a mark of state secrecy is never stored; harmless ones are taken in.",
    cases=300,
    play=_play,
)
