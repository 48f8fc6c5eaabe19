"""Keeps what is typed into a dialog, so that a crash or a pressed Escape key loses nothing."""

import json
from collections.abc import Collection, Mapping
from typing import Protocol

from PySide6.QtCore import QDate, QEvent, QObject, Qt, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from ui.preferences import Preferences

_DAY = "yyyy-MM-dd"
_ON = "1"


class DraftKeeper(Protocol):
    """Something that stores texts under a key."""

    def of(self, key: str) -> Mapping[str, str]: ...  # noqa: D102
    def note(self, key: str, name: str, fields: Mapping[str, str]) -> None: ...  # noqa: D102
    def drop(self, key: str) -> None: ...  # noqa: D102
    def drop_when_stored(self, key: str) -> None: ...  # noqa: D102


class KeptField:
    """A widget of our own that tells all that is written in it as one text."""

    changed: SignalInstance

    @property
    def text_to_keep(self) -> str:
        """All that is written in it."""
        raise NotImplementedError

    def write_kept(self, text: str) -> None:
        """Write what was kept."""
        raise NotImplementedError


class PreferenceDrafts:
    """Keeps drafts in the person's preferences while no workspace is open."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def of(self, key: str) -> Mapping[str, str]:
        """What was typed before."""
        try:
            kept = json.loads(self._preferences.recalled(f"draft/{key}") or "{}")
        except ValueError:
            return {}
        return {str(name): str(text) for name, text in kept.items()}

    def note(self, key: str, _name: str, fields: Mapping[str, str]) -> None:
        """Keep the contents of the fields."""
        text = json.dumps(dict(fields), ensure_ascii=False) if fields else ""
        self._preferences.keep(f"draft/{key}", text)

    def drop(self, key: str) -> None:
        """Forget it."""
        self.note(key, "", {})

    def drop_when_stored(self, key: str) -> None:
        """Forget it at once: the dialog is accepted only after the change was made."""
        self.drop(key)


def keep_text(
    drafts: DraftKeeper,
    dialog: QDialog,
    key: str,
    name: str,
    *,
    only: Collection[QWidget] = (),
) -> None:
    """Restore what was typed into a dialog before, and keep what is typed from now on.

    Fields are stored by their accessible names, choices by their texts. Accepting the dialog or
    pressing its Cancel button ends the draft; Escape, closing and locking keep it for the next
    time. ``only`` names the fields to keep, if not all of them.
    """
    fields = {
        about: field for about, field in _fields_of(dialog).items() if not only or field in only
    }
    _DialogDraft(drafts, dialog, key, name, fields)


class _DialogDraft(QObject):
    def __init__(
        self,
        drafts: DraftKeeper,
        dialog: QDialog,
        key: str,
        name: str,
        fields: Mapping[str, QWidget],
    ) -> None:
        super().__init__(dialog)
        self._drafts, self._key, self._name = drafts, key, name
        self._slipped = False
        self._fields = fields
        self._before = {field: _read(widget) for field, widget in self._fields.items()}
        for field, text in drafts.of(key).items():
            if field in self._fields:
                _write(self._fields[field], text)
        for widget in self._fields.values():
            _follow(widget, self)
        dialog.installEventFilter(self)
        dialog.finished.connect(self._on_finished)

    @Slot()
    def note(self) -> None:
        """Keep what the dialog contains now."""
        shown = {field: _read(widget) for field, widget in self._fields.items()}
        typed = {field: text for field, text in shown.items() if text != self._before[field]}
        self._drafts.note(self._key, self._name, typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Notice how the dialog is left."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() is QEvent.Type.Close or (escape and event.type() is QEvent.Type.KeyPress):
            self._slipped = True
        return super().eventFilter(watched, event)

    @Slot(int)
    def _on_finished(self, result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            self._drafts.drop_when_stored(self._key)
        elif not self._slipped:
            self._drafts.drop(self._key)


def _fields_of(dialog: QDialog) -> dict[str, QWidget]:
    found: dict[str, QWidget] = {}
    for widget in dialog.findChildren(QWidget):
        if isinstance(widget, QCheckBox | QRadioButton):
            found[widget.accessibleName() or widget.text()] = widget
        elif widget.accessibleName() and _is_field(widget):
            found[widget.accessibleName()] = widget
    return found


def _is_field(widget: QWidget) -> bool:
    if isinstance(widget, KeptField):
        return True
    if isinstance(widget, QLineEdit):
        return widget.echoMode() is QLineEdit.EchoMode.Normal and not widget.isReadOnly()
    if isinstance(widget, QPlainTextEdit):
        return not widget.isReadOnly()
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    if isinstance(widget, QListWidget):
        items = (widget.item(n) for n in range(widget.count()))
        return any(item.flags() & Qt.ItemFlag.ItemIsUserCheckable for item in items)
    return isinstance(widget, QDateEdit)


def _read(widget: QWidget) -> str:
    match widget:
        case KeptField():
            return widget.text_to_keep
        case QLineEdit():
            return widget.text()
        case QPlainTextEdit():
            return widget.toPlainText()
        case QComboBox():
            return widget.currentText()
        case QDateEdit():
            return widget.date().toString(_DAY)
        case QAbstractButton():
            return _ON if widget.isChecked() else ""
        case QListWidget():
            items = (widget.item(n) for n in range(widget.count()))
            return "\n".join(i.text() for i in items if i.checkState() is Qt.CheckState.Checked)
        case _:
            return ""


def _write(widget: QWidget, text: str) -> None:
    match widget:
        case KeptField():
            widget.write_kept(text)
        case QLineEdit():
            widget.setText(text)
        case QPlainTextEdit():
            widget.setPlainText(text)
        case QComboBox():
            widget.setCurrentText(text)
        case QDateEdit():
            widget.setDate(QDate.fromString(text, _DAY))
        case QAbstractButton():
            widget.setChecked(text == _ON)
        case QListWidget():
            ticked = text.split("\n")
            for item in (widget.item(n) for n in range(widget.count())):
                wanted = Qt.CheckState.Checked if item.text() in ticked else item.checkState()
                item.setCheckState(wanted)


def _follow(widget: QWidget, draft: _DialogDraft) -> None:
    match widget:
        case KeptField():
            widget.changed.connect(draft.note)
        case QLineEdit() | QPlainTextEdit():
            widget.textChanged.connect(draft.note)
        case QComboBox():
            widget.currentTextChanged.connect(draft.note)
        case QDateEdit():
            widget.dateChanged.connect(draft.note)
        case QAbstractButton():
            widget.toggled.connect(draft.note)
        case QListWidget():
            widget.itemChanged.connect(draft.note)
