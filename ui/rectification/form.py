"""A problem as a form: the office's part above, the unit's below; each side writes its own."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.rectification.reading import RegisterRow
from ui.actions import label
from ui.rectification.evidence_part import EvidencePart
from ui.theme import Theme
from ui.translation import tr
from ui.wording import METHOD_NAMES, describe_notice_state


@dataclass(frozen=True, slots=True)
class Entered:
    """What stands in the form."""

    problem: str
    demand: str
    deadline: str
    measure: str
    person: str
    done_on: str


#: What a field adds above and below its lines, at 100 %.
_AIR = 14


class NoticeForm(QFrame):
    """``changed`` follows the typing; ``entered`` is what stands there."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
        self._theme = theme
        self._row: RegisterRow | None = None
        self._stored: Entered | None = None
        self.heading = label("", "subheading", wrap=True)
        self.standing = label("", "muted", wrap=True)
        self.problem = self._text(tr("存在问题"))
        self.demand = self._text(tr("整改要求"))
        self.deadline = self._line(tr("整改时限"), tr("如 2026-06-30"))
        self.measure = self._text(tr("整改措施"))
        self.person = self._line(tr("责任人"), "")
        self.done_on = self._line(tr("完成时间"), tr("完成后填，如 2026-06-25"))
        self.evidence = EvidencePart(theme)
        office, unit = QFormLayout(), QFormLayout()
        for form, fields in (
            (office, (self.problem, self.demand, self.deadline)),
            (unit, (self.measure, self.person, self.done_on)),
        ):
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            for field in fields:
                form.addRow(field.accessibleName(), field)
        unit.addRow(tr("佐证材料"), self.evidence)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 12, 14, 12)
        self._layout.setSpacing(theme.space(8))
        self._layout.addWidget(self.heading)
        self._layout.addWidget(self.standing)
        self._layout.addWidget(label(tr("创建办填写"), "muted"))
        self._layout.addLayout(office)
        self._layout.addWidget(label(tr("责任单位填写"), "muted"))
        self._layout.addLayout(unit)
        self._layout.addStretch(1)
        theme.changed.connect(self._fit)
        self._fit()
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
    def entered(self) -> Entered:
        """What stands in the fields."""
        return Entered(
            self.problem.toPlainText().strip(),
            self.demand.toPlainText().strip(),
            self.deadline.text().strip(),
            self.measure.toPlainText().strip(),
            self.person.text().strip(),
            self.done_on.text().strip(),
        )

    @property
    def dirty(self) -> bool:
        """True if something was typed that is not stored."""
        return self._row is not None and self.entered != _entered_of(self._row)

    def note_stored(self, entered: Entered) -> None:
        """Know that this was stored, so that it is no longer taken for typing in progress."""
        self._stored = entered

    def show_row(self, row: RegisterRow | None, *, office: bool, writable: bool) -> None:
        """Show a problem; what is being typed into the same one is not disturbed."""
        same = row is not None and self._row is not None and row.notice.id == self._row.notice.id
        typed = self.entered if same and self.dirty and self.entered != self._stored else None
        self._stored = None if typed is None else self._stored
        self._row = row
        for field in (self.problem, self.demand, self.deadline):
            field.setReadOnly(not (writable and office and row is not None))
        for field in (self.measure, self.person, self.done_on):
            field.setReadOnly(not (writable and row is not None))
        if row is None:
            self.heading.setText(tr("在左边选一条问题"))
            self.standing.setText("")
            self._fill(Entered("", "", "", "", "", ""))
            return
        notice = row.notice
        method = METHOD_NAMES[notice.method] if notice.method else ""
        self.heading.setText(
            tr(
                "{number} 号　{unit}　指标 {code} {method}",
                number=notice.number,
                unit=notice.unit,
                code=notice.indicator,
                method=method,
            )
        )
        parts = [
            describe_notice_state(row),
            tr("{day} {person} 发现", day=notice.found_on.isoformat(), person=notice.found_by),
        ]
        if notice.verdict_note:
            parts.append(tr("验收意见：{note}", note=notice.verdict_note))
        self.standing.setText("　".join(parts))
        self._fill(typed or _entered_of(row))

    def _fill(self, entered: Entered) -> None:
        for field, text in (
            (self.problem, entered.problem),
            (self.demand, entered.demand),
            (self.measure, entered.measure),
        ):
            if field.toPlainText() != text:
                field.setPlainText(text)
        for line, text in (
            (self.deadline, entered.deadline),
            (self.person, entered.person),
            (self.done_on, entered.done_on),
        ):
            if line.text() != text:
                line.setText(text)

    def _text(self, name: str) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setAccessibleName(name)
        made.setTabChangesFocus(True)
        made.textChanged.connect(self.changed)
        return made

    def _line(self, name: str, hint: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        made.textChanged.connect(self.changed)
        return made


def _entered_of(row: RegisterRow) -> Entered:
    notice, reply = row.notice, row.reply
    return Entered(
        notice.problem,
        notice.demand,
        notice.deadline.isoformat() if notice.deadline else "",
        reply.measure if reply else "",
        reply.person if reply else "",
        reply.done_on.isoformat() if reply and reply.done_on else "",
    )
