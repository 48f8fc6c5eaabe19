"""The log as a table that reads more entries while one scrolls."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QObject, Signal, Slot

from app.eventlog import LogFilter, LoggedEntry, read_log
from ui.session import Session
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.line_table import Column, LineModel
from ui.widgets.row_list import Index
from ui.wording import LogNames, action_name, person_name, tell_entry

#: How many entries are read at a time: more than a screen, but quick to read.
PAGE = 500


class LogModel(LineModel):
    """Newest first; ``counted`` is emitted after each page that was read."""

    counted = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QObject | None = None) -> None:
        columns = (
            Column(tr("序号"), 66, lambda e: str(e.sequence)),
            Column(tr("时间"), 146, lambda e: f"{e.at.astimezone():%Y-%m-%d %H:%M:%S}"),
            Column(tr("人员"), 90, lambda e: person_name(e.actor)),
            Column(tr("操作"), 130, lambda e: action_name(e.action)),
            Column(tr("内容"), 0, lambda e: self._told(e)),
        )
        super().__init__(columns, lambda e: e.sequence, theme, parent)
        self._session = session
        snapshot = session.snapshot
        self._units: dict[str, str] = {unit.id: unit.name for unit in snapshot.registry.units}
        self._titles: dict[str, str] = {
            row.item: row.title for rows in snapshot.filed.values() for row in rows
        }
        self._wanted = LogFilter()
        self._more = self._reading = False
        self._turn = 0

    @property
    def wanted(self) -> LogFilter:
        """The query that is shown."""
        return self._wanted

    @property
    def complete(self) -> bool:
        """True if all entries that match have been read."""
        return not self._more

    def seek(self, wanted: LogFilter) -> None:
        """Show other entries, from the newest on."""
        self._wanted = wanted
        self._turn += 1
        self.show(())
        self._more, self._reading = True, False
        self.fetchMore()

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: N802, B008
        """True while there may be older entries."""
        return not parent.isValid() and self._more and not self._reading

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: N802, B008
        """Read the next page in a thread."""
        if not self.canFetchMore(parent):
            return
        self._reading = True
        turn, workspace = self._turn, self._session.services.workspace
        oldest = self.rows[-1].sequence if self.rows else 0
        wanted = replace(self._wanted, before=oldest)

        def job() -> tuple[int, tuple[LoggedEntry, ...]]:
            with workspace.reading() as session:
                return turn, tuple(read_log(session, wanted, newest_first=True, limit=PAGE))

        self._session.read(job, self._on_read)

    def _told(self, entry: LoggedEntry) -> str:
        """What an entry is about, with the names of the unit or item if they are known."""
        names = LogNames(self._session.snapshot.framework, self._titles, self._units)
        return tell_entry(entry.subject, entry.values, names)

    @Slot(object)
    def _on_read(self, found: tuple[int, tuple[LoggedEntry, ...]]) -> None:
        turn, entries = found
        if turn != self._turn:
            return
        self._reading = False
        self._more = len(entries) == PAGE
        self.add(entries)
        self.counted.emit()
