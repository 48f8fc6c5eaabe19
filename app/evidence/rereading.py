"""Reading again only the items that changed, with the same result as reading all of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import chain

from sqlalchemy.orm import Session

from app.changed import Area, Changed
from app.evidence.listing import FiledRow, list_filed
from app.evidence.numbering import BindingOrder
from app.framework.keys import TaskKey

#: The items at each task, in the order of binding.
Filed = Mapping[TaskKey, tuple[FiledRow, ...]]

#: When more items than these changed, all are read: a statement can name only so many.
_MOST_ITEMS = 400


def read_filed(session: Session, order: BindingOrder) -> Filed:
    """All items at each task."""
    return _by_task(list_filed(session, order))


def filed_again(session: Session, filed: Filed, changed: Changed, order: BindingOrder) -> Filed:
    """What lies at each task after a change; tasks at which nothing changed keep their rows."""
    items = changed.items | {
        row.item
        for row in chain.from_iterable(filed.values())
        if row.placement in changed.placements or row.sha256 in changed.contents
    }
    if changed.all_items or len(items) > _MOST_ITEMS:
        return read_filed(session, order)
    if items:
        filed = _exchanged(filed, items, list_filed(session, items=items), order)
    if changed.touches(Area.UNITS):  # their order is part of the order of binding
        filed = _by_task(_in_binding_order(chain.from_iterable(filed.values()), order))
    return filed


def _exchanged(
    filed: Filed, gone: Collection[str], rows: tuple[FiledRow, ...], order: BindingOrder
) -> Filed:
    """Put ``rows`` in the place of the items ``gone``.

    An item counts among all those of its indicator. So each indicator at which one of them lay or
    lies now is put in order and numbered again, and no other.
    """
    codes = {row.indicator for found in filed.values() for row in found if row.item in gone}
    codes |= {row.indicator for row in rows}
    same = {key: found for key, found in filed.items() if key.indicator not in codes}
    kept = (
        row
        for key, found in filed.items()
        if key.indicator in codes
        for row in found
        if row.item not in gone
    )
    merged = {**same, **_by_task(_in_binding_order([*kept, *rows], order))}
    keys = {found[0].placement: key for key, found in merged.items()}
    firsts = order.sorted(found[0] for found in merged.values())
    return {keys[row.placement]: merged[keys[row.placement]] for row in firsts}


def _in_binding_order(rows: Iterable[FiledRow], order: BindingOrder) -> Iterable[FiledRow]:
    """All rows of some indicators, in order and with their numbers."""
    found = tuple(rows)
    numbers = order.numbers(found)
    for row in order.sorted(found):
        number = numbers.get(row.placement, "")
        yield row if row.number == number else replace(row, number=number)


def _by_task(rows: Iterable[FiledRow]) -> Filed:
    found: dict[TaskKey, list[FiledRow]] = defaultdict(list)
    for row in rows:
        found[row.task].append(row)
    return {key: tuple(at_task) for key, at_task in found.items()}
