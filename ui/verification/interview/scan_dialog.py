"""扫描: what scans of sheets say; what is not clear is shown as a picture and decided by keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QListWidget, QPushButton, QWidget

from app.intake.scans import file_scans
from app.jobs import JobContext
from app.verification.interview.answering import Answers, fitting
from app.verification.interview.entering import RoundSheets, change_sheets
from app.verification.interview.scanning import (
    Scanned,
    ScannedSheet,
    ToDecide,
    crops_of,
    enter_scanned,
    read_scanned,
)
from app.verification.interview.sheets import AnswerSheet
from app.verification.notes import NoteChanges
from app.visible_text import visible
from ui.actions import label
from ui.commands import Undoable, remember, start
from ui.literal import tip, window_title
from ui.page import PageContext
from ui.translation import tr
from ui.verification.interview.sheet_form import SheetForm
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import horizontal, vertical
from ui.wording import scan_doubt_words, scan_refusal_words

#: So many pages and sheets that are not entered are listed.
_LISTED = 300


@dataclass(frozen=True, slots=True)
class _Read:
    scanned: Scanned
    crops: dict[ToDecide, bytes]


@dataclass(frozen=True, slots=True)
class _Entered:
    count: int
    filed: bool
    back: NoteChanges[AnswerSheet]


class ScanDialog(QDialog):
    """One question after the other, each beside the part of the scan that shows it.

    Nothing is stored before the person agrees; then everything that was decided is stored at once,
    and the scans become an item of evidence.
    """

    def __init__(
        self, context: PageContext, there: RoundSheets, paths: Sequence[Path], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.context, self.there, self._paths = context, there, tuple(paths)
        self._read: _Read | None = None
        self.asked: tuple[ToDecide, ...] = ()
        self.decided: dict[ToDecide, Answers] = {}
        self._at = 0
        theme = context.theme
        self.setWindowTitle(window_title(tr("扫描件：{name}", name=there.round.said.name)))
        self.told = label(tr("正在识别……"), wrap=True)
        self.head = label("", wrap=True)
        self.why = label("", "muted", wrap=True)
        self.picture = label("")
        self.picture.setAccessibleName(tr("答卷的扫描图"))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.picture.setMinimumSize(theme.space(200), theme.space(90))
        self.form = SheetForm(theme)
        self.form.setMinimumHeight(theme.space(110))
        self.back = QPushButton(tr("上一处"))
        self.back.setToolTip(tip(tr("回到上一处（PgUp）")))
        self.back.setShortcut("PgUp")
        self.next = QPushButton(tr("下一处"))
        self.next.setToolTip(tip(tr("这一处就这样，看下一处（PgDown）")))
        self.next.setShortcut("PgDown")
        self.left_out = QListWidget()
        self.left_out.setAccessibleName(tr("没有读出和不能存入的"))
        self.left_out.setMaximumHeight(theme.space(110))
        self.left_out.hide()
        self.buttons, self.agree = agree_buttons(
            self,
            tr("存入"),
            tr("存入看完的答卷，扫描件收为材料（Ctrl+回车）"),
            shortcut="Ctrl+Return",
        )
        self.agree.setAutoDefault(False)
        self.agree.setEnabled(False)
        self._lay_out()
        self.form.ended.connect(self._on_decided)
        self.back.clicked.connect(lambda: self.turn_to(self._at - 1))
        self.next.clicked.connect(self._on_decided)
        self._start()

    def _lay_out(self) -> None:
        space = self.context.theme.space
        self.part = QWidget()
        inner = vertical(self.part, spacing=space(6))
        inner.addWidget(self.head)
        inner.addWidget(self.why)
        inner.addWidget(self.picture)
        inner.addWidget(self.form, 1)
        steps = horizontal(spacing=space(8))
        for button in (self.back, self.next):
            button.setAutoDefault(False)
            steps.addWidget(button)
        steps.addStretch(1)
        inner.addLayout(steps)
        inner.addWidget(
            label(tr("按 1、2、3 或 A、B、C 选答，0 为未答，回车看下一处"), "muted", wrap=True)
        )
        self.part.hide()
        column = vertical(self, *(space(14),) * 4, spacing=space(8))
        column.addWidget(self.told)
        column.addWidget(self.part, 1)
        column.addWidget(self.left_out)
        column.addWidget(self.buttons)
        resize_within_window(self, space(860), space(640))

    def _start(self) -> None:
        services, round_id, paths = self.context.session.services, self.there.round.id, self._paths

        def job(context: JobContext) -> _Read:
            workers = services.workers
            scanned = read_scanned(services.workspace, round_id, paths, workers, context)
            return _Read(scanned, crops_of(scanned, workers, context))

        self._task = start(
            self.context,
            tr("识别扫描件"),
            job,
            self._show,
            failed=self._on_failed,
            cancelled=self.reject,
        )

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.reject()
        self.context.session.troubled.emit(error)

    @Slot(object)
    def _show(self, read: _Read) -> None:
        self._read = read
        self.asked = tuple(
            one for sheet in read.scanned.sheets if sheet.whole for one in sheet.to_decide
        )
        for line in self._lines(read.scanned)[:_LISTED]:
            self.left_out.addItem(visible(line))
        self.left_out.setVisible(self.left_out.count() > 0)
        self.part.setVisible(bool(self.asked))
        if self.asked:
            self.turn_to(0)
        self._follow()

    def _lines(self, scanned: Scanned) -> list[str]:
        lines = []
        for page in scanned.refused:
            place = tr("{file} 第 {page} 页", file=page.scan.path.name, page=page.scan.place + 1)
            lines.append(tr("{place}：{why}", place=place, why=scan_refusal_words(page.reason)))
        for sheet in scanned.sheets:
            if sheet.known:
                lines.append(tr("{number} 号答卷已经录过，不改动", number=sheet.number))
            elif sheet.missing:
                pages = tr("、").join(map(str, sheet.missing))
                lines.append(
                    tr("{number} 号答卷缺第 {pages} 页，不存入", number=sheet.number, pages=pages)
                )
        return lines

    # --- one after the other ---------------------------------------------------------------------

    def turn_to(self, at: int) -> None:
        """Show a question that is to be decided."""
        if not 0 <= at < len(self.asked) or self._read is None:
            return
        self._at = at
        one = self.asked[at]
        questionnaire = self.there.round.said.questionnaire
        question = questionnaire.question(one.question)
        assert question is not None
        self.head.setText(
            tr(
                "{number} 号答卷　第 {question} 题　（第 {at} 处，共 {count} 处）",
                number=one.number,
                question=questionnaire.number_of(one.question),
                at=at + 1,
                count=len(self.asked),
            )
        )
        words = [scan_doubt_words(doubt) for doubt in one.doubts] or [tr("手写的，请看图录入")]
        self.why.setText(tr("；").join(words))
        self._draw()
        self.form.ask((question,))
        chosen = fitting(question, one.chosen)  # several ticks of a single choice are none
        stored = {question.id: chosen} if chosen else {}
        self.form.begin(self.decided.get(one, stored))
        self.back.setEnabled(at > 0)

    def _draw(self) -> None:
        if self._read is None or not self.asked:
            return
        pixmap = QPixmap()
        pixmap.loadFromData(self._read.crops.get(self.asked[self._at], b""))
        if pixmap.isNull():
            self.picture.setText(tr("扫描图打不开，请看原件"))
            return
        room = max(self.width() - self.context.theme.space(40), 200)
        wide = min(room, pixmap.width())
        way = Qt.TransformationMode.SmoothTransformation
        self.picture.setPixmap(pixmap.scaledToWidth(wide, way))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """The picture fits the window."""
        super().resizeEvent(event)
        self._draw()

    @Slot()
    def _on_decided(self) -> None:
        """Keep the answer; the next question by itself, behind the last one the button."""
        if not self.asked:
            return
        if self.form.answering.impossible:
            self.form.turn_to(0)
            return
        self.decided[self.asked[self._at]] = dict(self.form.answers)
        self._follow()
        if self._at + 1 < len(self.asked):
            self.turn_to(self._at + 1)
        else:
            self.agree.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def ready(self) -> tuple[ScannedSheet, ...]:
        """The sheets of which everything is decided."""
        if self._read is None:
            return ()
        return tuple(
            sheet
            for sheet in self._read.scanned.sheets
            if sheet.whole and all(one in self.decided for one in sheet.to_decide)
        )

    def _follow(self) -> None:
        if self._read is None:
            return
        scanned, ready = self._read.scanned, len(self.ready)
        ledger = scanned.ledger
        told = tr(
            "共 {pages} 页：读出 {read} 页，没有读出 {refused} 页；"
            "答卷 {sheets} 份，可以存入 {ready} 份",
            pages=ledger.pages,
            read=ledger.read + ledger.doubtful,
            refused=len(scanned.refused),
            sheets=len(scanned.sheets),
            ready=ready,
        )
        left = len(self.asked) - len(self.decided)
        if left:
            told = tr("；").join((told, tr("还有 {count} 处要看", count=left)))
        self.told.setText(told)
        self.agree.setEnabled(ready > 0)

    # --- storing ---------------------------------------------------------------------------------

    def accept(self) -> None:
        """Store what is ready; the scans become evidence."""
        sheets = self.ready
        if not sheets:
            return
        services, note, paths = self.context.session.services, self.there.round, self._paths
        decided: dict[int, dict[str, str]] = {}
        for one, answers in self.decided.items():
            decided.setdefault(one.number, {}).update(answers)

        def job(context: JobContext) -> _Entered:
            workspace, name = services.workspace, note.said.name
            item = file_scans(workspace, services.workers, note.slot, name, paths, context)
            back = enter_scanned(workspace, note.id, sheets, decided, lambda _path: item or "")
            return _Entered(len(sheets), item is not None, back)

        workspace = services.workspace
        way = Undoable[_Entered](
            text=lambda done: tr("扫描录入 {count} 份答卷", count=done.count),
            said=_said,
            undo=lambda done: change_sheets(workspace, note.id, done.back),
            redo=lambda done: change_sheets(
                workspace, note.id, NoteChanges(restored=done.back.withdrawn)
            ),
            after_undo=tr("扫描件仍在材料里，需要时可另行移除"),
        )
        start(self.context, tr("存入答卷"), job, partial(remember, self.context, way))
        super().accept()

    def reject(self) -> None:
        """Close; what is still being read is given up."""
        self._task.cancel()
        super().reject()


def _said(done: _Entered) -> str:
    told = tr("已录入 {count} 份答卷", count=done.count)
    if not done.filed:
        return tr("；").join((told, tr("扫描件没有收为材料，请自行添加")))
    return told
