"""检索清单 as an xlsx file, for printing or for sending on; it can be imported again."""

from collections.abc import Iterable
from pathlib import Path

from app.names.verification import VALUES
from app.names.verification.web_check import describe_standing
from app.verification.web_check.standing import (
    Found,
    TargetState,
    bound_units,
    standing_of,
    state_of,
    total_of,
)
from app.verification.web_check.targets import TargetLine
from app.verification.workbook import Cell, ListColumn, Marked, write_list
from app.workspace.registry import Registry

_STATES = VALUES["web_targets"]
_COLUMNS = (
    ListColumn("序号", 6, centred=True),
    ListColumn("指标", 7, centred=True),
    ListColumn("责任单位", 18),
    ListColumn("要看到什么", 48),
    ListColumn("网址", 40),
    ListColumn("情况", 14, centred=True),
)


def write_targets(
    target: Path, lines: Iterable[TargetLine], found: Found, registry: Registry, unit: str = ""
) -> None:
    """Write the lines, a line for all units once for each; ``unit``: those of one unit.

    Raises:
        FolderNotWritable: it cannot be written.
    """
    wanted = [
        (line, name) for line in lines for name in bound_units(registry, line) if unit in {"", name}
    ]
    rows = [
        (
            *(str(number), line.slot.indicator, name, line.said.shows, line.said.address),
            _state(state_of(line, found, name)),
        )
        for number, (line, name) in enumerate(wanted, 1)
    ]
    standing = total_of(standing_of([line], found, [name]) for line, name in wanted)
    write_list(target, "网络检索清单", describe_standing(*standing.told), _COLUMNS, rows)


def _state(state: TargetState) -> Cell:
    words = _STATES[state]
    return Marked(words) if state in {TargetState.CONTRADICTED, TargetState.NOTHING} else words
