"""The data of an item in the description form, and the rules for what is typed there."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Protocol

from app.errors import JuanzongError
from app.evidence.descriptions import stated_date, stated_origin
from app.ownership import Whose
from app.problems import Problem
from app.web_origin import ORIGIN_FIELDS, OriginEdit, WebOrigin
from ui.translation import tr
from ui.wording import describe_error


class Described(Protocol):
    """An item of any list, with all that the form shows."""

    @property
    def item(self) -> str: ...  # noqa: D102
    @property
    def revision(self) -> int: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def doc_number(self) -> str: ...  # noqa: D102
    @property
    def issuer(self) -> str: ...  # noqa: D102
    @property
    def doc_date(self) -> str: ...  # noqa: D102
    @property
    def copies(self) -> int: ...  # noqa: D102
    @property
    def remark(self) -> str: ...  # noqa: D102
    @property
    def guesses(self) -> Mapping[str, str]: ...  # noqa: D102
    @property
    def problems(self) -> tuple[Problem, ...]: ...  # noqa: D102
    @property
    def file_name(self) -> str: ...  # noqa: D102
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def size(self) -> int: ...  # noqa: D102
    @property
    def whose(self) -> Whose: ...  # noqa: D102
    @property
    def origin(self) -> WebOrigin: ...  # noqa: D102


def stored_of(row: Described) -> dict[str, str]:
    """The contents of the fields before anything is typed."""
    return {
        "title": row.title,
        "doc_number": row.doc_number,
        "issuer": row.issuer,
        "doc_date": row.doc_date,
        "copies": str(row.copies),
        "remark": row.remark,
        **origin_fields(row.origin),
    }


def origin_fields(origin: WebOrigin) -> dict[str, str]:
    """The fields of an origin as people read them."""
    fields = {name: getattr(origin, name) for name in ORIGIN_FIELDS}
    return fields | {"looked_up_at": origin.moment}


def origin_edit(fields: Mapping[str, str]) -> OriginEdit:
    """What fields that were typed say of an origin."""
    return OriginEdit(**{name: fields.get(name) for name in ORIGIN_FIELDS})


def refused(fields: Mapping[str, str], today: date) -> dict[str, str]:
    """Why fields cannot be stored as they were typed, by their names."""
    wrong = {}
    if not fields.get("title", "-").strip():
        wrong["title"] = tr("题名不能空着")
    if reason := _refusal(lambda: stated_date(fields.get("doc_date", ""), today)):
        wrong["doc_date"] = reason
    return wrong | refused_origin(fields, today)


def refused_origin(fields: Mapping[str, str], today: date) -> dict[str, str]:
    """Why fields of an origin cannot be stored as they were typed, by their names."""
    wrong = {}
    for name, text in origin_edit(fields).stated().items():
        edit = OriginEdit(**{name: text})
        if reason := _refusal(partial(stated_origin, edit, today)):
            wrong[name] = reason
    return wrong


def _refusal(state: Callable[[], object]) -> str:
    """Why something cannot be stated; "" if it can."""
    try:
        state()
    except JuanzongError as error:
        sentence = describe_error(error)
        return tr("，").join((sentence.reason, sentence.remedy))
    return ""
