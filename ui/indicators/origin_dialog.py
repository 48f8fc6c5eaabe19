"""Asks once where a pasted picture of a page was taken; what was said last is offered again."""

from collections.abc import Sequence
from datetime import date, datetime
from urllib.parse import urlsplit

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from app.web_addresses import web_address
from app.web_origin import NOWHERE, OriginEdit, WebOrigin
from ui.actions import label
from ui.literal import window_title
from ui.shared.described import origin_edit, refused_origin
from ui.shared.origin_fields import origin_line
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window

_ASKED = ("address", "site", "section", "looked_up_at", "looked_up_by")
#: What belongs to a site: of another one it is not known.
_OF_THE_SITE = ("site", "section")


class OriginDialog(QDialog):
    """``said`` is what was entered; rejecting it leaves the fields for later."""

    def __init__(
        self,
        theme: Theme,
        recent: Sequence[WebOrigin],
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        """``recent`` are origins that were said before, the newest first."""
        super().__init__(parent)
        self._today: date = now.date()
        self._last = recent[0] if recent else NOWHERE
        self.setWindowTitle(window_title(tr("这张图是哪个网页的？")))
        start = {
            "address": self._last.address,
            "site": self._last.site,
            "section": self._last.section,
            "looked_up_at": f"{now:%Y-%m-%d %H:%M}",
            "looked_up_by": self._last.looked_up_by,
        }
        self.lines = {name: origin_line(name, start[name], recent) for name in _ASKED}
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for line in self.lines.values():
            form.addRow(line.accessibleName(), line)
        self.wrong = label("", "wrong", wrap=True)
        self.buttons, self.agree = agree_buttons(
            self,
            tr("添加"),
            tr("连同网址和检索时间一起添加（Ctrl+回车）"),
            shortcut="Ctrl+Return",
            refuse=tr("以后再填"),
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(10))
        layout.addLayout(form)
        layout.addWidget(self.wrong)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(520), theme.space(280))
        self.lines["address"].textEdited.connect(self._on_address)
        for line in self.lines.values():
            line.textChanged.connect(self._follow)
        self.lines["address"].selectAll()
        self._follow()

    @property
    def said(self) -> OriginEdit:
        """What was entered; an empty field says nothing."""
        fields = {name: line.text().strip() for name, line in self.lines.items()}
        return origin_edit({name: text for name, text in fields.items() if text})

    @Slot(str)
    def _on_address(self, text: str) -> None:
        """Forget the last site while the address is of another one, unless it was typed."""
        same = _host(text) in {"", _host(self._last.address)}
        for name in _OF_THE_SITE:
            line, last = self.lines[name], getattr(self._last, name)
            if line.text() in {"", last}:
                line.setText(last if same else "")

    @Slot()
    def _follow(self) -> None:
        reasons = refused_origin({n: e.text() for n, e in self.lines.items()}, self._today)
        self.wrong.setText(next(iter(reasons.values()), ""))
        self.wrong.setVisible(bool(reasons))
        self.agree.setEnabled(not reasons)


def _host(text: str) -> str:
    return urlsplit(web_address(text) or "").hostname or ""
