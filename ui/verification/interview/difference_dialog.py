"""What two people entered differently on a sheet, side by side; one of the two is chosen."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QDialog, QGridLayout, QRadioButton, QWidget

from app.verification.interview.answering import OTHER, answer_words, differences
from app.verification.interview.schema import Questionnaire
from app.verification.interview.sheets import AnswerSheet
from ui.actions import label
from ui.literal import no_mnemonic, window_title
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import scrolled, vertical


class DifferenceDialog(QDialog):
    """1 takes the first answer of the next open question, 2 the second; all must be chosen."""

    def __init__(
        self, theme: Theme, questionnaire: Questionnaire, sheet: AnswerSheet, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self.setWindowTitle(window_title(tr("{number} 号答卷：核对差异", number=sheet.number)))
        self.choices: dict[str, QButtonGroup] = {}
        part = QWidget()
        grid = QGridLayout(part)
        grid.setHorizontalSpacing(theme.space(14))
        grid.setVerticalSpacing(theme.space(10))
        first_by = sheet.entered_by or tr("第一人")
        second_by = sheet.second_by or tr("第二人")
        for column, head in enumerate((tr("题"), first_by, second_by)):
            grid.addWidget(label(head, "subheading"), 0, column)
        for row, number in enumerate(differences(questionnaire, sheet.answers, sheet.second), 1):
            question = questionnaire.questions[number - 1]
            text = tr("{number}．{text}", number=number, text=question.text)
            grid.addWidget(label(text, wrap=True), row, 0)
            group = QButtonGroup(self)
            for column, answers in enumerate((sheet.answers, sheet.second), 1):
                words = answer_words(question, answers) or tr("未答")
                button = QRadioButton(no_mnemonic(words))
                button.setAccessibleName(tr("第 {number} 题：{words}", number=number, words=words))
                group.addButton(button, column)
                grid.addWidget(button, row, column)
            group.idToggled.connect(lambda *_: self._follow())
            self.choices[question.id] = group
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        self.told = label("", "muted", wrap=True)
        self.buttons, self.agree = agree_buttons(
            self,
            tr("以选定的为准"),
            tr("存入选定的答案（Ctrl+回车）"),
            shortcut="Ctrl+Return",
            refuse=tr("以后再核对"),
        )
        column_of = vertical(self, *(theme.space(14),) * 4, spacing=theme.space(10))
        column_of.addWidget(
            label(tr("请对照纸质答卷，逐题选定。按 1 选第一次的，按 2 选第二次的。"), wrap=True)
        )
        column_of.addWidget(scrolled(part), 1)
        column_of.addWidget(self.told)
        column_of.addWidget(self.buttons)
        for key, side in (("1", 1), ("2", 2)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda side=side: self.take(side))
        resize_within_window(self, theme.space(720), theme.space(420))
        self._follow()

    @property
    def answers(self) -> Mapping[str, str]:
        """The answers that stand: those that both entered, and those that were chosen."""
        found = dict(self._sheet.answers)
        for question, group in self.choices.items():
            if group.checkedId() == 2:
                for key in (question, question + OTHER):
                    found.pop(key, None)
                    if key in self._sheet.second:
                        found[key] = self._sheet.second[key]
        return found

    def take(self, side: int) -> None:
        """Choose a side for the next question that is open."""
        for group in self.choices.values():
            if group.checkedId() < 0:
                group.button(side).setChecked(True)
                group.button(side).setFocus()
                return

    @Slot()
    def _follow(self) -> None:
        left = sum(group.checkedId() < 0 for group in self.choices.values())
        self.told.setText(tr("还有 {count} 题没有选定", count=left) if left else "")
        self.agree.setEnabled(not left)
