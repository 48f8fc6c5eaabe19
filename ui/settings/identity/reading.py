"""The identity of a workspace, read in one go."""

from dataclasses import dataclass

from app.bootstrap import Services
from app.identity.people import PersonRow, list_people
from app.identity.trust import TrustRow, list_trusted


@dataclass(frozen=True, slots=True)
class IdentityReading:
    """What the three cards show.

    Attributes:
        owner: whose keys they are.
        fingerprint: the fingerprint of the keys, or "" while there are none.
        protected: True if a pass-phrase is asked for.
        weak: True if the one in use would be refused today.
        people: who is registered, including those who have left.
        sitting: the id of the person who is working now, or "".
        trusted: the partners whose keys were confirmed.
    """

    owner: str
    fingerprint: str
    protected: bool
    weak: bool
    people: tuple[PersonRow, ...]
    sitting: str
    trusted: tuple[TrustRow, ...]


def read_identity(services: Services) -> IdentityReading:
    """Read everything; to be called in a thread."""
    identity = services.identity
    keys = identity.public_keys()
    with services.workspace.reading() as session:
        people = list_people(session, with_retired=True)
        trusted = list_trusted(session)
    return IdentityReading(
        identity.owner,
        keys.fingerprint if keys is not None else "",
        identity.protected,
        identity.weak,
        people,
        services.person.id if services.person is not None else "",
        trusted,
    )
