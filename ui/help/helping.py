"""What the help menu asks for: the part about the page, its keys, the methods, the tour."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ui.help.places import START, heading_for
from ui.page import PageContext
from ui.rail import Rail
from ui.theme import Theme

_SEEN = "tour"


class Helping(QObject):
    """One per window. ``context`` and ``page`` give what is open now."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        rail: Rail,
        foot: QWidget,
        context: Callable[[], PageContext | None],
        page: Callable[[], tuple[str, QWidget]],
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._rail, self._foot = window, theme, rail, foot
        self._context, self._page = context, page
        self._help: QObject | None = None

    @Slot()
    def show_page(self) -> None:
        """Show the part of the manual that tells of the page."""
        context, (key, _) = self._context(), self._page()
        if context is None:
            self._show(START)
        else:
            office = context.session.snapshot.facts.unit_name is None
            self._show(heading_for(key, office=office))

    @Slot()
    def show_keys(self) -> None:
        """Show the keys of the page."""
        self._show("")

    @Slot()
    def show_methods(self) -> None:
        """Show what each method wants."""
        from ui.help.contents import methods_part

        if (context := self._context()) is not None:
            self._show(methods_part(context.session.snapshot.framework).title)

    def offer_tour(self) -> None:
        """Begin the tour, once on each computer."""
        context = self._context()
        if context is not None and not context.preferences.recalled(_SEEN):
            self.show_tour()

    @Slot()
    def show_tour(self) -> None:
        """Begin the tour, from the first page."""
        from ui.help.first_day import tour_stops
        from ui.help.tour import Tour

        context = self._context()
        body = self._foot.parentWidget()
        if context is None or body is None or body.findChild(Tour) is not None:
            return
        context.preferences.keep(_SEEN, "seen")
        context.go("desk")
        office = context.session.snapshot.facts.unit_name is None
        stops = tour_stops(self._rail, self._foot, lambda: self._page()[1], office=office)
        Tour(stops, self._theme, body)

    def _show(self, heading: str) -> None:
        from ui.help.opening import Help

        if not isinstance(self._help, Help):
            self._help = Help(self._theme, self._window)
        context = self._context()
        framework = context.session.snapshot.framework if context is not None else None
        self._help.show(self._page()[1], framework, heading)
