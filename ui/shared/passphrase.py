"""Asking for the pass-phrase where a key is needed."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from app.identity.errors import PassphraseWrong
from ui.actions import label
from ui.commands import start
from ui.page import PageContext
from ui.translation import tr
from ui.wording import describe_error


class UnlockDialog(QDialog):
    """Accepted once the pass-phrase fitted; the keys are open then."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(tr("输入口令"))
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(tr("口令"))
        self.wrong = label("", "wrong", wrap=True)
        self.wrong.hide()
        self.buttons = QDialogButtonBox()
        self.agree = self.buttons.addButton(tr("解锁"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.agree.setProperty("primary", True)  # noqa: FBT003  (Qt's own signature)
        self.agree.setToolTip(tr("用口令打开本工作区的密钥（回车）"))
        self.buttons.addButton(tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._try)
        self.buttons.rejected.connect(self.reject)
        self.field.textEdited.connect(lambda _: self.wrong.hide())
        layout = QVBoxLayout(self)
        layout.setSpacing(context.theme.space(10))
        layout.addWidget(label(tr("这一步要用到本工作区的密钥，请输入口令。"), wrap=True))
        layout.addWidget(self.field)
        layout.addWidget(self.wrong)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(context.theme.space(360))

    @Slot()
    def _try(self) -> None:
        passphrase = self.field.text()
        identity = self._context.session.services.identity
        self.agree.setEnabled(False)
        # Deriving the key takes a moment on purpose.
        start(
            self._context,
            "",
            lambda _job: identity.unlock(passphrase),
            self._on_unlocked,
            failed=self._on_failed,
            brief=True,
            queue=self._context.session.views,
        )

    @Slot(object)
    def _on_unlocked(self, _result: object) -> None:
        self.accept()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.agree.setEnabled(True)
        if not isinstance(error, PassphraseWrong):
            self.reject()
            self._context.session.troubled.emit(error)
            return
        self.wrong.setText(str(describe_error(error)))
        self.wrong.show()
        self.field.selectAll()
        self.field.setFocus()


def when_unlocked(
    context: PageContext, parent: QWidget, then: Callable[[], object]
) -> UnlockDialog | None:
    """Do ``then`` at once, or after the pass-phrase was given."""
    if not context.session.services.identity.locked:
        then()
        return None
    dialog = UnlockDialog(context, parent)
    dialog.accepted.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
