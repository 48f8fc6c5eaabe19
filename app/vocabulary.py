"""The fixed values of ``models``, for code that may not import ``models``."""

from models.vocabulary import (
    IndicatorKind,
    PackageState,
    ResponsibilityRole,
    ReviewDecision,
    SelfAssessment,
    VerificationMethod,
    WorkspaceRole,
)

__all__ = [
    "IndicatorKind",
    "PackageState",
    "ResponsibilityRole",
    "ReviewDecision",
    "SelfAssessment",
    "VerificationMethod",
    "WorkspaceRole",
]
