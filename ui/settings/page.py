"""设置: a list of sections on the left, the chosen one on the right."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.changed import Area
from ui.page import Page, PageContext
from ui.settings.backups import BackupsSection
from ui.settings.filing import FilingSection
from ui.settings.folders import FoldersSection
from ui.settings.identity.section import IdentitySection
from ui.settings.libreoffice import LibreOfficeSection
from ui.settings.look import LookSection
from ui.settings.owing import OwingSection
from ui.settings.papers import PapersSection
from ui.settings.sections import Section
from ui.settings.units import UnitsSection
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.layouts import horizontal, scrolled, vertical


class SettingsPage(Page):
    """Each section reads and stores its own settings."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.look = LookSection(context)
        self.filing = FilingSection(context)
        self.papers = PapersSection(context)
        self.units = UnitsSection(context)
        self.owing = OwingSection(context)
        self.identity = IdentitySection(context)
        self.folders = FoldersSection(context)
        self.office = LibreOfficeSection(context)
        self.backups = BackupsSection(context)
        self._sections: dict[str, Section] = {
            "look": self.look,
            "filing": self.filing,
            "papers": self.papers,
            "units": self.units,
            "owing": self.owing,
            "identity": self.identity,
            "office": self.office,
            "folders": self.folders,
            "backups": self.backups,
        }
        names = {
            "look": tr("外观"),
            "filing": tr("案卷和装订"),
            "papers": tr("文书"),
            "units": tr("单位"),
            "owing": tr("由谁交材料"),
            "identity": tr("身份与口令"),
            "office": tr("文件转换"),
            "folders": tr("文件夹"),
            "backups": tr("备份"),
        }
        self.list = QListWidget()
        self.list.setAccessibleName(tr("设置的各部分"))
        self.list.setProperty("side", True)  # noqa: FBT003  (Qt's own signature)
        self.list.setMouseTracking(True)
        self.stack = QStackedWidget()
        for key, section in self._sections.items():
            item = QListWidgetItem(names[key])
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
            self.stack.addWidget(_framed(section))
        row = horizontal(self, 16, 14, 0, 0, spacing=4)
        left = QVBoxLayout()
        left.addWidget(self.list)
        left.setContentsMargins(0, 0, 0, 14)
        row.addLayout(left)
        row.addWidget(self.stack, 1)
        self.list.currentRowChanged.connect(self._turn)
        self.backups.restore_wanted.connect(context.restore)
        context.theme.changed.connect(self._fit)
        self._fit()
        self.list.setCurrentRow(0)
        self.follow(context.session, Area.KEYS, Area.PEOPLE, Area.PARTNERS)

    def arrive(self, target: object) -> None:
        """Turn to the section with the key that another page gives."""
        if isinstance(target, str) and target in self._sections:
            self.turn_to(target)
        self._sections[self._current].arrive()

    def turn_to(self, key: str) -> None:
        """Show a section."""
        self.list.setCurrentRow(list(self._sections).index(key))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Pass the new state to every section."""
        for section in self._sections.values():
            section.show_snapshot(snapshot)

    @property
    def _current(self) -> str:
        return list(self._sections)[max(0, self.list.currentRow())]

    @Slot(int)
    def _turn(self, row: int) -> None:
        self.stack.setCurrentIndex(row)
        self._sections[self._current].arrive()

    @Slot()
    def _fit(self) -> None:
        theme = self._context.theme
        self.list.setFixedWidth(theme.space(150))
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(theme.space(120), theme.space(32)))


def _framed(section: Section) -> QWidget:
    """A section that scrolls if it does not fit; lists scroll by themselves."""
    inside = QWidget()
    column = vertical(inside, 8, 0, 16, 14)
    column.addWidget(section)
    if not section.tall:
        inside.setMaximumWidth(1000)
    return scrolled(inside)
