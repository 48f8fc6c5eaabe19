"""页面设置: how the pages of one file are bound; the file itself stays as it is. Pure.

Pages are counted from 1, as the file has them before anything is set up.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any, Self

#: Millimetres that a sheet of one's own may have on a side.
LEAST_SIDE, MOST_SIDE = 50, 1200
#: Hundredths of a degree by which a page may be set straight.
MOST_TILT = 1000
#: Pages are made larger by no more than a size of paper: a receipt does not become a poster.
LARGEST = 2**0.5 * 1.02
#: No file has more pages.
MOST_PAGES = 100_000

_QUARTERS = (90, 180, 270)


def _rises(numbers: Iterable[int]) -> bool:
    return all(one < next_one for one, next_one in pairwise(numbers))


class Paper(StrEnum):
    """The paper that pages are bound on."""

    AUTO = "auto"  # as the file has them
    A4 = "a4"
    A3 = "a3"
    OWN = "own"


class Cut(StrEnum):
    """Whether a picture is cut into pages."""

    AUTO = "auto"  # long pictures are (see ``app.pictures.is_strip``), others never
    WHOLE = "whole"  # one page
    PIECES = "pieces"  # pages that can be read, as many as it takes


#: Short and long side of the papers, in millimetres.
SHEETS = {Paper.A4: (210, 297), Paper.A3: (297, 420)}


@dataclass(frozen=True, slots=True)
class PageSetup:
    """How the pages of a file are bound.

    Attributes:
        of: how many pages the file had when this was set; 0 where nothing is set of pages.
        bound: the pages that are bound, in their order; empty for all of them.
        reason: why the others are left out.
        turns: pages that are turned, and by how many degrees clockwise.
        tilts: pages that are set straight, and by how many hundredths of a degree clockwise.
        paper: what they are bound on.
        size: short and long side of paper of one's own, in millimetres.
        cut: whether a picture is cut into pages; ``of`` counts what comes of that.

    Raises:
        ValueError: no file can be bound so.
    """

    of: int = 0
    bound: tuple[int, ...] = ()
    reason: str = ""
    turns: tuple[tuple[int, int], ...] = ()
    tilts: tuple[tuple[int, int], ...] = ()
    paper: Paper = Paper.AUTO
    size: tuple[int, int] | None = None
    cut: Cut = Cut.AUTO

    def __post_init__(self) -> None:
        pages = [*self.bound, *(page for page, _ in (*self.turns, *self.tilts))]
        orders = (self.bound, [page for page, _ in self.turns], [page for page, _ in self.tilts])
        if not 0 <= self.of <= MOST_PAGES or not all(1 <= page <= self.of for page in pages):
            raise ValueError("pages that the file does not have")
        if not all(map(_rises, orders)) or len(self.bound) == self.of > 0:
            raise ValueError("each page once, in order; and some are left out, or nothing is said")
        if (self.of > 0) is not self.arranges:
            raise ValueError("the number of pages goes with what is set")
        if bool(self.bound) is not bool(self.reason.strip()):
            raise ValueError("pages are left out with a reason, and a reason is only for that")
        if any(turn not in _QUARTERS for _, turn in self.turns):
            raise ValueError("pages are turned by quarters")
        if any(not 0 < abs(tilt) <= MOST_TILT for _, tilt in self.tilts):
            raise ValueError("no page is so crooked")
        if (self.paper is Paper.OWN) is not (self.size is not None):
            raise ValueError("paper of one's own has a size, and no other has")
        if self.size is not None and not LEAST_SIDE <= self.size[0] <= self.size[1] <= MOST_SIDE:
            raise ValueError("no such paper")

    @property
    def arranges(self) -> bool:
        """True if the pages are bound otherwise than they are made of the file."""
        return bool(self.bound or self.turns or self.tilts or self.paper is not Paper.AUTO)

    @property
    def says_something(self) -> bool:
        """True if anything is set."""
        return self.arranges or self.cut is not Cut.AUTO

    @property
    def making(self) -> "PageSetup":
        """What of this decides how the pages are made, before they are arranged."""
        return PageSetup(cut=self.cut) if self.arranges else self

    @property
    def key(self) -> str:
        """Names the setup, its reason too; "" for none."""
        return f"{self.pages_key}|{self.reason}" if self.bound else self.pages_key

    @property
    def pages_key(self) -> str:
        """Names what decides how the pages look; "" for none."""
        if not self.arranges:
            return "" if self.cut is Cut.AUTO else self.cut.value
        cut = "" if self.cut is Cut.AUTO else f"|{self.cut.value}"
        size = "x".join(map(str, self.size)) if self.size else ""
        turns = ",".join(f"{page}r{turn}" for page, turn in self.turns)
        tilts = ",".join(f"{page}t{tilt}" for page, tilt in self.tilts)
        return f"{self.of}|{page_ranges(self.bound)}|{turns}|{tilts}|{self.paper.value}{size}{cut}"

    @property
    def only_turned(self) -> bool:
        """True if pages are turned, and nothing else."""
        return bool(self.turns) and not (self.bound or self.tilts or self.paper is not Paper.AUTO)

    @property
    def shown(self) -> tuple[int, ...]:
        """The pages that are bound, in order."""
        return self.bound or tuple(range(1, self.of + 1))

    def turn_of(self, page: int) -> int:
        """By how many degrees a page is turned clockwise."""
        return dict(self.turns).get(page, 0)

    def tilt_of(self, page: int) -> int:
        """By how many hundredths of a degree a page is turned clockwise to stand straight."""
        return dict(self.tilts).get(page, 0)

    def stored(self) -> dict[str, Any]:
        """The setup in the form in which a revision keeps it: only what is set."""
        found: dict[str, Any] = {"of": self.of} if self.of else {}
        if self.bound:
            found |= {"bound": list(self.bound), "reason": self.reason}
        if self.turns:
            found["turns"] = [list(one) for one in self.turns]
        if self.tilts:
            found["tilts"] = [list(one) for one in self.tilts]
        if self.paper is not Paper.AUTO:
            found["paper"] = self.paper.value
        if self.size:
            found["size"] = list(self.size)
        if self.cut is not Cut.AUTO:
            found["cut"] = self.cut.value
        return found

    @classmethod
    def of_stored(cls, stored: Mapping[str, Any]) -> Self:
        """The setup out of the form in which a revision keeps it."""
        size = stored.get("size")
        return cls(
            of=int(stored.get("of", 0)),
            bound=tuple(stored.get("bound", ())),
            reason=stored.get("reason", ""),
            turns=tuple((page, turn) for page, turn in stored.get("turns", ())),
            tilts=tuple((page, tilt) for page, tilt in stored.get("tilts", ())),
            paper=Paper(stored.get("paper", Paper.AUTO)),
            size=(size[0], size[1]) if size else None,
            cut=Cut(stored.get("cut", Cut.AUTO)),
        )


#: The pages of a file about which nothing is set.
AS_THEY_ARE = PageSetup()


def page_setup(
    of: int,
    *,
    bound: Iterable[int] = (),
    reason: str = "",
    turns: Mapping[int, int] | None = None,
    tilts: Mapping[int, int] | None = None,
    paper: Paper = Paper.AUTO,
    size: tuple[int, int] | None = None,
    cut: Cut = Cut.AUTO,
) -> PageSetup:
    """Make a setup of what was chosen; what changes nothing is left out of it.

    Raises:
        ValueError: no file of so many pages can be bound so.
    """
    chosen = tuple(sorted(set(bound)))
    if chosen == tuple(range(1, of + 1)):
        chosen = ()
    turned = tuple(sorted((p, t % 360) for p, t in (turns or {}).items() if t % 360))
    tilted = tuple(sorted((p, t) for p, t in (tilts or {}).items() if t))
    own = (min(size), max(size)) if size and paper is Paper.OWN else None
    something = chosen or turned or tilted or paper is not Paper.AUTO
    why = reason.strip() if chosen else ""
    return PageSetup(of if something else 0, chosen, why, turned, tilted, paper, own, cut)


def turned(setup: PageSetup, of: int, pages: Iterable[int], by: int) -> PageSetup:
    """The setup with pages of a file of ``of`` pages turned further, by degrees clockwise."""
    if setup.of not in {0, of}:
        setup = setup.making  # it was set for a file with other pages
    turns = {page: setup.turn_of(page) for page, _ in setup.turns}
    for page in pages:
        turns[page] = (turns.get(page, 0) + by) % 360
    return page_setup(
        of,
        bound=setup.bound,
        reason=setup.reason,
        turns=turns,
        tilts=dict(setup.tilts),
        paper=setup.paper,
        size=setup.size,
        cut=setup.cut,
    )


def page_ranges(pages: Iterable[int]) -> str:
    """Numbers in a few characters: "1-3,7"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


