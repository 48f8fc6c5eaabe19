"""The figures that thresholds ask for: what the unit states, at the points that want it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.completeness.states import Filing, ThresholdState
from app.framework.schema import Threshold
from ui.actions import label
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.elided import ElidedLabel

_MOST = 1e9


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A threshold and the figure that a unit has stated for it; ``point`` None: the statement's."""

    point: int | None
    threshold: Threshold
    value: float | None

    @property
    def short(self) -> bool:
        """True if the figure falls short of the threshold."""
        holds = self.threshold.comparator.holds
        return self.value is not None and not holds(self.value, self.threshold.value)


def figure_rows(
    filing: Filing, statement: Sequence[ThresholdState], unit: str
) -> tuple[FigureRow, ...]:
    """The thresholds of a task's points, and those of the statement, with one unit's figures."""
    places = [(p.point.number, t) for p in filing.points for t in p.thresholds]
    found: list[tuple[int | None, ThresholdState]] = [*places, *((None, t) for t in statement)]
    return tuple(
        FigureRow(
            point,
            state.threshold,
            next((f.value for f in state.figures if f.unit == unit), None),
        )
        for point, state in found
    )


class FigureEditor(QWidget):
    """A line for each threshold; hidden where there is none. Emits what is typed when it is left.

    An empty line takes the figure back.
    """

    stated = Signal(object, object)  # FigureRow as it was, the new value or None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[FigureRow, ...] = ()
        self._unit = ""
        self.edits: list[QLineEdit] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        theme.changed.connect(self._fit)
        self.hide()

    def show_rows(self, rows: Sequence[FigureRow], unit: str, *, read_only: bool) -> None:
        """Show thresholds with a unit's figures; a line that is being typed in stays."""
        new = tuple(rows)
        same = [(r.point, r.threshold) for r in new] == [(r.point, r.threshold) for r in self._rows]
        other_unit = unit != self._unit
        self._rows, self._unit = new, unit
        if not same:
            self._build()
        for row, edit in zip(new, self.edits, strict=True):
            if other_unit or not edit.hasFocus() or not edit.isModified():
                edit.setText("" if row.value is None else f"{row.value:g}")
            edit.setReadOnly(read_only or not unit)
            edit.setProperty("wrong", row.short)
            edit.style().polish(edit)
            whose = tr("{unit} 填报的数值", unit=unit) if unit else tr("先选择单位")
            short = tr("；没有达到要求") if row.short else ""
            edit.setToolTip(tr("{about}：{what}", about=row.threshold.text, what=whose + short))
            edit.setAccessibleName(tr("，").join((row.threshold.text, whose)))
        self.setVisible(bool(new))

    def _build(self) -> None:
        while item := self._grid.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.edits = []
        for number, row in enumerate(self._rows):
            text = ElidedLabel()
            where = tr("要点 {number}", number=row.point) if row.point else tr("指标原文")
            text.setText(tr("{where}“{threshold}”", where=where, threshold=row.threshold.text))
            edit = QLineEdit()
            validator = QDoubleValidator(0.0, _MOST, 4, edit)
            validator.setNotation(QDoubleValidator.Notation.StandardNotation)
            edit.setValidator(validator)
            edit.setAlignment(Qt.AlignmentFlag.AlignRight)
            edit.editingFinished.connect(lambda n=number: self._leave(n))
            self._grid.addWidget(text, number, 0)
            self._grid.addWidget(label(tr("本单位"), "muted"), number, 1)
            self._grid.addWidget(edit, number, 2)
            self._grid.addWidget(label(row.threshold.unit), number, 3)
            self.edits.append(edit)
        self._fit()

    def _leave(self, number: int) -> None:
        row, edit = self._rows[number], self.edits[number]
        text = edit.text().strip()
        value = float(text) if text else None
        edit.setModified(False)
        if value != row.value and not edit.isReadOnly():
            self.stated.emit(row, value)

    def _fit(self) -> None:
        for edit in self.edits:
            edit.setFixedWidth(self._theme.space(76))
