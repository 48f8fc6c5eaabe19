"""外观: light or dark, the size of text and the language, on this computer."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox

from ui.actions import label
from ui.language import OWN_NAMES, Language
from ui.look import Look
from ui.page import PageContext
from ui.settings.sections import Card, Section, form
from ui.theme import SCALES, Scheme
from ui.translation import tr
from ui.widgets.layouts import vertical


class LookSection(Section):
    """What is chosen holds at once; the language from the next start."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._look = Look(context.theme, context.preferences, self)
        self.scheme = QComboBox()
        names = {
            Scheme.SYSTEM: tr("跟随系统"),
            Scheme.LIGHT: tr("浅色"),
            Scheme.DARK: tr("深色"),
        }
        for scheme, name in names.items():
            self.scheme.addItem(name, scheme)
        self.scale = QComboBox()
        for percent in SCALES:
            self.scale.addItem(f"{percent}%", percent)
        self.language = QComboBox()
        for language, name in {Language.SYSTEM: tr("跟随系统"), **OWN_NAMES}.items():
            self.language.addItem(name, language)
        self.language.setCurrentIndex(self.language.findData(context.preferences.language))
        card = Card(tr("外观"), tr("只用于本机，选了就生效"))
        rows = form()
        for name, box in (
            (tr("明暗"), self.scheme),
            (tr("文字大小"), self.scale),
            (tr("语言"), self.language),
        ):
            box.setAccessibleName(name)
            rows.addRow(name, box)
        self.later = label(tr("下次启动时换成所选的语言"), "muted", wrap=True)
        self.later.hide()
        rows.addRow("", self.later)
        card.column.addLayout(rows)
        layout = vertical(self)
        layout.addWidget(card)
        layout.addStretch(1)
        self.scheme.activated.connect(self._choose)
        self.scale.activated.connect(self._choose)
        self.language.activated.connect(self._choose_language)
        context.theme.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _choose(self) -> None:
        scheme, scale = Scheme(self.scheme.currentData()), int(self.scale.currentData())
        self._look.choose(scheme, scale)

    @Slot()
    def _choose_language(self) -> None:
        self.context.preferences.language = Language(self.language.currentData())
        self.later.show()

    @Slot()
    def _follow(self) -> None:
        theme = self.context.theme
        for box in (self.scheme, self.scale, self.language):
            box.setMaximumWidth(theme.space(260))
        self.scheme.setCurrentIndex(self.scheme.findData(theme.scheme))
        self.scale.setCurrentIndex(max(0, self.scale.findData(theme.scale)))
