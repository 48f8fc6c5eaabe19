"""What notices of 整改 say of defects that were found in case files."""

from collections.abc import Sequence

#: So many numbers of cases stand in a problem.
_NAMED = 10
DEMAND = "逐卷核对，能够补正的依法补正，不能补正的写明原因；查找同类案卷，改进今后的办理和归档"


def problem_words(category: str, standard: str, cases: Sequence[str], of: int) -> str:
    """A standard that was not met, in how many of the cases, and in which."""
    named = "、".join(cases[:_NAMED])
    more = f"等{len(cases)}件" if len(cases) > _NAMED else ""
    return f"{category}案卷评查：不符合“{standard}”，{of}件中{len(cases)}件（{named}{more}）"
