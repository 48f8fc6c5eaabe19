"""What 卷宗 stores: the SQLAlchemy models, the engine and the migrations."""

from models.base import Base
from models.evidence import (
    Attachment,
    Blob,
    EvidenceItem,
    Figure,
    ItemRevision,
    Placement,
    Review,
)
from models.workspace import (
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
    "Event",
    "EvidenceItem",
    "Figure",
    "FrameworkRecord",
    "ItemRevision",
    "Placement",
    "Responsibility",
    "Review",
    "Setting",
    "Unit",
    "UnitAlias",
    "UnitGroup",
    "UnitGroupMember",
    "WorkspaceInfo",
]
