"""An item as the form that describes it sees it, and what may be typed about it."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from app.evidence.descriptions import stated_date
from app.evidence.errors import DateNotUnderstood
from app.ownership import Whose
from app.problems import Problem
from ui.translation import tr
from ui.wording import describe_error


class Described(Protocol):
    """An item as any list has it, with all that the form shows."""

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


def stored_of(row: Described) -> dict[str, str]:
    """What the fields hold before anything is typed."""
    return {
        "title": row.title,
        "doc_number": row.doc_number,
        "issuer": row.issuer,
        "doc_date": row.doc_date,
        "copies": str(row.copies),
        "remark": row.remark,
    }


def refused(fields: Mapping[str, str], today: date) -> dict[str, str]:
    """Why fields cannot be stored as they were typed, by their names."""
    wrong = {}
    if not fields.get("title", "-").strip():
        wrong["title"] = tr("题名不能空着")
    try:
        stated_date(fields.get("doc_date", ""), today)
    except DateNotUnderstood as error:
        sentence = describe_error(error)
        wrong["doc_date"] = tr("，").join((sentence.reason, sentence.remedy))
    return wrong
