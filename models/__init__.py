"""What 卷宗 stores: the SQLAlchemy models, the engine and the migrations.

The module of a table is loaded when the table is first asked for: SQLAlchemy takes a while for
each, and many commands need few of them. A worker process needs only the vocabulary. It starts
faster and takes less memory without SQLAlchemy.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.base import Base
    from models.evidence import (
        Attachment,
        Blob,
        CompletePoint,
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
    "CompletePoint",
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

#: The modules in the order in which they are searched: what most commands need comes first.
#: Relationships stay within a module; references to another module always lead to the first one.
_MODULES = (
    "models.workspace",
    "models.identity",
    "models.evidence",
    "models.review",
    "models.exchange",
    "models.verification",
    "models.exams",
)


def __getattr__(name: str) -> object:
    """Load the modules up to the one that defines this table.

    ``Base`` loads all of them, because it knows every table.
    """
    if name not in __all__:
        raise AttributeError(f"module 'models' has no attribute {name!r}")
    for module in map(import_module, _MODULES):
        found = {key: value for key, value in vars(module).items() if key in __all__}
        found.pop("Base", None)
        globals().update(found)
        if name in found:
            return found[name]
    base: object = import_module("models.base").Base
    globals()["Base"] = base
    return base
