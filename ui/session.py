"""An open workspace on the GUI thread: services, queues, the bus, and the latest snapshot."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from app.bootstrap import Services, open_services
from app.changed import NOTHING, Area, Changed
from app.drafts import DraftFile
from app.identity.protected import is_protected
from app.isolation import Workers
from app.jobs import JobContext
from app.settings import load_settings
from app.storage.defects import Doubts
from app.workspace.content import find_doubts
from ui.change_bus import ChangeBus
from ui.copies_keeper import CopiesKeeper
from ui.drafts import Drafts
from ui.inbox_keeper import InboxKeeper, load_watching
from ui.snapshot import ALL, AREAS, Snapshot, read_snapshot, renewed, with_words
from ui.tasks import Job, Task, TaskRunner
from ui.translation import tr


@dataclass(frozen=True)
class Opened:
    """What opening gave: the services, what closes them, the bus, and the first snapshot.

    ``locked``: the pass-phrase must be given before anything is shown.
    """

    stack: ExitStack
    services: Services
    bus: ChangeBus
    snapshot: Snapshot
    locked: bool = False


def open_in_thread(path: Path, bus: ChangeBus, *, read_only: bool = False) -> Opened:
    """Open a workspace; runs in a thread. ``bus`` was made on the GUI thread, and hears of it.

    Raises:
        WorkspaceError: see ``app.workspace.opening.open_workspace``.
    """
    with ExitStack() as stack:
        opening = open_services(path, read_only=read_only, listeners=[bus.announce])
        services = stack.enter_context(opening)
        snapshot = read_snapshot(services)
        with services.workspace.reading() as session:
            locked = is_protected(session)
        return Opened(stack.pop_all(), services, bus, snapshot, locked)


class Session(QObject):
    """The open workspace.

    It has four queues: ``writes`` changes the database, one change after another; ``files`` takes
    in files and compiles; ``reads`` reads what is shown; ``views`` prepares previews, which another
    process (``viewer``) draws. ``inbox`` watches the inbox in its own thread, and ``copies`` the
    working copies.
    """

    refreshed = Signal(object)  # Snapshot
    troubled = Signal(object)  # an exception that no page has shown
    doubted = Signal()  # ``doubts`` are known now
    locked = Signal()  # the keys were locked; nothing of the workspace is to be shown

    def __init__(self, opened: Opened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self.services = opened.services
        self.snapshot = opened.snapshot
        #: Opens the list of what was taken in last.
        self.latest_results: Callable[[], object] | None = None
        #: The known problems of the workspace itself.
        self.doubts = Doubts()
        self.writes = TaskRunner(self, workers=1)
        self.files = TaskRunner(self, workers=1)
        self.bus = opened.bus
        self.bus.setParent(self)
        self.bus.wait_for(self.writes, self.files)
        self.reads = TaskRunner(self, workers=1)
        # Two, so that a conversion that is being stopped does not delay the next preview.
        self.views = TaskRunner(self, workers=2)
        # What nobody waits for; see ``ui.preview.ahead``.
        self.ahead = TaskRunner(self, workers=1)
        self.viewer = Workers(1)
        layout = opened.services.workspace.layout
        file = None if self.read_only else DraftFile(layout.drafts)
        self.drafts = Drafts(self, file, self.writes, self.write, self.troubled)
        self.inbox = InboxKeeper(opened.services, self)
        self.copies = CopiesKeeper(opened.services, self)
        self._reading = False
        self._stale = False  # something changed while it was read
        self._unread = NOTHING  # what the next reading has to read
        self._closing = False
        self.bus.changed.connect(self._on_changed)

    @property
    def read_only(self) -> bool:
        """True if another program holds the workspace and nothing can be changed here."""
        return self.services.workspace.read_only

    @Slot()
    def lock(self) -> None:
        """Forget the private keys until the pass-phrase is given again, if there is one."""
        identity = self.services.identity
        identity.lock()
        if identity.locked:
            self.locked.emit()

    def task(self, job: Job, title: str = "") -> Task:
        """A task of this session; connect it, then start it in one of the queues."""
        return Task(job, self, title=title)

    def write(
        self,
        job: Callable[[], Any],
        done: Callable[[Any], object] | None = None,
        failed: Callable[[BaseException], object] | None = None,
        *,
        typing_goes_on: bool = False,
        listen: Callable[[Task], object] | None = None,
    ) -> None:
        """Change the database in the serial queue; ``done`` is called on the GUI thread on success.

        Errors are shown to the person and passed to ``failed``. What was typed so far is stored
        first, because the change may concern it, unless ``typing_goes_on``. The bus announces what
        the job commits. ``listen`` is given the task before it starts, to connect more to it.
        """
        if not typing_goes_on:
            self.drafts.flush()
        task = _Write(job, self)
        if done is not None:
            task.succeeded.connect(done)
        if failed is not None:
            task.failed.connect(failed)
        task.failed.connect(self.troubled)
        if listen is not None:
            listen(task)
        self.writes.start(task)

    def read(self, job: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Read something in a thread; ``done`` gets it on the GUI thread."""
        task = self.task(lambda _job: job())
        task.succeeded.connect(done)
        task.failed.connect(self.troubled)
        self.reads.start(task)

    @Slot()
    def complete(self) -> None:
        """Do what the first page does not need: search words, the inbox, a check for damage."""
        opened = self.snapshot

        def job(_job: JobContext) -> Snapshot:
            load_watching()
            return with_words(opened)

        task = self.task(job)
        task.succeeded.connect(self._on_completed)
        task.failed.connect(self.troubled)
        self.reads.start(task)
        look = self.task(lambda _job: find_doubts(self.services.workspace))
        look.succeeded.connect(self._on_doubts)
        look.failed.connect(self.troubled)
        self.views.start(look)

    @Slot()
    def refresh(self) -> None:
        """Read everything again; many calls in a row lead to two reads at most."""
        self._read_again(ALL)

    def reads_again_for(self, changed: Changed) -> bool:
        """True if such a change leads to a new snapshot."""
        return changed.touches(*AREAS)

    def _read_again(self, changed: Changed) -> None:
        """Read the changed parts of the snapshot; what cannot be read now is read the next time."""
        if not self.reads_again_for(changed):
            return
        self._unread |= changed
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        services, before, unread = self.services, self.snapshot, self._unread
        self._unread = NOTHING
        task = self.task(lambda _job: renewed(services, before, unread))
        task.succeeded.connect(self._on_read)
        task.failed.connect(partial(self._keep_unread, unread))
        task.failed.connect(self.troubled)
        task.finished.connect(self._on_read_finished)
        self.reads.start(task)

    @property
    def closing(self) -> bool:
        """True once the workspace is being closed."""
        return self._closing

    @property
    def is_quiet(self) -> bool:
        """True if nothing is queued or running in any queue."""
        runners = (self.files, self.writes, self.reads, self.views)
        return not self._reading and not any(runner.running for runner in runners)

    def jobs_at_work(self) -> tuple[Task, ...]:
        """Long work that closing would interrupt; what was entered is still written."""
        writes = (task for task in self.writes.at_work if not isinstance(task, _Write))
        return (*self.files.at_work, *writes)

    def close(self, milliseconds: int = 10_000) -> bool:
        """Stop all work and close the workspace; False if work has not stopped in this time.

        Each queue gets this many milliseconds; call it again until all have stopped. What was
        entered is still written. Nothing new is started, although a page may still react to the end
        of work and ask for more.
        """
        self._closing = True
        runners = (self.files, self.writes, self.reads, self.views, self.ahead)
        for runner in runners:  # all are asked to stop before waiting for one
            runner.refuse()
        stopped = [
            self.inbox.close(milliseconds),
            self.copies.close(milliseconds),
            *(runner.shutdown(milliseconds) for runner in runners),
        ]
        if not all(stopped):
            return False
        self.viewer.close()
        self.drafts.close()
        self._opened.stack.close()
        return True

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches(Area.SETTINGS):
            workspace = self.services.workspace
            with workspace.reading() as session:
                settings = load_settings(
                    session, workspace.facts.county, workspace.facts.framework.programme
                )
            self.services.take_settings(settings)
        self._read_again(changed)

    @Slot(object)
    def _on_completed(self, snapshot: Snapshot) -> None:
        if not self.snapshot.words:  # else it was read again meanwhile, and what is newer stays
            self._on_read(snapshot)
        if self.services.settings.watch_inbox and not self._closing:
            self.inbox.start()
        if not self._closing:
            self.copies.start_if_needed()

    @Slot(object)
    def _on_doubts(self, doubts: Doubts) -> None:
        self.doubts = doubts
        if doubts != Doubts():
            self.doubted.emit()

    @Slot(object)
    def _on_read(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.copies.look_now()  # what they stand against may have changed
        self.refreshed.emit(snapshot)

    def _keep_unread(self, unread: Changed, _error: object) -> None:
        self._unread |= unread

    @Slot()
    def _on_read_finished(self) -> None:
        self._reading = False
        if self._stale:
            self._read_again(self._unread)


class _Write(Task):
    """A task that is never cancelled."""

    def __init__(self, job: Callable[[], Any], session: Session) -> None:
        super().__init__(lambda _job: job(), session, title=tr("保存"))

    @Slot()
    def cancel(self) -> None:
        """Do nothing: what somebody entered is written, also while the workspace is closing."""
