r"""The draw itself.

The method needs no random numbers of a program or a library. Every item gets a *ticket*: the
SHA-256 digest (FIPS 180-4) of the UTF-8 bytes of

    seed + "\n" + item

written as 64 hexadecimal digits. The items are put in ascending order of their tickets, and the
first ``count`` of them are drawn. The order of the list that was handed in does not matter. For a
draw by groups (strata) the ticket is that of ``seed + "\n" + group + "\n" + item``, and each
group is ordered and drawn by itself.

Seed, group and item are used as given: no blanks are cut and no letters are changed. None of
them may hold a line break, so that no two draws write the same bytes. The same item twice on one
list is refused. Two different items with the same ticket are not known to exist for SHA-256; if
they did, the item that comes first in the order of its UTF-8 bytes would be the first.

Anyone can repeat it: ``printf '%s\n%s' SEED ITEM | sha256sum`` for each item, then sort.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256

from app.verification.sampling.errors import (
    DrawnTwice,
    GroupTooSmall,
    ItemNotUsable,
    NotEnoughToDraw,
    StratumUnknown,
)
from app.verification.sampling.seeds import checked_seed


def ticket(*parts: str) -> str:
    """Return the 64 hexadecimal digits by which the last of ``parts`` is put in order.

    A half of a surrogate pair has no UTF-8 form; it counts with the three bytes that UTF-8 would
    give its number.
    """
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def shuffled(seed: str, items: Sequence[str], *, group: str | None = None) -> tuple[str, ...]:
    """Return all items in the order of their tickets (see the module).

    Raises:
        SeedNotUsable, DrawnTwice, ItemNotUsable: nothing is drawn.
    """
    used = (checked_seed(seed),) if group is None else (checked_seed(seed), _one_line(group))
    twice = tuple(item for item, times in Counter(items).items() if times > 1)
    if twice:
        raise DrawnTwice(twice)
    return tuple(
        sorted(
            items,
            key=lambda item: (
                ticket(*used, _one_line(item)),
                item.encode("utf-8", "surrogatepass"),
            ),
        )
    )


def draw(seed: str, items: Sequence[str], count: int) -> tuple[str, ...]:
    """Draw ``count`` of the items, in the order in which they are drawn.

    Raises:
        SeedNotUsable, DrawnTwice, ItemNotUsable: nothing is drawn.
        NotEnoughToDraw: there are fewer items.
    """
    ordered = shuffled(seed, items)
    if not 0 <= count <= len(ordered):
        raise NotEnoughToDraw(count, len(ordered))
    return ordered[:count]


def stratified(
    seed: str, items: Mapping[str, Sequence[str]], counts: Mapping[str, int]
) -> dict[str, tuple[str, ...]]:
    """Draw from each group the number that ``counts`` gives it; a group without one: none.

    Raises:
        SeedNotUsable, DrawnTwice, ItemNotUsable: nothing is drawn.
        GroupTooSmall: a group has fewer items than are wanted of it.
        StratumUnknown: a number is given for a group that is not there.
    """
    for group, count in counts.items():
        if group not in items:
            raise StratumUnknown(group)
        if not 0 <= count <= len(items[group]):
            raise GroupTooSmall(group, count, len(items[group]))
    return {
        group: shuffled(seed, members, group=group)[: counts.get(group, 0)]
        for group, members in items.items()
    }


def _one_line(text: str) -> str:
    if "\n" in text:
        raise ItemNotUsable(text)
    return text
