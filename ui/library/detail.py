"""The right side of the page: an item's description, its places, its revisions, its pages."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget

from app.evidence.library import PlaceRow
from app.evidence.revisions import RevisionRow
from app.framework.schema import Framework
from app.framework.values import EvidencePoint
from ui.actions import ActionButton, make_action, mark_writing, permit
from ui.library.lists import LinesView, place_lines, revision_lines
from ui.library.rows import TableEntry
from ui.page import PageContext
from ui.preview.pane import PreviewPane
from ui.shared.copy_offers import CopyOffers
from ui.shared.description_form import DescriptionForm
from ui.shared.whose import hindrance, of_items
from ui.translation import tr
from ui.widgets.layouts import vertical


class LibraryDetail(QWidget):
    """Emits what the person wants; knows no service."""

    place_wanted = Signal(object)  # PlaceRow: turn to it
    copy_wanted = Signal(list)  # item ids
    move_wanted = Signal(list)  # PlaceRow
    take_away_wanted = Signal(list)  # PlaceRow
    revise_wanted = Signal(str)  # item id
    compare_wanted = Signal(object, object)  # RevisionRow: older, newer
    revert_wanted = Signal(object)  # RevisionRow
    save_wanted = Signal(object)  # RevisionRow

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._entries: list[TableEntry] = []
        self._read_only = context.session.read_only
        self.form = DescriptionForm(context)
        self.preview = PreviewPane(context)
        self.offers = CopyOffers(context)
        self.preview.edit_wanted.connect(self.offers.actions_of.edit)
        for action in (self.form.save, self.form.bulk):
            self.addAction(action)  # their keys work while another tab is shown too
        self._make_actions()
        self._build()
        self._connect()
        self.show_entries([], context.session.snapshot.framework)

    # --- layout ----------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.go = make_action(
            self, tr("转到"), tr("转到指标页上的这个位置"), self._go, "Alt+Return", within=True
        )
        self.copy = make_action(
            self,
            tr("用于其他指标…"),
            tr("让这件材料同时证明另一项指标"),
            lambda: self.copy_wanted.emit([e.row.item for e in self._entries]),
        )
        self.move_on = make_action(
            self,
            tr("移到…"),
            tr("从选中的位置移到另一项指标"),
            lambda: self.move_wanted.emit(self._chosen_places()),
        )
        self.take_away = make_action(
            self,
            tr("从这里移除"),
            tr("从选中的位置移除，其他位置不变"),
            lambda: self.take_away_wanted.emit(self._chosen_places()),
        )
        self.revise = make_action(
            self,
            tr("换新版本…"),
            tr("换上新版本的文件，旧版本保留"),
            lambda: self.revise_wanted.emit(self._entries[0].row.item),
        )
        self.compare = make_action(
            self,
            tr("比较"),
            tr("比较选中的两个版本；只选一个时与现行版本比较"),
            self._compare,
        )
        self.revert = make_action(
            self,
            tr("恢复为这一版"),
            tr("用选中的旧版本作新的现行版本，各版本都保留"),
            lambda: self.revert_wanted.emit(self._chosen_revisions()[0]),
        )
        self.save = make_action(
            self,
            tr("另存…"),
            tr("把选中版本的原文件另存到文件夹"),
            lambda: self.save_wanted.emit(self._chosen_revisions()[0]),
        )
        mark_writing(self.copy, self.move_on, self.take_away, self.revise, self.revert)

    def _build(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(tr("材料的各个方面"))
        self.tabs.setToolTip(tr("Ctrl+Tab 换下一个"))
        make_action(self, tr("下一个方面"), tr("下一个方面"), self._next_tab, "Ctrl+Tab")
        self.stack = QStackedWidget()
        self.places = LinesView(self._theme, tr("归在哪里"))
        self.revisions = LinesView(self._theme, tr("版本"), several=True)
        pages = (
            (tr("著录"), self.form),
            (tr("预览"), self.preview),
            (
                tr("归在"),
                _with_buttons(
                    self.places,
                    [
                        ActionButton(a, self._theme)
                        for a in (self.go, self.copy, self.move_on, self.take_away)
                    ],
                ),
            ),
            (
                tr("版本"),
                _with_buttons(
                    self.revisions,
                    [
                        ActionButton(a, self._theme)
                        for a in (self.revise, self.compare, self.revert, self.save)
                    ],
                ),
            ),
        )
        for name, page in pages:
            self.tabs.addTab(name)
            self.stack.addWidget(page)
        layout = vertical(self, 4, 12, 12, 12, spacing=8)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.offers)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.places.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.places.doubleClicked.connect(lambda _: self._go())
        self.revisions.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.revisions.doubleClicked.connect(lambda _: self._compare())

    # --- content ---------------------------------------------------------------------------------

    def show_entries(self, entries: Sequence[TableEntry], framework: Framework) -> None:
        """Show one item, or say how many are chosen."""
        self._entries = list(entries)
        row = entries[0].row if len(entries) == 1 else None
        live = row is not None and row.removed_at is None
        several_live = len(entries) > 1 and all(e.row.removed_at is None for e in entries)
        self.form.show_rows(
            [e.row for e in entries],
            _shared_points(entries, framework) if several_live else (),
            read_only=self._read_only or not (live or several_live),
        )
        self.places.lines.show(
            place_lines(framework, row.places if row else (), entries[0].bound if row else {})
        )
        self.preview.offer_editing(
            row.item if row and live else "",
            fits=live and not self._read_only,
            hindrance=of_items([row] if row else []),
        )
        self.offers.show_item(row.item if row and live else "")
        if row is None:
            self.preview.clear(tr("选中了 {count} 件", count=len(entries)) if entries else "")
            self.revisions.lines.show([])
            self.tabs.setTabText(3, tr("版本"))
        else:
            self.preview.show_original(row.sha256, row.kind, row.file_name, row.pages)
        self.tabs.setTabText(2, tr("归在 {count}", count=len(row.places)) if row else tr("归在"))
        if self.places.lines.rows and not self.places.chosen:
            self.places.setCurrentIndex(self.places.lines.index(0))
        self._enable()

    def show_revisions(self, rows: Sequence[RevisionRow]) -> None:
        """Show the revisions of the item that is shown; those of another item are ignored."""
        item = self.item
        if rows and rows[0].item == item:
            self.revisions.lines.show(revision_lines(rows))
            self.tabs.setTabText(3, tr("版本 {count}", count=len(rows)))
            self._enable()

    @property
    def item(self) -> str:
        """The item that is shown; "" for none or several."""
        return self._entries[0].row.item if len(self._entries) == 1 else ""

    def focus_form(self) -> None:
        """Put the cursor into the first field of the description."""
        self.tabs.setCurrentIndex(0)
        self.form.focus_title()

    def turn_to(self, tab: int) -> None:
        """Open the tab of this number."""
        self.tabs.setCurrentIndex(tab)

    # --- reactions -------------------------------------------------------------------------------

    def _enable(self) -> None:
        live = bool(self.item) and self._entries[0].row.removed_at is None
        writable = live and not self._read_only
        places, chosen = self._chosen_places(), self._chosen_revisions()
        self.go.setEnabled(live and bool(places))
        self.copy.setEnabled(writable)
        rows = [e.row for e in self._entries]
        bound = hindrance((rows[0], p.placed) for p in places) if rows else ""
        permit(self.move_on, writable and bool(places), bound)
        several = len(self.places.lines.rows) > 1
        permit(self.take_away, writable and bool(places) and several, bound)
        permit(self.revise, writable, of_items(rows))
        old = [r for r in chosen if not r.current]
        self.compare.setEnabled(len(chosen) == 2 or (len(chosen) == 1 and bool(old)))
        permit(self.revert, writable and len(chosen) == 1 and bool(old), of_items(rows))
        self.save.setEnabled(len(chosen) == 1)

    def _chosen_places(self) -> list[PlaceRow]:
        return [p for p in self.places.chosen if isinstance(p, PlaceRow)]

    def _chosen_revisions(self) -> list[RevisionRow]:
        return [r for r in self.revisions.chosen if isinstance(r, RevisionRow)]

    @Slot()
    def _go(self) -> None:
        places = self._chosen_places()
        if places and self.go.isEnabled():
            self.place_wanted.emit(places[0])

    @Slot()
    def _compare(self) -> None:
        if not self.compare.isEnabled():
            return
        chosen = self._chosen_revisions()
        if len(chosen) == 1:
            rows = [line.row for line in self.revisions.lines.rows]
            chosen += [r for r in rows if isinstance(r, RevisionRow) and r.current]
        older, newer = sorted(chosen, key=lambda r: r.number)
        self.compare_wanted.emit(older, newer)

    def _next_tab(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())


def _shared_points(
    entries: Sequence[TableEntry], framework: Framework
) -> tuple[EvidencePoint, ...]:
    """The points of the task under which all of the items lie; () if they lie under several."""
    tasks = {(p.indicator, p.task_code) for e in entries for p in e.row.places}
    if len(tasks) != 1 or not framework.has_task(*next(iter(tasks))):
        return ()
    return framework.task(*tasks.pop()).points


def _with_buttons(view: QWidget, buttons: Sequence[ActionButton]) -> QWidget:
    page = QWidget()
    column = vertical(page, spacing=8)
    column.addWidget(view, 1)
    for start in range(0, len(buttons), 2):
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in buttons[start : start + 2]:
            row.addWidget(button, 1)
        column.addLayout(row)
    return page
