"""Looks through the window for words that Qt took for HTML, a mnemonic or a placeholder."""

from collections.abc import Iterator
from html import unescape

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

#: What stands in every hostile text: letters that nothing of the program's own holds.
SIGN = "¤"
#: A line and a table of a test are small; a model is looked through this far.
_ROWS = 60
#: What Qt calls the label in which it shows a tooltip.
_TIP_LABEL = "qtooltip_label"
_ROLE = Qt.ItemDataRole


def hostile(place: str) -> str:
    """A text that tries all at once; ``place`` is the address of a trap without a scheme's end."""
    return f'<img src="{place}"><a href="{place}">{SIGN}&x</a>{SIGN}[*]&amp;{SIGN}lt;<b>'


def interpreted(top: QWidget) -> list[str]:
    """What in a window is not shown as its letters; empty if all is."""
    return [
        f"{type(widget).__name__} {widget.objectName()}: {wrong}"
        for widget in (top, *top.findChildren(QWidget))
        for wrong in _wrong(widget)
    ]


def signs(top: QWidget) -> int:
    """How many texts in a window are hostile ones: 0 means that the test looks at nothing."""
    return sum(
        SIGN in text
        for widget in (top, *top.findChildren(QWidget))
        for text in (
            *_captions(widget),
            *(t for _, t in _of_models(widget)),
            *_labels(widget),
            *_documents(widget),
        )
    )


def _wrong(widget: QWidget) -> Iterator[str]:
    for text in (widget.toolTip(), widget.statusTip(), widget.whatsThis()):
        yield from _as_tip(text)
    yield from _title(widget.windowTitle() if widget.isWindow() else "")
    for text in _labels(widget):
        assert isinstance(widget, QLabel)
        if widget.objectName() == _TIP_LABEL:  # may be HTML, if only the program's own
            yield from _as_tip(text)
            continue
        yield from _shown(text)
        taken = widget.textFormat()
        if taken is Qt.TextFormat.AutoText and Qt.mightBeRichText(text):
            yield f"guesses HTML: {text!r}"
        if taken in {Qt.TextFormat.RichText, Qt.TextFormat.MarkdownText}:
            yield from _document(_html(text))
    for text in _captions(widget):
        yield from _caption(text)
    if isinstance(widget, QTextEdit):
        yield from _document(widget.document())
        yield from _shown(widget.toPlainText())
    if isinstance(widget, QPlainTextEdit):
        yield from _document(widget.document())
    for role, text in _of_models(widget):
        yield from _as_tip(text) if role is _ROLE.ToolTipRole else _shown(text)


def _labels(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield widget.text()


def _documents(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QTextEdit):
        yield widget.toPlainText()


def _captions(widget: QWidget) -> Iterator[str]:
    """Texts in which Qt looks for mnemonics."""
    if isinstance(widget, QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(i) for i in range(widget.count()))
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())


def _of_models(widget: QWidget) -> Iterator[tuple[Qt.ItemDataRole, str]]:
    """Texts of lists, tables, trees and boxes, with their roles."""
    if isinstance(widget, QHeaderView):
        return
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        for across in Qt.Orientation.Horizontal, Qt.Orientation.Vertical:
            count = _columns(model, QModelIndex()) if across is Qt.Orientation.Horizontal else 1
            for section in range(min(count, _ROWS)):
                for role in _ROLE.DisplayRole, _ROLE.ToolTipRole:
                    if isinstance(text := model.headerData(section, across, role), str):
                        yield role, text
        yield from _cells(model, QModelIndex())
    if isinstance(widget, QComboBox):
        yield from _cells(widget.model(), QModelIndex())


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    """How many columns there are; a list does not let its own count be asked."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[tuple[Qt.ItemDataRole, str]]:
    for row in range(min(model.rowCount(parent), _ROWS)):
        for column in range(_columns(model, parent)):
            index = model.index(row, column, parent)
            for role in _ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole:
                if isinstance(text := index.data(role), str):
                    yield role, text
        yield from _cells(model, model.index(row, 0, parent))


def _as_tip(text: str) -> Iterator[str]:
    """A tooltip guesses whether it is HTML."""
    yield from _shown(unescape(text))
    if Qt.mightBeRichText(text):
        yield from _document(_html(text))


def _html(text: str) -> QTextDocument:
    made = QTextDocument()
    made.setHtml(text)
    return made


def _document(document: QTextDocument) -> Iterator[str]:
    """Pictures and links are of nobody's but a foreign text's; the program writes neither."""
    block = document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            form = parts.fragment().charFormat()
            if form.isImageFormat() or form.isAnchor():
                yield f"a picture or link in {document.toPlainText()!r}"
            parts += 1
        block = block.next()


def _caption(text: str) -> Iterator[str]:
    yield from _shown(text)
    if SIGN in text and f"{SIGN}&x" in text.replace("&&", ""):
        yield f"a mnemonic in {text!r}"


def _title(text: str) -> Iterator[str]:
    yield from _shown(text)
    if SIGN in text and "[*]" in text.replace("[*][*]", ""):
        yield f"a mark of unsaved work in {text!r}"


def _shown(text: str) -> Iterator[str]:
    if SIGN in text and set(text) & set("\u202e\u2066\x1b\x07"):
        yield f"unseen characters in {text!r}"


def open_windows() -> list[QWidget]:
    """All windows, dialogs and menus there are."""
    return list(QApplication.topLevelWidgets())
