"""The preview: shows what was chosen in a list, without any other program.

A page contains a ``PreviewPane`` and tells it what to show; the pane does everything else.
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from app.conversion.model import CHOOSABLE, USUAL
from app.errors import JuanzongError
from app.evidence.listing import FiledRow
from app.filekind import FileKind, FileType
from app.page_setup import AS_THEY_ARE, PageSetup
from app.preview.drawing import open_pages
from app.preview.model import Form
from app.preview.showing import LooseFile, NamedOriginal, NotShown, Showing, ShownPages, Subject
from app.preview.text import TextHead
from ui.actions import label
from ui.findings.card import FindingCard
from ui.findings.judging import FindingJudge
from ui.page import PageContext
from ui.preview.copying import Copying
from ui.preview.loader import Loader
from ui.preview.message import MessageView
from ui.preview.page_setter import PageSetter
from ui.preview.page_view import PageView
from ui.preview.search import PageSearch
from ui.preview.search_bar import SearchBar
from ui.preview.text_view import TextView
from ui.preview.toolbar import PreviewToolbar
from ui.translation import tr
from ui.widgets.layouts import horizontal, vertical
from ui.wording import describe_error, describe_photo_note, describe_problem

#: What has no pages to set up.
NO_PAGES = frozenset({FileKind.AUDIO, FileKind.VIDEO, FileKind.ARCHIVE, FileKind.OTHER})


class PreviewPane(QFrame):
    """Shows one file at a time; while it is hidden it only remembers what to show.

    ``settled`` is emitted after each ``show_…`` and ``clear``, when the final state is visible.
    """

    settled = Signal()
    edit_wanted = Signal(str)  # item

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        session, theme = context.session, context.theme
        self._context = context
        self._subject: Subject | None = None
        self._loaded: Subject | None = None
        self._row: FiledRow | None = None
        self._again: int | None = None  # the page at hand, while the same file is shown anew
        self._found = -1
        self._empty = ""
        self._editable = ""  # the item that can be changed in another program
        self.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
        self.setAccessibleName(tr("预览"))
        self.pages = PageView(session, theme)
        self.text = TextView(theme)
        self.message = MessageView(theme)
        self.toolbar = PreviewToolbar(self.pages, theme)
        self.search_bar = SearchBar(theme)
        self.loader = Loader(session, self)
        self.search = PageSearch(session, self)
        self.copying = Copying(context, self)
        self.setter = PageSetter(context, self)
        self.note = label("", "muted", wrap=True)
        self.note.hide()
        self.photo_note = label("", "muted", wrap=True)
        self.photo_note.setTextFormat(Qt.TextFormat.PlainText)
        self.photo_note.hide()
        self.findings = FindingCard(theme)
        self.findings.judge_wanted.connect(FindingJudge(context, self).ask)
        self.stack = QStackedWidget()
        for view in (self.message, self.pages, self.text):
            self.stack.addWidget(view)
        self._build()
        self._connect()
        self._say_empty()

    def _build(self) -> None:
        top = vertical(None, 10, 6, 6, 4, spacing=4)
        top.addWidget(self.findings)
        top.addWidget(self.photo_note)
        top.addWidget(self.toolbar)
        top.addWidget(self.search_bar)
        foot = horizontal(None, 10, 0, 10, 0)
        foot.addWidget(self.note, 1)
        column = vertical(self, 1, 1, 1, 6, spacing=4)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        self._context.theme.changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.setMinimumWidth(self._context.theme.space(330))

    def _connect(self) -> None:
        self.loader.begun.connect(self._on_begun)
        self.loader.converting.connect(self._on_converting)
        self.loader.shown.connect(self._on_shown)
        self.loader.failed.connect(self._on_failed)
        self.loader.stopped.connect(self._on_stopped)
        self.message.pressed.connect(self._on_button)
        self.toolbar.search_wanted.connect(self.search_bar.open)
        self.pages.search_wanted.connect(self.search_bar.open)
        self.text.search_wanted.connect(self.search_bar.open)
        self.toolbar.open_wanted.connect(self.open_outside)
        self.toolbar.save_wanted.connect(self.save_copy)
        self.toolbar.edit_wanted.connect(lambda: self.edit_wanted.emit(self._editable))
        self.toolbar.turn_wanted.connect(self._turn_page)
        self.toolbar.pages_wanted.connect(self.set_up_pages)
        self.search_bar.words_changed.connect(self._look_for)
        self.search_bar.step_wanted.connect(self._step)
        self.search_bar.closed.connect(self._on_search_closed)
        self.search.changed.connect(self._on_found)

    # --- what to show ----------------------------------------------------------------------------

    def show_original(
        self, sha256: str, kind: FileKind, file_name: str, pages: PageSetup = AS_THEY_ARE
    ) -> None:
        """Show a stored original under the name in its item, its pages as they are set up."""
        self._show_row(None)
        self._turn_to(NamedOriginal(sha256, kind, file_name, USUAL, pages))

    def show_item(self, row: FiledRow) -> None:
        """Show the main file of an item, as it will be bound."""
        self._show_row(row)
        choices = row.binding if row.kind in CHOOSABLE else USUAL
        self._turn_to(NamedOriginal(row.sha256, row.kind, row.file_name, choices, row.pages))

    def show_file(self, path: Path, file_type: FileType, file_name: str) -> None:
        """Show a file that is not stored, such as one in the inbox.

        Files with a mark of state secrecy must not be shown: what is converted is cached.
        """
        self._show_row(None)
        self._turn_to(LooseFile(path, file_type, file_name))

    def show_words(self, words: str) -> None:
        """Show words that are no file, such as the rows of a table."""
        self.clear()
        self.text.show_text(words)
        self.stack.setCurrentWidget(self.text)

    def clear(self, words: str = "") -> None:
        """Show nothing; ``words`` says why ("选中了 3 件")."""
        self._show_row(None)
        if words != self._empty and self._subject is None and self.isVisible():
            self._empty = words
            self._say_empty()
            return
        self._empty = words
        self._turn_to(None)

    def offer_editing(self, item: str, *, fits: bool, hindrance: str = "") -> None:
        """Offer a copy of an item for another program that changes it; "" offers none now."""
        self._editable = item
        self.toolbar.allow_editing(allowed=True, fits=bool(item) and fits, hindrance=hindrance)

    @property
    def subject(self) -> Subject | None:
        """What should be shown."""
        return self._subject

    @property
    def busy(self) -> bool:
        """True while it is being prepared."""
        return self.loader.busy

    def _show_row(self, row: FiledRow | None) -> None:
        self._row = row
        self.findings.show_row(row)
        noted = describe_photo_note(row.note) if row is not None else ""
        self.photo_note.setText(noted)
        self.photo_note.setVisible(bool(noted))
        offered = row is not None and row.kind not in NO_PAGES
        turns = offered and row is not None and not self.setter.hindrance(row)
        self.toolbar.offer_setup(shown=offered, turns=turns)

    @Slot(int)
    def _turn_page(self, by: int) -> None:
        if self._row is not None:
            self.setter.turn(self._row, self.pages.page, self.pages.page_count, by)

    @Slot()
    def set_up_pages(self) -> None:
        """Open the dialog for the pages of the item shown, at the page at hand."""
        if self._row is not None:
            kept, at = self._row.pages, self.pages.page
            shown = kept.shown[at] if at < len(kept.shown) else at + 1
            self.setter.ask(self._row, shown)

    def _turn_to(self, subject: Subject | None) -> None:
        if subject == self._subject and (subject is not None or not self._empty):
            return
        again = _content(subject) and _content(subject) == _content(self._subject)
        self._again = self.pages.page if again and self.pages.shown is not None else None
        self._subject = subject
        if self.isVisible():
            self._load()

    def _load(self) -> None:
        subject, self._loaded = self._subject, self._subject
        self.loader.load(subject)
        self.search.look_for(None, "", 0)
        if subject is None:
            self._say_empty()
            self.settled.emit()
        elif self._again is None:
            self.toolbar.set_file(subject.name, pages=False, text=False)

    def _say_empty(self) -> None:
        self.pages.show_pages(None)
        self.note.hide()
        self.toolbar.set_file("", pages=False, text=False)
        words = self._empty or tr("选中一件材料，在这里预览")
        self.message.say("", words, icon="preview")
        self.stack.setCurrentWidget(self.message)

    # --- what came of it -------------------------------------------------------------------------

    @Slot()
    def _on_begun(self) -> None:
        if self._again is not None:
            return  # the pages stay in sight until they are shown anew
        self.pages.show_pages(None)
        self.note.hide()
        self.message.say_busy(tr("正在打开…"))
        self.stack.setCurrentWidget(self.message)

    @Slot()
    def _on_converting(self) -> None:
        if self._again is not None:
            return
        self.message.say_busy(tr("正在转换…"), tr("取消"))

    @Slot(object)
    def _on_shown(self, showing: Showing) -> None:
        name = self._subject.name if self._subject else ""
        again, self._again = self._again, None
        match showing:
            case ShownPages(pages, notes):
                self.message.say("")
                self.pages.show_pages(pages)
                if again:
                    self.pages.go_to(again)
                self.toolbar.set_file(name, pages=True, text=pages.file.form is Form.PDF)
                self.stack.setCurrentWidget(self.pages)
                untold = [note for note in notes if note.kind not in self.findings.told]
                self._say_note("　".join(str(describe_problem(note)) for note in untold))
            case TextHead(text, _, whole):
                self.text.show_text(text)
                self.toolbar.set_file(name, pages=False, text=True)
                self.stack.setCurrentWidget(self.text)
                self._say_note("" if whole else tr("文件较大，只显示开头部分"))
            case NotShown(problem):
                sentence = describe_problem(problem)
                self._say_trouble(sentence.reason, sentence.remedy)
        if self.search_bar.isVisible():
            self._look_for(self.search_bar.words.text().strip())
        self.settled.emit()

    @Slot(object)
    def _on_failed(self, error: JuanzongError) -> None:
        self._again = None
        sentence = describe_error(error)
        self._say_trouble(sentence.reason, sentence.remedy)
        self.settled.emit()

    @Slot()
    def _on_stopped(self) -> None:
        self._again = None
        self.message.say(tr("已取消"), "", icon="preview", button=tr("重新打开"))
        self.stack.setCurrentWidget(self.message)
        self.settled.emit()

    def _say_trouble(self, reason: str, remedy: str) -> None:
        self.message.say(reason, remedy, icon="state-problem")
        self.stack.setCurrentWidget(self.message)

    def _say_note(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    @Slot()
    def _on_button(self) -> None:
        if self.loader.busy:
            self.loader.cancel()
        else:
            self._load()

    # --- search ----------------------------------------------------------------------------------

    @Slot(str)
    def _look_for(self, words: str) -> None:
        self._found = -1
        if self.stack.currentWidget() is self.text:
            self.text.find_all(words)
            self._step(1)
        elif self.stack.currentWidget() is self.pages:
            self.search.look_for(self.pages.shown, words, self.pages.page)

    @Slot()
    def _on_found(self) -> None:
        hits = self.search.hits
        if hits and self._found < 0:
            here = self.pages.page
            self._found = next((n for n, hit in enumerate(hits) if hit.page >= here), 0)
        self._show_hits()

    @Slot(int)
    def _step(self, by: int) -> None:
        count = self._hit_count()
        self._found = (self._found + by) % count if count else -1
        self._show_hits()

    def _hit_count(self) -> int:
        if self.stack.currentWidget() is self.text:
            return self.text.hit_count
        return len(self.search.hits)

    def _show_hits(self) -> None:
        words = self.search_bar.words.text().strip()
        count = self._hit_count()
        if self.stack.currentWidget() is self.text:
            self.text.mark(self._found)
        else:
            hits = self.search.hits
            self.pages.show_hits(hits, hits[self._found] if 0 <= self._found < count else None)
        self.search_bar.say(self._count_words(count) if words else "")

    def _count_words(self, count: int) -> str:
        if count:
            more = "…" if self.search.running else ""
            return f"{self._found + 1}/{count}{more}"
        if self.search.running:
            return tr("正在查找…")
        if self.stack.currentWidget() is self.pages and self.search.letters == 0:
            return tr("扫描件，没有文字可查")
        return tr("没有找到")

    @Slot()
    def _on_search_closed(self) -> None:
        self.search.look_for(None, "", 0)
        self.text.find_all("")
        self._found = -1
        self._show_hits()
        view = self.text if self.stack.currentWidget() is self.text else self.pages
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- copies ----------------------------------------------------------------------------------

    @Slot()
    def open_outside(self) -> None:
        """Open a read-only copy in the system's program."""
        if self._subject is not None:
            self.copying.open_outside(self._subject)

    @Slot()
    def save_copy(self) -> None:
        """Save a copy in a folder that the person chooses."""
        if self._subject is not None:
            self.copying.save_copy(self._subject)

    # --- Qt --------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Show what was chosen meanwhile."""
        super().showEvent(event)
        self._context.session.viewer.warm_up(open_pages)
        if self._subject != self._loaded:
            self._load()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's name)
        """Stop preparing while the pane is hidden."""
        super().hideEvent(event)
        if self.loader.busy:
            self.loader.stop()
            self._loaded = None


def _content(subject: Subject | None) -> str:
    """The content of a stored original; "" of anything else."""
    return subject.sha256 if isinstance(subject, NamedOriginal) else ""
