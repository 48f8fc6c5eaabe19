"""The figures that thresholds ask for, as the unit states them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.completeness.states import Filing, ThresholdState
from app.framework.values import Threshold
from ui.actions import label
from ui.drafts import Drafts, Typing
from ui.literal import tip
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.elided import ElidedLabel
from ui.widgets.layouts import horizontal
from ui.widgets.plain_numbers import Numbers, take_numbers
from ui.widgets.wrapping import WrappingRow

_MOST = 1e9


@dataclass(frozen=True, slots=True)
class UnitFigureRow:
    """A threshold and a unit's figure for it; ``point`` is None if it is in the statement.

    ``year`` is the one that the figure is to be of; 0 for a figure of no single year.
    """

    point: int | None
    threshold: Threshold
    value: float | None
    year: int = 0

    @property
    def short(self) -> bool:
        """True if the figure does not reach the threshold."""
        holds = self.threshold.comparator.holds
        return self.value is not None and not holds(self.value, self.threshold.value)


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """The unit whose figures are shown, and their task."""

    code: str
    task_code: str
    unit: str

    @property
    def key(self) -> str:
        """The key of drafts for this place."""
        return f"figure/{self.code}/{self.task_code}/{self.unit}"

    @staticmethod
    def of(key: str) -> "FigurePlace":
        """The place that belongs to a key."""
        _, code, task_code, unit = key.split("/", 3)
        return FigurePlace(code, task_code, unit)


def figure_rows(
    filing: Filing, statement: Sequence[ThresholdState], unit: str
) -> tuple[UnitFigureRow, ...]:
    """The thresholds of a task's points, and those of the statement, with one unit's figures."""
    places = [(p.point.number, t) for p in filing.points for t in p.thresholds]
    found: list[tuple[int | None, ThresholdState]] = [*places, *((None, t) for t in statement)]
    return tuple(row for point, state in found for row in _rows_of(point, state, unit))


def _rows_of(point: int | None, state: ThresholdState, unit: str) -> Iterator[UnitFigureRow]:
    """One row a year that is asked for or stated, and one of no year if that is what there is."""
    stated = {f.year: f.value for f in state.figures if f.unit == unit}
    for year in sorted({*state.years, *stated} if state.years else {0, *stated}):
        yield UnitFigureRow(point, state.threshold, stated.get(year), year)


class _FigureOrNothing(Numbers):
    """An empty box is as good as a figure: Qt says of no other text that it has been finished."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0.0, _MOST, 4, parent)
        self.setNotation(Numbers.Notation.StandardNotation)

    def validate(self, text: str, at: int) -> object:
        return (self.State.Acceptable, text, at) if not text else super().validate(text, at)


