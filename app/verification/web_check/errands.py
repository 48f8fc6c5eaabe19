"""Where pages of tasks are found: the addresses on their lists, and those that were looked up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from app.capture.addresses import whole_address
from app.capture.model import Refusal
from app.verification.notes import read_notes
from app.verification.slots import Slot
from app.verification.web_check.lookups import LOOKUPS
from app.verification.web_check.standing import bound_units
from app.verification.web_check.targets import read_targets
from app.workspace.registry import Registry


@dataclass(frozen=True, slots=True)
class Errand:
    """An address that is to be captured, what it must show, and where the page belongs."""

    address: str
    sought: str
    slot: Slot


def known_errands(session: Session, registry: Registry, unit: str = "") -> tuple[Errand, ...]:
    """Each address of a unit's task once, of one unit or of all.

    A line that is no address that may be asked for is left out.
    """
    found: dict[tuple[str, Slot], Errand] = {}
    for said in _named(session, registry):
        address = whole_address(said.address)
        if not isinstance(address, Refusal) and unit in {"", said.slot.unit}:
            found.setdefault((address, said.slot), replace(said, address=address))
    return tuple(found.values())


def _named(session: Session, registry: Registry) -> Iterator[Errand]:
    for line in read_targets(session):
        for unit in bound_units(registry, line):
            yield Errand(line.said.address, line.said.shows, replace(line.slot, unit=unit))
    for row in read_notes(session, LOOKUPS):
        yield Errand(row.said.address, row.said.sought, row.slot)
