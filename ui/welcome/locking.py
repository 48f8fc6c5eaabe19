"""Hides a protected workspace until its pass-phrase has been given."""

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import JuanzongError
from app.jobs import JobContext
from ui.session import Session
from ui.welcome.lock_page import LockPage
from ui.wording import describe_error


class Locking(QObject):
    """Emits ``unlocked`` after the right pass-phrase; nothing of the workspace is shown before."""

    unlocked = Signal()

    def __init__(self, session: Session, page: LockPage) -> None:
        super().__init__(session)
        self._session, self._page = session, page
        self.active = False
        page.given.connect(self._try)

    def begin(self, title: str) -> None:
        """Ask for the pass-phrase; ``title`` says whose workspace it is."""
        self.active = True
        self._page.ask(title)

    @Slot(str)
    def _try(self, passphrase: str) -> None:
        identity = self._session.services.identity

        def job(_job: JobContext) -> None:
            identity.unlock(passphrase)

        # Deriving the key is slow on purpose.
        task = self._session.task(job)
        task.succeeded.connect(self._on_unlocked)
        task.failed.connect(self._on_failed)
        self._session.views.start(task)

    @Slot(object)
    def _on_unlocked(self, _nothing: object) -> None:
        self.active = False
        self.unlocked.emit()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, JuanzongError):
            self._page.refuse(str(describe_error(error)))
        else:
            self._page.refuse("")
            self._session.troubled.emit(error)
