"""A problem as a form: the office's part above, the unit's below; each side writes its part."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.rectification.reading import RegisterRow
from ui.actions import label
from ui.drafts import Typing
from ui.page import PageContext
from ui.rectification.evidence_part import EvidencePart
from ui.rectification.rows import OFFICE_FIELDS, UNIT_FIELDS, refused, stored_of
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.wording import describe_notice_state, task_heading

#: The space of a field above and below its lines, at 100 %.
_AIR = 14


class NoticeForm(QFrame):
    """``changed`` follows the typing; what cannot be stored stays in its field, with the reason."""

    changed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
        self._theme, session = context.theme, context.session
        theme = context.theme
        self._row: RegisterRow | None = None
        self.typing = Typing(
            context.drafts, self, lambda fields: refused(fields, session.snapshot.today)
        )
        self.heading = label("", "subheading", wrap=True)
        self.standing = label("", "muted", wrap=True)
        self.problem = self._text(tr("存在问题"))
        self.demand = self._text(tr("整改要求"))
        self.deadline = self._line(tr("整改时限"), tr("如 2026-06-30"))
        self.measure = self._text(tr("整改措施"))
        self.person = self._line(tr("责任人"), "")
        self.done_on = self._line(tr("完成时间"), tr("完成后填，如 2026-06-25"))
        self.evidence = EvidencePart(theme)
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {
            "problem": self.problem,
            "demand": self.demand,
            "deadline": self.deadline,
            "measure": self.measure,
            "person": self.person,
            "done_on": self.done_on,
        }
        self.notes = {name: label("", "wrong", wrap=True) for name in self._fields}
        office, unit = QFormLayout(), QFormLayout()
        for form, fields in (
            (office, OFFICE_FIELDS),
            (unit, UNIT_FIELDS),
        ):
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            for name in fields:
                field, box = self._fields[name], QVBoxLayout()
                box.setSpacing(1)
                box.addWidget(field)
                box.addWidget(self.notes[name])
                form.addRow(field.accessibleName(), box)
        unit.addRow(tr("佐证材料"), self.evidence)
        self._layout = vertical(self, 14, 12, 14, 12, spacing=theme.space(8))
        self._layout.addWidget(self.heading)
        self._layout.addWidget(self.standing)
        self._layout.addWidget(label(tr("创建办填写"), "muted"))
        self._layout.addLayout(office)
        self._layout.addWidget(label(tr("责任单位填写"), "muted"))
        self._layout.addLayout(unit)
        self._layout.addStretch(1)
        self.typing.refused.connect(self._on_refused)
        theme.changed.connect(self._fit)
        self._fit()
        self._on_refused({})
        self.show_row(None, office=False, writable=False)

    @Slot()
    def _fit(self) -> None:
        for field, lines in ((self.problem, 3), (self.demand, 2), (self.measure, 3)):
            room = field.contentsMargins().top() + field.contentsMargins().bottom()
            text = lines * field.fontMetrics().lineSpacing()
            field.setFixedHeight(text + room + self._theme.space(_AIR))

    def add_foot(self, foot: QWidget) -> None:
        """Put the buttons below the fields."""
        self._layout.addWidget(foot)

    @property
    def row(self) -> RegisterRow | None:
        """The problem that is shown."""
        return self._row

    @property
    def entered(self) -> dict[str, str]:
        """The contents of the fields."""
        return {name: _text_of(field).strip() for name, field in self._fields.items()}

    @property
    def dirty(self) -> bool:
        """True if something was typed that is not stored."""
        return bool(self.typing.typed)

    def show_row(
        self, row: RegisterRow | None, task: str = "", *, office: bool, writable: bool
    ) -> None:
        """Show a problem; text being typed about the same problem is kept."""
        shown = self.typing.turn_to(
            f"notice/{row.notice.id}" if row is not None else "",
            tr("整改 {number} 号", number=row.notice.number) if row is not None else "",
            stored_of(row) if row is not None else dict.fromkeys(self._fields, ""),
            writable=writable,
        )
        self._row = row
        units_own = row is not None and row.reply is not None and not row.reply.by_office
        for name, field in self._fields.items():
            replied = office and units_own and name in UNIT_FIELDS
            may = writable and row is not None and (office or name in UNIT_FIELDS)
            field.setReadOnly(not may or replied)
            field.setToolTip(tr("单位自己填报了，不能代填") if replied else "")
        self._fill(shown)
        if row is None:
            self.heading.setText(tr("在左边选一条问题"))
            self.standing.setText("")
            return
        notice = row.notice
        self.heading.setText(
            tr(
                "{number} 号　{unit}　{where}",
                number=notice.number,
                unit=notice.unit,
                where=task_heading(notice.indicator, task),
            )
        )
        parts = [
            describe_notice_state(row),
            tr("{day} {person} 发现", day=notice.found_on.isoformat(), person=notice.found_by),
        ]
        if notice.verdict_note:
            parts.append(tr("验收意见：{note}", note=notice.verdict_note))
        self.standing.setText("　".join(parts))

    def _fill(self, shown: Mapping[str, str]) -> None:
        """Put texts into the fields; a field that has its text already is not changed."""
        present = self.entered
        for name, text in shown.items():
            field = self._fields[name]
            if present[name] != text:
                field.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
                if isinstance(field, QLineEdit):
                    field.setText(text)
                else:
                    field.setPlainText(text)
                field.blockSignals(False)  # noqa: FBT003

    @Slot()
    def _on_typed(self) -> None:
        self.typing.note(self.entered)
        self.changed.emit()

    @Slot(object)
    def _on_refused(self, reasons: Mapping[str, str]) -> None:
        for name, note in self.notes.items():
            field, wrong = self._fields[name], reasons.get(name, "")
            note.setText(wrong)
            note.setVisible(bool(wrong))
            if field.property("wrong") != bool(wrong):
                field.setProperty("wrong", bool(wrong))
                field.style().unpolish(field)
                field.style().polish(field)

    def _text(self, name: str) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setAccessibleName(name)
        made.setTabChangesFocus(True)
        made.textChanged.connect(self._on_typed)
        return made

    def _line(self, name: str, hint: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        made.textChanged.connect(self._on_typed)
        return made


def _text_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
