"""Several indicators as people list them: ``3、5-9，加1``. Pure."""

import re
from collections.abc import Iterable

from app.framework.errors import IndicatorUnknown
from app.framework.schema import Framework

_BETWEEN = re.compile(r"[、,，;；\s]+")
_TO = re.compile(r"\s*(?:-|–|—|~|～|至|到)\s*")


def listed_indicators(framework: Framework, texts: Iterable[str]) -> tuple[str, ...]:
    """The codes that are listed, each once, in the order of the set.

    "5-9" are all from the fifth to the ninth as the set lists them.

    Raises:
        IndicatorUnknown: one of them is not in the set, or a range runs backwards.
    """
    order = [indicator.code for indicator in framework.indicators]
    found: set[str] = set()
    for text in texts:
        for part in filter(None, _BETWEEN.split(_TO.sub("-", text).strip())):
            found |= set(_named(framework, order, part))
    return tuple(code for code in order if code in found)


def _named(framework: Framework, order: list[str], part: str) -> list[str]:
    first, dash, last = part.partition("-")
    if not dash:
        return [framework.indicator(part).code]
    try:
        # A set may have a stroke in its codes.
        return [framework.indicator(part).code]
    except IndicatorUnknown:
        start = order.index(framework.indicator(first).code)
        end = order.index(framework.indicator(last).code)
        if end < start:
            raise IndicatorUnknown(part, framework.code_ranges()) from None
        return order[start : end + 1]
