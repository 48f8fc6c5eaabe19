"""Where a package goes: a USB stick or a folder, with its free space and the space needed."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.visible_text import visible
from ui import dialogs
from ui.actions import ActionButton, label, make_action
from ui.exchange.drives import Drive, drive_of, list_drives
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.files import size_text
from ui.widgets.layouts import vertical

#: FAT32 cannot hold a file of 4 GiB.
_FAT_LIMIT = (4 << 30) - 1
_PURPOSE = "packages"


class DestinationChooser(QWidget):
    """Emits ``changed`` after each choice; ``folder`` is None while nothing is chosen."""

    changed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._needed = 0
        self._largest = 0
        self.drives = QComboBox()
        self.drives.setAccessibleName(tr("送到哪里"))
        self.drives.setToolTip(tr("U 盘排在最前；也可以选别的文件夹"))
        self.drives.setMinimumContentsLength(10)
        self.drives.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.browse_action = make_action(
            self, tr("选文件夹…"), tr("选择放包的文件夹"), self.browse, "Ctrl+D", within=True
        )
        self.refresh_action = make_action(
            self, tr("刷新"), tr("插上 U 盘后重新查看"), self.refresh, "F5", within=True
        )
        self.room = label("", "muted", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.drives, 1)
        row.addWidget(ActionButton(self.browse_action, context.theme))
        row.addWidget(ActionButton(self.refresh_action, context.theme, flat=True))
        column = vertical(self, spacing=4)
        column.addLayout(row)
        column.addWidget(self.room)
        self.drives.currentIndexChanged.connect(self._follow)
        last = context.preferences.last_folder(_PURPOSE)
        self._own = Path(last) if last and Path(last).is_dir() else None
        self.show_drives(())
        self.refresh()

    @property
    def folder(self) -> Path | None:
        """The folder that is chosen."""
        found = self.drives.currentData()
        return found if isinstance(found, Path) else None

    def choose(self, folder: Path) -> None:
        """Take another folder, which the person chose."""
        self._own = folder
        self._context.preferences.keep_folder(_PURPOSE, str(folder))
        drives = [self.drives.itemData(n, Qt.ItemDataRole.UserRole + 1) for n in self._places()]
        self.show_drives(tuple(d for d in drives if isinstance(d, Drive)))
        self.drives.setCurrentIndex(self.drives.findData(folder))
        self._follow()

    def demand(self, needed: int, largest: int) -> None:
        """Set how many bytes are to be written, and how many into one file at most."""
        self._needed, self._largest = needed, largest
        self._follow()

    @Slot()
    def browse(self) -> None:
        """Let the person pick a folder."""
        start = str(self.folder or self._context.preferences.last_folder(_PURPOSE))
        chosen = dialogs.choose_folder(self, tr("放包的文件夹"), start)
        if chosen is not None:
            self.choose(chosen)

    @Slot()
    def refresh(self) -> None:
        """Read again which drives there are."""
        self._context.session.read(list_drives, self.show_drives)

    def _places(self) -> range:
        return range(self.drives.count())

    @Slot(object)
    def show_drives(self, drives: tuple[Drive, ...]) -> None:
        """Offer these drives, and the folder chosen before as long as it is there."""
        before = self.folder
        self.drives.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.drives.clear()
        for drive in drives:
            self.drives.addItem(visible(_drive_words(drive)), drive.path)
            place = self.drives.count() - 1
            self.drives.setItemData(place, drive, Qt.ItemDataRole.UserRole + 1)
        stick = any(drive.removable for drive in drives)
        desktop = _desktop()
        if not stick and self._own is None and desktop is not None:
            # Nobody wants the system's own drive; what is on the desktop can be found again.
            self.drives.insertItem(0, tr("桌面（没有插 U 盘）"), desktop)
        if self._own is not None and self.drives.findData(self._own) < 0:
            self.drives.addItem(visible(str(self._own)), self._own)
        if not self.drives.count():
            self.drives.addItem(tr("没有插 U 盘"), None)
        wanted = self.drives.findData(before) if before is not None else -1
        if wanted < 0 and self._own is not None and not stick:
            wanted = self.drives.findData(self._own)
        self.drives.setCurrentIndex(max(0, wanted))
        self.drives.blockSignals(False)  # noqa: FBT003
        self._follow()

    @Slot()
    def _follow(self) -> None:
        folder = self.folder
        drive = drive_of(folder) if folder is not None else None
        text, wrong = tr("请插上 U 盘后刷新，或选文件夹。"), False
        if drive is not None:
            free = size_text(drive.free)
            text = tr("可用 {free}", free=free)
            if self._needed:
                needed = size_text(self._needed)
                text = tr("可用 {free}，大约需要 {needed}", free=free, needed=needed)
            if drive.free < self._needed:
                text, wrong = tr("{text}，放不下，请换一个盘", text=text), True
            elif drive.fat and self._largest > _FAT_LIMIT:
                text = tr("{text}；这个盘是 FAT32，存不下超过 4 GB 的文件，请分卷", text=text)
                wrong = True
        self.room.setText(text)
        self.room.setProperty("wrong", wrong)
        self.room.setProperty("muted", not wrong)
        self.room.style().unpolish(self.room)
        self.room.style().polish(self.room)
        self.changed.emit()


def _desktop() -> Path | None:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation)
    return Path(found) if found and Path(found).is_dir() else None


def _drive_words(drive: Drive) -> str:
    kind = tr("U 盘") if drive.removable else tr("磁盘")
    shown = f"{drive.path} {drive.name}".strip()
    return tr("{kind}　{name}　可用 {free}", kind=kind, name=shown, free=size_text(drive.free))
