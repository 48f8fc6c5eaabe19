"""How the columns of a table share its width, so that no words are cut beside an empty column."""

from collections.abc import Sequence

#: The free column keeps so much of the room before others grow by it.
_KEPT = 0.3


def shared_widths(
    room: int, own: Sequence[int], needed: Sequence[int], free: int, least: int
) -> list[int]:
    """Widths of the columns, which together fill ``room`` if that is enough. Pure.

    ``own`` are the usual widths, ``needed`` those that cut nothing off; column ``free`` takes what
    is left, and is never narrower than ``least``. A column with little to say lends its room to one
    whose words would be cut. Too little room: each has its usual width, or less if it needs less.
    """
    widths = [min(pair) for pair in zip(own, needed, strict=True)]
    widths[free] = max(least, min(needed[free], round(room * _KEPT)))
    spare = room - sum(widths)
    others = [n for n in range(len(widths)) if n != free]
    wanted = (
        *((n, needed[n]) for n in others),
        (free, needed[free]),
        *((n, own[n]) for n in others),
    )
    for n, wish in wanted:
        more = max(0, min(spare, wish - widths[n]))
        widths[n] += more
        spare -= more
    widths[free] += max(0, spare)
    return widths
