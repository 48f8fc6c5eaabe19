"""The closed vocabularies, for those above this layer."""

from models.vocabulary import (
    IndicatorKind,
    ResponsibilityRole,
    ReviewDecision,
    SelfAssessment,
    VerificationMethod,
    WorkspaceRole,
)

__all__ = [
    "IndicatorKind",
    "ResponsibilityRole",
    "ReviewDecision",
    "SelfAssessment",
    "VerificationMethod",
    "WorkspaceRole",
]
