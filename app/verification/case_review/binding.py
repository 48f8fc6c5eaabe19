"""一案一卷 in dossiers: the items of a case stand together, in the order of its template."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.evidence.arrangements import Arrangement, Arrangements, BindingMode
from app.evidence.arranging import arrange
from app.evidence.listing import list_filed
from app.evidence.numbering import BindingOrder
from app.framework.keys import TaskKey
from app.verification.case_review.cases import (
    NUMBER,
    REGISTER,
    case_orders,
    case_register,
    read_cases,
)
from app.verification.case_review.pieces import case_file, read_pieces
from app.workspace.opening import Workspace
from models import Unit
from models.verification import RegisterRow


def case_headings(session: Session) -> Mapping[tuple[str, str], str]:
    """What stands above the items of a case in catalogues, by the unit and the item."""
    pieces = read_pieces(session)
    if not pieces:
        return {}
    query = (
        select(RegisterRow.id, Unit.name, RegisterRow.cells)
        .join(Unit, Unit.id == RegisterRow.unit_id)
        .where(RegisterRow.register_id == REGISTER, RegisterRow.removed_at.is_(None))
    )
    numbers = {(unit, id_): cells.get(NUMBER, "") for id_, unit, cells in session.execute(query)}
    return {
        (kept.unit, kept.piece.item_id): f"案卷　{number}"
        for kept in pieces
        if (number := numbers.get((kept.unit, kept.piece.case_id)))
    }


def arrange_by_case(workspace: Workspace, task: TaskKey) -> Arrangements:
    """Bind what lies under a task case by case; what belongs to no case comes first.

    Returns how it was bound before, which ``app.evidence.arranging.arrange`` restores.

    Raises:
        OfficeOnly, OrderLocked, WorkspaceReadOnly: see ``arrange``.
    """
    framework, registry = workspace.facts.framework, workspace.registry()
    orders = case_orders(workspace)
    with workspace.database.reading() as session:
        pieces = read_pieces(session)
        cases = read_cases(session, case_register(workspace))
        rows = [
            row
            for row in list_filed(session, BindingOrder.of(framework, registry))
            if row.task == task
        ]
    units = {unit: n for n, unit in enumerate(dict.fromkeys(row.unit for row in rows))}
    place: dict[tuple[str, str], int] = {}
    in_order = sorted(cases, key=lambda case: (units.get(case.unit, len(units)), case.number))
    for case in in_order:
        for item in case_file(case, orders.for_category(case.category), pieces).items:
            place.setdefault((case.unit, item), len(place))
    ordered = sorted(rows, key=lambda row: place.get((row.unit, row.item), -1))
    by_hand = tuple(row.placement for row in ordered)
    return arrange(workspace, {task: Arrangement(BindingMode.HAND, by_hand=by_hand)})
