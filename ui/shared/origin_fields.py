"""Fields for where a page of the web was seen, as forms and dialogs have them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from app.web_origin import WebOrigin
from ui.translation import tr
from ui.wording import ORIGIN_NAMES


def origin_line(name: str, text: str = "", recent: Sequence[WebOrigin] = ()) -> QLineEdit:
    """A line for one field; what was said of other items is offered while typing."""
    line = QLineEdit(text)
    line.setAccessibleName(ORIGIN_NAMES[name])
    line.setPlaceholderText(_example(name))
    offer(line, name, recent)
    return line


def offer(line: QLineEdit, name: str, recent: Sequence[WebOrigin]) -> None:
    """Offer in a line what was said of other items."""
    known = list(dict.fromkeys(filter(None, (getattr(one, name) for one in recent))))
    completer = QCompleter(known, line)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    line.setCompleter(completer)


def _example(name: str) -> str:
    match name:
        case "address":
            return tr("浏览器地址栏里的网址")
        case "published_on":
            return tr("如 2021-04-09、2021年4月")
        case "looked_up_at":
            return tr("如 2021-04-09 15:30")
        case _:
            return ""
