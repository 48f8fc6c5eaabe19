"""Going from pane to pane by F6: the pages' buttons, the parts of the page, the message below."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QSplitter, QWidget

_PANE = "pane"


def mark_pane(part: QWidget) -> None:
    """Make a part of a page a pane of its own."""
    part.setProperty(_PANE, True)  # noqa: FBT003  (Qt's own signature)


def next_pane(panes: Sequence[QWidget], present: QWidget | None, step: int) -> QWidget | None:
    """The pane after the one that has the focus, around the end; None if there is no pane."""
    if not panes:
        return None
    at = next((n for n, pane in enumerate(panes) if _holds(pane, present)), None)
    if at is None:
        return panes[0 if step > 0 else -1]
    return panes[(at + step) % len(panes)]


def parts_of(page: QWidget) -> Iterator[QWidget]:
    """The parts between the handles of a page, as they are read; without handles what is marked.

    A part that has handles inside is not one pane but several. A page with neither is one pane.
    """
    splitters = [s for s in page.findChildren(QSplitter) if s.isVisible()]
    outer = [s for s in splitters if not any(o is not s and o.isAncestorOf(s) for o in splitters)]
    if not outer:
        marked = [w for w in page.findChildren(QWidget) if w.property(_PANE) and w.isVisible()]
        yield from marked or (page,)
        return
    for splitter in outer:
        for place in range(splitter.count()):
            part = splitter.widget(place)
            if part is not None and part.isVisible() and min(part.width(), part.height()) > 0:
                yield from parts_of(part)


class Panes(QObject):
    """F6 goes to the next pane of the window, Shift+F6 to the one before.

    ``around`` gives what lies around the page: what comes before it, the page, what comes after.
    Each pane takes the focus back to where it was last.
    """

    def __init__(
        self, window: QWidget, around: Callable[[], tuple[Sequence[QWidget], QWidget, QWidget]]
    ) -> None:
        super().__init__(window)
        self._around = around
        for keys, step in (("F6", 1), ("Shift+F6", -1)):
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.activated.connect(lambda by=step: self.go(by))

    def panes(self) -> list[QWidget]:
        """The panes in sight that can take the focus."""
        before, page, after = self._around()
        found = [*before, *parts_of(page), after]
        return [p for p in found if p.isVisible() and first_focus(p) is not None]

    def present(self) -> QWidget | None:
        """The pane that has the focus."""
        focus = QApplication.focusWidget()
        return next((pane for pane in self.panes() if _holds(pane, focus)), None)

    def go(self, step: int) -> None:
        """Give the focus to another pane."""
        wanted = next_pane(self.panes(), QApplication.focusWidget(), step)
        if wanted is None:
            return
        last = _last_focus(wanted)
        if last is None or not _takes_focus(last):
            last = first_focus(wanted)
        if last is not None:
            last.setFocus(Qt.FocusReason.ShortcutFocusReason)


def first_focus(pane: QWidget) -> QWidget | None:
    """Where the focus goes in a pane: its first list or table, otherwise its first field."""
    inside = [w for w in (pane, *pane.findChildren(QWidget)) if _takes_focus(w)]
    lists = (w for w in inside if isinstance(w, QAbstractItemView))
    fields = (w for w in inside if not isinstance(w, QScrollArea))
    return next(lists, next(fields, None))


def _last_focus(pane: QWidget) -> QWidget | None:
    return pane.focusWidget()  # None if nothing in it ever had the focus


def _takes_focus(widget: QWidget) -> bool:
    by_key = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_key) and widget.isVisible() and widget.isEnabled()


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))
