"""The people of an exam: the list, who is drawn, where they sit, who was absent, 补考."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.changed import Area, Changed
from app.errors import JuanzongError
from app.verification.exam.exams import EXAMS, FIRST, Exam, find_exam
from app.verification.exam.people import (
    Attendance,
    Person,
    add_people,
    call_makeup,
    change_people,
    draw_people,
    mark_attendance,
    read_people,
)
from app.verification.material_check.registers.tables import read_table, split_cells
from app.verification.notes import Note, NoteChanges, alter_note
from app.verification.sampling import propose_seed
from ui import dialogs
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.colours import Colours
from ui.commands import Undoable, run
from ui.literal import tip, window_title
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import horizontal
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.widgets.plain_numbers import WholeNumbers, take_numbers
from ui.wording import TOOL_VALUES

_STATES = TOOL_VALUES["exam_people"]
#: The draw is of at most so many.
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Read:
    """An exam as it is now, and the people of it."""

    exam: Note[Exam]
    people: tuple[Note[Person], ...]


class PeopleDialog(QDialog):
    """Each step is stored at once and can be undone, in this dialog too."""

    def __init__(self, context: PageContext, row: Note[Exam], parent: QWidget) -> None:
        super().__init__(parent)
        theme = context.theme
        self._context, self._row = context, row
        self.setWindowTitle(window_title(tr("考生：{name}", name=row.said.name)))
        self.told = label("", "subheading", wrap=True)
        self.paste = make_action(
            self, tr("粘贴名单"), tr("从 Excel、WPS 复制的姓名、单位、职务三列"), self.paste_list
        )
        self.load = make_action(
            self, tr("导入名单…"), tr("xlsx 或 csv，要有姓名一列"), self.ask_file
        )
        self.absent = make_action(
            self, tr("记缺考"), tr("选中的考生没有来考"), lambda: self.attend(Attendance.ABSENT)
        )
        self.present = make_action(
            self, tr("改回待考"), tr("选中的考生不是缺考"), lambda: self.attend(Attendance.DRAWN)
        )
        self.makeup = make_action(
            self, tr("列入补考"), tr("缺考和不合格的人列入补考，考号不变"), self.call_makeup
        )
        self.remove = make_action(
            self, tr("移出名单"), tr("选中的人移出名单，可以撤销"), self.remove_chosen
        )
        mark_writing(self.paste, self.load, self.absent, self.present, self.makeup, self.remove)
        model = LineModel(_columns(), lambda row: row.id, theme)
        self.table = LineTable(tr("考生"), model, theme)
        self.table.setSelectionMode(LineTable.SelectionMode.ExtendedSelection)
        self.count = QLineEdit()
        self.count.setAccessibleName(tr("抽几人"))
        self.count.setPlaceholderText(tr("全部"))
        take_numbers(self.count, WholeNumbers(1, _MOST, self.count))
        self.seed = QLineEdit(propose_seed(datetime.now()))
        self.seed.setAccessibleName(tr("抽取种子"))
        self.seed.setToolTip(tip(tr("同一名单、同一人数、同一种子，抽出的人总是一样")))
        self.draw = QPushButton(tr("抽取考生"))
        self.draw.setToolTip(tip(tr("抽出考生，排考号、座位和试卷；录入答案以后不能再抽")))
        self.draw.setAutoDefault(False)
        self.buttons = QDialogButtonBox(self)
        self.buttons.addButton(tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        self._build()
        self.draw.clicked.connect(self.draw_people)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        context.session.bus.changed.connect(self._on_changed)
        resize_within_window(self, theme.space(860), theme.space(600))
        self._enable()
        self.read()

    def _build(self) -> None:
        theme = self._context.theme
        line = horizontal(spacing=theme.space(4))
        line.addWidget(self.told, 1)
        actions = (self.paste, self.load, self.absent, self.present, self.makeup, self.remove)
        for action in actions:
            line.addWidget(ActionButton(action, theme, flat=True))
        drawing = horizontal(spacing=theme.space(8))
        drawing.addWidget(label(self.count.accessibleName()))
        drawing.addWidget(self.count)
        drawing.addWidget(label(self.seed.accessibleName()))
        drawing.addWidget(self.seed, 1)
        drawing.addWidget(self.draw)
        self.count.setMaximumWidth(theme.space(80))
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addLayout(line)
        layout.addWidget(self.table, 1)
        layout.addLayout(drawing)
        layout.addWidget(self.buttons)

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[Note[Person]]:
        """The people in the table."""
        return self.table.lines.rows

    def read(self) -> None:
        """Read the list anew."""
        workspace, exam = self._context.session.services.workspace, self._row.id

        def job() -> Read:
            with workspace.reading() as session:
                return Read(find_exam(session, exam), read_people(session, exam))

        self._context.session.read(job, self._on_read)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches(Area.NOTES) and self.isVisible():
            self.read()

    @Slot(object)
    def _on_read(self, read: Read) -> None:
        self._row = read.exam
        self.table.show_rows(read.people)
        listed = [row.said for row in read.people if row.said.sitting == FIRST]
        told = [tr("名单 {count} 人", count=len(listed))]
        states = Counter(said.attendance for said in listed)
        told += [
            tr("{state} {count} 人", state=_STATES[state], count=states[state])
            for state in (Attendance.DRAWN, Attendance.PRESENT, Attendance.ABSENT)
            if states[state]
        ]
        if again := len(read.people) - len(listed):
            told.append(tr("补考 {count} 人", count=again))
        self.told.setText(tr("，").join(told))
        self._enable()

    def _enable(self) -> None:
        writable = not self._context.session.read_only
        chosen = self.table.chosen()
        drawn = [row for row in chosen if row.said.number]
        self.paste.setEnabled(writable)
        self.load.setEnabled(writable)
        self.remove.setEnabled(writable and bool(chosen))
        self.absent.setEnabled(writable and bool(drawn))
        gone = any(row.said.attendance is Attendance.ABSENT for row in drawn)
        self.present.setEnabled(writable and gone)
        self.makeup.setEnabled(writable and FIRST in self._row.said.papers)
        self.draw.setEnabled(writable and bool(self.rows))

    # --- doing -----------------------------------------------------------------------------------

    @Slot()
    def paste_list(self) -> None:
        """Add the people whose names were copied."""
        self._add(lambda: split_cells(QGuiApplication.clipboard().text()))

    @Slot()
    def ask_file(self) -> None:
        """Let a person pick a file with the list."""
        path = dialogs.choose_file(self, tr("导入名单"), "")
        if path is not None:
            self.import_file(path)

    def import_file(self, path: Path) -> None:
        """Add the people of a file."""
        self._add(lambda: read_table(path))

    def _add(self, rows: Callable[[], Sequence[Sequence[str]]]) -> None:
        workspace, exam = self._context.session.services.workspace, self._row.id
        try:
            found = rows()
        except JuanzongError as error:
            dialogs.show_error(self, error)
            return
        self._change(
            lambda: add_people(workspace, exam, found),
            lambda back: tr("列入名单 {count} 人", count=len(back.withdrawn)),
        )

    def attend(self, attendance: Attendance) -> None:
        """Say of those who are chosen that they were absent, or were not."""
        workspace, exam = self._context.session.services.workspace, self._row.id
        by_sitting: dict[int, list[str]] = {}
        for row in self.table.chosen():
            if row.said.number:
                by_sitting.setdefault(row.said.sitting, []).append(row.said.number)
        for sitting, numbers in by_sitting.items():
            self._change(
                lambda numbers=numbers, sitting=sitting: mark_attendance(  # type: ignore[misc]
                    workspace, exam, numbers, attendance, sitting
                ),
                lambda back: tr("改到考情况 {count} 人", count=len(back.altered)),
            )

    @Slot()
    def call_makeup(self) -> None:
        """Put those who were absent or failed on the list of 补考."""
        workspace, exam = self._context.session.services.workspace, self._row.id
        self._change(
            lambda: call_makeup(workspace, exam),
            lambda back: tr("列入补考 {count} 人", count=len(back.withdrawn)),
        )

    @Slot()
    def remove_chosen(self) -> None:
        """Take those who are chosen off the list."""
        workspace, row = self._context.session.services.workspace, self._row
        ids = tuple(person.id for person in self.table.chosen())
        self._change(
            lambda: change_people(workspace, row, NoteChanges(withdrawn=ids)),
            lambda back: tr("移出名单 {count} 人", count=len(back.restored)),
        )

    @Slot()
    def draw_people(self) -> None:
        """Draw the candidates."""
        workspace, row = self._context.session.services.workspace, self._row
        count = int(self.count.text()) if self.count.text() else None
        seed = self.seed.text()

        def undo(back: NoteChanges[Person]) -> None:
            change_people(workspace, row, back)
            alter_note(workspace, EXAMS, row.id, row.said)

        way = Undoable[NoteChanges[Person]](text=tr("抽取考生"), undo=undo)
        run(self._context, lambda: draw_people(workspace, row.id, count, seed), way)

    def _change(
        self,
        do: Callable[[], NoteChanges[Person]],
        text: Callable[[NoteChanges[Person]], str],
    ) -> None:
        workspace, row = self._context.session.services.workspace, self._row
        way = Undoable[NoteChanges[Person]](
            text=text, undo=lambda back: change_people(workspace, row, back)
        )
        run(self._context, do, way)


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("序号"), 48, lambda row: str(row.said.position), order=_position),
        Column(tr("姓名"), 90, lambda row: row.said.name),
        Column(tr("单位"), 0, lambda row: row.said.department),
        Column(tr("职务"), 110, lambda row: row.said.post),
        Column(tr("考号"), 56, lambda row: row.said.number),
        Column(tr("座位"), 48, lambda row: row.said.seat),
        Column(tr("试卷"), 48, lambda row: row.said.paper_version if row.said.number else ""),
        Column(tr("场次"), 56, _sitting),
        Column(tr("到考"), 72, lambda row: _STATES[row.said.attendance], ink=_ink),
    )


def _position(row: Note[Person]) -> tuple[int, int]:
    return row.said.sitting, row.said.position


def _sitting(row: Note[Person]) -> str:
    return tr("考试") if row.said.sitting == FIRST else tr("补考")


def _ink(row: Note[Person], colours: Colours) -> str | None:
    return colours.problem if row.said.attendance is Attendance.ABSENT else None
