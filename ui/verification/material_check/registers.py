"""台账 of a task: their rows and rates, and the figures that they fill."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Slot

from app.changed import Area, Changed
from app.completeness.figures import FigureSaid, put_figures
from app.errors import OwnedByOffice, OwnedByUnit
from app.verification.material_check.registers.exporting import export_books
from app.verification.material_check.registers.files import METHOD
from app.verification.material_check.registers.filling import (
    NOTHING,
    FillState,
    Proposal,
    fill,
)
from app.verification.material_check.registers.overview import (
    Overview,
    RegisterState,
    open_book,
    overview,
)
from app.verification.material_check.registers.rows import Book
from ui import dialogs
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.colours import Colours
from ui.commands import Undoable, run, start
from ui.page import PageContext
from ui.translation import QT_TR_NOOP, tr
from ui.verification.material_check.register_dialog import RegisterDialog
from ui.verification.panels import MethodPanel, Shown
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.wording import FILL_STATES, describe_error

#: So many lines at most are in sight at once.
_LINES = 4


class RegisterPanel(MethodPanel):
    """A line for each register that the task asks for; hidden where it asks for none."""

    #: The verification method whose registers are shown, and what the tab is called.
    method = METHOD
    name = QT_TR_NOOP("台账")

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr(self.name))
        theme = context.theme
        self._shown: Shown | None = None
        self._found = Overview()
        self.dialog: RegisterDialog | None = None
        self.head = label("", "subheading", wrap=True)
        self.open = make_action(
            self, tr("登记表…"), tr("登记、粘贴或导入选中台账的行"), self.open_register
        )
        self.fill = make_action(
            self,
            tr("填入数据"),
            tr("把台账算出的数连同依据填到量化要求"),
            self.fill_figures,
        )
        self.export = make_action(
            self,
            tr("另存为 xlsx"),
            tr("各行和统计，写到 exports 文件夹"),
            self.export_register,
        )
        mark_writing(self.fill)
        columns = (
            Column(tr("台账"), 150, lambda state: state.book.register.title),
            Column(tr("单位"), 90, lambda state: state.book.unit),
            Column(tr("行数"), 50, lambda state: str(len(state.book.rows))),
            Column(tr("待改"), 50, _faulty, ink=_faulty_ink),
            Column(tr("数值"), 0, _values),
            Column(tr("量化要求"), 150, _filled, ink=_filled_ink),
        )
        model = LineModel(columns, lambda state: state.key, theme, tip=_tip)
        self.table = LineTable(tr("台账"), model, theme)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.table.activated.connect(lambda _: self.open.trigger())
        line = horizontal()
        line.addWidget(self.head, 1)
        for action in (self.open, self.fill, self.export):
            line.addWidget(ActionButton(action, theme, flat=True))
        column = vertical(self, spacing=4)
        column.addLayout(line)
        column.addWidget(self.table)
        theme.changed.connect(self._fit)
        context.session.bus.changed.connect(self._on_changed)
        self._enable()

    @property
    def states(self) -> Sequence[RegisterState]:
        """The registers in the table."""
        return self.table.lines.rows

    def turn_to(self, shown: Shown) -> None:
        """See ``MethodPanel``."""
        if shown != self._shown:
            self._shown = shown
            self.read()

    def read(self) -> None:
        """Read the registers of the task anew."""
        shown, services = self._shown, self.context.session.services
        if shown is None:
            return

        def job() -> tuple[Shown, Overview]:
            year = services.last_year()
            unit = shown.unit or shown.slot.unit
            return shown, overview(
                services.workspace, shown.slot.indicator, unit, year, self.method
            )

        self.context.session.read(job, self._on_read)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches(Area.NOTES, Area.FIGURES, Area.STAGES, Area.UNITS):
            self.read()

    @Slot(object)
    def _on_read(self, read: tuple[Shown, Overview]) -> None:
        shown, found = read
        if shown != self._shown:
            return
        self._found = found
        self.table.show_rows(found.states)
        if found.states and not self.table.chosen():
            self.table.selectRow(0)
        self.offer(offered=bool(found.states or found.invalid))
        self.head.setText(self._summary())
        self._fit()
        self._enable()

    def _summary(self) -> str:
        stale = sum(len(state.stale) for state in self._found.states)
        told = [tr("台账 {count} 个", count=len(self._found.states))]
        if stale:
            told.append(tr("{count} 个已填的数与台账不符", count=stale))
        told += [describe_error(error).reason for error in self._found.invalid]
        return tr("；").join(told)

    @Slot()
    def _fit(self) -> None:
        lines = min(len(self.states), _LINES) + 1.6
        self.table.setFixedHeight(round(self.context.theme.space(30) * lines))

    @Slot()
    def _enable(self) -> None:
        state = self.chosen()
        writable = not self.context.session.read_only
        self.open.setEnabled(state is not None)
        self.fill.setEnabled(writable and state is not None and bool(_own(state.open)))
        self.export.setEnabled(state is not None and bool(state.book.rows))

    def chosen(self) -> RegisterState | None:
        """The register that is selected."""
        return next(iter(self.table.chosen()), None)

    # --- doing -----------------------------------------------------------------------------------

    @Slot()
    def open_register(self) -> None:
        """Open the register that is selected, to be typed into."""
        state = self.chosen()
        if state is None:
            return
        if not state.book.unit:
            dialogs.tell(self, tr("请先选择台账归哪个单位"), tr("单位在材料列表的上方选择。"))
            return
        workspace = self.context.session.services.workspace
        register, unit = state.key
        self.context.session.read(lambda: open_book(workspace, register, unit), self._show_book)

    @Slot(object)
    def _show_book(self, read: tuple[Book, bool]) -> None:
        book, office = read
        error = OwnedByUnit if office else OwnedByOffice
        foreign = str(describe_error(error(book.register.title)))
        dialog = self.dialog = RegisterDialog(
            self.context, book, self, office=office, foreign=foreign
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def fill_figures(self) -> None:
        """State the figures that the register says, with what they rest on."""
        state = self.chosen()
        wanted = _own(state.open) if state is not None else ()
        if state is None or not wanted:
            return
        workspace, unit = self.context.session.services.workspace, state.book.unit
        way = Undoable[tuple[FigureSaid, ...]](
            text=tr("填入 {count} 个台账算出的数", count=len(wanted)),
            undo=lambda before: put_figures(workspace, unit, before),
        )
        run(self.context, lambda: fill(workspace, unit, wanted), way)

    @Slot()
    def export_register(self) -> None:
        """Write the register as a workbook."""
        state = self.chosen()
        if state is None:
            return
        folder = self.context.session.services.workspace.layout.exports
        book = state.book
        target = folder / tr("{title}.xlsx", title=book.register.title)

        def job(_job: object) -> Path:
            export_books(book.register, (book,), target)
            return target

        start(self.context, tr("另存台账"), job, self._told_export, brief=True)

    @Slot(object)
    def _told_export(self, target: Path) -> None:
        self.context.notice.say(tr("已写出 {path}", path=str(target)))

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """No more than it needs: the evidence above takes the room that is left."""
        return self.minimumSizeHint()


def _own(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Those that this side may state: nobody else has."""
    return tuple(p for p in proposals if p.stated is None or p.stated.own)


