"""What is typed and not stored yet: kept within a second, stored when it is left, never lost.

Every form has a ``Typing`` that knows what stands in its fields. ``Drafts`` knows them all: it
keeps their text in a file, so that a kill loses nothing, and has everything stored before the
workspace is used as a whole (packages, merging, papers, dossiers) and before it is closed.
"""

import threading
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from app.drafts import Draft, DraftFile
from ui import dialogs
from ui.tasks import Task, TaskRunner
from ui.translation import tr

#: From the first key on it takes so long until the text is in the file, in milliseconds.
_WAIT = 400

#: How the keys of dialogs begin: what is typed there counts when it is agreed to, not before.
_ASKED = "ask/"

Fields = Mapping[str, str]


class Drafts(QObject):
    """One for each open workspace; ``session`` is what it belongs to.

    ``left`` tells of text that stays where it was typed because it cannot be stored.
    """

    left = Signal(str, str)  # the key, and in words what could not be stored and why
    saving_wanted = Signal()

    def __init__(
        self,
        session: QObject,
        file: DraftFile | None,
        writes: TaskRunner,
        write: Callable[..., object],
        troubled: SignalInstance,
    ) -> None:
        """Keep what is typed in ``file``; without one, in a workspace that is only read, nothing.

        ``write`` changes the workspace in the queue ``writes``, as ``Session.write`` does, and
        ``troubled`` is told of what went wrong.
        """
        super().__init__(session)
        self._session = session
        self._file, self._writes, self._write = file, writes, write
        self._troubled = troubled
        self._kept: dict[str, Draft] = {}
        self._lock = threading.Lock()  # the writing queue takes away what it has stored
        self._saving: dict[str, Fields] = {}
        self._reasons: dict[str, Fields] = {}
        self._told: dict[str, Fields] = {}
        self._let_be: dict[str, Fields] = {}  # the person went on without these
        self._going: set[str] = set()  # agreed to, and about to be stored
        self._then: list[tuple[str, Callable[[], object]]] = []
        self._runner = TaskRunner(self, workers=1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.write_down)
        if file is not None:
            self._kept = {draft.key: draft for draft in file.read()}
        self.found = tuple(self._kept)  # the keys of what was left the last time
        writes.busy_changed.connect(self._on_writes)
        troubled.connect(self._on_trouble)

    # --- what was typed --------------------------------------------------------------------------

    def of(self, key: str) -> Fields:
        """What was typed about something and is not stored; {} for nothing."""
        draft = self._kept.get(key)
        return draft.fields if draft is not None else {}

    @property
    def waiting(self) -> tuple[Draft, ...]:
        """Everything that is not stored."""
        with self._lock:
            return tuple(self._kept.values())

    def note(self, key: str, name: str, fields: Fields) -> None:
        """Know what stands in a form; {}: nothing that is not stored."""
        if self._file is None or dict(self.of(key)) == dict(fields):
            return
        with self._lock:
            if fields:
                self._kept[key] = Draft(key, name, dict(fields))
            else:
                self._kept.pop(key, None)
        if not fields:
            self.refuse(key, {})
        self._soon()

    def drop(self, key: str) -> None:
        """Forget what was typed: the person does not want it."""
        self.note(key, "", {})

    def drop_when_stored(self, key: str) -> None:
        """Forget what was typed once all that is on its way has been stored without trouble."""
        self._going.add(key)
        self._on_writes()

    def refuse(self, key: str, reasons: Fields) -> None:
        """Know why some fields cannot be stored as they are; {} if all can."""
        if reasons:
            self._reasons[key] = dict(reasons)
        else:
            self._reasons.pop(key, None)

    def reasons(self, key: str) -> Fields:
        """Why fields could not be stored, by their names."""
        return self._reasons.get(key, {})

    # --- storing ---------------------------------------------------------------------------------

    def store(
        self,
        key: str,
        fields: Fields,
        job: Callable[[], Any],
        done: Callable[[Any], object],
    ) -> None:
        """Store fields in the writing queue; that moment they are no draft any more."""

        def storing() -> object:
            result = job()
            self._take_away(key, fields)
            return result

        def stored(result: object) -> None:
            self._saving.pop(key, None)
            if not self.of(key):
                self.refuse(key, {})
            self._soon()
            done(result)
            if self._told.pop(key, None):  # not to be covered by the word that the rest is stored
                self.tell(key)

        def failed(_error: BaseException) -> None:
            self._saving.pop(key, None)

        self._saving[key] = dict(fields)
        self._write(storing, stored, failed, typing_goes_on=True)

    def on_its_way(self, key: str) -> Fields:
        """What is being stored about something; {} for nothing."""
        return self._saving.get(key, {})

    def _take_away(self, key: str, fields: Fields) -> None:
        with self._lock:
            draft = self._kept.pop(key, None)
            if draft is None:
                return
            rest = {n: text for n, text in draft.fields.items() if fields.get(n) != text}
            if rest:
                self._kept[key] = Draft(key, draft.name, rest)

    @Slot()
    def flush(self) -> None:
        """Have everything stored that can be; what cannot stays where it was typed."""
        self.saving_wanted.emit()
        if self._timer.isActive():
            self.write_down()
        for draft in self.waiting:
            self.tell(draft.key)

    def tell(self, key: str, *, again: bool = False) -> None:
        """Say once what of a draft cannot be stored, and why; ``again``: though it was said."""
        reasons = self.reasons(key)
        if reasons and (again or self._told.get(key) != self.of(key)):
            self._told[key] = self.of(key)
            self.left.emit(key, self.line_of(key))

    def line_of(self, key: str) -> str:
        """A draft in a line: what it is about, and why it is not stored."""
        why = tr("；").join(self.reasons(key).values()) or tr("还没有保存")
        draft = self._kept.get(key)
        return tr("{name}：{why}", name=draft.name if draft else "", why=why)

    def settle(self, doing: str, then: Callable[[], object]) -> None:
        """Do something with the workspace once all that was typed is stored.

        Where something cannot be stored, the person is asked whether to go on without it;
        ``doing`` names what is to be done ("制作数据包").
        """
        self.flush()
        self._then.append((doing, then))
        self._on_writes()

    @Slot()
    def _on_writes(self) -> None:
        if self._writes.running or self._saving:
            return
        going, self._going = self._going, set()
        for key in going:
            self.drop(key)
        pending, self._then = self._then, []
        for doing, then in pending:
            if self._agreed(doing):
                then()

    @Slot()
    def _on_trouble(self) -> None:
        self._going.clear()

    def _agreed(self, doing: str) -> bool:
        open_ones = [
            draft
            for draft in self.waiting
            if self._let_be.get(draft.key) != draft.fields and not draft.key.startswith(_ASKED)
        ]
        if not open_ones:
            return True
        window = self._session.parent()
        agreed = dialogs.ask(
            window if isinstance(window, QWidget) else None,
            tr(
                "有 {count} 处填写没有存上，要不管它们，{doing}吗？",
                count=len(open_ones),
                doing=doing,
            ),
            "\n".join(self.line_of(draft.key) for draft in open_ones),
            tr("继续"),
            tr("先去改好"),
        )
        if agreed:
            self._let_be.update({draft.key: draft.fields for draft in open_ones})
        return agreed

    # --- the file --------------------------------------------------------------------------------

    def _soon(self) -> None:
        if self._file is not None and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def write_down(self) -> None:
        """Bring the file up to date."""
        self._timer.stop()
        if self._file is None:
            return
        file = self._file
        task = _Kept(lambda _job: file.write(self.waiting), self)
        task.failed.connect(self._troubled)
        self._runner.start(task)

    def close(self) -> None:
        """Write down what there is; nothing is kept any more. The writing queue has ended."""
        if self._file is not None:
            self.write_down()
            self._runner.shutdown()
            self._file = None


