"""How many of a total come from each group, by the groups' sizes."""

from collections.abc import Mapping

from app.verification.sampling.errors import NotEnoughToDraw


def allocate(sizes: Mapping[str, int], total: int, *, least: int = 0) -> dict[str, int]:
    """Share ``total`` among the groups in proportion to their sizes (largest remainder).

    A group whose exact share is below ``least`` gets ``least``, or all that it has if that is
    less; the rest of the total is then shared among the other groups in the same way, until none
    falls below. Of its exact share every other group gets the whole part, and those with the
    largest remainders one more each, until the total is reached. Among equal remainders the group
    whose name comes first (in the order of code points) is the first. Everything is computed in
    whole numbers, so there is nothing to round. No group gets more than it has.

    Raises:
        NotEnoughToDraw: the groups together have fewer than ``total``; or ``total`` is not
            enough to give every group its ``least``.
    """
    floors = {group: min(least, size) for group, size in sizes.items()}
    if not sum(floors.values()) <= total <= sum(sizes.values()):
        raise NotEnoughToDraw(total, sum(sizes.values()))
    fixed: dict[str, int] = {}
    while True:
        shared = {group: size for group, size in sizes.items() if group not in fixed}
        left, room = total - sum(fixed.values()), sum(shared.values())
        below = {g: floors[g] for g, size in shared.items() if left * size < floors[g] * room}
        if not below:
            break
        fixed |= below
    if room == 0:
        return {group: fixed.get(group, 0) for group in sizes}
    shares = {group: left * size // room for group, size in shared.items()}
    by_remainder = sorted(shared, key=lambda group: (-(left * shared[group] % room), group))
    for group in by_remainder[: left - sum(shares.values())]:
        shares[group] += 1
    return {group: (shares | fixed)[group] for group in sizes}
