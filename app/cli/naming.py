"""Items as they are named on the command line: by 编号 (60-3, 60-2-3), or by identifier."""

import re
from collections.abc import Iterable

from app.evidence.errors import ItemUnknown
from app.evidence.listing import list_filed
from app.evidence.numbering import BindingOrder
from app.workspace.opening import Workspace

_IDENTIFIER = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def named_items(workspace: Workspace, names: Iterable[str]) -> list[str]:
    """The identifiers of items; what has the shape of an identifier is taken for one.

    Raises:
        ItemUnknown: no item has this 编号.
    """
    wanted = list(names)
    if all(_IDENTIFIER.fullmatch(name) for name in wanted):
        return wanted
    order = BindingOrder.of(workspace.facts.framework, workspace.registry())
    with workspace.reading() as session:
        numbers = {row.number: row.item for row in list_filed(session, order) if row.number}
    found = []
    for name in wanted:
        if not _IDENTIFIER.fullmatch(name) and name not in numbers:
            raise ItemUnknown(name)
        found.append(numbers.get(name, name))
    return found


def named_item(workspace: Workspace, name: str) -> str:
    """As ``named_items``, for one."""
    return named_items(workspace, [name])[0]
