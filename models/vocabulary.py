"""The closed vocabularies that are stored in the database, by their stable identifiers."""

from enum import StrEnum


class ResponsibilityRole(StrEnum):
    """A unit's part in an indicator (牵头, 参与)."""

    LEAD = "lead"
    PARTICIPANT = "participant"


class WorkspaceRole(StrEnum):
    """Whose workspace it is: the creation office's (创建办) or one unit's (责任单位)."""

    OFFICE = "office"
    UNIT = "unit"


class AttachmentRole(StrEnum):
    """What a second file of an item is: a part of it, or its printed PDF (附件, 打印件)."""

    ATTACHMENT = "attachment"
    COMPANION_PDF = "companion_pdf"


class ReviewDecision(StrEnum):
    """The office's decision on a submission (通过, 退回)."""

    ACCEPTED = "accepted"
    RETURNED = "returned"


class SelfAssessment(StrEnum):
    """How a unit judges itself under an indicator (完成, 基本完成, 未完成)."""

    ACHIEVED = "achieved"
    MOSTLY = "mostly"
    NOT_YET = "not_yet"


class PackageState(StrEnum):
    """What became of a package: of one made here (first four), or of one that came in.

    Of ``INTERRUPTED`` nobody knows whether it was whole: the program ended while it was written.
    """

    WRITING = "writing"
    WRITTEN = "written"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    MERGED = "merged"
    LATE = "late"
    UNDONE = "undone"