def told_pages(pages: Iterable[int]) -> str:
    """The same as people read it: "1—3、7"."""
    return page_ranges(pages).replace("-", "—").replace(",", "、")


def on_sheet(setup: PageSetup, across: float, up: float) -> tuple[float, float, float] | None:
    """Width and height of the paper for a page of this size, and how much larger the page becomes.

    All in millimetres. The paper lies as the page does. None: the page's own paper.
    """
    if setup.paper is Paper.AUTO:
        return None
    short, long = setup.size or SHEETS[setup.paper]
    width, height = (long, short) if across > up else (short, long)
    return width, height, min(width / across, height / up, LARGEST)


_RANGE = re.compile(r"([0-9]{1,6})(?:-([0-9]{1,6}))?")
_DASHES = str.maketrans(dict.fromkeys("—–－~～至到", "-"))
_COMMAS = re.compile(r"[,，、;；\s]+")


def pages_in(text: str, of: int) -> tuple[int, ...] | None:
    """The pages that somebody typed ("3-7，9"; "第3—7页"); None if it is not understood.

    Nothing typed is every page. What the file does not have is not understood.
    """
    plain = _plain_digits(text).translate(_DASHES).replace("第", "").replace("页", "")
    plain = re.sub(r"\s*-+\s*", "-", plain.strip())
    found: set[int] = set()
    for part in filter(None, _COMMAS.split(plain)):
        match = _RANGE.fullmatch(part)
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= of:
            return None
        found.update(range(first, last + 1))
    return tuple(sorted(found)) if found else tuple(range(1, of + 1))


def _plain_digits(text: str) -> str:
    return "".join(str(int(c)) if c.isdecimal() else c for c in text)


def setups_of(binding: Mapping[str, Any]) -> dict[str, PageSetup]:
    """The setups that a revision keeps, by the SHA-256 of the file."""
    return {one["sha256"]: PageSetup.of_stored(one) for one in binding.get("pages", ())}


def stored_setups(setups: Mapping[str, PageSetup]) -> list[dict[str, Any]]:
    """Setups as a revision keeps them, under "pages" of how it is bound."""
    found = {sha256: one for sha256, one in sorted(setups.items()) if one.says_something}
    return [{"sha256": sha256, **one.stored()} for sha256, one in found.items()]
