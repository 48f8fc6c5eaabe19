"""Asking for a person, and for a new pass-phrase."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.identity.passphrase import LEAST_LENGTH, Weakness, weakness_of
from app.identity.people import PersonRow
from ui.actions import label
from ui.literal import window_title
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.wording import WEAKNESS_NAMES


class PersonDialog(QDialog):
    """A person to be registered or corrected; the name is needed."""

    def __init__(self, theme: Theme, person: PersonRow | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("登记使用人") if person is None else tr("修改使用人"))
        self.name = _line(tr("姓名"), person.name if person else "")
        self.duty = _line(tr("职务"), person.duty if person else "")
        self.phone = _line(tr("电话"), person.phone if person else "")
        form = QFormLayout()
        for field in (self.name, self.duty, self.phone):
            form.addRow(field.accessibleName(), field)
        self.buttons, self.agree = agree_buttons(self, tr("确定"))
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(10))
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(theme.space(340))
        self.name.textChanged.connect(self._follow)
        self._follow()

    @property
    def entered(self) -> tuple[str, str, str]:
        """Name, duty, telephone number."""
        return self.name.text().strip(), self.duty.text().strip(), self.phone.text().strip()

    @Slot()
    def _follow(self) -> None:
        self.agree.setEnabled(bool(self.name.text().strip()))


class PassphraseDialog(QDialog):
    """The pass-phrase in force, if there is one, and a new one twice, if one is wanted."""

    def __init__(
        self, theme: Theme, title: str, hint: str, parent: QWidget, *, old: bool, new: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(window_title(title))
        self._wants_old, self._wants_new = old, new
        self.old = _line(tr("现在的口令"), "", secret=True)
        self.new = _line(tr("新口令"), "", secret=True)
        self.again = _line(tr("再输一遍"), "", secret=True)
        self.wrong = label("", "wrong", wrap=True)
        form = QFormLayout()
        for field, wanted in ((self.old, old), (self.new, new), (self.again, new)):
            if wanted:
                form.addRow(field.accessibleName(), field)
            field.textChanged.connect(self._follow)
        self.buttons, self.agree = agree_buttons(self, tr("确定"))
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(10))
        layout.addWidget(label(hint, "muted", wrap=True))
        layout.addLayout(form)
        layout.addWidget(self.wrong)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(theme.space(400))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        new, again = self.new.text(), self.again.text()
        wrong = ""
        weakness = weakness_of(new) if self._wants_new and new else None
        if weakness is Weakness.SHORT:
            wrong = tr("至少要 {count} 个字符，建议用几个不相干的词", count=LEAST_LENGTH)
        elif weakness is not None:
            wrong = tr(
                "太容易猜：{why}。建议用几个不相干的词，不要用姓名、单位和年份",
                why=WEAKNESS_NAMES[weakness],
            )
        elif self._wants_new and again and again != new:
            wrong = tr("两次输入的不一样")
        self.wrong.setText(wrong)
        fits = not self._wants_new or (bool(new) and weakness is None and again == new)
        known = not self._wants_old or bool(self.old.text())
        self.agree.setEnabled(fits and known)


def _line(name: str, text: str, *, secret: bool = False) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    if secret:
        made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
