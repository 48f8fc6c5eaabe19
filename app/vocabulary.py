"""The fixed values of ``models``, for code that may not import ``models``."""

from models.vocabulary import (
    PackageState,
    ResponsibilityRole,
    ReviewDecision,
    SelfAssessment,
    WorkspaceRole,
)

__all__ = [
    "PackageState",
    "ResponsibilityRole",
    "ReviewDecision",
    "SelfAssessment",
    "WorkspaceRole",
]
