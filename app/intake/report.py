"""The result of taking files in: one outcome for each file, and totals that add up."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.errors import JuanzongError
from app.evidence.filing import ItemToFile
from app.leftovers import ExclusionReason
from app.problems import Problem


class AttachState(StrEnum):
    """What became of a file that was handed in."""

    ADDED = "added"
    PART = "part"  # a second file of the item before it, as attachments of mails are
    PRESENT = "present"  # an item of just this content lies at just this place already
    REFUSED = "refused"  # it bears a mark of state secrecy
    UNDECIDED = "undecided"  # it may bear one, and a person has to decide first
    EXCLUDED = "excluded"  # it is no evidence: a program's or the system's own file
    FAILED = "failed"


#: What stays where it lies: nothing of it was stored.
KEPT_OUT = frozenset({AttachState.REFUSED, AttachState.UNDECIDED})


@dataclass(frozen=True, slots=True)
class AttachOutcome:
    """What became of one file.

    Attributes:
        file: its name, or its path inside the folder or archive that was handed in. Of a refused
            file this is for the screen only, and must not be stored or logged.
        source: what was handed in, on disk: the file itself, its folder or its archive.
        state: what became of it.
        item_id: the evidence item that it became, or that lies there already.
        title: the item's title.
        sha256: the content's address.
        mended: True if the stored original had been altered and was replaced by this file.
        problems: what is wrong with it; an added file may well have some.
        used_at: where the same content is used already.
        exclusion: why it was left out on purpose.
        error: why it failed or was refused.
        line: the manifest's line that named it.
        number: the 编号 of the item that lies there already.
        filing: what would be entered if a file that lies there already were added all the same.
    """

    file: str
    source: Path
    state: AttachState
    item_id: str | None = None
    title: str = ""
    sha256: str = ""
    problems: tuple[Problem, ...] = ()
    used_at: tuple[str, ...] = ()
    exclusion: ExclusionReason | None = None
    error: JuanzongError | None = None
    line: int | None = None
    number: str = ""
    filing: ItemToFile | None = None
    mended: bool = False


@dataclass(frozen=True, slots=True)
class AttachReport:
    """The ledger of one run: every input file has exactly one outcome."""

    outcomes: tuple[AttachOutcome, ...]
    seconds: float = 0.0

    def count(self, state: AttachState) -> int:
        """How many files came to this."""
        return Counter(outcome.state for outcome in self.outcomes)[state]

    @property
    def inputs(self) -> int:
        """How many files there were."""
        return len(self.outcomes)

    @property
    def clean(self) -> bool:
        """True if nothing failed or was refused, and nothing added waits for somebody to act."""
        return not any(
            outcome.state in {AttachState.FAILED, AttachState.REFUSED, AttachState.UNDECIDED}
            or any(problem.blocking for problem in outcome.problems)
            for outcome in self.outcomes
        )

    def added(self) -> tuple[AttachOutcome, ...]:
        """The files that became items."""
        return tuple(o for o in self.outcomes if o.state is AttachState.ADDED)

    def present(self) -> tuple[AttachOutcome, ...]:
        """The files that lay at their places already, and were not added once more."""
        return tuple(o for o in self.outcomes if o.state is AttachState.PRESENT)

    def undecided(self) -> tuple[AttachOutcome, ...]:
        """The files of which a person has to say that they are no state secret."""
        return tuple(o for o in self.outcomes if o.state is AttachState.UNDECIDED)
