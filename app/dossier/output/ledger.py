"""The closing account: every input is bound, left out for a reason, or failed for a reason."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.dossier.errors import LedgerOpen
from app.terms import indicator_heading


class LedgerState(StrEnum):
    """What became of an input."""

    INCLUDED = "included"
    EXCLUDED = "excluded"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One file at one indicator.

    Attributes:
        file: its name.
        indicator: the indicator's code.
        number: the 编号 of the item that it belongs to; "" if the set has no such task.
        unit: the unit that handed it in.
        state: what became of it.
        reason: why, in Chinese; "" if there is nothing to say.
        pages: how many pages of it are bound.
        findings: what the file holds that its pages do not show, as Chinese sentences; those that
            a person has dismissed are not among them.
    """

    file: str
    indicator: str
    state: LedgerState
    reason: str = ""
    pages: int = 0
    findings: tuple[str, ...] = ()
    number: str = ""
    unit: str = ""

    @property
    def place(self) -> str:
        """Where it belongs, and whose it is: "指标 60　60-20-3　县司法局"."""
        return "　".join(filter(None, (indicator_heading(self.indicator), self.number, self.unit)))

    @property
    def doubtful(self) -> bool:
        """True if it is bound, and not all that it holds."""
        return self.state is LedgerState.INCLUDED and bool(self.findings)

    def to_json(self) -> dict[str, str | int | list[str]]:
        """The entry with the stable keys of the command line."""
        return {
            "file": self.file,
            "indicator": self.indicator,
            "number": self.number,
            "unit": self.unit,
            "state": self.state.value,
            "reason": self.reason,
            "pages": self.pages,
            "findings": list(self.findings),
        }


@dataclass(frozen=True, slots=True)
class Ledger:
    """An account whose totals close. Make it with ``close_ledger``."""

    inputs: int
    included: int
    excluded: int
    failed: int
    entries: tuple[LedgerEntry, ...]

    def __post_init__(self) -> None:
        counts = Counter(entry.state for entry in self.entries)
        counted = tuple(counts[state] for state in LedgerState)  # in, left out, failed
        silent = [
            entry.file
            for entry in self.entries
            if entry.state is not LedgerState.INCLUDED and not entry.reason
        ]
        stated = (self.included, self.excluded, self.failed)
        if counted != stated or sum(counted) != self.inputs or silent:
            raise LedgerOpen(self.inputs, counted[0], counted[1], counted[2], tuple(silent))

    @property
    def doubtful(self) -> int:
        """How many of the files that are in hold something that their pages do not show."""
        return sum(entry.doubtful for entry in self.entries)

    def to_json(self) -> dict[str, object]:
        """The account with the stable keys of the command line."""
        return {
            "inputs": self.inputs,
            "included": self.included,
            "excluded": self.excluded,
            "failed": self.failed,
            "doubtful": self.doubtful,
            "entries": [entry.to_json() for entry in self.entries],
        }


def close_ledger(inputs: int, entries: Iterable[LedgerEntry]) -> Ledger:
    """Sum up; ``inputs`` is counted independently of the entries.

    Raises:
        LedgerOpen: the totals do not close, or an entry that is not in has no reason.
    """
    kept = tuple(entries)
    counts = Counter(entry.state for entry in kept)
    return Ledger(
        inputs,
        counts[LedgerState.INCLUDED],
        counts[LedgerState.EXCLUDED],
        counts[LedgerState.FAILED],
        kept,
    )