class _Kept(Task):
    @Slot()
    def cancel(self) -> None:
        """Go on: it takes a moment, and nothing typed may be lost."""


class Typing(QObject):
    """What a person types into one form, about one thing at a time.

    ``save_wanted`` asks for fields of a thing to be stored, for which ``store`` is there.
    ``refused`` follows with the reason of each field that cannot be, {} if there is none any more.
    """

    save_wanted = Signal(str, object)  # the key, the fields
    refused = Signal(object)  # reasons by field

    def __init__(
        self,
        drafts: Drafts,
        parent: QObject,
        check: Callable[[Fields], Fields] | None = None,
    ) -> None:
        """``check`` says which of the fields that were typed cannot be stored, and why."""
        super().__init__(parent)
        self._drafts, self._check = drafts, check
        self.key = ""
        self._name = ""
        self._stored: dict[str, str] = {}
        self._writable = False
        drafts.saving_wanted.connect(self.save)

    @property
    def typed(self) -> Fields:
        """What was typed about the thing that is shown, and is not stored."""
        return self._drafts.of(self.key) if self._writable else {}

    def turn_to(self, key: str, name: str, stored: Fields, *, writable: bool) -> Fields:
        """Another thing is shown, or its newer state; returns what the fields are to show.

        What was typed about the one before is stored first.
        """
        other = key != self.key
        if other:
            self.save()
            self._drafts.tell(self.key)
        self.key, self._name, self._stored = key, name, dict(stored)
        self._writable = writable and bool(key)
        typed = self._unlike_stored({n: text for n, text in self.typed.items() if n in stored})
        if self._writable:
            self._drafts.note(key, name, typed)
        if typed and other:
            self._judge(typed)
        else:
            self.refused.emit(self._drafts.reasons(key) if typed else {})
        return {**stored, **typed}

    def note(self, shown: Fields) -> None:
        """Know what stands in the fields now."""
        if self._writable:
            typed = self._unlike_stored(shown)
            was_refused = bool(self._drafts.reasons(self.key))
            self._drafts.note(self.key, self._name, typed)
            if was_refused:
                self._judge(typed)

    @Slot()
    def save(self) -> None:
        """Have what was typed stored; what cannot be stays where it is, with the reason."""
        typed = self.typed
        if typed:
            wrong = self._judge(typed)
            good = {name: text for name, text in typed.items() if name not in wrong}
            if good and good != self._drafts.on_its_way(self.key):
                self.save_wanted.emit(self.key, good)

    @Slot()
    def save_and_tell(self) -> None:
        """Save because the person asked for it, and say what could not be."""
        self.save()
        self._drafts.tell(self.key, again=True)

    def store(
        self,
        key: str,
        fields: Fields,
        job: Callable[[], Any],
        done: Callable[[Any], object],
    ) -> None:
        """Store fields of a thing by ``job`` in the writing queue; ``done`` hears of success."""

        def stored(result: object) -> None:
            if key == self.key:
                self._stored.update(fields)
            done(result)

        self._drafts.store(key, fields, job, stored)

    def forget(self) -> None:
        """Drop what was typed about the thing that is shown."""
        self._drafts.drop(self.key)
        self.refused.emit({})

    def _unlike_stored(self, fields: Fields) -> Fields:
        """Those that differ from what is stored, or from what will be in a moment."""
        going = self._drafts.on_its_way(self.key)
        return {
            name: text
            for name, text in fields.items()
            if text != self._stored.get(name, "") or text != going.get(name, text)
        }

    def _judge(self, typed: Fields) -> Fields:
        wrong = self._check(typed) if self._check is not None else {}
        self._drafts.refuse(self.key, wrong)
        self.refused.emit(wrong)
        return wrong
