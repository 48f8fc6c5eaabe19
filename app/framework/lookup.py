"""Understanding names as people type them: ``县应急局`` is 县应急管理局."""

import difflib
from collections.abc import Iterable, Mapping

from app.errors import UnitUnknown
from app.framework.codes import fold_name as fold_name


def match_name(name: str, known: Mapping[str, Iterable[str]]) -> str:
    """The canonical name whose spellings (``known[canonical]``) include ``name``.

    Raises:
        UnitUnknown: None does; ``similar`` holds the closest canonical names, best first.
    """
    spellings = {fold_name(s): canonical for canonical, all_ in known.items() for s in all_}
    folded = fold_name(name)
    if folded in spellings:
        return spellings[folded]
    raise UnitUnknown(name, _closest(folded, spellings))


def _closest(folded: str, spellings: Mapping[str, str]) -> tuple[str, ...]:
    inside = [s for s in spellings if folded and (folded in s or s in folded)]
    near = difflib.get_close_matches(folded, spellings, n=5, cutoff=0.5)
    names = dict.fromkeys(spellings[s] for s in (*inside, *near))
    return tuple(names)[:3]
