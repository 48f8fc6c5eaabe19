"""The setup of a file's pages while somebody works on it. Knows no widgets."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from app.page_setup import Cut, PageSetup, Paper, page_setup


@dataclass
class SetupDraft:
    """What was chosen so far for a file of ``count`` pages; pages count from 1.

    ``outdated``: the setup that was kept is for other pages, and the draft begins anew.
    """

    count: int
    bound: set[int] = field(default_factory=set)
    reason: str = ""
    turns: dict[int, int] = field(default_factory=dict)
    tilts: dict[int, int] = field(default_factory=dict)
    paper: Paper = Paper.AUTO
    size: tuple[int, int] = (185, 260)
    cut: Cut = Cut.AUTO
    outdated: bool = False

    @classmethod
    def of(cls, setup: PageSetup, count: int) -> "SetupDraft":
        """Begin with the setup that is kept."""
        outdated = setup.of not in {0, count}
        kept = setup.making if outdated else setup
        draft = cls(count, set(kept.bound or range(1, count + 1)), kept.reason)
        draft.turns, draft.tilts = dict(kept.turns), dict(kept.tilts)
        draft.paper, draft.size = kept.paper, kept.size or draft.size
        draft.cut, draft.outdated = kept.cut, outdated
        return draft

    @property
    def leaves_out(self) -> bool:
        """True if some pages are not bound."""
        return len(self.bound) < self.count

    def turn(self, pages: Iterable[int], by: int) -> None:
        """Turn pages further, by degrees clockwise."""
        for page in pages:
            self.turns[page] = (self.turns.get(page, 0) + by) % 360

    def bind(self, pages: Collection[int], *, bound: bool) -> None:
        """Bind pages, or leave them out."""
        if bound:
            self.bound |= set(pages)
        else:
            self.bound -= set(pages)

    def straighten(self, pages: Iterable[int], tilts: Mapping[int, int]) -> None:
        """Set these pages straight by the tilts that were measured; others of them lie straight."""
        for page in pages:
            if page in tilts:
                self.tilts[page] = tilts[page]
            else:
                self.tilts.pop(page, None)

    def reset(self) -> None:
        """Bind the pages as they are made; whether a picture is cut decides how many there are."""
        self.bound, self.reason = set(range(1, self.count + 1)), ""
        self.turns, self.tilts, self.paper = {}, {}, Paper.AUTO

    def setup(self) -> PageSetup | None:
        """What was chosen; None while something is missing or impossible."""
        if not self.bound or (self.leaves_out and not self.reason.strip()):
            return None
        try:
            return page_setup(
                self.count,
                bound=self.bound,
                reason=self.reason,
                turns=self.turns,
                tilts=self.tilts,
                paper=self.paper,
                size=self.size,
                cut=self.cut,
            )
        except ValueError:
            return None
