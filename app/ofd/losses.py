"""What is not drawn of an OFD, page by page, and how people are told."""

from collections import defaultdict
from collections.abc import Collection
from enum import StrEnum

from app.problems import Problem, ProblemKind, listed

#: No more runs of pages are named; the rest is 等.
_MOST_RUNS = 12


class Lost(StrEnum):
    """A kind of content, by the word that the finding uses."""

    PAGE = "整页"
    PICTURE = "图片"
    PATTERN = "底纹"
    COMPOSITE = "复合图元"
    TEMPLATE = "模板"
    FONT = "内嵌字体"
    UNKNOWN = "不认识的图元"


class Losses:
    """Collects what is lost on which page; pages count from 1.

    ``parts`` has the pages by what they lack.
    """

    def __init__(self) -> None:
        self.parts: dict[Lost, set[int]] = defaultdict(set)

    def add(self, lost: Lost, page: int) -> None:
        """Note that a page lacks something of that kind."""
        self.parts[lost].add(page)

    def merge(self, other: "Losses") -> None:
        """Take over what another collection holds."""
        for lost, pages in other.parts.items():
            self.parts[lost] |= pages

    def problems(self) -> tuple[Problem, ...]:
        """Return one problem if anything is lost."""
        if not self.parts:
            return ()
        label = "、".join(lost.value for lost in Lost if lost in self.parts)
        pages = runs({page for pages in self.parts.values() for page in pages})
        return (Problem(ProblemKind.PARTS_NOT_DRAWN, {"pages": pages, "label": label}),)


def runs(pages: Collection[int]) -> str:
    """Name pages in Chinese: 1、3–5."""
    spans: list[list[int]] = []
    for page in sorted(set(pages)):
        if spans and page == spans[-1][1] + 1:
            spans[-1][1] = page
        else:
            spans.append([page, page])
    named = [str(first) if first == last else f"{first}–{last}" for first, last in spans]
    return listed(named, _MOST_RUNS)
