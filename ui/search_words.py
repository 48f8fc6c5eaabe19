"""What a search looks through: text in lower case, and pinyin initials. Pure."""

from collections import defaultdict
from collections.abc import Mapping

from app.evidence.listing import FiledRow
from app.framework.keys import TaskKey
from app.framework.schema import Framework
from app.workspace.registry import Registry
from ui.pinyin import initials


def search_words(
    framework: Framework, registry: Registry, filed: Mapping[TaskKey, tuple[FiledRow, ...]]
) -> dict[str, str]:
    """By indicator code: wording, units, methods, what lies there, and the pinyin initials."""
    titles: dict[str, list[str]] = defaultdict(list)
    for rows in filed.values():
        for row in rows:
            titles[row.indicator] += [row.title, row.file_name, row.doc_number]
    found = {}
    for indicator in framework.indicators:
        spelt = [
            indicator.heading,
            indicator.statement,
            *(c.name for c in framework.category_path(indicator.category)),
            *(framework.task_name(indicator.code, t.code) for t in indicator.tasks),
            *(p.text for t in indicator.tasks for p in t.points),
            # Only the units that the document names: a group would make every search hit.
            *(u.unit for u in registry.responsible.get(indicator.code, ()) if not u.group),
        ]
        plain = [*spelt, *(t.requirement for t in indicator.tasks), *titles[indicator.code]]
        letters = [initials(text) for text in spelt]
        found[indicator.code] = "\n".join([*plain, *letters]).lower()
    return found
