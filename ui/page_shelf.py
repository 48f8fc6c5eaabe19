"""The pages of the open workspace: loaded in a thread, built when first asked for, shown."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget

from ui.page import Page, PageContext
from ui.page_loader import PageLoader
from ui.pages import PageSpec
from ui.panes import first_focus
from ui.read_only import explain_reading
from ui.tasks import TaskRunner


class PageShelf(QObject):
    """Keeps the pages of one workspace at a time, in the window's stack."""

    shown = Signal(str)  # the page's key
    failed = Signal(object)  # an exception: the installation is damaged
    complete = Signal()  # every page can be built at once

    def __init__(
        self,
        specs: Sequence[PageSpec],
        stack: QStackedWidget,
        runner: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._specs = {spec.entry.key: spec for spec in specs}
        self._stack = stack
        self._loader = PageLoader(specs, runner, self)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self.failed)
        self._loader.finished.connect(self.complete)
        self._context: PageContext | None = None
        self._built: dict[str, Page] = {}
        self._awaited: tuple[str, object] | None = None  # shown once it is loaded

    def begin(self, context: PageContext, loaded: str) -> None:
        """Show the pages of an opened workspace; the page ``loaded`` was loaded in another way."""
        self._context = context
        self._loader.note(loaded)

    @Slot()
    def load_all(self) -> None:
        """Load what has not been loaded yet."""
        self._loader.start()

    def end(self) -> None:
        """Remove the pages; their workspace has been closed."""
        for page in self._built.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._context, self._awaited = None, None
        self._stack.unsetCursor()
        self._built.clear()

    def leave(self) -> None:
        """Tell the pages that the workspace is about to close."""
        for page in self._built.values():
            page.leave()

    @property
    def is_complete(self) -> bool:
        """True if a workspace is open and every page can be shown at once."""
        return self._context is not None and self._loader.is_finished

    def show(self, key: str, target: object = None) -> None:
        """Show a page and ``target`` on it, as soon as the page is loaded."""
        if not self._loader.is_loaded(key):
            self._awaited = key, target
            self._stack.setCursor(Qt.CursorShape.BusyCursor)  # on a slow machine it takes a while
            self._loader.hurry(key)
            return
        self._awaited = None
        self._stack.unsetCursor()
        page = self._built.get(key) or self._build(key)
        self._stack.setCurrentWidget(page)
        self.shown.emit(key)
        page.arrive(target)
        focus = QApplication.focusWidget()
        wanted = first_focus(page)
        if wanted is not None and (focus is None or not page.isAncestorOf(focus)):
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)  # the keys work at once

    @Slot(str)
    def _on_loaded(self, key: str) -> None:
        if self._context is not None and self._awaited is not None and self._awaited[0] == key:
            self.show(*self._awaited)

    def build_ahead(self) -> bool:
        """Build one page that nobody has opened yet; False if there is none."""
        key = next((k for k in self._specs if k not in self._built), None)
        if not self.is_complete or key is None:
            return False
        self._build(key)
        return True

    def _build(self, key: str) -> Page:
        assert self._context is not None
        page = self._specs[key].load()(self._context)
        if self._context.session.read_only:
            explain_reading(page)
        self._built[key] = page
        self._stack.addWidget(page)
        return page
