"""Where a page of the web was seen, as a person or its file says it (网页来源): pure values."""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from app.problems import Problem, ProblemKind


@dataclass(frozen=True, slots=True)
class WebOrigin:
    """Where the content of an item was seen on the web; "" where nobody said.

    Attributes:
        address: the address that was asked for (网址).
        final_address: where the browser was led from there, if it differs.
        site: what the site is called (网站名称).
        section: the section of the site (栏目).
        published_on: ISO day of publication, whole or cut short (发布时间).
        looked_up_at: when it was seen (检索时间), by the clock on the wall: "2026-11-30T15:04", or
            the day alone where the time is not known.
        looked_up_by: who looked it up (检索人).
    """

    address: str = ""
    final_address: str = ""
    site: str = ""
    section: str = ""
    published_on: str = ""
    looked_up_at: str = ""
    looked_up_by: str = ""

    def __bool__(self) -> bool:
        """True if anything is said."""
        return bool(self.stored())

    def stored(self) -> dict[str, str]:
        """In the form in which a revision keeps it: only what is said."""
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def of_stored(cls, stored: Mapping[str, Any]) -> "WebOrigin":
        """Out of the form in which a revision keeps it."""
        return cls(**{name: stored.get(name, "") for name in ORIGIN_FIELDS})

    @property
    def text(self) -> str:
        """All that is said in one line, "" for nothing; equal origins have equal texts."""
        stored = self.stored()
        return json.dumps(stored, ensure_ascii=False, sort_keys=True) if stored else ""

    @property
    def moment(self) -> str:
        """When it was seen, as people read it: "2026-11-30 15:04"."""
        return self.looked_up_at.replace("T", " ")

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields without which nobody can find the page again: address and time."""
        return tuple(name for name in ("address", "looked_up_at") if not getattr(self, name))


#: Nothing is said of where something was seen.
NOWHERE = WebOrigin()
#: The fields of an origin, in the order in which they are shown.
ORIGIN_FIELDS = tuple(field.name for field in fields(WebOrigin))


@dataclass(frozen=True, slots=True)
class OriginEdit:
    """Changes to an origin; None leaves a field as it is, "" empties it."""

    address: str | None = None
    final_address: str | None = None
    site: str | None = None
    section: str | None = None
    published_on: str | None = None
    looked_up_at: str | None = None
    looked_up_by: str | None = None

    def stated(self) -> dict[str, str]:
        """The fields that are given."""
        return {name: value for name, value in asdict(self).items() if value is not None}

    def applied(self, origin: WebOrigin) -> WebOrigin:
        """The origin with what is given."""
        return replace(origin, **self.stated())


#: The verification method (网络检索) whose evidence must say where it was seen.
METHOD = "web_check"


def missing_origin(origin: WebOrigin, methods: Collection[str]) -> list[Problem]:
    """What an item lacks that lies under tasks of these verification methods."""
    if METHOD not in methods:
        return []
    kinds = {
        "address": ProblemKind.ADDRESS_MISSING,
        "looked_up_at": ProblemKind.LOOKUP_TIME_MISSING,
    }
    return [Problem(kinds[name]) for name in origin.missing]


#: An edit that leaves everything as it is.
UNCHANGED = OriginEdit()


_MOMENT = re.compile(
    r"(?P<day>.*?\S)(?:\s+|T|(?<=日))(?P<hour>[01]?\d|2[0-3])\s*[:：时点]\s*(?P<minute>[0-5]?\d)"
    r"(?:\s*[:：分]\s*(?:[0-5]?\d(?:[.,]\d+)?\s*秒?)?)?",
    re.DOTALL,
)


#: What tables write behind a day that has no time.
_MIDNIGHT = re.compile(r"\s+0?0:00:00$")


def split_moment(text: str) -> tuple[str, str]:
    """Day and time of day ("15:04", or "" where there is none) of a moment as people write it."""
    bare = _MIDNIGHT.sub("", text.strip())
    found = _MOMENT.fullmatch(bare)
    if found is None:
        return bare, ""
    return found["day"], f"{int(found['hour']):02}:{int(found['minute']):02}"
