"""Two revisions side by side: their pages, and how description, file and text differ."""

import html
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QTextBrowser, QWidget

from app.evidence.revisions import FieldChange, RevisionRow, compare_fields
from app.evidence.text_difference import DiffKind, DiffLine, TextDifference
from app.visible_text import visible
from ui.actions import ActionButton, label, make_action
from ui.colours import Colours
from ui.literal import window_title
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import vertical
from ui.wording import describe_field_change, field_name


class CompareDialog(QDialog):
    """Shows the fields at once, and the texts as soon as they have been read."""

    def __init__(
        self,
        older: RevisionRow,
        newer: RevisionRow,
        theme: Theme,
        parent: QWidget | None = None,
        panes: Sequence[QWidget] = (),
        said: str = "",
    ) -> None:
        """``panes`` show the pages of both; ``said`` is what was said about the change."""
        super().__init__(parent)
        self._theme = theme
        self._sides = (older, newer)
        self._changes = compare_fields(older, newer)
        self._words = ""
        title = tr("比较第 {older} 版和第 {newer} 版", older=older.number, newer=newer.number)
        self.setWindowTitle(window_title(title))
        self.view = _NoLoading()
        self.view.setAccessibleName(title)
        self.view.setOpenLinks(False)
        close = make_action(self, tr("关闭"), tr("关闭"), self.accept)
        self.close_button = ActionButton(close, theme)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = vertical(self, 16, 14, 16, 14, spacing=10)
        layout.addWidget(label(title, "subheading"))
        if said:
            layout.addWidget(label(said, "", wrap=True))
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(8)
        if panes:
            parts.addWidget(_beside(panes, theme))
        parts.addWidget(self.view)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        layout.addWidget(parts, 1)
        layout.addLayout(foot)
        wide, tall = (1240, 700) if panes else (820, 560)
        resize_within_window(self, theme.space(wide), theme.space(tall))
        parts.setSizes([theme.space(400), theme.space(210)])
        self._paint(_paragraph(tr("正在比较文字…"), theme.colours.muted))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_texts(self, difference: TextDifference) -> None:
        """Show the differences of the texts."""
        self._paint(words_html(difference, self._theme.colours))

    def _paint(self, words: str) -> None:
        colours = self._theme.colours
        fields = fields_html(self._sides, self._changes, colours)
        heading = _paragraph(f"<b>{tr('文字')}</b>", colours.text)
        self.view.setHtml(f"{fields}{heading}{words}")


def _beside(panes: Sequence[QWidget], theme: Theme) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(8)
    for pane in panes:
        splitter.addWidget(pane)
    splitter.setSizes([theme.space(600)] * len(panes))
    return splitter


def _moment(at: datetime) -> str:
    return at.astimezone().isoformat(" ", "minutes")[:16]


class _NoLoading(QTextBrowser):
    """Shows what this module wrote and fetches nothing, whatever the text contains."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:  # noqa: N802  (Qt's name)
        """Return nothing for pictures and style sheets."""
        return None


def escape(text: str) -> str:
    """Escape text from files for the page."""
    return html.escape(visible(text, keep_lines=True))


def fields_html(
    sides: tuple[RevisionRow, RevisionRow], changes: tuple[FieldChange, ...], colours: Colours
) -> str:
    """The fields that differ, one beside the other."""
    heads = "".join(
        f"<th align='left' width='42%'>{tr('第 {number} 版', number=side.number)}"
        f"<br><span style='color:{colours.muted};font-weight:400'>"
        f"{_moment(side.created_at)}　{escape(side.created_by)}</span></th>"
        for side in sides
    )
    rows = [f"<tr><th></th>{heads}</tr>"]
    for change in changes:
        before, after = describe_field_change(change)
        rows.append(
            f"<tr><td style='color:{colours.muted}'>{field_name(change.field)}</td>"
            f"<td style='background:{colours.sunken}'>{_breakable(before)}</td>"
            f"<td style='background:{colours.accent_soft}'>{_breakable(after)}</td></tr>"
        )
    table = f"<table width='100%' cellpadding='6' cellspacing='2'>{''.join(rows)}</table>"
    if changes:
        return table
    return table + _paragraph(tr("说明和文件没有不同"), colours.muted)


def words_html(difference: TextDifference, colours: Colours) -> str:
    """What was removed and what was added, marked by a sign as well as by colour."""
    if not difference.readable:
        return _paragraph(tr("两个文件里没有都能读出的文字，请在预览里对照"), colours.muted)
    if not difference.lines:
        return _paragraph(tr("文字没有不同"), colours.muted)
    parts = [_line_html(line, colours) for line in difference.lines]
    if not difference.whole:
        parts.append(_paragraph(tr("文件很长，只比较了开头部分"), colours.muted))
    return "".join(parts)


def _line_html(line: DiffLine, colours: Colours) -> str:
    text = escape(line.text)
    match line.kind:
        case DiffKind.SAME:
            return _paragraph(f"　{text}", colours.text)
        case DiffKind.GONE:
            return _paragraph(f"－<s>{text}</s>", colours.problem)
        case DiffKind.NEW:
            return _paragraph(f"＋{text}", colours.complete)
        case DiffKind.SKIPPED:
            return _paragraph(tr("　…… {count} 句相同", count=line.count), colours.muted)


def _paragraph(text: str, colour: str) -> str:
    return f"<p style='margin:4px 6px;color:{colour}'>{text}</p>"


def _breakable(text: str) -> str:
    """Add places where a check sum may be broken into lines."""
    if len(text) == 64 and text.isalnum():
        text = " ".join(text[i : i + 16] for i in range(0, 64, 16))
    return escape(text)
