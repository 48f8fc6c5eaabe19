"""The reasons for returning evidence, as the problem of a notice."""

from collections.abc import Iterable


def describe_returned(parts: Iterable[tuple[int | None, str, str]]) -> str:
    """What was said on returning a slot, its points and items, as one problem; no full stop."""
    lines = []
    for point, title, reasons in parts:
        about = f"《{title}》：" if title else f"要点{point}：" if point is not None else ""
        if reasons:
            lines.append(about + reasons)
    return "\n".join(lines)
