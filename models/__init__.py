"""What 卷宗 stores: the SQLAlchemy models, the engine and the migrations.

The tables are loaded when the first of them is asked for. A worker process needs the vocabulary
at most, and starts faster and smaller without SQLAlchemy.
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
        NotApplicable,
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

#: All of them together, because their relationships name each other.
_MODULES = (
    "models.base",
    "models.evidence",
    "models.exchange",
    "models.identity",
    "models.methods",
    "models.review",
    "models.workspace",
)


def __getattr__(name: str) -> object:
    """Load every table, then give the one that was asked for."""
    if name not in __all__:
        raise AttributeError(f"module 'models' has no attribute {name!r}")
    for module in map(import_module, _MODULES):
        found = {key: value for key, value in vars(module).items() if key in __all__}
        globals().update(found)
    return globals()[name]
