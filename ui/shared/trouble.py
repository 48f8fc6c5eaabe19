"""What is wrong with an item, in one line."""

from app.evidence.listing import FiledRow
from app.guessing.titles import is_described
from app.problems import ProblemKind
from ui.translation import tr
from ui.wording import describe_problem

_QUIET = frozenset({ProblemKind.DUPLICATE_CONTENT})


def trouble_of(row: FiledRow) -> str:
    """What is wrong with an item, the gravest first; "" if nothing is."""
    told = (*row.open_findings, *row.open_remarks)
    untold = (p for p in row.problems if not p.finding and not p.remark)
    found = [*(p for p in untold if p.kind not in _QUIET), *(one.problem for one in told)]
    found.sort(key=lambda p: not p.blocking)
    words = [describe_problem(p).reason for p in found]
    if not is_described(row.title):
        words.append(tr("题名还是文件名，请另起题名"))
    return tr("；").join(words)
