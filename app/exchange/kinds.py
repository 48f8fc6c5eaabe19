"""The kinds of packages between the office and the units."""

from collections.abc import Mapping
from enum import StrEnum


class PackageKind(StrEnum):
    """What travels: 报送包 from a unit to the office, the others from the office to a unit.

    These are 任务包, 退回包, and 恢复包 for a unit that lost its computer.
    """

    TASK = "task"
    SUBMISSION = "submission"
    RETURN = "return"
    RECOVERY = "recovery"


#: What people call them; their files are named so too.
KIND_NAMES: Mapping[PackageKind, str] = {
    PackageKind.TASK: "任务包",
    PackageKind.SUBMISSION: "报送包",
    PackageKind.RETURN: "退回包",
    PackageKind.RECOVERY: "恢复包",
}

#: What anybody can read of a package that is not sealed, by its kind.
