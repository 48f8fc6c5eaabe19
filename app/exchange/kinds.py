"""What travels between the office and the units."""

from enum import StrEnum


class PackageKind(StrEnum):
    """What travels: 报送包 from a unit to the office, the others from the office to a unit.

    These are 任务包, 退回包, and 恢复包 for a unit that lost its computer.
    """

    TASK = "task"
    SUBMISSION = "submission"
    RETURN = "return"
    RECOVERY = "recovery"
