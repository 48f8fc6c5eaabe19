"""Searches for words on the pages, some pages at a time, starting with the current page."""

from PySide6.QtCore import QObject, Signal, Slot

from app.isolation import Done, Result
from app.jobs import JobContext
from app.preview.drawing import find_words
from app.preview.model import Form, Found, Hit, Pages, SearchOrder
from ui.session import Session
from ui.tasks import Task

#: How many pages are searched in one go; drawing waits for at most these.
_PAGES = 24
_SECONDS = 60.0
_MOST_HITS = 5_000


class PageSearch(QObject):
    """Hits are in page order, on whichever page the search began."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pages: Pages | None = None
        self._words = ""
        self._parts: list[tuple[int, int]] = []
        self._task: Task | None = None
        self.hits: list[Hit] = []
        self.letters = 0

    @property
    def running(self) -> bool:
        """True while there are pages left to search."""
        return self._task is not None

    @property
    def words(self) -> str:
        """The words that are searched for."""
        return self._words

    def look_for(self, pages: Pages | None, words: str, first_page: int) -> None:
        """Start a search; an earlier one is stopped."""
        if self._task is not None:
            task, self._task = self._task, None
            task.cancel()
        self._pages, self._words = pages, words
        self.hits, self.letters = [], 0
        count = len(pages.sizes) if pages and pages.file.form is Form.PDF and words else 0
        starts = list(range(0, count, _PAGES))
        here = next((n for n, s in enumerate(starts) if s <= first_page < s + _PAGES), 0)
        self._parts = [(s, min(count, s + _PAGES)) for s in starts[here:] + starts[:here]]
        self._next()
        self.changed.emit()

    def _next(self) -> None:
        if not self._parts or self._pages is None or len(self.hits) >= _MOST_HITS:
            self._parts = []
            return
        first, last = self._parts.pop(0)
        order = SearchOrder(self._pages.file, self._words, first, last)
        viewer = self._session.viewer

        def job(context: JobContext) -> Result[Found]:
            return viewer.run(find_words, order, _SECONDS, context)

        task = self._session.task(job)
        self._task = task
        task.succeeded.connect(self._on_found)
        task.failed.connect(self._session.troubled)
        task.finished.connect(self._on_finished)
        self._session.views.start(task)

    @Slot(object)
    def _on_found(self, result: Result[Found]) -> None:
        if self.sender() is not self._task or not isinstance(result, Done):
            return
        found: Found = result.value
        self.letters += found.letters
        if found.hits:
            first = found.hits[0].page
            place = next((n for n, h in enumerate(self.hits) if h.page > first), len(self.hits))
            self.hits[place:place] = found.hits

    @Slot()
    def _on_finished(self) -> None:
        if self.sender() is self._task:
            self._task = None
            self._next()
            self.changed.emit()
