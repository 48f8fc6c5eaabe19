"""材料库: the table on the left, the item on the right."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent

from app.changed import Area
from app.evidence.library import PlaceRow
from ui.library.browse import LibraryBrowser
from ui.library.controller import LibraryController
from ui.library.detail import LibraryDetail
from ui.library.reading import LibraryReader
from ui.library.rows import Library, TableEntry
from ui.library.targets import LibraryTarget
from ui.page import Page, PageContext
from ui.shared.targets import TaskTarget
from ui.snapshot import Snapshot
from ui.widgets.layouts import beside, horizontal

_SPLITTER = "library"


class LibraryPage(Page):
    """Layout and wiring. Reads the library only while it is visible."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._reader = LibraryReader(context.session.services)
        self._stale = False
        self._wanted_item = ""
        office = context.session.snapshot.facts.unit_name is None
        self.browser = LibraryBrowser(context.theme, context.preferences, office=office)
        self.detail = LibraryDetail(context)
        self.browser.offered = (self.detail.form.bulk,)
        self.controller = LibraryController(context, self.browser, self.detail, self)
        self.splitter = beside(self.browser, self.detail, sizes=[860, context.theme.space(400)])
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        state = context.preferences.layout(_SPLITTER)
        if state is not None:
            self.splitter.restoreState(state)
        context.theme.changed.connect(self._fit)
        self._fit()
        layout = horizontal(self)
        layout.addWidget(self.splitter)
        self.browser.chosen.connect(self._on_chosen)
        self.controller.place_wanted.connect(self._go)
        self.browser.offer_units(context.session.snapshot)
        self.follow(context.session, Area.DOSSIERS)

    def arrive(self, target: object) -> None:
        """Turn to a scope, a filter or an item that another page names."""
        if isinstance(target, LibraryTarget):
            self.browser.filters.clear()
            self.browser.show_scope(target.scope)
            wanted = self.browser.filters.wanted
            wanted.setCurrentIndex(max(0, wanted.findData(target.wanted.value)))
            if target.item:
                self._wanted_item = target.item
                self._choose_wanted()
        self.browser.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Remember the columns and the width of the panes."""
        self.browser.table.keep_columns()
        self._context.preferences.keep_layout(_SPLITTER, self.splitter.saveState())

    def show_snapshot(self, _snapshot: Snapshot) -> None:
        """Something has changed: read the library again, unless the page is hidden."""
        self._stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Show what has changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._read()

    # --- reading ---------------------------------------------------------------------------------

    def _read(self) -> None:
        self._stale = False
        self._context.session.read(self._reader.read, self._on_read)

    @Slot(object)
    def _on_read(self, library: Library) -> None:
        session = self._context.session
        self.browser.show_library(library, read_only=session.read_only)
        self._choose_wanted()
        session.read(lambda: self._reader.letters(library), self.browser.take_letters)

    def _choose_wanted(self) -> None:
        if self._wanted_item and self.browser.model.total:
            self.browser.choose(self._wanted_item)
            self._wanted_item = ""

    # --- reactions -------------------------------------------------------------------------------

    @Slot(list)
    def _on_chosen(self, entries: list[TableEntry]) -> None:
        self.detail.show_entries(entries, self._context.session.snapshot.framework)
        if len(entries) == 1:
            self.controller.read_revisions(entries[0].row.item)

    @Slot(object)
    def _go(self, place: PlaceRow) -> None:
        self._context.go("indicators", TaskTarget(place.indicator, place.task_code, place.item))

    @Slot()
    def _fit(self) -> None:
        space = self._context.theme.space
        self.detail.setMinimumWidth(min(space(300), 520))
        self.browser.setMinimumWidth(space(260))
