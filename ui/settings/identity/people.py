"""Who works in the workspace: registering, correcting, and who sits here now."""

from collections.abc import Callable

from PySide6.QtCore import Slot

from app.identity.people import PersonRow, add_person, edit_person, retire_person
from app.unit_of_work import UnitOfWork
from ui import dialogs
from ui.actions import mark_writing
from ui.colours import Colours
from ui.dialog_drafts import keep_text
from ui.page import PageContext
from ui.settings.identity.card import IdentityCard
from ui.settings.identity.dialogs import PersonDialog
from ui.settings.identity.reading import IdentityReading
from ui.translation import tr
from ui.widgets.line_table import Column


class PeopleCard(IdentityCard):
    """People are never deleted: the log names them."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("使用人"), tr("操作记录和数据包上写的是现在使用的人"))
        self._make_actions()
        columns = (
            Column(tr("姓名"), 90, lambda p: p.name, self._person_ink),
            Column(tr("职务"), 0, lambda p: p.duty, self._person_ink),
            Column(tr("电话"), 116, lambda p: p.phone, self._person_ink),
            Column(tr("状态"), 76, self._person_words, self._person_ink),
        )
        self.people = self.add_table(tr("使用人"), columns, lambda p: p.id)
        self.people.doubleClicked.connect(lambda _: self.edit_person())
        self.people.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        self.add_buttons(self.sit_action, self.add_action, self.edit_action, self.retire_action)
        self._follow()

    def _make_actions(self) -> None:
        action = self.make_action
        self.add_action = action(tr("登记…"), tr("登记使用本工作区的人"), self.add_person, "Ctrl+N")
        self.edit_action = action(tr("修改…"), tr("改正姓名、职务、电话"), self.edit_person, "F2")
        self.sit_action = action(
            tr("现在由此人使用"), tr("从现在起，操作记录写此人的名字"), self.sit_down, "Ctrl+U"
        )
        self.retire_action = action(
            tr("停用"), tr("此人不再使用本工作区，记录保留"), self.retire, "Del"
        )

        mark_writing(self.add_action, self.edit_action, self.sit_action, self.retire_action)

    def show_reading(self, reading: IdentityReading) -> None:
        """Show who is registered now."""
        super().show_reading(reading)
        self.people.show_rows(reading.people)
        self._follow()

    def _follow(self) -> None:
        writable = not self.context.session.read_only and self.reading is not None
        self.add_action.setEnabled(writable)
        person = self._person
        active = writable and person is not None and not person.retired
        for action in (self.edit_action, self.retire_action):
            action.setEnabled(active)
        self.sit_action.setEnabled(active and person is not None and not self._sits(person))

    @property
    def _person(self) -> PersonRow | None:
        return next(iter(self.people.chosen()), None)

    def _sits(self, person: PersonRow) -> bool:
        return self.reading is not None and person.id == self.reading.sitting

    def _person_words(self, person: PersonRow) -> str:
        if person.retired:
            return tr("已停用")
        return tr("现在使用") if self._sits(person) else ""

    def _person_ink(self, person: PersonRow, colours: Colours) -> str | None:
        return colours.muted if person.retired else None

    @Slot()
    def add_person(self) -> None:
        """Register somebody."""
        self._ask_person(None, lambda work, entered: add_person(work, *entered))

    @Slot()
    def edit_person(self) -> None:
        """Correct the chosen person."""
        person = self._person
        if person is not None and self.edit_action.isEnabled():
            self._ask_person(person, lambda work, entered: edit_person(work, person.id, *entered))

    @Slot()
    def retire(self) -> None:
        """The chosen person works here no longer, after asking."""
        person = self._person
        if person is not None and dialogs.ask(
            self,
            tr("停用 {name} 吗？", name=person.name),
            tr("此人以前的操作记录都保留。"),
            tr("停用"),
        ):
            self.write(lambda work: retire_person(work, person.id))

    @Slot()
    def sit_down(self) -> None:
        """Let the log name the chosen person from now on."""
        person, services = self._person, self.context.session.services
        if person is not None:
            self.context.session.write(
                lambda: services.sit_down(person.id), lambda _: self.changed.emit()
            )

    def _ask_person(
        self, person: PersonRow | None, store: Callable[[UnitOfWork, tuple[str, str, str]], object]
    ) -> None:
        dialog = PersonDialog(self.context.theme, person, self)
        key = f"ask/settings/person/{person.id if person else 'new'}"
        keep_text(self.context.drafts, dialog, key, dialog.windowTitle())
        dialog.accepted.connect(lambda: self._store_person(dialog.entered, store))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _store_person(
        self,
        entered: tuple[str, str, str],
        store: Callable[[UnitOfWork, tuple[str, str, str]], object],
    ) -> None:
        self.write(lambda work: store(work, entered))
