"""How a volume compares with what was printed last, and how that is called."""

from enum import StrEnum


class PrintState(StrEnum):
    """A volume is printed for the first time, has changed since, or has not."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


PRINT_STATE_NAMES = {
    PrintState.NEW: "首次打印",
    PrintState.CHANGED: "有改动",
    PrintState.SAME: "无改动",
}
