"""One question of a questionnaire, as it is edited: its words, its kind, and what counts."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.verification.interview.schema import MOST_OPTIONS, Question, QuestionKind
from ui.actions import label
from ui.literal import tip
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.plain_numbers import Numbers, plain, take_numbers
from ui.widgets.wrapping import WrappingRow
from ui.wording import QUESTION_KINDS

_LONGEST_TEXT, _LONGEST_OPTION, _LONGEST_UNIT = 500, 100, 20


class QuestionEditor(QWidget):
    """Emits ``changed`` with every key; ``question`` is what is written."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._before: Question | None = None
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("题目"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.space(56))
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("题型"))
        for kind in QuestionKind:
            self.kind.addItem(QUESTION_KINDS[kind.value], kind)
        self.options = QPlainTextEdit()
        self.options.setAccessibleName(tr("选项"))
        self.options.setTabChangesFocus(True)
        self.options.setPlaceholderText(tr("一行一个选项，最多 12 个"))
        self.satisfied = _line(tr("哪些选项算满意"), tr("写第几个，如 1、2；不问满意度的不写"))
        self.apart = _line(tr("哪些选项不计入"), tr("写第几个，如“没有遇到”；没有的不写"))
        self.other = _line(tr("哪个选项后面写字"), tr("写第几个，如“其他”；没有的不写"))
        self.unit = _line(tr("单位"), tr("如 天、次"))
        self.unit.setMaxLength(_LONGEST_UNIT)
        self.low, self.high = _line(tr("最小值"), ""), _line(tr("最大值"), "")
        for edit in (self.low, self.high):
            take_numbers(edit, Numbers(edit))
        self.required = _box(tr("必答"), tr("没有答的答卷会提醒"))
        self.group = _box(tr("用来分组"), tr("结果按这一题的答案分组比较；只能是单选题"))
        self.overall = _box(tr("总体满意度"), tr("总体满意度由这一题算出；一份问卷一题"))
        self.suggestion = _box(tr("意见建议"), tr("开放题：答的是意见建议，可以转整改"))
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._fields: tuple[QWidget, ...] = (
            self.text,
            self.kind,
            self.options,
            self.satisfied,
            self.apart,
            self.other,
            self.unit,
            self.low,
            self.high,
        )
        for field in self._fields:
            self.form.addRow(field.accessibleName(), field)
        marks = WrappingRow(fill=False)
        for box in (self.required, self.group, self.overall, self.suggestion):
            marks.addWidget(box)
        self.fault = label("", "wrong", wrap=True)
        column = vertical(self, spacing=theme.space(6))
        column.addLayout(self.form, 1)
        column.addLayout(marks)
        column.addWidget(self.fault)
        self._listen()

    def _listen(self) -> None:
        for area in (self.text, self.options):
            area.textChanged.connect(self._on_changed)
        lines = (self.satisfied, self.apart, self.other, self.unit, self.low, self.high)
        for line in lines:
            line.textChanged.connect(self._on_changed)
        for box in (self.required, self.group, self.overall, self.suggestion):
            box.toggled.connect(self._on_changed)
        self.kind.currentIndexChanged.connect(self._on_changed)

    def show_question(self, question: Question) -> None:
        """Begin with what a question says."""
        self._before = question
        blocked = [QSignalBlocker(self)]
        self.kind.setCurrentIndex(list(QuestionKind).index(question.kind))
        self.text.setPlainText(question.text)
        self.options.setPlainText("\n".join(question.options))
        self.satisfied.setText(_places(question.satisfied))
        self.apart.setText(_places(question.apart))
        self.other.setText(str(question.other or ""))
        self.unit.setText(question.unit)
        self.low.setText("" if question.low is None else f"{question.low:g}")
        self.high.setText("" if question.high is None else f"{question.high:g}")
        for box, on in (
            (self.required, question.required),
            (self.group, question.group),
            (self.overall, question.overall),
            (self.suggestion, question.suggestion),
        ):
            box.setChecked(on)
        del blocked
        self._fit()

    @property
    def question(self) -> Question:
        """What is written; what does not go with the kind is left out."""
        before = self._before
        assert before is not None
        kind = QuestionKind(self.kind.currentData())
        options = self._options if kind.chosen else ()
        rated = kind in {QuestionKind.SINGLE, QuestionKind.SCALE}
        number = kind is QuestionKind.NUMBER
        keeps = kind is QuestionKind.SCALE and len(before.scores) == len(options)
        others = _numbers(self.other.text(), len(options))
        return before.model_copy(
            update={
                "text": " ".join(self.text.toPlainText().split())[:_LONGEST_TEXT],
                "kind": kind,
                "options": options,
                "scores": before.scores if keeps else (),
                "satisfied": _numbers(self.satisfied.text(), len(options)) if rated else (),
                "apart": _numbers(self.apart.text(), len(options)) if rated else (),
                "other": others[0] if others and kind.chosen else None,
                "unit": self.unit.text().strip() if number else "",
                "low": _value(self.low.text()) if number else None,
                "high": _value(self.high.text()) if number else None,
                "required": self.required.isChecked(),
                "group": self.group.isChecked() and kind is QuestionKind.SINGLE,
                "overall": self.overall.isChecked() and rated,
                "suggestion": self.suggestion.isChecked() and kind is QuestionKind.OPEN,
            }
        )

    @property
    def _options(self) -> tuple[str, ...]:
        lines = (" ".join(line.split()) for line in self.options.toPlainText().splitlines())
        return tuple(line[:_LONGEST_OPTION] for line in lines if line)[:MOST_OPTIONS]

    def say(self, words: str) -> None:
        """Say what does not go together."""
        self.fault.setText(words)
        self.fault.setVisible(bool(words))

    def _on_changed(self) -> None:
        self._fit()
        if self._before is not None and not self.signalsBlocked():
            self.changed.emit()

    def _fit(self) -> None:
        """Show what goes with the kind."""
        kind = QuestionKind(self.kind.currentData())
        rated = kind in {QuestionKind.SINGLE, QuestionKind.SCALE}
        shown: Sequence[tuple[QWidget, bool]] = (
            (self.options, kind.chosen),
            (self.satisfied, rated),
            (self.apart, rated),
            (self.other, kind.chosen),
            (self.unit, kind is QuestionKind.NUMBER),
            (self.low, kind is QuestionKind.NUMBER),
            (self.high, kind is QuestionKind.NUMBER),
        )
        for field, fits in shown:
            self.form.setRowVisible(field, fits)
        self.group.setVisible(kind is QuestionKind.SINGLE)
        self.overall.setVisible(rated)
        self.suggestion.setVisible(kind is QuestionKind.OPEN)


def _places(places: Sequence[int]) -> str:
    return "、".join(map(str, places))


def _numbers(text: str, most: int) -> tuple[int, ...]:
    found = (int(part) for part in re.findall(r"[0-9]{1,3}", plain(text)))
    return tuple(sorted({number for number in found if 1 <= number <= most}))


def _value(text: str) -> float | None:
    try:
        return float(plain(text)) if text.strip() else None
    except ValueError:
        return None


def _line(name: str, hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made


def _box(words: str, hint: str) -> QCheckBox:
    made = QCheckBox(words)
    made.setToolTip(tip(hint))
    return made
