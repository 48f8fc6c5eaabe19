"""Checking converted pages in a worker: reduced, counted, searched for marks of secrecy."""

from dataclasses import dataclass
from pathlib import Path

from app.conversion.model import PdfFacts


@dataclass(frozen=True, slots=True)
class PageOrder:
    """Pages to look at; travels between processes.

    Attributes:
        path: the PDF that a converter made; it is written anew if something in it has to go.
        facts: what the converter counted itself, if it draws or cuts down every page itself.
        words: look for marks of state secrecy in the text of the pages.
    """

    path: Path
    facts: PdfFacts | None
    words: bool

    @property
    def needless(self) -> bool:
        """True if there is nothing to do."""
        return self.facts is not None and not self.words


@dataclass(frozen=True, slots=True)
class PageVerdict:
    """The facts of the pages, and whether they have a mark of state secrecy."""

    facts: PdfFacts
    secret: bool = False


def check_pages(order: PageOrder) -> PageVerdict:
    """Carry out an order; to be run in a worker. Anything raised means that no page may be used.

    Raises:
        pikepdf.PdfError, pypdfium2.PdfiumError: the pages do not open.
    """
    # The libraries take their time to load, and the process that only orders needs none.
    from app.conversion.admitting import admit
    from app.mark_search.pages import pages_bear_mark

    facts = order.facts or admit(order.path)
    return PageVerdict(facts, order.words and pages_bear_mark(order.path))
