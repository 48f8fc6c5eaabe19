"""The closed vocabularies, for those above this layer."""

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
