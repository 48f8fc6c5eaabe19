"""Who sent a package: the name comes from the register, the package only claims it.

A package names its sender by id and by name. People compare a key with whoever bears the name, and
the key is then trusted for the id: so the two must be one partner's, and the name that is shown
is always the register's. An honest unit may have an older name than the register, if it was
renamed since it had its last task package; such names are known here and pass, unless they
belong to another unit by now.
"""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exchange.envelope.header import PackageHeader
from app.exchange.merge.errors import (
    FieldName,
    PayloadInvalid,
    RecordName,
    SenderNameDiffers,
)
from app.exchange.merge.incoming import Incoming
from app.exchange.payload.documents import MAIN, BasePart
from app.framework.lookup import fold_name
from app.identity.partners import OFFICE_NAME
from app.visible_text import visible
from app.workspace.opening import Facts
from app.workspace.unit_ids import unit_id
from app.workspace.unit_state import UnitState
from app.workspace.unit_store import read_state
from models import PackageRecord


def sender_name(session: Session, facts: Facts, incoming: Incoming) -> str:
    """What the sender is called here; its id must be known.

    Raises:
        SenderNameDiffers: the package claims a name that is not this sender's.
        PayloadInvalid: it calls the recipient or the units by names that cannot be right.
    """
    header = incoming.header
    if incoming.base is not None:
        _demand_units(incoming, incoming.base)
    if header.sender.unit_id is None:
        return _demanded(incoming, OFFICE_NAME, (), ())
    units = read_state(session).units
    unit = next(u for u in units if u.id == header.sender.unit_id)
    others = [name for u in units if u is not unit for name in (u.name, *u.aliases)]
    earlier = _earlier_names(session, facts.county, unit, header)
    return _demanded(incoming, unit.name, (*unit.aliases, *earlier), others)


def _demanded(incoming: Incoming, name: str, also: Iterable[str], others: Iterable[str]) -> str:
    """The registered name, if the claimed one fits it. Pure."""
    claimed = incoming.header.sender.name
    folded, right = _folded(claimed), _folded(name)
    known = folded in map(_folded, also) and folded not in map(_folded, (OFFICE_NAME, *others))
    if folded != right and not known:
        raise SenderNameDiffers(incoming.path, visible(claimed), name)
    return name


def _earlier_names(
    session: Session, county: str, unit: UnitState, header: PackageHeader
) -> list[str]:
    """Names that this unit had here: in packages made for it, and the one its id was made of."""
    sent = select(PackageRecord.peer_name).where(
        PackageRecord.peer == unit.id, PackageRecord.sent.is_(True)
    )
    names = list(session.scalars(sent.distinct()))
    claimed = header.sender.name
    return [*names, claimed] if unit_id(county, claimed) == unit.id else names


def _demand_units(incoming: Incoming, base: BasePart) -> None:
    """The office's list of units: each once, by names that people can tell apart."""
    if len({unit.id for unit in base.units}) < len(base.units):
        raise PayloadInvalid(incoming.path, RecordName(MAIN), FieldName("units"))
    names = [name for unit in base.units for name in (unit.name, *unit.aliases)]
    folded = [{_folded(name) for name in (unit.name, *unit.aliases)} for unit in base.units]
    apart = sum(map(len, folded)) == len(set().union(*folded))
    if not apart or any(not _folded(name) or visible(name) != name for name in names):
        raise PayloadInvalid(incoming.path, RecordName(MAIN), FieldName("units"))
    recipient = incoming.header.recipient
    own = next((unit for unit in base.units if unit.id == recipient.unit_id), None)
    if own is None or _folded(own.name) != _folded(recipient.name):
        raise PayloadInvalid(incoming.path, RecordName(MAIN), FieldName("units"))


def _folded(name: str) -> str:
    return fold_name(visible(name)).casefold()
