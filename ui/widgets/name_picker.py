"""A box in which one types a part of a name, or its pinyin initials, and chooses."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from ui.pinyin import initials

_SEARCHED = Qt.ItemDataRole.UserRole + 1


class _Completer(QCompleter):
    """Searches names and initials, and fills in the name."""

    def pathFromIndex(  # noqa: N802  (Qt's name)
        self, index: QModelIndex | QPersistentModelIndex
    ) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole)) if index.isValid() else ""


class NamePicker(QComboBox):
    """Emits ``picked`` with the name, or "" for the entry that means all or none."""

    picked = Signal(str)

    def __init__(
        self, placeholder: str, parent: QWidget | None = None, *, free: bool = False
    ) -> None:
        """``free``: a name that is not on the list is allowed too."""
        super().__init__(parent)
        self._free = free
        self._all = ""
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        completer = _Completer(self._model, self)
        completer.setCompletionRole(_SEARCHED)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        edit = self.lineEdit()
        assert edit is not None
        edit.setPlaceholderText(placeholder)
        edit.editingFinished.connect(self._settle)
        self.activated.connect(self._on_activated)
        self._last = ""

    def offer(self, names: Iterable[str], everything: str = "") -> None:
        """Replace the names; ``everything`` is the text of a first entry that means all."""
        before = self.name
        self._all = everything
        self._model.clear()
        for name in ([everything] if everything else []) + list(names):
            item = QStandardItem(name)
            item.setData(f"{name} {initials(name)}", _SEARCHED)
            self._model.appendRow(item)
        self.choose(before)

    @property
    def name(self) -> str:
        """The name in the box; "" for all, or if the text is no name."""
        text = self.currentText().strip()
        unknown = self.findText(text) < 0 and not self._free
        return "" if text == self._all or unknown else text

    def choose(self, name: str) -> None:
        """Put a name into the box; "" for all or none."""
        index = self.findText(name or self._all) if (name or self._all) else -1
        self.setCurrentIndex(index)
        if index < 0:
            self.setEditText(name if self._free else "")
        self._last = self.name

    @Slot()
    def _settle(self) -> None:
        """Make sure that the box contains a name: the best match, or the previous one."""
        text = self.currentText().strip()
        if self.findText(text) < 0:
            completer = self.completer()
            assert completer is not None
            completer.setCompletionPrefix(text)
            best = completer.currentCompletion() if text else ""
            if best or not text or not self._free:
                self.choose(best or ("" if not text else self._last))
        self._announce()

    @Slot()
    def _on_activated(self) -> None:
        self._announce()

    def _announce(self) -> None:
        name = self.name
        if name != self._last:
            self._last = name
            self.picked.emit(name)
