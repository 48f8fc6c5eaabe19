"""The plan of a printing: rows for each volume, and totals. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.dossier.output.produced import Produced
from app.dossier.printing.pages import PrintedPages
from app.names.printing import PrintState


@dataclass(frozen=True, slots=True)
class PrintVolume:
    """A volume as it is printed.

    Attributes:
        file: its name in the folder.
        sha256: of the file, by which a print is remembered.
        state: new, changed or the same since the last print.
        pages: pages of the file.
        large: its pages that need A3, counted from 1 as print dialogs do.
        coloured: its pages with colour.
        sheets: leaves of paper for one copy.
        copies: how often it is printed; 0 if it need not be.
    """

    file: str
    title: str
    sha256: str
    state: PrintState
    pages: int
    large: tuple[int, ...]
    coloured: tuple[int, ...]
    sheets: int
    copies: int

    @property
    def large_words(self) -> str:
        """The pages that need A3, as a print dialog takes them; "" if there are none."""
        return page_ranges(self.large)

    @property
    def coloured_words(self) -> str:
        """The pages with colour, likewise."""
        return page_ranges(self.coloured)


@dataclass(frozen=True, slots=True)
class PrintPlan:
    """All volumes of a folder; the totals count what is to be printed, all copies together."""

    title: str
    duplex: bool
    volumes: tuple[PrintVolume, ...]

    @property
    def due(self) -> tuple[PrintVolume, ...]:
        """The volumes to print."""
        return tuple(volume for volume in self.volumes if volume.copies)

    @property
    def pages(self) -> int:
        """Pages to print."""
        return sum(v.pages * v.copies for v in self.volumes)

    @property
    def sheets(self) -> int:
        """Leaves of paper, A3 among them."""
        return sum(v.sheets * v.copies for v in self.volumes)

    @property
    def large(self) -> int:
        """Pages on A3."""
        return sum(len(v.large) * v.copies for v in self.volumes)

    @property
    def coloured(self) -> int:
        """Pages in colour."""
        return sum(len(v.coloured) * v.copies for v in self.volumes)


def page_ranges(pages: Iterable[int]) -> str:
    """Pages as every print dialog takes them: "3, 5-7, 9"."""
    runs: list[tuple[int, int]] = []
    for page in sorted(set(pages)):
        if runs and page == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], page
        else:
            runs.append((page, page))
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


def plan_printing(
    title: str,
    dossiers: Iterable[Produced],
    looks: Mapping[str, PrintedPages],
    printed: Mapping[str, str],
    *,
    copies: int,
    duplex: bool,
    everything: bool = False,
) -> PrintPlan:
    """Plan what to print of the volumes in a folder.

    ``looks`` has the pages of each file by its SHA-256, ``printed`` the SHA-256 of each file name
    when it was printed last. ``everything``: also what has not changed since.
    """
    volumes = []
    for dossier in dossiers:
        for volume in dossier.volumes:
            file = volume.file
            look = looks[file.sha256]
            before = printed.get(file.name)
            state = (
                PrintState.NEW
                if before is None
                else PrintState.SAME
                if before == file.sha256
                else PrintState.CHANGED
            )
            due = everything or state is not PrintState.SAME
            volumes.append(
                PrintVolume(
                    file.name,
                    volume.master.title,
                    file.sha256,
                    state,
                    look.count,
                    look.large,
                    look.coloured,
                    (look.count + 1) // 2 if duplex else look.count,
                    copies if due else 0,
                )
            )
    return PrintPlan(title, duplex, tuple(volumes))
