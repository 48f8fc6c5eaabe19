"""网络检索记录: what a person looked up on the web, and what was found. Nothing is fetched."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.names.verification import VALUES
from app.verification import typed
from app.verification.notes import NoteKind
from models.verification import LookupResult as LookupResult
from models.verification import WebLookup

#: The results by their words.
RESULT_NAMES = {result: VALUES["web_lookups"][result] for result in LookupResult}


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a person says of one look-up; ``looked_up_on`` is an ISO day.

    ``target`` is the id of the line of the list that it answers.
    """

    address: str
    sought: str
    looked_up_on: str
    looked_up_by: str
    result: LookupResult
    note: str = ""
    target: str | None = None


def _cleaned(said: Lookup) -> Lookup:
    """What was said, in single lines; all but the last one must say something."""
    return Lookup(
        address=typed.line("address", said.address, needed=True),
        sought=typed.line("sought", said.sought, needed=True),
        looked_up_by=typed.line("looked_up_by", said.looked_up_by, needed=True),
        looked_up_on=typed.day(said.looked_up_on),
        result=said.result,
        note=typed.line("note", said.note),
        target=said.target,
    )


def _said(row: WebLookup) -> Lookup:
    result = LookupResult(row.result)
    return Lookup(
        row.address,
        row.sought,
        row.looked_up_on,
        row.looked_up_by,
        result,
        row.note,
        row.target,
    )


def _put(row: WebLookup, said: Lookup) -> None:
    row.address, row.sought, row.note = said.address, said.sought, said.note
    row.looked_up_on, row.looked_up_by = said.looked_up_on, said.looked_up_by
    row.result, row.target = said.result.value, said.target


def _told(said: Lookup) -> Mapping[str, Any]:
    return {
        "note": said.sought,
        "address": said.address,
        "on": said.looked_up_on,
        "by": said.looked_up_by,
        "result": said.result.value,
        "remark": said.note,
    }


#: The look-ups of tasks, by day.
LOOKUPS = NoteKind(
    method="web_check",
    table=WebLookup,
    action="web_lookup",
    order=("looked_up_on",),
    cleaned=_cleaned,
    said=_said,
    put=_put,
    told=_told,
)
