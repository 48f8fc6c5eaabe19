"""Says on the terminal what somebody should know before items are handed in or accepted."""

from collections.abc import Iterable

from app.cli.output.console import Output
from app.evidence.concerns import concerns_about, concerns_at
from app.evidence.listing import list_filed
from app.framework.keys import SlotKey
from app.names.concerns import describe_concerns
from app.workspace.opening import Workspace


def say_concerns(
    output: Output, workspace: Workspace, slots: Iterable[SlotKey] | None = None
) -> None:
    """Name what lies in these slots, or in all, and cannot be read or was not looked at."""
    with workspace.reading() as session:
        filed = list_filed(session)
    if slots is None:
        concerns = concerns_about(filed)
    else:
        names = {unit.id: unit.name for unit in workspace.registry().units}
        concerns = concerns_at(filed, {(slot.task, names.get(slot.unit_id, "")) for slot in slots})
    if words := describe_concerns(concerns):
        output.line(f"请注意：{words}。", "yellow")
