"""One run of LibreOffice over a list of files: its limits, and its clean end."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import psutil

from app.confinement.family import open_family
from app.confinement.limits import Limits, Machine, office_limits
from app.confinement.model import Launch
from app.confinement.usage import own_memory, resident_memory
from app.conversion.office.profile import USUAL_EXPORT, Export, write_profile

#: How long the program's family may take to die before the caller goes on without it.
_DYING_SECONDS = 5.0
#: How often the system is asked which processes the program has started, in seconds.
_FAMILY_SECONDS = 0.5
#: A run that crashed with so large a share of its memory in use died of it: what it asked for
#: next was refused.
_SHARE_OF_FULL = 0.6
_WORDS_OF_FULL = (
    b"bad_alloc",
    b"MemoryError",
    b"out of memory",
    b"Cannot allocate memory",
    b"failed to map segment",
)


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


class Excess(Enum):
    """Which limit a run broke."""

    MEMORY = "memory"
    OUTPUT = "output"


class LibreOfficeRun:
    """LibreOffice at work on some files of one folder; never waits, so that it can be stopped.

    ``files`` are converted in their order; each ``name.suffix`` becomes ``name.pdf`` (or
    what else the way leads to) in ``out``.
    The run has a profile and a place for temporary files of its own, both in ``scratch``, so that
    no other LibreOffice takes the work over and nothing is left anywhere else. It lives within
    ``limits`` (those for the machine by default) and ends with this program.
    """

    def __init__(
        self,
        program: Path,
        files: Sequence[Path],
        out: Path,
        scratch: Path,
        environment: Mapping[str, str],
        way: Way,
        limits: Limits | None = None,
    ) -> None:
        """Start; all ``files`` lie in the same folder. Raises ``OSError``."""
        self.limits = limits or office_limits(Machine.now())
        self._out, self._scratch = out, scratch
        self._members: list[psutil.Process] = []
        self._looked = 0.0
        self._most = 0
        self._oversized = False
        temporary = scratch / "temporary"
        temporary.mkdir()
        places = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(temporary.absolute()))
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
        # The keys of whoever uses the computer are none of a document's business.
        places["GNUPGHOME"] = str(scratch.absolute())
        self._family = open_family(self.limits)
        try:
            with self._errors.open("wb") as errors:
                whole = {**os.environ, **environment, **places}
                self._process = self._family.start(Launch(command, files[0].parent, whole, errors))
        except OSError:
            self._family.close()
            raise
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
        return self._said(b"could not be loaded")

    def excess(self) -> Excess | None:
        """Say which limit the run has broken, if any; to be asked again and again while it runs."""
        fresh = self._find_members()
        self._most = max(self._most, max(map(own_memory, self._members), default=0))
        if resident_memory(self._members) > self.limits.memory:
            return Excess.MEMORY
        return Excess.OUTPUT if fresh and self._wrote_too_much() else None

    def late_excess(self) -> Excess | None:
        """Say which limit made a run fail that has been stopped, as far as can be told."""
        if self._process.returncode in {_OVERSIZE, 128 - _OVERSIZE} or self._oversized:
            return Excess.OUTPUT
        full = self._most > _SHARE_OF_FULL * self.limits.memory
        return Excess.MEMORY if full or any(map(self._said, _WORDS_OF_FULL)) else None

    def stop(self) -> None:
        """End the program with everything that it started, and drop its profile."""
        self._find_members(now=True)
        self._family.close()
        psutil.wait_procs(self._members, timeout=_DYING_SECONDS)
        self._process.poll()
        self._oversized = self._wrote_too_much()
        shutil.rmtree(self._profile, ignore_errors=True)
        shutil.rmtree(self._scratch / "temporary", ignore_errors=True)

    def _wrote_too_much(self) -> bool:
        return _size_of(self._out) + _size_of(self._scratch) >= self.limits.file_size

    def _find_members(self, *, now: bool = False) -> bool:
        """Look which processes there are, now and then; True if it was done this time."""
        moment = time.monotonic()
        if not now and moment - self._looked < _FAMILY_SECONDS:
            return False
        self._looked = moment
        try:
            parent = psutil.Process(self._process.pid)
            self._members = [*parent.children(recursive=True), parent]
        except psutil.Error:
            self._members = []
        return True

    def _said(self, words: bytes) -> bool:
        try:
            return words in self._errors.read_bytes()
        except OSError:
            return False


#: How a program ends on Unix that writes a larger file than it may: by this signal.
_OVERSIZE = -25


def _size_of(folder: Path) -> int:
    """The bytes in a folder where a program is at work: what vanishes meanwhile counts nothing."""
    total = 0
    for place, _, names in os.walk(folder):  # a folder that it cannot list counts nothing
        for name in names:
            with suppress(OSError):
                total += Path(place, name).lstat().st_size
    return total


def hidden_window() -> int:
    """The flag that keeps Windows from showing a console for a program."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0
