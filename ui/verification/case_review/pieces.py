"""一案一卷 below the evidence of a case review: the pieces of each case file, and which lack."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Slot

from app.changed import Area, Changed
from app.verification.case_review.cases import case_orders, case_register, read_cases
from app.verification.case_review.pieces import (
    CaseFile,
    Piece,
    case_file,
    put_pieces,
    put_pieces_back,
    read_pieces,
)
from app.verification.notes import NoteChanges
from ui import dialogs
from ui.actions import ActionButton, label, make_action
from ui.colours import Colours
from ui.commands import Undoable, run
from ui.page import PageContext
from ui.translation import tr
from ui.verification.case_review.piece_dialog import PieceDialog
from ui.verification.panels import MethodPanel, Shown
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.line_table import Column, LineModel, LineTable

#: So many lines at most are in sight at once.
_LINES = 6


@dataclass(frozen=True, slots=True)
class FileOfCase:
    """A case file with the numbers of its pieces."""

    file: CaseFile

    @property
    def key(self) -> str:
        """What tells case files apart."""
        return self.file.case.id


class PiecePanel(MethodPanel):
    """A line for each case of the unit that is shown; a window puts its pieces in order."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("卷内材料"))
        theme = context.theme
        self._shown: Shown | None = None
        self.dialog: PieceDialog | None = None
        self.head = label("", "subheading", wrap=True)
        self.arrange = make_action(
            self, tr("整理…"), tr("照正卷顺序放入材料，看缺哪些"), self.open_file
        )
        columns = (
            Column(tr("案号"), 0, lambda row: row.file.case.number),
            Column(tr("类别"), 80, lambda row: row.file.case.category),
            Column(tr("单位"), 110, lambda row: row.file.case.unit),
            Column(tr("卷内"), 50, lambda row: str(len(row.file.items) or "")),
            Column(tr("缺必有材料"), 220, _missing, ink=_missing_ink),
        )
        model = LineModel(columns, lambda row: row.key, theme, tip=_missing)
        self.table = LineTable(tr("案卷的卷内材料"), model, theme)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.table.activated.connect(lambda _: self.arrange.trigger())
        line = horizontal()
        line.addWidget(self.head, 1)
        line.addWidget(ActionButton(self.arrange, theme, flat=True))
        column = vertical(self, spacing=4)
        column.addLayout(line)
        column.addWidget(self.table)
        theme.changed.connect(self._fit)
        context.session.bus.changed.connect(self._on_changed)
        self._show(())

    @property
    def files(self) -> Sequence[FileOfCase]:
        """The case files in the table."""
        return self.table.lines.rows

    def turn_to(self, shown: Shown) -> None:
        """See ``MethodPanel``."""
        if shown != self._shown:
            self._shown = shown
            self.read()

    def read(self) -> None:
        """Read the case files anew."""
        shown, workspace = self._shown, self.context.session.services.workspace
        if shown is None:
            return
        unit = shown.unit

        def job() -> tuple[Shown, tuple[FileOfCase, ...]]:
            orders = case_orders(workspace)
            with workspace.reading() as session:
                cases = read_cases(session, case_register(workspace))
                pieces = read_pieces(session)
            return shown, tuple(
                FileOfCase(case_file(case, orders.for_category(case.category), pieces))
                for case in cases
                if unit in {"", case.unit}
            )

        self.context.session.read(job, self._on_read)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches(Area.NOTES, Area.ITEMS):
            self.read()

    @Slot(object)
    def _on_read(self, read: tuple[Shown, tuple[FileOfCase, ...]]) -> None:
        shown, files = read
        if shown == self._shown:
            self._show(files)

    def _show(self, files: Sequence[FileOfCase]) -> None:
        self.table.show_rows(files)
        if files and not self.table.chosen():
            self.table.selectRow(0)
        self.table.setVisible(bool(files))
        lacking = sum(bool(one.file.missing) for one in files)
        if files:
            told = tr(
                "案卷 {count} 件，缺必有材料的 {lacking} 件", count=len(files), lacking=lacking
            )
        else:
            told = tr("卷内材料：台账里还没有案卷")
        self.head.setText(told)
        self._fit()
        self._enable()

    @Slot()
    def _fit(self) -> None:
        lines = min(len(self.files), _LINES) + 1.6
        self.table.setFixedHeight(round(self.context.theme.space(30) * lines))

    @Slot()
    def _enable(self) -> None:
        self.arrange.setEnabled(bool(self.table.chosen()))

    @Slot()
    def open_file(self) -> None:
        """Put the pieces of the case file in order that is selected."""
        row = next(iter(self.table.chosen()), None)
        if row is None:
            return
        if row.file.order is None:
            words = tr("类别“{category}”没有卷内顺序", category=row.file.case.category)
            dialogs.tell(self, words, tr("在工作区的 case-orders 文件夹里补一份。"))
            return
        rows = self.context.session.snapshot.filed.values()
        items = {one.item: one for found in rows for one in found if one.unit == row.file.case.unit}
        dialog = self.dialog = PieceDialog(self.context, row.file, tuple(items.values()), self)
        dialog.accepted.connect(lambda: self._put(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _put(self, dialog: PieceDialog) -> None:
        workspace, case = self.context.session.services.workspace, dialog.file.case
        placed, taken_out = dialog.placed, dialog.taken_out
        way = Undoable[NoteChanges[Piece]](
            text=tr("整理案卷 {number}", number=case.number),
            undo=lambda back: put_pieces_back(workspace, case, back),
            changed=bool,
        )
        run(self.context, lambda: put_pieces(workspace, case, placed, taken_out), way)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """No more than it needs: the evidence above takes the room that is left."""
        return self.minimumSizeHint()


def _missing(row: FileOfCase) -> str:
    return tr("、").join(piece.title for piece in row.file.missing)


def _missing_ink(_row: FileOfCase, colours: Colours) -> str | None:
    return colours.problem
