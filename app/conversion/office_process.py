"""One run of LibreOffice over a list of files, and its clean end."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from app.conversion.office_profile import USUAL_EXPORT, Export, write_profile

#: How long the program's family may take to die before the caller goes on without it.
_DYING_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Way:
    """How files are converted; one run goes one way only.

    Attributes:
        reader: the import filter, if LibreOffice's own choice will not do.
        target: the suffix of what it writes, without the dot.
        export: what goes onto the pages besides the usual.
    """

    reader: str = ""
    target: str = "pdf"
    export: Export = USUAL_EXPORT


USUAL_WAY = Way()


class OfficeRun:
    """LibreOffice at work on some files of one folder; never waits, so that it can be stopped.

    ``files`` are converted in their order; each ``name.suffix`` becomes ``name.pdf`` (or
    what else the way leads to) in ``out``.
    The run has a profile of its own, so that no other LibreOffice takes the work over.
    """

    def __init__(
        self,
        program: Path,
        files: Sequence[Path],
        out: Path,
        scratch: Path,
        environment: Mapping[str, str],
        way: Way,
    ) -> None:
        """Start; all ``files`` lie in the same folder."""
        self._profile = scratch / "profile"
        write_profile(self._profile, way.export)
        self._errors = scratch / "errors.txt"
        command = [
            str(program),
            f"-env:UserInstallation={self._profile.absolute().as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            "--nolockcheck",
            *([f"--infilter={way.reader}"] if way.reader else []),
            "--convert-to",
            way.target,
            "--outdir",
            str(out.absolute()),
            # Bare names keep a hundred files within the 32 K that Windows gives a command line.
            *(file.name for file in files),
        ]
        with self._errors.open("wb") as errors:
            self._process = subprocess.Popen(
                command,
                cwd=files[0].parent,
                # The keys of whoever uses the computer are none of a document's business.
                env={**os.environ, **environment, "GNUPGHOME": str(scratch)},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                creationflags=hidden_window(),
            )
        self.started = time.monotonic()

    @property
    def running(self) -> bool:
        """True while the program has not ended."""
        return self._process.poll() is None

    @property
    def crashed(self) -> bool:
        """True if the program ended otherwise than by finishing (1: some file failed)."""
        return self._process.poll() not in {None, 0, 1}

    def could_not_load(self) -> bool:
        """Say whether the program complained that it could not load a file."""
        try:
            return b"could not be loaded" in self._errors.read_bytes()
        except OSError:
            return False

    def stop(self) -> None:
        """End the program with everything that it started, and drop its profile."""
        family: list[psutil.Process] = []
        try:
            parent = psutil.Process(self._process.pid)
            family = [*parent.children(recursive=True), parent]
        except psutil.NoSuchProcess:
            pass
        for process in family:
            try:
                process.kill()
            except psutil.NoSuchProcess:
                continue
        psutil.wait_procs(family, timeout=_DYING_SECONDS)
        self._process.poll()
        shutil.rmtree(self._profile, ignore_errors=True)


def hidden_window() -> int:
    """The flag that keeps Windows from showing a console for a program."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0
