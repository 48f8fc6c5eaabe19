"""Asks who sits here, where people are registered and nobody has said so yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.identity.people import PersonRow, list_people
from app.visible_text import visible
from ui.actions import label
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons


class SittingDialog(QDialog):
    """A list of people; Return or a double click chooses."""

    def __init__(
        self, context: PageContext, people: tuple[PersonRow, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        theme = context.theme
        self.setWindowTitle(tr("现在由谁使用"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("使用人"))
        for person in people:
            item = QListWidgetItem(visible(f"{person.name}　{person.duty}".strip()))
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _: self.accept())
        buttons, _agree = agree_buttons(
            self,
            tr("就是我"),
            tr("以后这台电脑上的这个用户就是此人，可以在 设置→身份与口令 里改"),
            refuse=tr("以后再说"),
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(10))
        layout.addWidget(label(tr("操作记录会写上使用人的名字。您是哪一位？"), wrap=True))
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        self.resize(theme.space(380), theme.space(300))

    @property
    def chosen(self) -> str:
        """The id of the person."""
        return str(self.list.currentItem().data(Qt.ItemDataRole.UserRole))


def ask_who_sits(context: PageContext, parent: QWidget) -> None:
    """Ask once, if there is somebody to choose and nobody was chosen."""
    session = context.session
    services = session.services
    if services.person is not None or session.read_only:
        return

    def read() -> tuple[PersonRow, ...]:
        with services.workspace.database.reading() as reading:
            return list_people(reading)

    def sit_down(person: str) -> None:
        session.write(lambda: services.sit_down(person), None)

    def ask(people: tuple[PersonRow, ...]) -> None:
        if not people or services.person is not None:
            return
        dialog = SittingDialog(context, people, parent)
        dialog.accepted.connect(lambda: sit_down(dialog.chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    session.read(read, ask)
