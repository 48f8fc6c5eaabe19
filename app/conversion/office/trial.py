"""Trying LibreOffice: is it there, which version is it, does it make pages?"""

import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from app.conversion.office.batch import OfficeFault, OfficeFile, convert_files
from app.conversion.office.process import hidden_window
from app.conversion.office.program import find_office
from app.jobs import JobContext, Progress

STAGE = "office"
_SECONDS = 90.0
_VERSION_SECONDS = 20.0
_SAMPLE = "卷宗转换测试\n\n迎检材料\n"


@dataclass(frozen=True, slots=True)
class OfficeTrial:
    """What a trial showed.

    Attributes:
        program: the program that was found; None if there is none.
        version: as it names itself ("LibreOffice 7.4.7.2"); "" if it does not say.
        seconds: how long the document took, the program's start included.
        fault: why no pages came; None if they came.
    """

    program: Path | None
    version: str = ""
    seconds: float = 0.0
    fault: OfficeFault | None = None

    @property
    def works(self) -> bool:
        """True if Office files can become pages on this machine."""
        return self.program is not None and self.fault is None


def try_office(
    chosen: Path | None, work: Path, job: JobContext, environment: Mapping[str, str] | None = None
) -> OfficeTrial:
    """Convert a small document with the chosen program, or with the one in a usual place.

    ``work`` is an empty folder, which the caller removes.

    Raises:
        Cancelled: somebody pressed cancel; no program is left running.
    """
    program = find_office(chosen)
    if program is None:
        return OfficeTrial(None)
    job.report(Progress(STAGE, 0, 2, str(program)))
    version = _version_of(program)
    job.report(Progress(STAGE, 1, 2, version))
    job.check_cancelled()
    folder = work / "in"
    folder.mkdir()
    sample = folder / "trial.txt"
    sample.write_text(_SAMPLE, encoding="utf-8-sig")
    began = time.monotonic()
    order = OfficeFile(sample, _SECONDS)
    try:
        (_, result), *_ = convert_files(program, [order], work, environment or {}, job)
    except OSError:  # the path names something that cannot be started
        return OfficeTrial(program, version, fault=OfficeFault.CRASHED)
    seconds = time.monotonic() - began
    job.report(Progress(STAGE, 2, 2))
    if isinstance(result, OfficeFault):
        return OfficeTrial(program, version, seconds, result)
    return OfficeTrial(
        program, version, seconds, None if _has_pages(result) else OfficeFault.CRASHED
    )


def _version_of(program: Path) -> str:
    try:
        told = subprocess.run(
            [str(program), "--version"],
            capture_output=True,
            timeout=_VERSION_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
            creationflags=hidden_window(),
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    words = told.stdout.decode("utf-8", "replace").split()
    return " ".join(words[:2])


def _has_pages(pdf: Path) -> bool:
    try:
        with pikepdf.open(pdf) as document:
            return len(document.pages) > 0
    except pikepdf.PdfError:
        return False
