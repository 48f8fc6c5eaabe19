"""案卷题名, 文本出处 and 保管期限 of indicators; stored when a field is left."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app.dossier.case_names import CaseName, put_case_names
from app.dossier.cases import Case, list_cases
from app.dossier_options import RETENTIONS
from app.errors import NamedThing
from app.naming import LONGEST
from ui.actions import label, mark_writing
from ui.commands import Undoable, run
from ui.literal import tip
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import vertical
from ui.widgets.line_table import Column, LineModel, LineTable


class CaseDialog(QDialog):
    """The indicators above, what is said of those chosen below.

    Title and source are of one indicator; the retention is set for all that are chosen.
    """

    def __init__(
        self,
        context: PageContext,
        parent: QWidget | None = None,
        chosen: Sequence[str] = (),
    ) -> None:
        """``chosen`` are the codes of the indicators to begin with."""
        super().__init__(parent)
        self._context = context
        self._begin_with = tuple(chosen)
        self._shown: tuple[Case, ...] = ()
        self._writable = not context.session.read_only
        self.setWindowTitle(tr("案卷题名、出处和保管期限"))
        self.title = QLineEdit()
        self.source = QLineEdit()
        self.retention = QComboBox()
        self.retention.setEditable(True)
        self._retention_line = QLineEdit()
        self.retention.setLineEdit(self._retention_line)
        self.retention.addItems(("", *RETENTIONS))  # printed on the papers, so always in Chinese
        self._build()
        self.title.editingFinished.connect(self._store)
        self.source.editingFinished.connect(self._store)
        self._retention_line.editingFinished.connect(self._store_retention)
        self.retention.activated.connect(self._choose_retention)
        self.table.selectionModel().selectionChanged.connect(self._turn)
        self._read()

    def _build(self) -> None:
        theme = self._context.theme
        columns = (
            Column(tr("指标"), 64, lambda case: case.code),
            Column(tr("案卷题名"), 0, lambda case: case.shown_title),
            Column(tr("来自"), 90, lambda case: tr("自定") if case.own.title else tr("自动")),
            Column(
                tr("保管期限"),
                90,
                lambda case: case.shown_retention,
                lambda case, colours: None if case.own.retention else colours.muted,
            ),
        )
        model = LineModel(columns, lambda case: case.code, theme)
        self.table = LineTable(tr("案卷题名"), model, theme, many=True)
        self.retention.setMaximumWidth(theme.space(220))
        self._retention_line.setMaxLength(LONGEST[NamedThing.RETENTION])
        rows = QFormLayout()
        for text, field, words in (
            (tr("案卷题名"), self.title, tr("印在封面、目录、卷脊上；不填的按指标原文自动拟")),
            (tr("文本出处"), self.source, tr("指标文字出自哪份文件；不填的按设置或指标体系")),
            (
                tr("保管期限"),
                self.retention,
                tr("印在封面和案卷目录上，也在档号里；不填的按设置。选中几项可以一起改"),
            ),
        ):
            rows.addRow(text, field)
            field.setAccessibleName(text)
            field.setToolTip(tip(words))
        self.printed = label("", "muted", wrap=True)
        self.close_button = QPushButton(tr("关闭"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.printed, 1)
        foot.addWidget(self.close_button)
        column = vertical(self, 16, 14, 16, 14, spacing=theme.space(10))
        hint = tr("编制卷宗时按这里写的；离开输入框即保存。按住 Ctrl 或 Shift 可以选几项")
        column.addWidget(label(hint, "muted", wrap=True))
        column.addWidget(self.table, 1)
        column.addLayout(rows)
        column.addLayout(foot)
        mark_writing(self.title, self.source, self.retention)
        self.retention.setEnabled(self._writable)
        resize_within_window(self, theme.space(760), theme.space(520))

    def _read(self) -> None:
        workspace = self._context.session.services.workspace

        def read() -> tuple[Case, ...]:
            with workspace.reading() as session:
                return list_cases(session, workspace.facts.framework, workspace.facts.county)

        self._context.session.read(read, self._show)

    @Slot(object)
    def _show(self, cases: tuple[Case, ...]) -> None:
        self.table.show_rows(cases)
        if not cases:
            return
        if self._begin_with:
            wanted, self._begin_with = set(self._begin_with), ()
            self.table.choose(lambda case: case.code in wanted)
            self.table.scrollTo(self.table.currentIndex())
        if not self.table.chosen():
            self.table.turn_to(cases[0].code)
        self._turn()

    @Slot()
    def _turn(self) -> None:
        """Show what is said of the chosen ones; a field that somebody types in stays."""
        chosen = tuple(self.table.chosen())
        if not chosen:
            return
        same = [case.code for case in chosen] == [case.code for case in self._shown]
        self._shown = chosen
        self._show_texts(chosen, same=same)
        if not same or not self._retention_line.hasFocus():
            self.retention.setCurrentText(_common(chosen) or "")
        several = len({case.own.retention for case in chosen}) > 1
        self._retention_line.setPlaceholderText(
            tr("各不相同") if several else tr("按设置：{value}", value=chosen[0].general_retention)
        )

    def _show_texts(self, chosen: Sequence[Case], *, same: bool) -> None:
        case, single = chosen[0], len(chosen) == 1
        own = case.own if single else CaseName()
        typing = same and (self.title.hasFocus() or self.source.hasFocus())
        for field, text, proposed in (
            (self.title, own.title, case.proposed),
            (self.source, own.source, case.shown_source),
        ):
            field.setEnabled(single)
            field.setReadOnly(not self._writable)
            field.setPlaceholderText(proposed if single else tr("选中一项时可改"))
            if not typing:
                field.setText(text)
        self.printed.setText(
            f"{case.heading}　{case.shown_title}\n{case.shown_source}"
            if single
            else tr("选中 {count} 项：保管期限一起改", count=len(chosen))
        )

    @Slot()
    def _store(self) -> None:
        if len(self._shown) != 1 or not self._writable:
            return
        case = self._shown[0]
        title, source = self.title.text().strip(), self.source.text().strip()
        after = replace(case.own, title=title, source=source)
        if after != case.own:
            self._put({case.code: after}, tr("改第 {code} 项的案卷题名", code=case.code))

    @Slot()
    def _store_retention(self) -> None:
        """Store what was typed; a field that says 各不相同 was not touched."""
        text = self.retention.currentText().strip()
        if text != (_common(self._shown) or ""):
            self._put_retention(text)

    @Slot()
    def _choose_retention(self) -> None:
        """Store what was chosen from the list; the empty entry is that of all."""
        text = self.retention.currentText().strip()
        if text != _common(self._shown):
            self._put_retention(text)

    def _put_retention(self, text: str) -> None:
        if not self._writable:
            return
        changed = [case for case in self._shown if case.own.retention != text]
        told = (
            tr("改第 {code} 项的保管期限", code=changed[0].code)
            if len(changed) == 1
            else tr("改 {count} 项的保管期限", count=len(changed))
        )
        self._put({case.code: replace(case.own, retention=text) for case in changed}, told)

    def _put(self, wanted: Mapping[str, CaseName], text: str) -> None:
        self._shown = tuple(
            replace(case, own=wanted.get(case.code, case.own)) for case in self._shown
        )
        workspace = self._context.session.services.workspace
        run(
            self._context,
            lambda: put_case_names(workspace, wanted),
            Undoable(
                text=text,
                undo=lambda before: put_case_names(workspace, before),
                then=lambda _before: self._read(),
            ),
        )


def _common(cases: Sequence[Case]) -> str | None:
    """The retention that all of them have of their own; None where they differ."""
    found = {case.own.retention for case in cases}
    return found.pop() if len(found) == 1 else None
