"""The workspace's own keys: the fingerprint, the pass-phrase, saving and restoring."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout

from ui import dialogs
from ui.actions import ActionButton, label, mark_writing
from ui.commands import start
from ui.log.dialog import show_log
from ui.page import PageContext
from ui.settings.identity.card import IdentityCard
from ui.settings.identity.dialogs import PassphraseDialog
from ui.settings.identity.reading import IdentityReading
from ui.shared.passphrase import when_unlocked
from ui.translation import tr

#: What the folder chosen last is remembered under.
_PURPOSE = "keys"


class KeysCard(IdentityCard):
    """The pass-phrase is asked for in dialogs and changed in the writing queue."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("本机的密钥"), tr("给数据包签名；对方凭指纹认出本工作区"))
        self._make_actions()
        self._build()
        self._follow()

    def _make_actions(self) -> None:
        action = self.make_action
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
        mark_writing(self.set_action, self.remove_action, self.save_action, self.restore_action)
        self.log_action = action(
            tr("操作记录…"),
            tr("看谁在什么时候做了什么"),
            lambda: show_log(self.context, self.window()),
        )

    def _build(self) -> None:
        self.owner = label("", wrap=True)
        self.fingerprint = label("", "subheading", wrap=True)
        self.fingerprint.setAccessibleName(tr("本机的指纹"))
        self.fingerprint.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.standing = label("", "muted", wrap=True)
        for part in (self.owner, self.fingerprint, self.standing):
            self.column.addWidget(part)
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
            buttons.addWidget(ActionButton(action, self.context.theme), number // 3, number % 3)
        buttons.setColumnStretch(3, 1)
        self.column.addLayout(buttons)

    def show_reading(self, reading: IdentityReading) -> None:
        """Show the keys as they are now."""
        super().show_reading(reading)
        self.owner.setText(reading.owner)
        self.fingerprint.setText(
            reading.fingerprint or tr("还没有密钥，首次制作数据包或设置口令时生成")
        )
        self.standing.setText(
            tr("已设口令：打开工作区、制作和接收数据包都要输入。")
            if reading.protected
            else tr(
                "没有设口令：能用这台电脑、拿到这个文件夹或它的备份的人，"
                "都能以本工作区的名义制作数据包、打开加密包。"
            )
        )
        if reading.weak:
            advice = tr("现在的口令太短或太容易猜，建议更改。")
            self.standing.setText(self.standing.text() + advice)
        self.set_action.setText(tr("更改口令…") if reading.protected else tr("设置口令…"))
        self._follow()

    def _follow(self) -> None:
        writable = not self.context.session.read_only and self.reading is not None
        protected = self.reading is not None and self.reading.protected
        for action in (self.set_action, self.save_action, self.restore_action):
            action.setEnabled(writable)
        self.remove_action.setEnabled(writable and protected)
        self.lock_action.setEnabled(protected)

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
        folder = self.context.preferences.last_folder(_PURPOSE)
        source = dialogs.choose_file(self, tr("另存的密钥文件"), folder)
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
            start(
                self.context,
                title,
                lambda _job: act(*words),
                lambda _result: self.context.notice.say(said),
                finished=self.changed,
                brief=True,
                queue=self.context.session.writes,
            )

        dialog.accepted.connect(agreed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
