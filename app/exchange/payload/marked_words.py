"""Words with a mark of state secrecy in packages: found, and left out of a log.

A log entry cannot be changed where it is stored, since the next one is chained to it. So a mark
that an earlier program let in stays there; but it does not travel, and no partner is refused
because of a word that nobody can take back any more.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from pydantic import BaseModel

from app.secrecy.folding import TELLING
from app.secrecy.marks import Spot, Words, judge

#: What stands in a log that travels where a marked text stood.
WITHHELD = "（标有密级，不随包）"
#: A text in a JSON document.
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')


def is_certain(words: Iterable[Words]) -> bool:
    """True if the words certainly have a mark of state secrecy."""
    found = judge(words)
    return found is not None and found.certain


def strings_in(value: object) -> Iterator[str]:
    """Every text in a JSON-like value or a record, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from strings_in(value.model_dump())
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from strings_in(key)
            yield from strings_in(inner)
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from strings_in(inner)


def words_of_entry(data: str) -> list[Words]:
    """The words of a log entry; none if nothing in it is worth a look."""
    if not TELLING.search(data) and "\\u" not in data:
        return []
    return [Words(Spot.ALONE, text) for text in _texts_of(data)]


def without_marks(data: str) -> str:
    """The content of a log entry as canonical JSON, without texts that have a certain mark."""
    if not is_certain(words_of_entry(data)):
        return data
    # A mark may also be spread over several texts; then none of them travels.
    for leave_out in (_is_marked, _is_any):
        told = json.dumps(
            _without(_loaded(data), leave_out),
            ensure_ascii=False,
            sort_keys=True,
            separators=(",", ":"),
        )
        if not is_certain(words_of_entry(told)):
            break
    return told


def _texts_of(data: str) -> list[str]:
    """The texts in a JSON document, also in one that nests without end; itself if it is none."""
    try:
        return list(strings_in(json.loads(data)))
    except RecursionError:
        return [text for found in _TEXT.findall(data) for text in _texts_of(found)]
    except ValueError:
        return [data]


def _is_marked(text: str) -> bool:
    return is_certain([Words(Spot.ALONE, text)])


def _is_any(_text: str) -> bool:
    return True


def _without(value: object, leave_out: Callable[[str], bool]) -> object:
    if isinstance(value, str):
        return WITHHELD if leave_out(value) else value
    if isinstance(value, Mapping):
        return {key: _without(inner, leave_out) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without(inner, leave_out) for inner in value]
    return value


def _loaded(data: str) -> object:
    try:
        loaded: object = json.loads(data)
    except (ValueError, RecursionError):  # no JSON, or nested without end
        return data
    return loaded
