"""A sheet of a questionnaire as a form that is filled by keys; the mouse works as well."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from app.verification.interview.answering import LONGEST, OTHER, Answers, places
from app.verification.interview.schema import Question, QuestionKind
from ui.actions import label
from ui.literal import no_mnemonic
from ui.theme import Theme
from ui.translation import tr
from ui.verification.interview.answering import LETTERS, Answering, Step, is_possible
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.plain_numbers import Numbers, plain, take_numbers
from ui.widgets.wrapping import WrappingRow

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class QuestionPart(QFrame):
    """One question with its options or its field."""

    chosen = Signal(int, int)  # the question, the option
    written = Signal(int, str)
    other_written = Signal(int, str)
    pressed = Signal(int)

    def __init__(self, theme: Theme, number: int, question: Question, *, writable: bool) -> None:
        super().__init__()
        self._theme, self._number, self.question = theme, number, question
        self._writable = writable
        self.boxes: list[QAbstractButton] = []
        self.field: QLineEdit | QPlainTextEdit | None = None
        self.other: QLineEdit | None = None
        text = tr("{number}．{text}", number=number + 1, text=question.text)
        self.setAccessibleName(text)
        self.head = label(text + _aside(question), wrap=True)
        self.fault = label("", "wrong", wrap=True)
        self.fault.hide()
        column = vertical(self, *(theme.space(8),) * 4, spacing=theme.space(4))
        column.addWidget(self.head)
        column.addLayout(self._options() if question.kind.chosen else self._field())
        column.addWidget(self.fault)
        self.mark(current=False)

    def _options(self) -> WrappingRow:
        row, question = WrappingRow(fill=False), self.question
        for place, option in enumerate(question.options, 1):
            words = no_mnemonic(f"{LETTERS[place - 1]} {option}")
            several = question.kind is QuestionKind.MULTIPLE
            box: QAbstractButton = QCheckBox(words) if several else QRadioButton(words)
            box.setAutoExclusive(False)
            box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            box.setEnabled(self._writable)
            box.clicked.connect(lambda _c=False, p=place: self.chosen.emit(self._number, p))
            self.boxes.append(box)
            row.addWidget(box)
        if question.other is not None:
            line = QLineEdit()
            line.setMaxLength(LONGEST)
            line.setMinimumWidth(self._theme.space(180))
            line.setPlaceholderText(tr("写明"))
            line.setAccessibleName(
                tr(
                    "{question}：{option}",
                    question=question.text,
                    option=question.options[question.other - 1],
                )
            )
            line.setReadOnly(not self._writable)
            line.textChanged.connect(lambda text: self.other_written.emit(self._number, text))
            line.hide()
            self.other = line
            row.addWidget(line)
        return row

    def _field(self) -> QHBoxLayout:
        question = self.question
        line = horizontal(spacing=self._theme.space(6))
        if question.kind is QuestionKind.NUMBER:
            edit = QLineEdit()
            take_numbers(edit, Numbers(edit))
            edit.setMaximumWidth(self._theme.space(120))
            edit.textChanged.connect(lambda text: self.written.emit(self._number, plain(text)))
            line.addWidget(edit)
            line.addWidget(label(question.unit), 1)
            self.field = edit
        else:
            area = QPlainTextEdit()
            area.setFixedHeight(self._theme.space(58))
            area.setTabChangesFocus(True)
            area.textChanged.connect(lambda: self.written.emit(self._number, area.toPlainText()))
            line.addWidget(area, 1)
            self.field = area
        self.field.setAccessibleName(self.accessibleName())
        self.field.setReadOnly(not self._writable)
        return line

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """What words are typed into."""
        return tuple(each for each in (self.field, self.other) if each is not None)

    def show_answer(self, answers: Answers) -> None:
        """Show what is answered."""
        answer = answers.get(self.question.id, "")
        if self.boxes:
            chosen = places(answer)
            for place, box in enumerate(self.boxes, 1):
                box.setChecked(place in chosen)
            if self.other is not None:
                _write(self.other, answers.get(self.question.id + OTHER, ""))
                self.other.setVisible(self.question.other in chosen)
        if self.field is not None:
            _write(self.field, answer)
        self.judge(answer)

    def judge(self, answer: str) -> None:
        """Say what is wrong with a number."""
        wrong, question = not is_possible(self.question, answer), self.question
        self.fault.setVisible(wrong)
        if wrong:
            low = "" if question.low is None else f"{question.low:g}"
            high = "" if question.high is None else f"{question.high:g}"
            told = tr("应当是数")
            if low and high:
                told = tr("应当是 {low} 到 {high} 之间的数", low=low, high=high)
            self.fault.setText(told)

    def mark(self, *, current: bool) -> None:
        """Mark the question that the keys answer."""
        colours, gap = self._theme.colours, self._theme.space(14)
        ground = colours.accent_soft if current else "transparent"
        edge = colours.accent if current else "transparent"
        self.setStyleSheet(
            f"QuestionPart {{ background: {ground}; border-left: 3px solid {edge};"
            " border-radius: 4px; }"
            f" QRadioButton, QCheckBox {{ padding-right: {gap}px; }}"
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """A press beside the options turns to the question."""
        self.pressed.emit(self._number)
        super().mousePressEvent(event)


class SheetForm(QScrollArea):
    """``changed`` comes after every answer, ``ended`` with Enter behind the last question."""

    changed = Signal()
    ended = Signal()

    def __init__(self, theme: Theme, *, writable: bool = True) -> None:
        super().__init__()
        self._theme, self._writable = theme, writable
        self._filling = False
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("答卷"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts: list[QuestionPart] = []
        self.answering = Answering(())
        theme.changed.connect(self._mark)

    def ask(self, questions: Sequence[Question]) -> None:
        """Show other questions, without answers."""
        body = QWidget()
        column = vertical(body, spacing=self._theme.space(2))
        self.parts = []
        for number, question in enumerate(questions):
            part = QuestionPart(self._theme, number, question, writable=self._writable)
            part.chosen.connect(self._on_chosen)
            part.written.connect(self._on_written)
            part.other_written.connect(self._on_other_written)
            part.pressed.connect(self.turn_to)
            for field in part.fields:
                field.installEventFilter(self)
            self.parts.append(part)
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(body)
        self.answering = Answering(tuple(questions))
        self._mark()

    # --- answers ---------------------------------------------------------------------------------

    @property
    def answers(self) -> Answers:
        """What is answered."""
        return dict(self.answering.answers)

    def begin(self, answers: Answers, at: int = 0) -> None:
        """Begin a sheet, at its first question."""
        self.answering = Answering(self.answering.questions, dict(answers))
        self._show_answers()
        self.turn_to(at)

    def _show_answers(self) -> None:
        self._filling = True
        for part in self.parts:
            part.show_answer(self.answering.answers)
        self._filling = False

    def _on_chosen(self, number: int, place: int) -> None:
        self._follow(self.answering.choose(number, place))

    def _on_written(self, number: int, text: str) -> None:
        if not self._filling:
            self.answering.write(number, text)
            self.parts[number].judge(self.answering.answers.get(self.answering.question.id, ""))
            self.changed.emit()

    def _on_other_written(self, number: int, text: str) -> None:
        if not self._filling:
            self.answering.write_other(number, text)
            self.changed.emit()

    # --- where the person is ---------------------------------------------------------------------

    def turn_to(self, number: int) -> None:
        """Go to a question."""
        if 0 <= number < len(self.parts):
            self.answering.at = number
            self._mark()
            part = self.parts[number]
            (part.field or self).setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(part, 0, self._theme.space(60))

    def show_part(self, number: int) -> None:
        """Bring a question into sight, and leave the keys where they are."""
        self.answering.at = number
        self._mark()
        body = self.widget()
        layout = body.layout() if body is not None else None
        if layout is not None:
            layout.activate()
        self.ensureWidgetVisible(self.parts[number], 0, self._theme.space(40))

    def _mark(self) -> None:
        for number, part in enumerate(self.parts):
            part.mark(current=self._writable and number == self.answering.at)

    def _follow(self, step: Step) -> None:
        if step is Step.NOTHING:
            return
        self._show_answers()
        self.changed.emit()
        other = self.parts[self.answering.at].other
        if step is Step.ENDS:
            self._mark()
            self.ended.emit()
        elif step is Step.WRITES and other is not None:
            self._mark()
            other.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.turn_to(self.answering.at)

    # --- keys ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Digits and letters choose, Enter goes on, Backspace goes back."""
        step = self._step(event)
        self._follow(step)
        if step is Step.NOTHING:
            super().keyPressEvent(event)

    def _step(self, event: QKeyEvent) -> Step:
        if not self._writable or not self.parts or event.modifiers() & _COMMANDS:
            return Step.NOTHING
        if event.key() in _ENTER or event.key() == Qt.Key.Key_Down:
            return self.answering.onward()
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Up}:
            return self.answering.back()
        return self.answering.press(plain(event.text()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Enter in a field goes on; Shift and Enter is a new line there."""
        number = next((n for n, part in enumerate(self.parts) if watched in part.fields), None)
        if number is None:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.FocusIn and number != self.answering.at:
            self.answering.at = number
            self._mark()
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = self._step_in_field(watched, event)
            if step is not None:
                self._follow(step)
                return True
        return super().eventFilter(watched, event)

    def _step_in_field(self, field: QObject, event: QKeyEvent) -> Step | None:
        if not self._writable or event.modifiers() & _COMMANDS:
            return None
        key, area = event.key(), isinstance(field, QPlainTextEdit)
        if key in _ENTER:
            new_line = area and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return None if new_line else self.answering.onward()
        if not area and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            up = key == Qt.Key.Key_Up
            return self.answering.back() if up else self.answering.onward()
        empty = isinstance(field, QPlainTextEdit | QLineEdit) and not _read(field)
        return self.answering.back() if key == Qt.Key.Key_Backspace and empty else None


def _read(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _write(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Show a text; what is just being typed there keeps its cursor."""
    if _read(field).strip() == text:
        return
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)


def _aside(question: Question) -> str:
    if question.kind is QuestionKind.MULTIPLE:
        return tr("（可选几项，回车到下一题）")
    return tr("（必答）") if question.required else ""
