"""A whole county under review: rows without files behind them, because review opens none."""

from collections.abc import Iterator
from itertools import cycle, islice

from sqlalchemy import insert

from app.framework.keys import SlotKey
from app.review.service import Ruling, accept_slots, decide, submit_slots
from app.workspace.opening import Workspace
from app.workspace.registry import set_group
from app.workspace.unit_ids import unit_id
from models import Blob, EvidenceItem, ItemRevision, Placement, Unit
from models.base import new_id
from models.vocabulary import ReviewDecision


def fill_county(workspace: Workspace, *, items: int, units: int) -> int:
    """Register so many units, put items everywhere, and bring slots to every stage.

    Returns how many items lie there in the end.
    """
    _register(workspace, units)
    slots = list(_slots(workspace))
    placed = _put(workspace, list(islice(cycle(slots[::2]), items)))
    filled = list(placed)
    parts = [filled[n::6] for n in range(6)]
    submit_slots(workspace, [*parts[0], *parts[1], *parts[2], *parts[3]])
    accept_slots(workspace, parts[0])
    returned = [Ruling(s, ReviewDecision.RETURNED, reasons=("missing",)) for s in parts[1]]
    decide(workspace, returned)
    accept_slots(workspace, parts[2])
    more = _put(workspace, parts[2][:50])
    return items + len(more)


def _register(workspace: Workspace, count: int) -> None:
    registry = workspace.registry()
    group = next(g for g in registry.groups if "乡" in g.name)
    with workspace.database.writing() as work:
        names = [f"第{n}乡人民政府" for n in range(count - len(registry.units))]
        added = [Unit(id=unit_id(workspace.facts.county, name), name=name) for name in names]
        work.session.add_all(added)
        work.session.flush()
        set_group(work.session, group.code, [unit.id for unit in added])
        work.commit()


def _slots(workspace: Workspace) -> Iterator[SlotKey]:
    registry = workspace.registry()
    ids = {unit.name: unit.id for unit in registry.units}
    for indicator in workspace.facts.framework.indicators:
        for task in indicator.tasks:
            for part in registry.responsible.get(indicator.code, ()):
                yield SlotKey(indicator.code, task.code, ids[part.unit])


def _put(workspace: Workspace, slots: list[SlotKey]) -> dict[SlotKey, None]:
    sha256 = f"{len(slots):064x}"
    with workspace.database.writing() as work:
        now = work.now
        blob = {"sha256": sha256, "sm3": sha256, "size": 1, "kind": "text", "label": "文本"}
        work.session.execute(
            insert(Blob), [{**blob, "media_type": "text/plain", "suffix": ".txt", "stored_at": now}]
        )
        ids = [new_id() for _ in slots]
        stamps = {"created_at": now, "changed_at": now}
        work.session.execute(
            insert(EvidenceItem),
            [
                {"id": item, "unit_id": slot.unit_id, **stamps}
                for item, slot in zip(ids, slots, strict=True)
            ],
        )
        work.session.execute(
            insert(ItemRevision),
            [
                {
                    "item_id": item,
                    "number": 1,
                    "blob_sha256": sha256,
                    "file_name": f"{number}.txt",
                    "title": f"材料{number}",
                    "created_at": now,
                    "created_by": "试",
                }
                for number, item in enumerate(ids)
            ],
        )
        work.session.execute(
            insert(Placement),
            [
                {
                    "item_id": item,
                    "indicator_code": slot.indicator,
                    "task_code": slot.task_code,
                    "unit_id": slot.unit_id,
                    "position": 1,
                    **stamps,
                }
                for item, slot in zip(ids, slots, strict=True)
            ],
        )
        work.commit()
    return dict.fromkeys(slots)
