"""An indicator set as the workspace stored it: used without being checked again.

It was checked when it came in, and its digest shows that nobody has changed it since. Checking it
anew would cost every start of the program the making of all the validators.
"""

import hashlib
import json
from collections.abc import Callable, Hashable
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin

from pydantic import BaseModel, ValidationError

from app.framework.errors import FrameworkAltered
from app.framework.format_1 import Framework1, upgraded
from app.framework.schema import Framework

_Take = Callable[[Any], Any]


def take_stored(content: str, digest: str) -> Framework:
    """The set that ``Framework.to_json`` wrote.

    Raises:
        FrameworkAltered: the content is not the one that was stored.
    """
    if not digest_fits(content, digest):
        raise FrameworkAltered
    data = json.loads(content)
    if data["format"] == 1:
        old: Framework1 = _taker(Framework1)(data)
        return upgraded(old, content)
    taken: Framework = _taker(Framework)(data)
    return taken


def read_document(raw: str | bytes) -> Framework:
    """The set of a JSON document from elsewhere, of whichever format.

    Raises ``pydantic.ValidationError`` for what is none; what its parts refer to is for
    ``checks.cross_check``.
    """
    text = raw if isinstance(raw, str) else raw.decode("utf-8", "replace")
    try:
        old = Framework1.model_validate_json(text)
    except ValidationError as error:
        if not any(e["loc"] == ("format",) for e in error.errors(include_url=False)):
            raise
        return Framework.model_validate_json(text)
    return upgraded(old, old.model_dump_json())


def digest_fits(content: str, digest: str) -> bool:
    """True if this is the content that was stored under the digest."""
    return hashlib.sha256(content.encode("utf-8")).hexdigest() == digest


@cache
def _taker(kind: Any) -> _Take:  # noqa: ANN401  (a type as it is annotated)
    """What makes a value of this type from the JSON that pydantic has written of it."""
    if get_origin(kind) in {Union, UnionType}:
        (inner,) = (part for part in get_args(kind) if part is not NoneType)
        take = _taker(inner)
        return lambda value: None if value is None else take(value)
    if get_origin(kind) is tuple:
        take = _taker(get_args(kind)[0])
        return lambda values: tuple(map(take, values))
    if hasattr(kind, "__metadata__"):  # Annotated
        return _taker(get_args(kind)[0])
    if issubclass(kind, BaseModel):
        return _model_taker(kind)
    if issubclass(kind, StrEnum):
        return lambda value: kind(value)
    if kind is date:
        return date.fromisoformat
    return lambda value: value


def _model_taker(kind: type[BaseModel]) -> _Take:
    fields = kind.model_fields.items()
    takes = [(name, _taker(cast("Hashable", field.annotation))) for name, field in fields]

    def take(values: dict[str, Any]) -> BaseModel:
        return kind.model_construct(
            **{name: take(values[name]) for name, take in takes if name in values}
        )

    return take
