"""Reading what would be handed in, for the commands that hand in."""

from collections.abc import Sequence
from typing import Annotated

import typer

from app.bootstrap import Services
from app.exchange.handing_in import LeftOut, SlotOutlook, read_handing_in
from app.review.errors import UnitNotNamed

ChosenIndicators = Annotated[
    list[str] | None,
    typer.Option("--indicator", help="只报送这项指标，可重复；不写则全部", show_default=False),
]
DryRun = Annotated[
    bool,
    typer.Option("--dry-run", help="只看会报送什么、有什么问题、还缺什么，不报送"),
]


def read_own(
    services: Services, unit: str | None, indicators: Sequence[str] | None
) -> tuple[tuple[SlotOutlook, ...], LeftOut]:
    """What the workspace's own unit, or the named one, would hand in of some indicators.

    Also what it owes beside that.

    Raises:
        UnitNotNamed: the office did not say which unit it means.
    """
    workspace = services.workspace
    named = unit or workspace.facts.unit_name
    if not named:
        raise UnitNotNamed
    framework = workspace.facts.framework
    codes = {framework.indicator(code).code for code in indicators or ()}
    unit_id = workspace.registry().unit(named).id
    return read_handing_in(workspace, unit_id, services.last_year(), codes)
