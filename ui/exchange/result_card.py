"""What became of the packages that were made: may the stick be pulled, or what went wrong."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.exchange.rounds import Made
from ui import dialogs, icons
from ui.actions import ActionButton, label, make_action
from ui.exchange.rows import made_line
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.outcome_list import OutcomeList

_ROWS, _ROW_HEIGHT = 4, 50


class ResultCard(QFrame):
    """Hidden until there is something to tell."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = ""
        self._made: tuple[Made, ...] = ()
        self.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
        self.mark = label()
        self.heading = label("", "subheading", wrap=True)
        self.detail = label("", "muted", wrap=True)
        self.list = OutcomeList(tr("制作的结果"), theme)
        self.folder_action = make_action(
            self, tr("打开所在文件夹"), tr("在文件管理器里看这些包"), self._open_folder
        )
        self.close_action = make_action(self, tr("知道了"), tr("收起这张卡片"), self.hide)
        top = QHBoxLayout()
        top.addWidget(self.mark)
        top.addWidget(self.heading, 1)
        top.addWidget(ActionButton(self.folder_action, theme, flat=True))
        top.addWidget(ActionButton(self.close_action, theme, flat=True))
        layout = vertical(self, 14, 10, 14, 10, spacing=6)
        layout.addLayout(top)
        layout.addWidget(self.detail)
        layout.addWidget(self.list)
        theme.changed.connect(self._paint)
        self.hide()

    def begin(self) -> None:
        """Say that a package is being written."""
        self._show("clock", tr("正在写入，请不要拔出 U 盘"), "", ())

    def tell(self, made: Sequence[Made]) -> None:
        """Say what became of them."""
        good = sum(each.packed is not None for each in made)
        failed = any(each.error is not None for each in made)
        if good == len(made):
            heading, icon = tr("已校验，可以拔出"), "state-complete"
        elif good:
            heading = tr("做成 {good} 个，没有做成 {rest} 个", good=good, rest=len(made) - good)
            icon = "state-partial"
        else:
            heading = tr("没有做成") if failed else tr("已经取消，没有写成")
            icon = "state-problem" if failed else "state-empty"
        detail = ""
        if good:
            detail = tr("写入后已重新读出核对。做成的包可以拔出送走；U 盘上原有的包没有改动。")
        self._show(icon, heading, detail, made)

    def fail(self, heading: str, detail: str) -> None:
        """Say why nothing was begun."""
        self._show("state-problem", heading, detail, ())

    def _show(self, icon: str, heading: str, detail: str, made: Sequence[Made]) -> None:
        self._icon, self._made = icon, tuple(made)
        self.heading.setText(heading)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.list.show_lines([made_line(each) for each in made])
        self.list.setVisible(bool(made))
        # As high as its lines, up to a third of a small screen.
        rows = min(_ROWS, max(1, len(made)))
        self.list.setFixedHeight(self._theme.space(_ROW_HEIGHT) * rows + self._theme.space(6))
        self.folder_action.setVisible(any(each.packed for each in made))
        self._paint()
        self.show()

    def _open_folder(self) -> None:
        packed = next((each.packed for each in self._made if each.packed is not None), None)
        if packed is not None:
            dialogs.show_path(self, packed.written.paths[0].parent)

    def _paint(self) -> None:
        if not self._icon:
            return
        colours = self._theme.colours
        tint = {
            "state-complete": colours.complete,
            "state-problem": colours.problem,
            "state-partial": colours.partial,
        }.get(self._icon, colours.muted)
        size = self._theme.space(22)
        self.mark.setPixmap(icons.pixmap(self._icon, tint, size, self.devicePixelRatioF()))
