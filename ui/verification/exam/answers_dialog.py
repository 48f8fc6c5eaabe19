"""Entering answer sheets: one key an answer, the next question and the next sheet by themselves."""

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.verification.exam.answers import Entry, enter, settle
from app.verification.exam.exams import FIRST, Exam
from app.verification.exam.marking import BY_HAND, mark_sheet, read_answer
from app.verification.exam.papers import Printed
from app.verification.exam.people import Attendance, Person, by_number, change_people, read_people
from app.verification.exam.questions import LETTERS, RIGHT, WRONG, QuestionKind
from app.verification.notes import Note, NoteChanges
from ui import dialogs
from ui.actions import label
from ui.commands import Undoable, run
from ui.dialog_drafts import KeptField, keep_text
from ui.literal import tip, window_title
from ui.page import PageContext
from ui.translation import tr
from ui.verification.exam.scanning import read_scans
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import horizontal
from ui.wording import TOOL_VALUES, points_words

_WORDS = TOOL_VALUES["exam_questions"]
_STATES = TOOL_VALUES["exam_people"]
_NUMBER, _KIND, _ANSWER, _POINTS = range(4)
#: Keys beside the letters: the digits of a numeric pad, and marks for 判断.
_YES, _NO = frozenset("1yY对"), frozenset("2nN错")


