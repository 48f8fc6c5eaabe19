"""What travels between the office and the units."""

from enum import StrEnum


class PackageKind(StrEnum):
    """What travels: 任务包 (office to unit), 报送包 (unit to office), 退回包 (office to unit)."""

    TASK = "task"
    SUBMISSION = "submission"
    RETURN = "return"
