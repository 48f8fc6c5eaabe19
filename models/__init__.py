"""What 卷宗 stores: the SQLAlchemy models, the engine and the migrations.

Tables are loaded when one of them is asked for, a module at a time: each takes SQLAlchemy a while,
and many commands read few of them. A worker process needs the vocabulary at most, and starts faster
and smaller without SQLAlchemy.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.base import Base
    from models.evidence import (
        Attachment,
        Blob,
        EvidenceItem,
        Figure,
        ItemRevision,
        NotApplicable,
        Placement,
    )
    from models.exchange import (
        BroughtOriginal,
        ExchangePeer,
        MergeSnapshot,
        PackageRecord,
        ReceivedEvent,
        WithheldOriginal,
    )
    from models.identity import IdentityKey, Person, TrustedKey
    from models.review import (
        RectificationNotice,
        RectificationReply,
        ReturnReason,
        Review,
        SelfCheck,
        Submission,
    )
    from models.workspace import (
        ContentSeal,
        Event,
        FrameworkRecord,
        Responsibility,
        Setting,
        Unit,
        UnitAlias,
        UnitGroup,
        UnitGroupMember,
        WorkspaceInfo,
    )

__all__ = [
    "Attachment",
    "Base",
    "Blob",
    "BroughtOriginal",
    "ContentSeal",
    "Event",
    "EvidenceItem",
    "ExchangePeer",
    "Figure",
    "FrameworkRecord",
    "IdentityKey",
    "ItemRevision",
    "MergeSnapshot",
    "NotApplicable",
    "PackageRecord",
    "Person",
    "Placement",
    "ReceivedEvent",
    "RectificationNotice",
    "RectificationReply",
    "Responsibility",
    "ReturnReason",
    "Review",
    "SelfCheck",
    "Setting",
    "Submission",
    "TrustedKey",
    "Unit",
    "UnitAlias",
    "UnitGroup",
    "UnitGroupMember",
    "WithheldOriginal",
    "WorkspaceInfo",
]

#: In the order in which they are looked through, what most commands need first. Relationships stay
#: within a module, and all references to another one lead to the first.
_MODULES = (
    "models.workspace",
    "models.identity",
    "models.evidence",
    "models.review",
    "models.exchange",
    "models.methods",
)


def __getattr__(name: str) -> object:
    """Load the modules up to that of this table. ``Base`` loads all: it answers for every table."""
    if name not in __all__:
        raise AttributeError(f"module 'models' has no attribute {name!r}")
    for module in map(import_module, _MODULES):
        found = {key: value for key, value in vars(module).items() if key in __all__}
        base = found.pop("Base")
        globals().update(found)
        if name in found:
            return found[name]
    globals()["Base"] = base
    return base
