"""What a text or a slide show hides, counted and turned into findings."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.findings.embedded import EmbeddedFile, Sink, dropped
from app.findings.errors import NotLookedThrough
from app.findings.packages import embedded_problem, pictures_problem
from app.findings.slide_findings import slide_problems
from app.problems import Problem, ProblemKind

#: What browsers leave hidden around forms when a page is pasted into Word.
_LEFT_BY_FORMS = re.compile(r"窗体(?:顶端|底端)|(?:Top|Bottom) of Form")


@dataclass(slots=True)
class FindingCounts:
    """Counts for one document; a reader of its format adds to it.

    Attributes:
        changes: stretches inserted, deleted or moved under change tracking.
        comments: remarks and the answers to them.
        hidden: stretches of hidden text.
        hidden_characters: how long they are together.
        parts_lost: parts of the text that lie in other files or in a form that is not printed.
        files: names of embedded files.
        pictures: how many pictures are not in the file.
        slides: whether each slide is shown, in the order of the show.
        sink: takes each embedded file as it is found.
        printed: how many characters of the body the pages should show.
        drawn: a table, a picture or a shape was met, which a page shows without any words.
        whole: the reader tells of all that pages show, so that a blank text is known for one.
    """

    changes: int = 0
    comments: int = 0
    hidden: int = 0
    hidden_characters: int = 0
    parts_lost: int = 0
    files: list[str] = field(default_factory=list)
    pictures: int = 0
    slides: list[bool] = field(default_factory=list)
    sink: Sink = dropped
    printed: int = 0
    drawn: bool = False
    whole: bool = False
    _last_change: object = None
    _in_hidden: bool = False

    def add(self, file: EmbeddedFile | None) -> None:
        """Note an embedded file if there is one, and hand it on."""
        if file is not None:
            self.files.append(file.name)
            self.sink(file)

    def change(self, key: object) -> None:
        """Count a change; the next piece of the same change (an equal ``key``) counts once."""
        if key != self._last_change:
            self.changes += 1
        self._last_change = key

    def text(
        self, words: str, *, hidden: bool, changed: bool = False, margin: bool = False
    ) -> None:
        """Take a piece of the text in its order; not what was deleted under change tracking.

        Words of a ``margin`` need not be on any page: not every header is used.
        """
        printed = "".join(words.split())
        if not printed:
            return
        if not changed:
            self._last_change = None
        if not hidden or _LEFT_BY_FORMS.fullmatch(words.strip()):
            self._in_hidden = False
            self.printed += 0 if margin else len(printed)
            self.drawn = self.drawn or margin
            return
        self.hidden += not self._in_hidden
        self._in_hidden = True
        self.hidden_characters += len(printed)

    def problems(self) -> tuple[Problem, ...]:
        """The findings, in the order in which people should read them."""
        found: list[Problem] = [*slide_problems(self.slides)]
        if self.parts_lost:
            found.append(Problem(ProblemKind.PARTS_NOT_CARRIED, {"count": self.parts_lost}))
        found += pictures_problem(self.pictures)
        found += embedded_problem(self.files)
        if self.changes:
            found.append(Problem(ProblemKind.TRACKED_CHANGES, {"count": self.changes}))
        if self.comments:
            found.append(Problem(ProblemKind.COMMENTS, {"count": self.comments}))
        if self.hidden:
            detail = {"count": self.hidden, "characters": self.hidden_characters}
            found.append(Problem(ProblemKind.HIDDEN_TEXT, detail))
        if self.whole and not (found or self.printed or self.drawn):
            found.append(Problem(ProblemKind.TEXT_BLANK))
        return tuple(found)


#: Adds what one file holds to a tally; False if a part of it cannot be read.
Look = Callable[[Path, FindingCounts], bool]


def problems_by(look: Look, path: Path) -> tuple[Problem, ...]:
    """The findings of one file.

    Raises:
        NotLookedThrough: a part of it cannot be read.
        OSError: the operating system does not let it be read.
    """
    tally = FindingCounts()
    if not look(path, tally):
        raise NotLookedThrough(tally.problems())
    return tally.problems()
