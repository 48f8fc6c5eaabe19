"""页面设置: which pages of a file are bound, how they lie, and on what paper."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.conversion.model import CHOOSABLE, USUAL, BindingChoices
from app.conversion.tilts import TiltOrder, measure_tilts
from app.errors import JuanzongError
from app.evidence.parts import PartRow
from app.filekind import FileKind
from app.isolation import Done
from app.jobs import JobContext
from app.page_setup import (
    AS_THEY_ARE,
    LEAST_SIDE,
    MOST_SIDE,
    Cut,
    PageSetup,
    Paper,
    on_sheet,
    page_ranges,
    pages_in,
    told_pages,
)
from app.preview.model import Pages
from app.preview.showing import NamedOriginal, own_pages
from app.problems import Problem
from app.visible_text import visible
from ui.actions import label
from ui.literal import tip
from ui.page import PageContext
from ui.preview.page_looks import LargePage, Look, PageStrip
from ui.preview.page_pictures import PagePictures
from ui.preview.setup_draft import SetupDraft
from ui.tasks import Task
from ui.translation import QT_TR_NOOP, tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import beside, horizontal, scrolled, vertical
from ui.widgets.number_edit import NumberEdit
from ui.widgets.wrapping import WrappingRow
from ui.wording import CUT_NAMES, PAPER_NAMES, describe_error, describe_problem

#: Why pages are mostly left out.
REASONS = (
    QT_TR_NOOP("其余为空白页"),
    QT_TR_NOOP("其余与本项无关"),
    QT_TR_NOOP("其余页重复"),
    QT_TR_NOOP("封面、目录不装"),
)
#: Pixels of the longer side of a page in the strip, and of the large one.
_SMALL, _LARGE = 220, 1100
#: Millimetres to the pixel of ``PageSize``.
_MM = 25.4 / 96
_SECONDS, _SECONDS_A_PAGE = 20.0, 3.0


class PagesDialog(QDialog):
    """``setups`` is what was chosen for each file that was looked at, by its SHA-256.

    With a ``hindrance`` everything can be looked at, and nothing changed.
    """

    def __init__(
        self,
        context: PageContext,
        parts: Sequence[PartRow],
        setups: Mapping[str, PageSetup],
        choices: BindingChoices,
        parent: QWidget,
        *,
        page: int = 1,
        hindrance: str = "",
    ) -> None:
        """``page`` of the main file is shown first."""
        super().__init__(parent)
        self._context, self._parts, self._kept = context, parts, dict(setups)
        self._choices, self._hindrance, self._first = choices, hindrance, page
        self._drafts: dict[str, SetupDraft] = {}
        self._cuts: dict[str, Cut] = {}  # what was chosen here, by the SHA-256 of pictures
        self._pages: Pages | None = None
        self._task: Task | None = None
        self._said = ""
        self.setWindowTitle(tr("页面设置"))
        self.pictures = PagePictures(context.session, self)
        self.pictures.drawn.connect(self._repaint)
        self._build()
        self.finished.connect(self._stop)
        self._load(0)

    # --- widgets ---------------------------------------------------------------------------------

    def _build(self) -> None:
        theme, space = self._context.theme, self._context.theme.space
        self.file = QComboBox()
        self.file.setAccessibleName(tr("文件"))
        narrow = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.file.setSizeAdjustPolicy(narrow)
        for number, part in enumerate(self._parts):
            role = tr("正文") if not number else tr("附件 {number}", number=number)
            self.file.addItem(visible("　".join((role, part.name))))
        self.file.setVisible(len(self._parts) > 1)
        self.file.currentIndexChanged.connect(self._load)
        self.strip = PageStrip(theme, self._look)
        self.strip.itemSelectionChanged.connect(self._follow)
        self.strip.currentRowChanged.connect(self._follow)
        self.large = LargePage(theme)
        self.original = QCheckBox(tr("看原样"))
        self.original.setToolTip(tr("看这一页没有转过、没有摆正的样子"))
        self.original.toggled.connect(self._follow)
        self.left = _button(tr("左转"), tr("选中的页向左转，装订时也这样（Ctrl+L）"), "Ctrl+L")
        self.right = _button(tr("右转"), tr("选中的页向右转，装订时也这样（Ctrl+R）"), "Ctrl+R")
        self.straight = _button(
            tr("摆正"), tr("量一量选中的页歪了多少，把它摆正；先看样子再确定（Ctrl+E）"), "Ctrl+E"
        )
        self.bind = _button(tr("不装订"), tr("选中的页装订或不装订（Ctrl+D）"), "Ctrl+D")
        self.left.clicked.connect(partial(self._turn, 270))
        self.right.clicked.connect(partial(self._turn, 90))
        self.straight.clicked.connect(self._straighten)
        self.bind.clicked.connect(self._bind)
        self.range = QLineEdit()
        self.range.setAccessibleName(tr("装订的页"))
        self.range.setPlaceholderText(tr("如 3-7，9；空着是全部"))
        self.range.textEdited.connect(self._on_range)
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.setSizeAdjustPolicy(narrow)
        self.reason.setAccessibleName(tr("为什么不装其余的页"))
        self.reason.addItems([tr(words) for words in REASONS])
        self.reason.setCurrentText("")
        line = QLineEdit()
        line.setPlaceholderText(tr("写明理由，印在备考表和清单上"))
        self.reason.setLineEdit(line)
        line.textEdited.connect(self._on_reason)
        self.reason.activated.connect(self._on_reason)
        self.paper = QComboBox()
        self.paper.setAccessibleName(tr("纸张"))
        for paper, name in PAPER_NAMES.items():
            self.paper.addItem(name, paper.value)
        self.paper.activated.connect(self._on_paper)
        self.width_edit, self.height_edit = (NumberEdit(LEAST_SIDE, MOST_SIDE) for _ in range(2))
        for edit_, name in ((self.width_edit, tr("宽，毫米")), (self.height_edit, tr("高，毫米"))):
            edit_.setAccessibleName(name)
            edit_.setToolTip(tip(name))
            edit_.setFixedWidth(space(64))
            edit_.textEdited.connect(self._on_paper)
        self.times, self.unit = label("×", "muted"), label(tr("毫米"), "muted")
        self.cut = QComboBox()
        self.cut.setAccessibleName(tr("长图"))
        self.cut.setToolTip(
            tip(
                tr(
                    "网页和聊天的长截图切成能看清的几页，页下有“2/7”；普通的照片和扫描件不会自动切开"
                )
            )
        )
        for cut, name in CUT_NAMES.items():
            self.cut.addItem(name, cut.value)
        self.cut.activated.connect(self._on_cut)
        self.wrong = label("", "wrong", wrap=True)
        self.note = label("", "muted", wrap=True)
        self.reset = _button(tr("恢复原样"), tr("这份文件的页面都照原样装订"), "")
        self.reset.clicked.connect(self._reset)
        self.buttons, self.agree = agree_buttons(
            self, tr("确定"), tr("Ctrl+回车；可以撤销，原件不变"), shortcut="Ctrl+Return"
        )
        self._lay_out()

    def _lay_out(self) -> None:
        space = self._context.theme.space
        left, right = QWidget(), QWidget()
        column = vertical(left, spacing=space(6))
        column.addWidget(self.strip, 1)
        column.addLayout(WrappingRow(self.left, self.right, self.straight, self.bind, fill=False))
        beside_it = vertical(right, spacing=space(6))
        beside_it.addWidget(self.large, 1)
        beside_it.addWidget(self.original)
        paper = QWidget()
        line = horizontal(paper, spacing=space(6))
        line.addWidget(self.paper)
        for part in (self.width_edit, self.times, self.height_edit, self.unit):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.reset)
        self.form = form = QFormLayout()
        form.setVerticalSpacing(space(6))
        form.addRow(tr("装订页"), self.range)
        form.addRow(tr("理由"), self.reason)
        form.addRow(tr("纸张"), paper)
        form.addRow(tr("长图"), self.cut)
        inside = QWidget()
        whole = vertical(inside, spacing=space(8))
        whole.addWidget(self.file)
        whole.addWidget(beside(left, right, sizes=[space(430), space(390)]), 1)
        whole.addLayout(form)
        scroll = scrolled(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setSpacing(space(8))
        layout.addWidget(scroll, 1)
        layout.addWidget(self.note)
        layout.addWidget(self.wrong)
        layout.addWidget(self.buttons)
        resize_within_window(self, space(860), space(660))

    # --- the file at hand ------------------------------------------------------------------------

    @property
    def part(self) -> PartRow:
        """The file at hand."""
        return self._parts[max(0, self.file.currentIndex())]

    @property
    def draft(self) -> SetupDraft | None:
        """What is chosen for the file at hand; None until its pages are counted."""
        return self._drafts.get(self.part.sha256) if self._pages is not None else None

    @property
    def setups(self) -> dict[str, PageSetup]:
        """What was chosen, by the SHA-256 of each file that was looked at."""
        chosen = {sha256: PageSetup(cut=cut) for sha256, cut in self._cuts.items()}
        made = {sha256: draft.setup() for sha256, draft in self._drafts.items()}
        return chosen | {sha256: setup for sha256, setup in made.items() if setup is not None}

    @property
    def busy(self) -> bool:
        """True while pages are opened, measured or drawn."""
        return self._task is not None or self.pictures.busy

    @Slot(int)
    def _load(self, at: int) -> None:
        """Count the pages of a file, and convert it if that has not been done."""
        self._pages = None
        self.pictures.begin(None)
        self.strip.show_count(0)
        self._say(tr("正在打开…"))
        part = self._parts[max(0, at)]
        choices = self._choices if part.kind in CHOOSABLE else USUAL
        self.form.setRowVisible(self.cut, part.kind is FileKind.IMAGE)
        cut = self._cut_of(part)
        self.cut.setCurrentIndex(self.cut.findData(cut.value))
        original = NamedOriginal(part.sha256, part.kind, part.name, choices, PageSetup(cut=cut))
        session = self._context.session
        services = session.services

        def job(context: JobContext) -> Pages | Problem:
            return own_pages(
                services.workspace, session.viewer, services.conversion, original, context
            )

        self._start(job, partial(self._on_loaded, part, cut))

    def _cut_of(self, part: PartRow) -> Cut:
        """Whether a picture is to be cut: as it was chosen here, or before."""
        return self._cuts.get(part.sha256, self._kept.get(part.sha256, AS_THEY_ARE).cut)

    def _start(self, job: Callable[[JobContext], object], done: Callable[..., object]) -> None:
        if self._task is not None:
            self._task.cancel()
        task = self._context.session.task(job)
        self._task = task
        task.succeeded.connect(done)
        task.failed.connect(self._on_failed)
        task.finished.connect(partial(self._on_finished, task))
        self._context.session.views.start(task)

    def _on_finished(self, task: Task) -> None:
        if task is self._task:
            self._task = None

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, JuanzongError):
            self._say(str(describe_error(error)))
        else:
            self._context.session.troubled.emit(error)

    def _on_loaded(self, part: PartRow, cut: Cut, found: Pages | Problem) -> None:
        if part is not self.part or cut is not self._cut_of(part):
            return
        if isinstance(found, Problem):
            self._say(str(describe_problem(found)))
            return
        self._pages = found
        count = len(found.sizes)
        kept = self._kept.get(part.sha256, AS_THEY_ARE)
        if kept.cut is not cut:
            kept = PageSetup(cut=cut)  # its pages are others now
        draft = self._drafts.setdefault(part.sha256, SetupDraft.of(kept, count))
        told = (
            tr("这份文件的页数变了，原来的页面设置不再合用，请重新设置") if draft.outdated else ""
        )
        self.pictures.begin(found)
        self.strip.show_count(count)
        self.strip.setCurrentRow(min(max(1, self._first), count) - 1)
        self._first = 1
        self._show_draft(draft)
        self._say(told)
        self.strip.setFocus()

    def _show_draft(self, draft: SetupDraft) -> None:
        self.range.setText(page_ranges(sorted(draft.bound)) if draft.leaves_out else "")
        self.reason.setCurrentText(draft.reason)
        self.paper.setCurrentIndex(self.paper.findData(draft.paper.value))
        self.width_edit.set_value(draft.size[0])
        self.height_edit.set_value(draft.size[1])
        self._follow()

    # --- changes ---------------------------------------------------------------------------------

    def _turn(self, by: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        if self.draft is not None:
            self.draft.turn(self.strip.chosen, by)
            self._follow()

    @Slot()
    def _bind(self) -> None:
        draft, pages = self.draft, self.strip.chosen
        if draft is not None and pages:
            draft.bind(pages, bound=not draft.bound.issuperset(pages))
            self._show_draft(draft)

    @Slot(str)
    def _on_range(self, text: str) -> None:
        draft = self.draft
        pages = pages_in(text, draft.count) if draft is not None else None
        if draft is not None and pages is not None:
            draft.bound = set(pages)
        self._follow()

    @Slot()
    def _on_reason(self) -> None:
        if self.draft is not None:
            self.draft.reason = self.reason.currentText().strip()
            self._follow()

    @Slot()
    def _on_paper(self) -> None:
        if self.draft is not None:
            self.draft.paper = Paper(self.paper.currentData())
            self.draft.size = (self.width_edit.value, self.height_edit.value)
            self._follow()

    @Slot()
    def _on_cut(self) -> None:
        self._choose_cut(Cut(self.cut.currentData()))

    def _choose_cut(self, cut: Cut) -> None:
        """Have the picture laid out otherwise; what was set for its pages before no longer fits."""
        part = self.part
        if cut is self._cut_of(part):
            return
        self._cuts[part.sha256] = cut
        self._drafts.pop(part.sha256, None)
        self._load(self.file.currentIndex())

    @Slot()
    def _reset(self) -> None:
        if self.draft is not None:
            self.draft.reset()
            self._show_draft(self.draft)
            self._choose_cut(Cut.AUTO)

    @Slot()
    def _straighten(self) -> None:
        draft, pages, file = self.draft, self.strip.chosen, self._pages
        if draft is None or file is None or not pages:
            return
        if all(page in draft.tilts for page in pages):
            draft.straighten(pages, {})
            self._follow()
            return
        order = TiltOrder(file.file.path, tuple((p, draft.turns.get(p, 0)) for p in pages))
        seconds = _SECONDS + _SECONDS_A_PAGE * len(pages)
        viewer = self._context.session.viewer
        self._say(tr("正在量第 {pages} 页…", pages=told_pages(pages)))
        self._start(
            lambda job: viewer.run(measure_tilts, order, seconds, job),
            partial(self._on_measured, draft, pages),
        )

    def _on_measured(self, draft: SetupDraft, pages: Sequence[int], result: object) -> None:
        if not isinstance(result, Done):
            self._say(tr("没有量出来，请少选几页再试"))
            return
        tilts: dict[int, int] = result.value
        draft.straighten(pages, tilts)
        crooked = told_pages(page for page in pages if page in tilts)
        self._say(
            tr("第 {pages} 页有些歪，已摆正；勾选“看原样”可以对照", pages=crooked)
            if crooked
            else tr("选中的页没有歪，或没有成行的字，看不出歪斜")
        )
        self._follow()

    # --- looks -----------------------------------------------------------------------------------

    def _look(self, page: int, edge: int = _SMALL, *, original: bool = False) -> Look:
        draft, pages = self.draft, self._pages
        if draft is None or pages is None or page > draft.count:
            return Look(None, (210.0, 297.0))
        size = pages.sizes[page - 1]
        own = (max(1.0, size.width * _MM), max(1.0, size.height * _MM))
        picture = self.pictures.of(page - 1, edge)
        if original:
            return Look(picture, own)
        sheet = None
        if draft.paper is not Paper.AUTO:
            sheet = on_sheet(PageSetup(draft.count, paper=draft.paper, size=_own_size(draft)), *own)
        return Look(
            picture,
            own,
            draft.turns.get(page, 0),
            draft.tilts.get(page, 0) / 100,
            sheet,
            bound=page in draft.bound,
        )

    @Slot()
    def _repaint(self) -> None:
        self.strip.viewport().update()
        page = self.strip.currentRow() + 1
        original = self.original.isChecked()
        self.large.show_look(
            self._look(page, _LARGE, original=original) if page and self._pages else None
        )

    def _say(self, words: str) -> None:
        self._said = words
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Show what can be done, what is wrong, and the pages as they are now."""
        draft, pages = self.draft, self.strip.chosen
        may = draft is not None and not self._hindrance
        for button in (self.left, self.right, self.straight, self.bind):
            button.setEnabled(may and bool(pages))
        unbound = draft is not None and bool(pages) and not draft.bound.issuperset(pages)
        self.bind.setText(tr("装订") if unbound else tr("不装订"))
        level = draft is not None and bool(pages) and all(p in draft.tilts for p in pages)
        self.straight.setText(tr("不摆正") if level else tr("摆正"))
        for part in (self.range, self.paper, self.cut, self.reset):
            part.setEnabled(may)
        self.reason.setEnabled(may and draft is not None and draft.leaves_out)
        own = draft is not None and draft.paper is Paper.OWN
        for side in (self.width_edit, self.times, self.height_edit, self.unit):
            side.setVisible(own)
            side.setEnabled(may)
        self.original.setEnabled(draft is not None)
        wrong = self._wrong(draft)
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        note = self._said or self._hindrance
        self.note.setText(note)
        self.note.setVisible(bool(note))
        done = all(draft.setup() is not None for draft in self._drafts.values())
        self.agree.setEnabled(may and not wrong and done)
        self._repaint()

    def _wrong(self, draft: SetupDraft | None) -> str:
        if draft is None:
            return ""
        if pages_in(self.range.text(), draft.count) is None:
            return tr(
                "没有看懂“装订页”：这份文件有 {count} 页，写成 3-7，9 这样", count=draft.count
            )
        if not draft.bound:
            return tr("至少要装订一页；整份不要的，请移除这件材料")
        if draft.leaves_out and not draft.reason:
            left = sorted(set(range(1, draft.count + 1)) - draft.bound)
            return tr("第 {pages} 页不装订，请写明理由", pages=told_pages(left))
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Enter in a line does not agree to the whole dialog; Ctrl+Enter does."""
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
            return
        super().keyPressEvent(event)

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self.pictures.stop()


def _own_size(draft: SetupDraft) -> tuple[int, int] | None:
    return (min(draft.size), max(draft.size)) if draft.paper is Paper.OWN else None


def _button(text: str, about: str, shortcut: str) -> QPushButton:
    made = QPushButton(text)
    made.setToolTip(tip(about))
    made.setAutoDefault(False)
    if shortcut:
        made.setShortcut(shortcut)
    return made
