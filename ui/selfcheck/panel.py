"""The self-check in a tab beside the methods of an indicator, in a unit's workspace."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.changed import Area, Changed
from app.completeness.vocabulary import State
from app.selfcheck.checks import CheckLine, UnitCheck
from app.selfcheck.service import read_check
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.drafts import Typing
from ui.page import PageContext
from ui.selfcheck.form import EnteredStatement, StatementForm, entered_from, entered_of, fields_of
from ui.selfcheck.storing import store_statement
from ui.translation import tr
from ui.widgets.layouts import vertical


class SelfCheckPanel(QWidget):
    """Shows the statement under one indicator; text is stored when the field is left.

    ``counted`` is emitted after each reading; ``indicator_wanted`` asks for the next indicator.
    """

    counted = Signal()
    indicator_wanted = Signal(str)

    def __init__(self, context: PageContext, unit: str) -> None:
        super().__init__()
        self._context, self._unit = context, unit
        self.check: UnitCheck | None = None
        self._code = ""
        self._stored: EnteredStatement | None = None
        self._filling = False
        self.typing = Typing(context.drafts, self)
        theme = context.theme
        self.counts = label("", "subheading", wrap=True)
        self.form = StatementForm(theme)
        self.next_action = make_action(
            self,
            tr("下一项未填"),
            tr("转到下一项没有填完的指标"),
            self.go_to_next,
            "Ctrl+J",
            within=True,
        )
        self.save_action = make_action(
            self, tr("保存"), tr("保存自查自评"), self.save, "Ctrl+S", within=True
        )
        mark_writing(self.save_action)
        head = QHBoxLayout()
        head.addWidget(self.counts, 1)
        head.addWidget(ActionButton(self.next_action, theme))
        foot = QHBoxLayout()
        foot.addWidget(ActionButton(self.save_action, theme, primary=True))
        foot.addStretch(1)
        layout = vertical(self, spacing=theme.space(8))
        layout.addLayout(head)
        layout.addWidget(self.form, 1)
        layout.addLayout(foot)
        self.form.changed.connect(self._on_typed)
        self.typing.save_wanted.connect(self._store)
        context.session.bus.changed.connect(self._on_changed)
        self._follow()

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def line(self) -> CheckLine | None:
        """The indicator that is shown, if the unit answers for it."""
        lines = self.check.lines if self.check is not None else ()
        return next((line for line in lines if line.indicator == self._code), None)

    @property
    def state(self) -> State:
        """How complete the statement is."""
        line = self.line
        if line is None or line.statement is None:
            return State.EMPTY
        return State.COMPLETE if line.complete else State.PARTIAL

    @property
    def dirty(self) -> bool:
        """True if something was typed that is not stored."""
        return bool(self.typing.typed)

    def read(self) -> None:
        """Read the unit's self-check again."""
        workspace, unit = self._context.session.services.workspace, self._unit

        def job() -> UnitCheck:
            with workspace.reading() as session:
                return read_check(session, workspace.facts.framework, workspace.registry(), unit)

        self._context.session.read(job, self._on_read)

    def turn_to(self, code: str) -> None:
        """Show an indicator; what was typed for the previous one is stored."""
        if code != self._code:
            self._code = code
            self._show()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's name)
        """Store what was typed when another tab or page is shown."""
        super().hideEvent(event)
        self.save()

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches(Area.STATEMENTS, Area.UNITS, Area.FACTS):
            self.read()

    @Slot(object)
    def _on_read(self, check: UnitCheck) -> None:
        self.check = check
        self.counts.setText(
            tr("自查自评已填 {done}/{total} 项", done=check.done, total=check.total)
        )
        self._show()
        self._follow()
        self.counted.emit()

    def _show(self) -> None:
        line = self.line
        said = line.statement if line is not None else None
        writable = line is not None and not self._context.session.read_only
        shown = self.typing.turn_to(
            f"selfcheck/{self._code}" if line is not None else "",
            tr("指标 {code} 的自查自评", code=self._code),
            fields_of(entered_of(said)),
            writable=writable,
        )
        self._stored = entered_of(said) if said is not None else None
        self._filling = True
        self.form.show_entered(entered_from(shown), writable=writable)
        self._filling = False
        if line is None and self.check is not None:
            self.form.standing.setText(tr("本单位不是这项指标的责任单位，不用填报"))
        self._follow()
        self.counted.emit()

    @Slot()
    def _follow(self) -> None:
        self.save_action.setEnabled(self.dirty and not self._context.session.read_only)
        self.next_action.setEnabled(bool(self.check and self.check.missing))

    # --- doing -----------------------------------------------------------------------------------

    @Slot()
    def _on_typed(self) -> None:
        if not self._filling:
            self.typing.note(fields_of(self.form.entered))
        self._follow()

    @Slot()
    def save(self) -> None:
        """Store what was typed."""
        self.typing.save()

    @Slot(str, object)
    def _store(self, key: str, fields: Mapping[str, str]) -> None:
        before = self._stored
        entered = self._stored = entered_from({**fields_of(before or EnteredStatement()), **fields})
        _, _, code = key.partition("/")
        store_statement(
            self._context,
            self._unit,
            code,
            before,
            entered,
            partial(self.typing.store, key, fields),
        )
        self._follow()

    @Slot()
    def go_to_next(self) -> None:
        """Turn to the next indicator, after this one, that is not complete."""
        check = self.check
        if check is None or not check.missing:
            return
        codes = [line.indicator for line in check.lines]
        place = codes.index(self._code) if self._code in codes else -1
        missing = set(check.missing)
        order = codes[place + 1 :] + codes[: place + 1]
        self.indicator_wanted.emit(next(code for code in order if code in missing))

    # --- Qt --------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """No more than it needs, so that the side scrolls only if there is less room."""
        return self.minimumSizeHint()