def _faulty(state: RegisterState) -> str:
    return str(state.book.faulty or "")


def _faulty_ink(state: RegisterState, colours: Colours) -> str | None:
    return colours.problem if state.book.faulty else None


def _values(state: RegisterState) -> str:
    pairs = zip(state.book.register.rates, state.whole.values, strict=True)
    return tr("；").join(
        tr("{name} {value}", name=r.name, value=v) for r, v in pairs if v != NOTHING
    )


def _filled(state: RegisterState) -> str:
    if state.stale:
        return FILL_STATES[FillState.DIFFERS.value]
    if state.open:
        return tr("可填入 {count} 个", count=len(state.open))
    same = sum(p.state is FillState.SAME for p in state.proposals)
    return FILL_STATES[FillState.SAME.value] if same else ""


def _filled_ink(state: RegisterState, colours: Colours) -> str | None:
    if state.stale:
        return colours.problem
    return colours.accent if state.open else None


def _tip(state: RegisterState) -> str:
    rates = state.book.register.rates
    told = []
    for line in state.lines:
        told.append(tr("{year}：{count} 行", year=line.year, count=line.rows))
        told += [
            tr("　{name} {value}（{words}）", name=rate.name, value=value, words=words)
            for rate, value, words in zip(rates, line.values, line.reckonings, strict=True)
        ]
    told += [f"{p.threshold.text}：{FILL_STATES[p.state.value]}" for p in state.proposals]
    return "\n".join(told)
