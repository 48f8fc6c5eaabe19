"""Describing many items at once: only what is ticked changes; titles are shown before and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import JuanzongError
from app.evidence.bulk import BulkEdit, edits_of
from app.evidence.descriptions import stated_date, stated_origin
from app.evidence.title_patterns import PATTERN_FIELDS, SERIAL, TitlePattern
from app.framework.values import EvidencePoint
from app.guessing.titles import is_described
from app.visible_text import visible
from app.web_origin import WebOrigin
from ui.actions import label
from ui.literal import tip
from ui.shared.described import Described, origin_edit, origin_fields
from ui.shared.origin_fields import origin_line
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import horizontal
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.widgets.number_edit import NumberEdit
from ui.wording import ORIGIN_NAMES, describe_error

_PATTERN = 0
#: What several pages of one site share.
_ORIGIN = ("address", "site", "section", "looked_up_at", "looked_up_by")
_SERIAL = f"{{{SERIAL}}}"


@dataclass(frozen=True, slots=True)
class TitleChange:
    """An item's title as it is and as it would be."""

    item: str
    before: str
    after: str


class BulkDialog(QDialog):
    """``wanted`` is what was ticked; ``point`` is the point that was chosen, None for none."""

    def __init__(
        self,
        rows: Sequence[Described],
        points: Sequence[EvidencePoint],
        today: date,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        recent: Sequence[WebOrigin] | None = None,
    ) -> None:
        """``points`` are those of the task under which all of the items lie; () for no choice.

        ``recent`` are origins that can be offered again; None if none of the items needs one.
        """
        super().__init__(parent)
        self._rows = list({row.item: row for row in rows}.values())
        self._today, self._theme = today, theme
        self._recent = recent or ()
        self.origin: dict[str, QLineEdit] = {}
        if recent is not None:
            self.origin = {name: self._origin_line(name) for name in _ORIGIN}
        self.setWindowTitle(tr("成批修改 {count} 件", count=len(self._rows)))
        self.ticks: dict[str, QCheckBox] = {}
        self._build(points)
        self._follow()

    def _build(self, points: Sequence[EvidencePoint]) -> None:
        theme = self._theme
        self._make_fields(points)
        grid = self._laid_out(self._naming(), with_point=bool(points))
        self._connect()
        self._make_confirming()
        self._make_titles()
        self.wrong = label("", "wrong", wrap=True)
        self.buttons, self.agree = agree_buttons(
            self, tr("修改"), tr("修改勾选的各项（Ctrl+回车），可以撤销"), shortcut="Ctrl+Return"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addWidget(label(tr("勾选要改的各项，没有勾选的照旧"), "muted"))
        layout.addLayout(grid)
        layout.addWidget(self.confirm)
        layout.addWidget(self.unsure)
        layout.addWidget(self.known)
        layout.addWidget(self.table, 1)
        layout.addStretch()
        layout.addWidget(self.wrong)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(680), theme.space(560))

    def _make_fields(self, points: Sequence[EvidencePoint]) -> None:
        self.issuer = QLineEdit(_common([row.issuer for row in self._rows]))
        self.doc_date = QLineEdit(_common([row.doc_date for row in self._rows]))
        self.doc_date.setPlaceholderText(tr("如 2021-04-09、2021年4月、2021"))
        self.copies = NumberEdit(1, 999)
        self.copies.set_value(min((row.copies for row in self._rows), default=1))
        self.remark = QLineEdit(_common([row.remark for row in self._rows]))
        self.point = QComboBox()
        self.point.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for point in points:
            self.point.addItem(visible(f"{point.number}. {point.text}"), point.number)
            self.point.setItemData(
                self.point.count() - 1, tip(point.text), Qt.ItemDataRole.ToolTipRole
            )

    def _naming(self) -> QWidget:
        """The ways to make a title, in one line."""
        self.way = QComboBox()
        self.way.addItems([tr("按格式起题名"), tr("替换题名里的字")])
        self.way.setAccessibleName(tr("怎样改题名"))
        self.pattern = QLineEdit()
        self.pattern.setPlaceholderText(tr("如 案卷评查现场照片（{field}）", field=_SERIAL))
        self.pattern.setAccessibleName(tr("题名格式"))
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(tr("要换掉的字"))
        self.sought.setAccessibleName(tr("要换掉的字"))
        self.replacement = QLineEdit()
        self.replacement.setPlaceholderText(tr("换成（空着就是去掉）"))
        self.replacement.setAccessibleName(tr("换成什么"))
        naming = QWidget()
        line = horizontal(naming)
        line.setSpacing(self._theme.space(6))
        line.addWidget(self.way)
        line.addWidget(self.pattern, 1)
        line.addWidget(self.sought, 1)
        line.addWidget(self.replacement, 1)
        return naming

    def _laid_out(self, naming: QWidget, *, with_point: bool) -> QGridLayout:
        """Every field behind the box that is to be ticked for it."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.space(10))
        grid.setVerticalSpacing(self._theme.space(7))
        grid.setColumnStretch(1, 1)
        fields: list[tuple[str, str, QWidget]] = [
            ("title", tr("题名"), naming),
            ("issuer", tr("责任者"), self.issuer),
            ("doc_date", tr("日期"), self.doc_date),
            ("copies", tr("份数"), self.copies),
            ("remark", tr("备注"), self.remark),
        ]
        fields += [(name, ORIGIN_NAMES[name], line) for name, line in self.origin.items()]
        if with_point:
            fields.append(("point", tr("要点"), self.point))
        for at, (name, text, field) in enumerate(fields):
            tick = QCheckBox(text)
            tick.setToolTip(tip(tr("勾选后，选中的材料都改成右边的内容")))
            tick.toggled.connect(self._follow)
            if field is not naming:
                field.setAccessibleName(text)
            self.ticks[name] = tick
            grid.addWidget(tick, at, 0)
            grid.addWidget(field, at, 1)
        return grid

    def _connect(self) -> None:
        lines = (self.issuer, self.doc_date, self.remark, self.pattern, self.sought)
        for edit in (*lines, *self.origin.values()):
            edit.textEdited.connect(self._follow)
        self.replacement.textEdited.connect(self._follow)
        # What is changed is meant: choosing or typing something ticks it.
        for name, edit in (
            ("issuer", self.issuer),
            ("doc_date", self.doc_date),
            ("remark", self.remark),
            ("copies", self.copies),
            ("title", self.pattern),
            ("title", self.sought),
            ("title", self.replacement),
            *self.origin.items(),
        ):
            edit.textEdited.connect(lambda _text, name=name: self.ticks[name].setChecked(True))
        self.point.activated.connect(lambda _at: self.ticks["point"].setChecked(True))
        self.way.activated.connect(lambda _at: self.ticks["title"].setChecked(True))
        self.way.currentIndexChanged.connect(self._follow)

    def _make_confirming(self) -> None:
        guessed = [row for row in self._rows if row.guesses]
        unsure = sum(not is_described(row.title) for row in guessed)
        self.confirm = QCheckBox(
            tr("核对无误：{count} 件里猜得的各项照现在的确认", count=len(guessed))
        )
        self.confirm.setEnabled(bool(guessed))
        self.confirm.toggled.connect(self._follow)
        self.unsure = label(
            tr("其中 {count} 件的题名还是机器起的文件名，题名不算核对", count=unsure),
            "guess",
            wrap=True,
        )
        self._unsure = bool(unsure)

    def _make_titles(self) -> None:
        """The titles before and after."""
        columns = (
            Column(tr("现在的题名"), 0, lambda row: row.before),
            Column(
                tr("改成"),
                300,
                lambda row: row.after if row.after != row.before else tr("（不变）"),
                ink=lambda row, colours: None if row.after != row.before else colours.muted,
            ),
        )
        model = LineModel(columns, lambda row: row.item, self._theme)
        self.table = LineTable(tr("题名会怎样改"), model, self._theme)
        self.known = label(
            tr("大括号里可以写：{names}", names=tr("、").join(PATTERN_FIELDS)), "muted", wrap=True
        )

    # --- what is wanted --------------------------------------------------------------------------

    def _ticked(self, name: str) -> bool:
        return name in self.ticks and self.ticks[name].isChecked()

    @property
    def wanted(self) -> BulkEdit:
        """What the items are to be given."""
        return BulkEdit(
            issuer=self.issuer.text() if self._ticked("issuer") else None,
            doc_date=self.doc_date.text() if self._ticked("doc_date") else None,
            copies=self.copies.value if self._ticked("copies") else None,
            remark=self.remark.text() if self._ticked("remark") else None,
            title=self._pattern if self._ticked("title") else None,
            confirm=self.confirm.isChecked(),
            origin=origin_edit({n: e.text() for n, e in self.origin.items() if self._ticked(n)}),
        )

    def _origin_line(self, name: str) -> QLineEdit:
        """What those of the items say that say anything; else what was said last."""
        said = {origin_fields(row.origin)[name] for row in self._rows} - {""}
        last = origin_fields(self._recent[0])[name] if self._recent else ""
        return origin_line(name, _common(list(said)) if said else last, self._recent)

    @property
    def chosen_point(self) -> int | None:
        """The point that the items are to lie at; None to leave them where they are."""
        return self.point.currentData() if self._ticked("point") else None

    @property
    def _pattern(self) -> TitlePattern:
        if self.way.currentIndex() == _PATTERN:
            return TitlePattern(self.pattern.text())
        return TitlePattern(find=self.sought.text(), replacement=self.replacement.text())

    @Slot()
    def _follow(self) -> None:
        by_pattern = self.way.currentIndex() == _PATTERN
        self.pattern.setVisible(by_pattern)
        self.sought.setVisible(not by_pattern)
        self.replacement.setVisible(not by_pattern)
        wrong, wanted = "", self.wanted
        changes: list[TitleChange] = []
        try:
            if wanted.doc_date is not None:
                stated_date(wanted.doc_date, self._today)
            stated_origin(wanted.origin, self._today)
            edits = edits_of(self._rows, wanted)
            changes = [
                TitleChange(row.item, row.title, edits[row.item].title or row.title)
                for row in self._rows
            ]
        except JuanzongError as error:
            sentence = describe_error(error)
            wrong = tr("，").join((sentence.reason, sentence.remedy))
        self.unsure.setVisible(
            self._unsure and self.confirm.isChecked() and not self._ticked("title")
        )
        self.table.show_rows(changes)
        self.table.setVisible(self._ticked("title"))
        self.known.setVisible(self._ticked("title") and by_pattern)
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        something = self.confirm.isChecked() or any(t.isChecked() for t in self.ticks.values())
        self.agree.setEnabled(something and not wrong)


def _common(values: Sequence[str]) -> str:
    """What all of them have; "" if they differ."""
    return values[0] if values and len(set(values)) == 1 else ""
