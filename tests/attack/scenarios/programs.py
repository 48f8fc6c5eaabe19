"""Programs under every name and in every wrapping, handed in, bound, saved and opened."""

import os
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from random import Random

from app.bootstrap import Services, open_services
from app.dossier_options import DossierOptions
from app.errors import NotForOpening
from app.evidence.places import Target
from app.filetypes.programs import runnable, runnable_content, runnable_name
from app.intake.attach import attach_files
from app.intake.errors import NotTakenIn
from app.intake.report import AttachReport
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.paths import legal_name
from app.preview.copies import copy_for_opening
from app.problems import NOT_EVIDENCE
from models import Attachment, Blob, ItemRevision
from tests.attack.playing import Attack, Outcome
from tests.support.programs import CONTENTS, DISGUISES, SUFFIXES
from tests.support.workspaces import lushan, make_workspace, rows

_HARMLESS = ("pdf", "docx", "jpg", "txt", "zip", "dat")
_TARGET = Target("60", "材料查证", "县司法局")


def play(random: Random, cases: int, folder: Path) -> Iterator[Outcome]:
    """Hand in one program a case; bind everything at the end of each."""
    make_workspace(folder / "workspace", lushan()).close()
    with open_services(folder / "workspace") as services:
        for number in range(cases):
            work = folder / str(number)
            work.mkdir()
            name, content, case = _program(random)
            case = f"{number}: {case} as {name!r}"
            try:
                yield Outcome(case, *_tried(random, services, work, name, content))
            except Exception as error:  # whatever is handed in, nothing may fail
                yield Outcome(case, held=False, detail=f"{type(error).__name__}: {error}")


def _program(random: Random) -> tuple[str, bytes, str]:
    """A program by its name, by its content, or by both."""
    kind = random.choice(sorted(CONTENTS))
    by_name = random.random() < 0.5
    suffix = random.choice(SUFFIXES)
    suffix = "".join(random.choice((c.lower(), c.upper())) for c in suffix)
    name = random.choice(DISGUISES).format(suffix)
    if not by_name:
        return f"报告.{random.choice(_HARMLESS)}", CONTENTS[kind], kind
    content = random.choice(
        (CONTENTS[kind], b"%PDF-1.4\n", b"GIF89a/*", b"text", random.randbytes(40))
    )
    return name, content, kind


def _tried(
    random: Random, services: Services, work: Path, name: str, content: bytes
) -> tuple[bool, str]:
    path = work / (name if os.name != "nt" else "file")
    path.write_bytes(content)
    path.chmod(0o755)
    before = len(rows(services.workspace, Blob))
    wrapping = random.choice((_bare, _in_zip, _in_mail, _in_folder))
    report = _attach(services, wrapping(work, path, name, content))
    stored = rows(services.workspace, Blob)
    for blob in stored:
        kept = services.workspace.originals.path(blob.sha256)
        if runnable_content(kept) is not None:
            return False, f"{wrapping.__name__}: taken in"
    files = [*rows(services.workspace, ItemRevision), *rows(services.workspace, Attachment)]
    if any(runnable_name(file.file_name) for file in files):
        return False, f"{wrapping.__name__}: taken in under its name"
    # The names of attachments are made legal first; what nobody sees in one becomes "_".
    stored_inert = wrapping is _in_mail and not runnable_name(legal_name(name))
    told = [one.error for one in report.outcomes if isinstance(one.error, NotTakenIn)]
    left_out = [one for one in report.outcomes if one.exclusion is not None]
    mail = wrapping is _in_mail and any(one.problems for one in report.outcomes)
    if not (
        mail or stored_inert or left_out or any(one.problem.kind in NOT_EVIDENCE for one in told)
    ):
        return False, f"{wrapping.__name__}: not told"
    if len(stored) > before + 1 + stored_inert:
        return False, "something else came in"
    try:
        copy = copy_for_opening(services.workspace, services.workers, path, "", name, SilentJob())
        return False, f"opened as {copy.path.name}"
    except NotForOpening:
        pass
    if random.random() < 0.1:
        return _bound(services, work / "out")
    return True, wrapping.__name__


def _bound(services: Services, out: Path) -> tuple[bool, str]:
    services.dossiers.compile(out, DossierOptions(), SilentJob())
    for file in (one for one in out.rglob("*") if one.is_file()):
        if runnable_name(file.name) or runnable(file, file.name) or file.stat().st_mode & 0o111:
            return False, f"beside the dossier: {file.name}"
    return True, "bound"


def _attach(services: Services, path: Path) -> AttachReport:
    request = AttachRequest((path,), _TARGET)
    return attach_files(services.workspace, services.workers, request, SilentJob())


def _bare(work: Path, path: Path, name: str, content: bytes) -> Path:
    return path


def _in_folder(work: Path, path: Path, name: str, content: bytes) -> Path:
    folder = work / "材料"
    folder.mkdir()
    path.rename(folder / path.name)
    path.write_bytes(content)
    return folder


def _in_zip(work: Path, path: Path, name: str, content: bytes) -> Path:
    package = work / "wrapped.zip"
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr(name, content)
    return package


def _in_mail(work: Path, path: Path, name: str, content: bytes) -> Path:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = f"材料 {work.name}", "a@x.cn", "b@x.cn"
    mail.set_content("见附件")
    mail.add_attachment(content, "application", "octet-stream", filename=name)
    wrapped = work / "wrapped.eml"
    wrapped.write_bytes(bytes(mail))
    return wrapped


ATTACK = Attack(
    name="programs",
    promise="No program, link or disk image is taken in, bound, laid beside a dossier, or opened.",
    cases=60,
    play=play,
)
