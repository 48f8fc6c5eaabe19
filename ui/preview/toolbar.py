"""The toolbar above the pages: page number, zoom, turn, search, and commands for the file."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.actions import IconButton, explain, label, make_action, mark_writing, permit
from ui.preview.layout import Fit
from ui.preview.page_view import PageView
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.elided import ElidedName
from ui.widgets.layouts import vertical
from ui.widgets.number_edit import NumberEdit


class PreviewToolbar(QFrame):
    """Controls a page view; emits the commands for the file."""

    search_wanted = Signal()
    open_wanted = Signal()
    save_wanted = Signal()
    edit_wanted = Signal()
    turn_wanted = Signal(int)  # degrees clockwise, of the page at hand
    pages_wanted = Signal()

    def __init__(self, view: PageView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._theme = view, theme
        self.name = ElidedName()
        self.name.setAccessibleName(tr("文件名"))
        self.page = NumberEdit(1, 1)
        self.page.setAccessibleName(tr("页码"))
        self.page.setToolTip(tr("到第几页（Ctrl+PgUp、Ctrl+PgDown 翻页）"))
        self.page.returnPressed.connect(self._on_page_typed)
        self.of = label("", "muted")
        self.percent = label("", "muted")
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._make_actions()
        self._build()
        view.page_changed.connect(self._follow)
        view.zoom_changed.connect(self._follow)
        theme.changed.connect(self._fit)
        self._fit()
        self.offer_setup(shown=False, turns=False)
        self.set_file("", pages=False, text=False)

    def _make_actions(self) -> None:
        view = self._view
        self.earlier = make_action(
            self, tr("上一页"), tr("上一页"), lambda: view.go_to(view.page - 1), "Ctrl+PgUp"
        )
        self.later = make_action(
            self, tr("下一页"), tr("下一页"), lambda: view.go_to(view.page + 1), "Ctrl+PgDown"
        )
        self.smaller = make_action(
            self, tr("缩小"), tr("缩小"), lambda: view.step_zoom(-1), "Ctrl+Alt+-"
        )
        self.larger = make_action(
            self,
            tr("放大"),
            tr("放大，也可按住 Ctrl 转滚轮"),
            lambda: view.step_zoom(1),
            "Ctrl+Alt+=",
        )
        self.fit_width = make_action(
            self, tr("适合宽度"), tr("适合宽度"), lambda: view.set_fit(Fit.WIDTH), "Alt+Shift+W"
        )
        self.fit_page = make_action(
            self, tr("整页"), tr("显示整页"), lambda: view.set_fit(Fit.PAGE), "Alt+Shift+P"
        )
        self._sets_up = False
        self.turn_left = make_action(
            self, tr("左转"), "", lambda: self._on_turn(270), "Alt+Shift+L"
        )
        self.turn = make_action(self, tr("右转"), "", lambda: self._on_turn(90), "Alt+Shift+R")
        self.set_up = make_action(
            self,
            tr("页面…"),
            tr("选装订的页、转页、摆正扫描件、选纸张；原件不变"),
            self.pages_wanted.emit,
            "Alt+Shift+Y",
        )
        self.search = make_action(
            self, tr("查找"), tr("在这个文件里查找"), self.search_wanted.emit, "Alt+Shift+F"
        )
        self.open = make_action(
            self,
            tr("用系统程序打开"),
            tr("用系统里的程序打开一份只读的副本"),
            self.open_wanted.emit,
            "Alt+Shift+O",
        )
        self.edit = make_action(
            self,
            tr("用 WPS／Word 修改"),
            tr("打开一份可修改的副本；保存后，这里会提示作为新版本"),
            self.edit_wanted.emit,
            "Alt+Shift+M",
        )
        mark_writing(self.edit)
        self.save = make_action(
            self, tr("另存原件…"), tr("把原件另存一份"), self.save_wanted.emit, "Alt+Shift+C"
        )
        self._page_actions: tuple[QAction, ...] = (
            self.earlier,
            self.later,
            self.smaller,
            self.larger,
            self.fit_width,
            self.fit_page,
            self.turn_left,
            self.turn,
        )

    def _build(self) -> None:
        theme = self._theme
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(2)
        second.setSpacing(0)
        first.addWidget(self.name, 1)
        self.edit_button = IconButton(self.edit, theme, "edit")
        for action, icon in (
            (self.search, "search"),
            (self.turn_left, "turn-left"),
            (self.turn, "turn"),
            (self.set_up, "pages"),
            (self.open, "outside"),
        ):
            button = IconButton(action, theme, icon)
            first.addWidget(button)
            if action is self.set_up:
                self.set_up_button = button
        first.addWidget(self.edit_button)
        first.addWidget(IconButton(self.save, theme, "save-copy"))
        self.allow_editing(allowed=False)
        second.addWidget(IconButton(self.earlier, theme, "up"))
        second.addWidget(self.page)
        second.addSpacing(3)
        second.addWidget(self.of)
        second.addWidget(IconButton(self.later, theme, "down"))
        second.addStretch(1)
        second.addWidget(IconButton(self.smaller, theme, "zoom-out"))
        second.addWidget(self.percent)
        second.addWidget(IconButton(self.larger, theme, "zoom-in"))
        for action, icon in ((self.fit_width, "fit-width"), (self.fit_page, "fit-page")):
            second.addWidget(IconButton(action, theme, icon))
        self.pages_row = QWidget()
        second.setContentsMargins(0, 0, 0, 0)
        self.pages_row.setLayout(second)
        column = vertical(self, spacing=2)
        column.addLayout(first)
        column.addWidget(self.pages_row)

    def offer_setup(self, *, shown: bool, turns: bool) -> None:
        """Offer the setup of pages; with ``turns`` a turn is kept and not only seen."""
        self.set_up.setVisible(shown)
        self.set_up_button.setVisible(shown)
        self.set_up.setEnabled(shown)
        self._sets_up = turns
        if turns:
            explain(self.turn_left, tr("这一页向左转，装订时也这样；原件不变"))
            explain(self.turn, tr("这一页向右转，装订时也这样；原件不变"))
        else:
            explain(self.turn_left, tr("向左转，只转画面，文件不变"))
            explain(self.turn, tr("向右转，只转画面，文件不变"))

    def _on_turn(self, by: int) -> None:
        if self._sets_up:
            self.turn_wanted.emit(by)
        else:
            self._view.turn(by // 90)

    def set_file(self, name: str, *, pages: bool, text: bool) -> None:
        """Set the file; enable what can be done with its pages or its text."""
        self.name.setText(name)
        for action in self._page_actions:
            action.setEnabled(pages)
        self.pages_row.setVisible(pages)
        self.search.setEnabled(pages or text)
        for action in (self.open, self.save):
            action.setEnabled(bool(name))
        self._follow()

    def allow_editing(self, *, allowed: bool, fits: bool = True, hindrance: str = "") -> None:
        """Set whether a copy for changing is offered at all, and whether it can be made now."""
        self.edit_button.setVisible(allowed)
        self.edit.setVisible(allowed)
        permit(self.edit, allowed and fits, hindrance)

    @Slot()
    def _follow(self) -> None:
        view = self._view
        count = view.page_count
        self.page.set_bounds(1, max(1, count))
        if not self.page.hasFocus():
            self.page.set_value(view.page + 1)
        self.of.setText(f"/ {count}")
        self.percent.setText(f"{view.scale:.0%}")
        if count:
            self.earlier.setEnabled(view.page > 0)
            self.later.setEnabled(view.page < count - 1)

    @Slot()
    def _on_page_typed(self) -> None:
        self._view.go_to(self.page.value - 1)
        self._view.setFocus()

    @Slot()
    def _fit(self) -> None:
        self.page.setFixedWidth(self._theme.space(46))
        self.percent.setFixedWidth(self._theme.space(40))
