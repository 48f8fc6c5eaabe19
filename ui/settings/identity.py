"""身份与口令: the own fingerprint, who works here, the pass-phrase, and whom one trusts."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from app.identity.people import PersonRow, add_person, edit_person, list_people, retire_person
from app.identity.trust import Peer, TrustRow, list_trusted, revoke
from app.unit_of_work import UnitOfWork
from ui import dialogs
from ui.actions import ActionButton, label, make_action
from ui.change_bus import Changes
from ui.colours import Colours
from ui.log.dialog import show_log
from ui.page import PageContext
from ui.settings.identity_dialogs import PassphraseDialog, PersonDialog
from ui.settings.sections import Section, card
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.widgets.passphrase import when_unlocked

_NOTHING = Changes()
_PURPOSE = "keys"
_ROWS = 4


@dataclass(frozen=True, slots=True)
class _Reading:
    owner: str
    fingerprint: str
    protected: bool
    people: tuple[PersonRow, ...]
    sitting: str
    trusted: tuple[TrustRow, ...]


class IdentitySection(Section):
    """Everything is read in a thread, and each change goes through the writing queue."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._reading: _Reading | None = None
        self._make_actions()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._build_keys())
        layout.addWidget(self._build_people())
        layout.addWidget(self._build_trusted())
        layout.addStretch(1)
        for table in (self.people, self.trusted):
            table.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        context.theme.changed.connect(self._fit)
        self._fit()
        self._follow()

    def _make_actions(self) -> None:
        def action(
            text: str, tip: str, slot: Callable[[], object], keys: str | None = None
        ) -> QAction:
            return make_action(self, text, tip, slot, keys, within=True)

        self.set_action = action(
            tr("设置口令…"), tr("给本工作区的密钥设口令，打开工作区时要输入"), self.set_passphrase
        )
        self.remove_action = action(tr("取消口令…"), tr("以后不再要口令"), self.remove_passphrase)
        self.lock_action = action(
            tr("锁定"), tr("马上锁定窗口，再用要输口令"), self.context.session.lock
        )
        self.save_action = action(
            tr("另存密钥…"), tr("把密钥另存到 U 盘，换电脑时恢复"), self.save_keys
        )
        self.restore_action = action(
            tr("恢复密钥…"), tr("用另存的密钥文件换掉现在的密钥"), self.restore_keys
        )
        self.log_action = action(
            tr("操作记录…"),
            tr("看谁在什么时候做了什么"),
            lambda: show_log(self.context, self.window()),
        )
        self.add_action = action(tr("登记…"), tr("登记使用本工作区的人"), self.add_person, "Ctrl+N")
        self.edit_action = action(tr("修改…"), tr("改正姓名、职务、电话"), self.edit_person, "F2")
        self.sit_action = action(
            tr("现在由此人使用"), tr("从现在起，操作记录写此人的名字"), self.sit_down, "Ctrl+U"
        )
        self.retire_action = action(
            tr("停用"), tr("此人不再使用本工作区，记录保留"), self.retire, "Del"
        )
        self.revoke_action = action(
            tr("取消信任…"), tr("不再认这个指纹；对方再来包时要重新核对"), self.revoke
        )

    def _build_keys(self) -> QFrame:
        theme = self.context.theme
        frame, column = card(tr("本机的密钥"), tr("给数据包签名；对方凭指纹认出本工作区"))
        self.owner = label("", wrap=True)
        self.fingerprint = label("", "subheading", wrap=True)
        self.fingerprint.setAccessibleName(tr("本机的指纹"))
        self.fingerprint.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.standing = label("", "muted", wrap=True)
        for part in (self.owner, self.fingerprint, self.standing):
            column.addWidget(part)
        buttons = QGridLayout()
        for number, action in enumerate(
            (
                self.set_action,
                self.remove_action,
                self.lock_action,
                self.save_action,
                self.restore_action,
                self.log_action,
            )
        ):
            buttons.addWidget(ActionButton(action, theme), number // 3, number % 3)
        buttons.setColumnStretch(3, 1)
        column.addLayout(buttons)
        return frame

    def _build_people(self) -> QFrame:
        theme = self.context.theme
        frame, column = card(tr("使用人"), tr("操作记录和数据包上写的是现在使用的人"))
        columns = (
            Column(tr("姓名"), 90, lambda p: p.name, self._person_ink),
            Column(tr("职务"), 0, lambda p: p.duty, self._person_ink),
            Column(tr("电话"), 116, lambda p: p.phone, self._person_ink),
            Column(tr("状态"), 76, self._person_words, self._person_ink),
        )
        self.people = LineTable(tr("使用人"), LineModel(columns, lambda p: p.id, theme), theme)
        self.people.doubleClicked.connect(lambda _: self.edit_person())
        column.addWidget(self.people)
        column.addLayout(
            self._row(self.sit_action, self.add_action, self.edit_action, self.retire_action)
        )
        return frame

    def _build_trusted(self) -> QFrame:
        theme = self.context.theme
        frame, column = card(tr("已确认的对方"), tr("第一次收到对方的包时核对指纹，以后自动认得"))
        columns = (
            Column(tr("单位"), 130, lambda t: t.name),
            Column(tr("指纹"), 0, lambda t: t.fingerprint),
            Column(tr("确认人"), 80, lambda t: t.confirmed_by),
            Column(tr("确认时间"), 128, lambda t: f"{t.confirmed_at.astimezone():%Y-%m-%d %H:%M}"),
        )
        self.trusted = LineTable(
            tr("已确认的对方"), LineModel(columns, lambda t: t.peer, theme), theme
        )
        column.addWidget(self.trusted)
        column.addLayout(self._row(self.revoke_action))
        return frame

    def _row(self, *actions: QAction) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for action in actions:
            row.addWidget(ActionButton(action, self.context.theme))
        return row

    # --- what is shown ---------------------------------------------------------------------------

    def arrive(self) -> None:
        """Look how things stand."""
        self._read()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Look how things stand."""
        self._read()

    @Slot()
    def _read(self) -> None:
        services = self.context.session.services

        def job() -> _Reading:
            identity = services.identity
            keys = identity.public_keys()
            with services.workspace.database.reading() as session:
                people = list_people(session, with_retired=True)
                trusted = list_trusted(session)
            return _Reading(
                identity.owner,
                keys.fingerprint if keys is not None else "",
                identity.protected,
                people,
                services.person.id if services.person is not None else "",
                trusted,
            )

        self.context.session.read(job, self._on_read)

    @Slot(object)
    def _on_read(self, reading: _Reading) -> None:
        self._reading = reading
        self.owner.setText(reading.owner)
        self.fingerprint.setText(
            reading.fingerprint or tr("还没有密钥，首次制作数据包或设置口令时生成")
        )
        self.standing.setText(
            tr("已设口令：打开工作区、制作和接收数据包都要输入。")
            if reading.protected
            else tr("没有设口令：能用这台电脑的人都能以本工作区的名义制作数据包。")
        )
        self.set_action.setText(tr("更改口令…") if reading.protected else tr("设置口令…"))
        self.people.show_rows(reading.people)
        self.trusted.show_rows(reading.trusted)
        self._follow()

    def _follow(self) -> None:
        writable = not self.context.session.read_only and self._reading is not None
        protected = self._reading is not None and self._reading.protected
        for action in (self.set_action, self.save_action, self.restore_action, self.add_action):
            action.setEnabled(writable)
        self.remove_action.setEnabled(writable and protected)
        self.lock_action.setEnabled(protected)
        person = self._person
        active = writable and person is not None and not person.retired
        for action in (self.edit_action, self.retire_action):
            action.setEnabled(active)
        sitting = self._reading.sitting if self._reading is not None else ""
        self.sit_action.setEnabled(active and person is not None and person.id != sitting)
        self.revoke_action.setEnabled(writable and bool(self.trusted.chosen()))

    @property
    def _person(self) -> PersonRow | None:
        return next(iter(self.people.chosen()), None)

    def _person_words(self, person: PersonRow) -> str:
        if person.retired:
            return tr("已停用")
        sitting = self._reading is not None and person.id == self._reading.sitting
        return tr("现在使用") if sitting else ""

    def _person_ink(self, person: PersonRow, colours: Colours) -> str | None:
        return colours.muted if person.retired else None

    @Slot()
    def _fit(self) -> None:
        for table in (self.people, self.trusted):
            table.setFixedHeight(self.context.theme.space(30 * _ROWS + 6))

    # --- people ----------------------------------------------------------------------------------

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
            self._write(lambda work: retire_person(work, person.id))

    @Slot()
    def sit_down(self) -> None:
        """Let the log name the chosen person from now on."""
        person, services = self._person, self.context.session.services
        if person is not None:
            self.context.session.write(
                lambda: services.sit_down(person.id), lambda _: self._read(), _NOTHING
            )

    def _ask_person(
        self, person: PersonRow | None, store: Callable[[UnitOfWork, tuple[str, str, str]], object]
    ) -> None:
        dialog = PersonDialog(self.context.theme, person, self)
        dialog.accepted.connect(lambda: self._store_person(dialog.entered, store))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _store_person(
        self,
        entered: tuple[str, str, str],
        store: Callable[[UnitOfWork, tuple[str, str, str]], object],
    ) -> None:
        self._write(lambda work: store(work, entered))

    @Slot()
    def revoke(self) -> None:
        """Trust the chosen partner's key no longer, after asking."""
        row = next(iter(self.trusted.chosen()), None)
        if row is not None and dialogs.ask(
            self,
            tr("不再信任 {name} 的这个指纹吗？", name=row.name),
            tr("对方的下一个包要重新核对指纹才能合并。已经合并的内容不变。"),
            tr("取消信任"),
            tr("保留"),
        ):
            self._write(lambda work: revoke(work, Peer(row.peer, row.name)))

    def _write(self, change: Callable[[UnitOfWork], object]) -> None:
        database = self.context.session.services.workspace.database

        def job() -> None:
            with database.writing() as work:
                change(work)
                work.commit()

        # What is known of partners also stands on the exchange page.
        self.context.session.write(job, lambda _: self._read(), Changes(reviews=True))

    # --- keys ------------------------------------------------------------------------------------

    @Slot()
    def set_passphrase(self) -> None:
        """Ask for a pass-phrase and protect the keys with it."""
        identity = self.context.session.services.identity
        hint = tr("口令要记牢：忘了只能用另存的密钥文件恢复。以前的备份仍按当时的方式保存密钥。")
        self._ask(
            tr("更改口令") if identity.protected else tr("设置口令"),
            hint,
            lambda old, new: identity.set_passphrase(new, old),
            tr("口令设好了"),
            old=identity.protected,
            new=True,
        )

    @Slot()
    def remove_passphrase(self) -> None:
        """Ask for the pass-phrase and take it away."""
        identity = self.context.session.services.identity
        hint = tr("取消以后，打开工作区和制作数据包都不再要口令。")
        self._ask(
            tr("取消口令"),
            hint,
            lambda old, _new: identity.remove_passphrase(old),
            tr("口令已取消"),
            old=True,
            new=False,
        )

    @Slot()
    def save_keys(self) -> None:
        """Save the keys to a file under a pass-phrase of its own."""
        when_unlocked(self.context, self, self._save_keys)

    def _save_keys(self) -> None:
        identity = self.context.session.services.identity
        start = self.context.preferences.last_folder(_PURPOSE)
        name = tr("密钥-{owner}.json", owner=identity.owner)
        target = dialogs.choose_target(self, tr("另存密钥"), f"{start}/{name}" if start else name)
        if target is not None:
            self.context.preferences.keep_folder(_PURPOSE, str(target.parent))
            self._ask(
                tr("密钥文件的口令"),
                tr("密钥文件要单独设口令，恢复时用；请与文件分开保管。"),
                lambda _old, new: identity.save_keys(target, new),
                tr("密钥已另存到 {name}", name=target.name),
                old=False,
                new=True,
            )

    @Slot()
    def restore_keys(self) -> None:
        """Take keys from a file in place of the present ones."""
        identity = self.context.session.services.identity
        start = self.context.preferences.last_folder(_PURPOSE)
        source = dialogs.choose_file(self, tr("另存的密钥文件"), start)
        if source is not None:
            self._ask(
                tr("恢复密钥"),
                tr("请输入这个密钥文件的口令。现在的密钥会被换掉，本工作区的口令要重新设置。"),
                lambda old, _new: identity.restore_keys(source, old),
                tr("密钥已恢复"),
                old=True,
                new=False,
            )

    def _ask(
        self,
        title: str,
        hint: str,
        act: Callable[[str, str], object],
        said: str,
        *,
        old: bool,
        new: bool,
    ) -> None:
        dialog = PassphraseDialog(self.context.theme, title, hint, self, old=old, new=new)

        def agreed() -> None:
            words = dialog.old.text(), dialog.new.text()
            task = self.context.session.task(lambda _job: act(*words), title=title)
            task.succeeded.connect(lambda _: self.context.notice.say(said))
            task.failed.connect(self._on_failed)
            task.finished.connect(self._read)
            self.context.session.writes.start(task)

        dialog.accepted.connect(agreed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        dialogs.show_error(self, error)