class AnswerGrid(QTableWidget, KeptField):
    """A line for each question of the version; keys write the answer and go on."""

    changed = Signal()
    ended = Signal()

    def __init__(self) -> None:
        super().__init__(0, 4)
        self._printed: tuple[Printed, ...] = ()
        self.setAccessibleName(tr("答案"))
        self.setHorizontalHeaderLabels([tr("题号"), tr("题型"), tr("答案"), tr("得分")])
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        head = self.horizontalHeader()
        head.setSectionResizeMode(_ANSWER, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(lambda _item: self.changed.emit())

    def show_sheet(self, printed: Sequence[Printed], said: Person) -> None:
        """Show the answers and points of somebody, in the order of the version."""
        self._printed = tuple(printed)
        self.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.setRowCount(len(self._printed))
        for row, each in enumerate(self._printed):
            number = str(each.number)
            points = said.scores.get(number)
            by_hand = each.question.kind in BY_HAND
            self._put(row, _NUMBER, number, editable=False)
            self._put(row, _KIND, _WORDS[each.question.kind], editable=False)
            self._put(row, _ANSWER, said.answers.get(number, ""), editable=True)
            told = "" if points is None else points_words(points)
            self._put(row, _POINTS, told, editable=by_hand)
        self.blockSignals(False)  # noqa: FBT003  (Qt's own signature)
        if self._printed:
            self.setCurrentCell(0, _ANSWER)

    @property
    def answers(self) -> dict[str, str]:
        """What was entered, by the number of the question; "" where nothing was."""
        return {str(p.number): self._text(row, _ANSWER) for row, p in enumerate(self._printed)}

    @property
    def scores(self) -> dict[str, float]:
        """The points that were entered; what is no number is left out, see ``bad_scores``."""
        found = {str(p.number): self._text(row, _POINTS) for row, p in enumerate(self._printed)}
        return {number: float(text) for number, text in found.items() if _is_number(text)}

    @property
    def bad_scores(self) -> tuple[str, ...]:
        """The numbers of questions whose points are no number."""
        rows = enumerate(self._printed)
        texts = {str(p.number): self._text(row, _POINTS) for row, p in rows}
        return tuple(number for number, text in texts.items() if text and not _is_number(text))

    @property
    def text_to_keep(self) -> str:
        """See ``KeptField``."""
        points = {str(p.number): self._text(r, _POINTS) for r, p in enumerate(self._printed)}
        return json.dumps([self.answers, points], ensure_ascii=False)

    def write_kept(self, text: str) -> None:
        """See ``KeptField``."""
        answers, points = json.loads(text)
        for row, each in enumerate(self._printed):
            self._cell(row, _ANSWER).setText(answers.get(str(each.number), ""))
            self._cell(row, _POINTS).setText(points.get(str(each.number), ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """One key is an answer; Return and Space go on, Backspace empties and stays."""
        row, key = self.currentRow(), Qt.Key(event.key())
        if row < 0 or self.currentColumn() != _ANSWER:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.go_on()
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self._cell(row, _ANSWER).setText("")
        elif not self._take(row, event.text()):
            super().keyPressEvent(event)

    @Slot()
    def go_on(self) -> None:
        """Go to the next question; after the last one the sheet has ended."""
        row = self.currentRow() + 1
        if row < self.rowCount():
            self.setCurrentCell(row, _ANSWER)
        else:
            self.ended.emit()

    def _take(self, row: int, text: str) -> bool:
        each = self._printed[row]
        kind, item = each.question.kind, self._cell(row, _ANSWER)
        if kind is QuestionKind.TRUE_FALSE and text and text in _YES | _NO:
            item.setText(RIGHT if text in _YES else WRONG)
            self.go_on()
            return True
        if kind not in {QuestionKind.SINGLE, QuestionKind.MULTIPLE}:
            return False
        letter = _letter(text, len(each.options))
        if not letter:
            return bool(text.strip())  # another key is no answer, and opens no editor
        if kind is QuestionKind.SINGLE:
            item.setText(letter)
            self.go_on()
        else:
            item.setText("".join(sorted({*item.text()} ^ {letter})))
        return True

    def _put(self, row: int, column: int, text: str, *, editable: bool) -> None:
        item = QTableWidgetItem(text)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if editable else flags)
        if column != _ANSWER:
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setItem(row, column, item)

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        assert item is not None
        return item

    def _text(self, row: int, column: int) -> str:
        return self._cell(row, column).text().strip()


class AnswersDialog(QDialog):
    """A sheet is stored when its last question is answered, or with 保存这张."""

    def __init__(
        self,
        context: PageContext,
        row: Note[Exam],
        people: Sequence[Note[Person]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        theme = context.theme
        self._context, self._row = context, row
        self._people = _sheets_of(row.said, people)
        self.setWindowTitle(window_title(tr("录入：{name}", name=row.said.name)))
        self.sitting = QComboBox()
        self.sitting.setAccessibleName(tr("场次"))
        for sitting in self._people:
            name = tr("考试") if sitting == FIRST else tr("补考")
            self.sitting.addItem(name, sitting)
        self.person = QComboBox()
        self.person.setAccessibleName(tr("考号"))
        self.version = QComboBox()
        self.version.setAccessibleName(tr("试卷"))
        self.absent = QPushButton(tr("缺考"))
        self.absent.setToolTip(tip(tr("这名考生没有来：记为缺考，转到下一名")))
        self.scan = QPushButton(tr("读扫描件…"))
        self.scan.setToolTip(
            tip(tr("读取扫描的答题卡：没有疑问的存下，有疑问的列出来；扫描件存为材料"))
        )
        self.grid = AnswerGrid()
        self.told = label("", "muted", wrap=True)
        self.buttons, self.agree = agree_buttons(
            self,
            tr("保存这张"),
            tr("保存这张，转到下一张（Ctrl+回车）"),
            shortcut="Ctrl+Return",
            refuse=tr("关闭"),
        )
        self.buttons.accepted.disconnect()
        self.buttons.accepted.connect(self.store)
        self._build()
        self.sitting.currentIndexChanged.connect(self._show_people)
        self.person.currentIndexChanged.connect(self._show_sheet)
        self.version.activated.connect(lambda _n: self._show_version())
        self.absent.clicked.connect(self.mark_absent)
        self.scan.clicked.connect(self.ask_scans)
        self.grid.changed.connect(self._follow)
        self.grid.ended.connect(self.store)
        resize_within_window(self, theme.space(640), theme.space(620))
        self._show_people()
        key = f"ask/indicators/exam_answers/{row.id}"
        keep_text(context.drafts, self, key, self.windowTitle())
        self.grid.setFocus()

    def _build(self) -> None:
        theme = self._context.theme
        line = horizontal(spacing=theme.space(8))
        line.addWidget(self.sitting)
        line.addWidget(label(self.person.accessibleName()))
        line.addWidget(self.person, 1)
        line.addWidget(label(self.version.accessibleName()))
        line.addWidget(self.version)
        self.absent.setAutoDefault(False)
        line.addWidget(self.absent)
        self.scan.setAutoDefault(False)
        line.addWidget(self.scan)
        self.agree.setAutoDefault(False)
        about = tr(
            "单选按字母或数字键即转到下一题；多选按几个字母再按回车；判断按 1 对、2 错；"
            "填空按 F2 写，几个空用分号隔开；简答写得分。退格清空，方向键回到前面的题。"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addLayout(line)
        layout.addWidget(label(about, "muted", wrap=True))
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.told)
        layout.addWidget(self.buttons)

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def chosen(self) -> Note[Person] | None:
        """Whose sheet is shown."""
        return self._sheets.get(self.person.currentData() or "")

    @property
    def _sheets(self) -> Mapping[str, Note[Person]]:
        return self._people.get(self.sitting.currentData(), {})

    @property
    def printed(self) -> tuple[Printed, ...]:
        """The questions of the version that is shown."""
        paper = self._row.said.papers[self.sitting.currentData()]
        return paper.printed(self.version.currentData() or "")

    @Slot()
    def _show_people(self) -> None:
        if self.sitting.currentData() is None:
            self.agree.setEnabled(False)
            return
        self.version.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.version.clear()
        for version in self._row.said.papers[self.sitting.currentData()].versions:
            self.version.addItem(tr("{name}卷", name=version.name), version.name)
        self.version.blockSignals(False)  # noqa: FBT003  (Qt's own signature)
        self.person.clear()
        for number, person in self._sheets.items():
            self.person.addItem(_told_person(person.said), number)
        self.turn_to(self._next(from_start=True))

    def turn_to(self, number: str) -> None:
        """Show the sheet of a number."""
        self.person.setCurrentIndex(max(self.person.findData(number), 0))
        self._show_sheet()

    @Slot()
    def _show_sheet(self) -> None:
        person = self.chosen
        self.agree.setEnabled(person is not None and not self._context.session.read_only)
        self.absent.setEnabled(self.agree.isEnabled())
        self.scan.setEnabled(self.agree.isEnabled())
        if person is not None:
            self.version.setCurrentIndex(max(self.version.findData(person.said.paper_version), 0))
            self._show_version()

    def _show_version(self) -> None:
        person = self.chosen
        if person is not None:
            self.grid.show_sheet(self.printed, person.said)
            self._follow()

    @Slot()
    def _follow(self) -> None:
        person = self.chosen
        if person is None:
            return
        answers = {n: read_answer(p, text)[0] for p, n, text in self._given()}
        marked = mark_sheet(self.printed, answers, self.grid.scores)
        given = sum(bool(text) for text in answers.values())
        told = [tr("已答 {count}/{all} 题", count=given, all=len(answers))]
        if given:
            told.append(tr("得分 {points}", points=points_words(marked.total)))
        if marked.open:
            told.append(tr("还要评分：第 {numbers} 题", numbers="、".join(map(str, marked.open))))
        done = sum(bool(p.said.answers) for p in self._sheets.values())
        told.append(tr("已录 {count}/{all} 张", count=done, all=len(self._sheets)))
        self.told.setText(tr("，").join(told))

    def _given(self) -> Sequence[tuple[Printed, str, str]]:
        answers = self.grid.answers
        return [(p, str(p.number), answers.get(str(p.number), "")) for p in self.printed]

    # --- doing -----------------------------------------------------------------------------------

    @Slot()
    def store(self) -> None:
        """Store the sheet, and go to the next one without answers."""
        person = self.chosen
        if person is None or not self.agree.isEnabled():
            return
        if bad := self.grid.bad_scores:
            numbers = "、".join(bad)
            dialogs.tell(
                self, tr("得分要写数"), tr("第 {numbers} 题的得分不是数。", numbers=numbers)
            )
            return
        version = self.version.currentData() or ""
        entry = Entry(
            person.said.number, self.grid.answers, self.grid.scores, paper_version=version
        )
        self._enter(entry, tr("录入 {number} 号的答题卡", number=person.said.number))

    @Slot()
    def mark_absent(self) -> None:
        """Say that this person was absent, and go on."""
        person = self.chosen
        if person is not None:
            number = person.said.number
            entry = Entry(number, {}, {}, absent=True)
            self._enter(entry, tr("记 {number} 号缺考", number=number))

    @Slot()
    def ask_scans(self) -> None:
        """Let a person pick scans of answer sheets, and read them."""
        paths = dialogs.choose_files(self, tr("读取扫描的答题卡"), "")
        if paths:
            sitting: int = self.sitting.currentData()
            read_scans(self._context, self, self._row, paths, sitting, self.read)

    def read(self) -> None:
        """Read everybody's answers anew."""
        workspace, exam = self._context.session.services.workspace, self._row.id

        def job() -> tuple[Note[Person], ...]:
            with workspace.reading() as session:
                return read_people(session, exam)

        self._context.session.read(job, self._on_read)

    @Slot(object)
    def _on_read(self, people: tuple[Note[Person], ...]) -> None:
        self._people = _sheets_of(self._row.said, people)
        self._show_people()

    def _enter(self, entry: Entry, text: str) -> None:
        workspace, row = self._context.session.services.workspace, self._row
        sitting: int = self.sitting.currentData()
        way = Undoable[NoteChanges[Person]](
            text=text,
            undo=lambda back: change_people(workspace, row, back),
            then=lambda back: self._on_stored(entry, back),
        )
        run(self._context, lambda: enter(workspace, row.id, [entry], sitting), way)

    def _on_stored(self, entry: Entry, _back: NoteChanges[Person]) -> None:
        self._remember(entry)
        self._context.drafts.drop(f"ask/indicators/exam_answers/{self._row.id}")
        self.turn_to(self._next())
        self.grid.setFocus()

    def _remember(self, entry: Entry) -> None:
        """Know of the sheet what was stored, without reading all of them again."""
        person = self._sheets[entry.number]
        sitting: int = self.sitting.currentData()
        changed, _faults = settle(self._row.said, self._sheets, [entry], sitting)
        said = changed.get(person.id, person.said)
        self._people[sitting][entry.number] = Note(person.id, person.slot, person.by_office, said)
        place = self.person.findData(entry.number)
        self.person.setItemText(place, _told_person(said))

    def _next(self, *, from_start: bool = False) -> str:
        """The next number without answers, from the one that is shown on; else the one shown."""
        numbers = list(self._sheets)
        here = self.person.currentData() or ""
        at = 0 if from_start or here not in numbers else numbers.index(here) + 1
        waiting = [n for n in (*numbers[at:], *numbers[:at]) if _waits(self._sheets[n].said)]
        return next(iter(waiting), here)


def _sheets_of(said: Exam, people: Sequence[Note[Person]]) -> dict[int, dict[str, Note[Person]]]:
    """By sitting, who was drawn, in the order of the numbers."""
    return {sitting: dict(sorted(by_number(people, sitting).items())) for sitting in said.papers}


def _waits(said: Person) -> bool:
    return not said.answers and said.attendance is not Attendance.ABSENT


def _told_person(said: Person) -> str:
    state = tr("已录") if said.answers else _STATES[said.attendance]
    return tr("{number}　{name}　{state}", number=said.number, name=said.name, state=state)


def _letter(text: str, options: int) -> str:
    """The letter that a key stands for: A or a, or 1 on the numeric pad."""
    wide = text.upper()
    if wide.isdecimal() and 1 <= int(wide) <= options:
        return LETTERS[int(wide) - 1]
    return wide if wide and wide in LETTERS[:options] else ""


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
