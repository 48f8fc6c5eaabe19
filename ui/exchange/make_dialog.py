"""Asks how and where to make packages for units."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from app.exchange.kinds import PackageKind
from app.exchange.service import PackRequest
from ui.actions import label
from ui.exchange.pack_form import PackForm
from ui.literal import window_title
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.layouts import scrolled, vertical
from ui.wording import PACKAGE_KIND_NAMES

_SHOWN = 8


class MakeDialog(QDialog):
    """``request`` is what to make once it was accepted."""

    def __init__(
        self, context: PageContext, kind: PackageKind, units: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        theme = context.theme
        self.units = tuple(units)
        name = PACKAGE_KIND_NAMES[kind]
        self.setWindowTitle(window_title(tr("制作{kind}", kind=name)))
        shown = tr("、").join(self.units[:_SHOWN])
        if len(self.units) > _SHOWN:
            shown = tr("{names} 等", names=shown)
        self.form = PackForm(context, kind)
        self.buttons, self.agree = agree_buttons(
            self,
            tr("制作 {count} 个", count=len(self.units)),
            tr("写到选定的位置，写完重新读出核对（Ctrl+回车）"),
            shortcut="Ctrl+Return",
        )
        inside = QWidget()
        column = vertical(inside, spacing=theme.space(10))
        heading = tr("给 {count} 个单位各制作一个{kind}", count=len(self.units), kind=name)
        column.addWidget(label(heading, "subheading", wrap=True))
        column.addWidget(label(shown, "muted", wrap=True))
        if kind is PackageKind.RECOVERY:
            column.addWidget(label(_recovery_words(), "muted", wrap=True))
        column.addWidget(self.form)
        column.addStretch(1)
        scroll = scrolled(inside)
        layout = vertical(self, 22, 18, 22, 16)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.buttons)
        self.resize(min(theme.space(620), 1200), min(theme.space(500), 690))
        self.form.changed.connect(self._follow)
        self.form.ask_keys(context, self.units)
        self._follow()

    @property
    def request(self) -> PackRequest:
        """What was chosen."""
        return self.form.request(self.form.destination.folder or Path())

    @Slot()
    def _follow(self) -> None:
        self.agree.setEnabled(self.form.destination.folder is not None)


def _recovery_words() -> str:
    return tr(
        "装入创建办已合并的全部材料和原件，只给电脑丢了、坏了的单位。"
        "单位在新电脑的开始页打开它，就接着做；先把它送来过的包都合并了再制作。"
        "新电脑的密钥是新的，下次收它的报送包要重新核对指纹。"
    )
