"""Files whose names say where they belong, as the papers of the program call them. Pure.

A scan keeps the name of the paper that was printed, stamped and scanned:
``27-材料查证-要点1 县司法局关于…的说明.pdf``. The place is only proposed; a person agrees to it.
"""

import re
from collections.abc import Iterable

from app.evidence.places import Target
from app.framework.errors import IndicatorUnknown, MethodNotRequired, MethodUnknown
from app.framework.schema import Framework

_NAMED = re.compile(
    r"(?P<code>[^\s-]{1,16})-(?P<task>[^\s-]{1,32})(?:-要点(?P<point>\d{1,3}))?[\s_]+(?P<rest>.*)"
)


def named_target(name: str, framework: Framework, units: Iterable[str]) -> Target | None:
    """The place that the name of a file begins with; None if it names none that there is."""
    found = _NAMED.match(name)
    if found is None:
        return None
    try:
        code = framework.indicator(found["code"]).code
        task = framework.find_task(code, found["task"])
    except (IndicatorUnknown, MethodNotRequired, MethodUnknown):
        return None
    point = int(found["point"]) if found["point"] else None
    if point is not None and task.point(point) is None:
        return None
    named = [unit for unit in units if found["rest"].startswith(unit)]
    return Target(code, task.code, max(named, key=len, default=None), point)


def common_target(
    names: Iterable[str], framework: Framework, units: Iterable[str]
) -> Target | None:
    """The place that all these names begin with; None if they name several, or some none."""
    known = tuple(units)
    targets = {named_target(name, framework, known) for name in names}
    return targets.pop() if len(targets) == 1 else None
