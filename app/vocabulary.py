"""The closed vocabularies, for those above this layer."""

from models.vocabulary import (
    IndicatorKind,
    ResponsibilityRole,
    VerificationMethod,
    WorkspaceRole,
)

__all__ = ["IndicatorKind", "ResponsibilityRole", "VerificationMethod", "WorkspaceRole"]