class FigureEditor(QWidget):
    """A box for each threshold, or for each of its years; hidden if there is none.

    A figure is stored when its box is left. An empty box withdraws it. ``stated`` asks to store
    the figures of a place.
    """

    stated = Signal(str, object)  # the draft's key, texts by field

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._typing: Typing | None = None
        self._rows: tuple[UnitFigureRow, ...] = ()
        self.edits: list[QLineEdit] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        theme.changed.connect(self._fit)
        self.hide()

    def use(self, drafts: Drafts) -> None:
        """Keep what is typed among the drafts of the workspace."""
        self._typing = typing = Typing(drafts, self, refused)
        typing.save_wanted.connect(self.stated)
        typing.refused.connect(self._on_refused)

    @property
    def typing(self) -> Typing:
        """Knows what is typed."""
        assert self._typing is not None
        return self._typing

    def stored(self, field: str) -> float | None:
        """The figure that is stored for a field of those shown."""
        return next((row.value for row in self._rows if _field_of(row) == field), None)

    def show_rows(
        self, rows: Sequence[UnitFigureRow], place: FigurePlace, *, read_only: bool
    ) -> None:
        """Show thresholds with a unit's figures; what is typed and not stored stays."""
        new, unit = tuple(rows), place.unit
        same = list(map(_what, new)) == list(map(_what, self._rows))
        writable = bool(new) and bool(unit) and not read_only
        shown = self.typing.turn_to(
            place.key if new and unit else "",
            tr("{unit} 指标 {code} 的数值", unit=unit, code=place.code),
            {_field_of(row): _text_of(row.value) for row in new},
            writable=writable,
        )
        self._rows = new
        if not same:
            self._build()
        for row, edit in zip(new, self.edits, strict=True):
            text = shown[_field_of(row)]
            if edit.text().strip() != text:
                edit.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
                edit.setText(text)
                edit.blockSignals(False)  # noqa: FBT003
            edit.setReadOnly(not writable)
            whose = tr("{unit} 填报的数值", unit=unit) if unit else tr("先选择单位")
            short = tr("；没有达到要求") if row.short else ""
            edit.setToolTip(tip(tr("{about}：{what}", about=_about(row), what=whose + short)))
            edit.setAccessibleName(tr("，").join((_about(row), whose)))
        self._mark({})
        self.setVisible(bool(new))

    @Slot(object)
    def _on_refused(self, reasons: Mapping[str, str]) -> None:
        self._mark(reasons)

    def _mark(self, reasons: Mapping[str, str]) -> None:
        for row, edit in zip(self._rows, self.edits, strict=False):
            why = reasons.get(_field_of(row), "")
            edit.setProperty("wrong", bool(why) or row.short)
            edit.style().polish(edit)
            if why:
                edit.setToolTip(tip(why))

    @Slot()
    def _on_typed(self) -> None:
        self.typing.note(
            {
                _field_of(row): edit.text().strip()
                for row, edit in zip(self._rows, self.edits, strict=True)
            }
        )

    def _build(self) -> None:
        while item := self._grid.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()  # deleted by the event loop later
                widget.deleteLater()
        self.edits = []
        line = 0
        for (point, threshold), found in groupby(self._rows, lambda r: (r.point, r.threshold)):
            rows = list(found)
            text = ElidedLabel()
            where = tr("要点 {number}", number=point) if point else tr("指标原文")
            text.setText(tr("{where}“{threshold}”", where=where, threshold=threshold.text))
            edits = [self._edit() for _ in rows]
            self.edits += edits
            self._grid.addWidget(text, line, 0)
            if any(row.year for row in rows):
                self._grid.addWidget(label(tr("分年度填"), "muted"), line, 1, 1, 2)
                self._grid.addWidget(label(threshold.unit), line, 3)
                boxes = QWidget()
                boxes.setLayout(WrappingRow(*map(_of_year, rows, edits), fill=False))
                self._grid.addWidget(boxes, line + 1, 0, 1, 4)
                line += 2
                continue
            self._grid.addWidget(label(tr("本单位"), "muted"), line, 1)
            self._grid.addWidget(edits[0], line, 2)
            self._grid.addWidget(label(threshold.unit), line, 3)
            line += 1
        self._fit()

    def _edit(self) -> QLineEdit:
        edit = QLineEdit()
        take_numbers(edit, _FigureOrNothing(edit))
        edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        edit.textChanged.connect(self._on_typed)
        edit.editingFinished.connect(self.typing.save)
        return edit

    def _fit(self) -> None:
        for row, edit in zip(self._rows, self.edits, strict=True):
            edit.setFixedWidth(self._theme.space(48 if row.year else 76))


def value_of(text: str) -> float | None:
    """A figure as it was typed; None to take it back."""
    return float(text) if text else None


def refused(fields: Mapping[str, str]) -> dict[str, str]:
    """Why texts are no figures, by their fields."""
    return {field: tr("“{text}”不是数", text=t) for field, t in fields.items() if not _is_figure(t)}


def _is_figure(text: str) -> bool:
    try:
        value = value_of(text)
    except ValueError:
        return False
    return value is None or 0 <= value <= _MOST


def read_field(field: str) -> tuple[int | None, int, str]:
    """The point (None: the statement), the year (0: none) and the threshold's text of a field."""
    where, _, text = field.partition("/")
    point, _, year = where.partition("@")
    return int(point) if point else None, int(year or 0), text


def _field_of(row: UnitFigureRow) -> str:
    of_year = f"@{row.year}" if row.year else ""
    return f"{row.point or ''}{of_year}/{row.threshold.text}"


def _what(row: UnitFigureRow) -> tuple[int | None, Threshold, int]:
    return row.point, row.threshold, row.year


def _about(row: UnitFigureRow) -> str:
    """What a box asks for."""
    if not row.year:
        return row.threshold.text
    return tr("{text}，{year} 年", text=row.threshold.text, year=row.year)


def _of_year(row: UnitFigureRow, edit: QLineEdit) -> QWidget:
    """A box with its year before it."""
    part = QWidget()
    layout = horizontal(part, spacing=4)
    layout.addWidget(label(str(row.year) if row.year else tr("不分年度"), "muted"))
    layout.addWidget(edit)
    return part


def _text_of(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
