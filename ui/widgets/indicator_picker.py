"""Picking a place for evidence: an indicator by type-ahead, then method and point, then unit."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QEvent,
    QObject,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QGridLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.evidence.places import Target
from app.framework.schema import Framework, Indicator
from app.workspace.registry import Registry
from ui.actions import label
from ui.literal import literal_words
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.indicator_search import Spot, found_indicators, spots_of
from ui.widgets.layouts import horizontal
from ui.widgets.name_picker import NamePicker
from ui.widgets.painting import Paragraph, paint_ground
from ui.widgets.row_list import ROW, Index, RowListModel, RowListView
from ui.widgets.search_line import SearchLine
from ui.wording import named

#: What stands in the narrow column on the left of a row.
TAG = Qt.ItemDataRole.UserRole + 2

_LINES = 2


class IndicatorsModel(RowListModel[Indicator]):
    """The indicators that were found."""

    def key(self, row: Indicator) -> object:
        """The indicator's code."""
        return row.code

    def words(self, row: Indicator, role: int) -> object:
        """What is shown, and what a screen reader says."""
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.statement
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr("，").join((row.heading, row.statement))
            case _:
                return row.code if role == TAG else None


class SpotsModel(RowListModel[Spot]):
    """The places under one indicator; each method is named at its first place."""

    @literal_words
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The method stands before the first place that it is asked for at."""
        if role == TAG and index.isValid():
            place, row = index.row(), self.rows[index.row()]
            first = place == 0 or self.rows[place - 1].task_code != row.task_code
            return named(row.task) if first else ""
        return super().data(index, role)

    def words(self, row: Spot, role: int) -> object:
        """What is asked for there."""
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return _spot_text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr("，").join((named(row.task), _spot_text(row)))
            case _:
                return None


def _spot_text(spot: Spot) -> str:
    if spot.point is not None:
        return f"{spot.point}. {spot.text}"
    return spot.text or tr("不归到要点")


class _TaggedDelegate(QStyledItemDelegate):
    """A tag on the left, at most two lines of text on the right."""

    def __init__(self, theme: Theme, view: QListView, tag_width: int) -> None:
        super().__init__(view)
        self._theme, self._view, self._tag_width = theme, view, tag_width

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        text = self._text(index, self._view.viewport().width() - self._theme.space(20))
        return QSize(100, text.height + self._theme.space(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, space = self._theme.colours, self._theme.space
        painter.save()
        paint_ground(painter, option, colours)
        rect: QRect = option.rect.adjusted(space(10), space(6), -space(10), -space(6))
        width = self._tag_room()
        painter.setFont(self._theme.font(medium=True))
        painter.setPen(QColor(colours.text))
        line = self._view.fontMetrics().lineSpacing()
        tag = QRect(rect.left(), rect.top(), width, line)
        shown = painter.fontMetrics().elidedText(
            str(index.data(TAG)), Qt.TextElideMode.ElideRight, width
        )
        painter.drawText(tag, Qt.AlignmentFlag.AlignVCenter, shown)
        text = self._text(index, rect.width())
        text.paint(painter, rect.left() + width + space(8), rect.top())
        painter.restore()

    def _tag_room(self) -> int:
        """Room for every tag, as far as the texts keep two thirds of the width."""
        metrics = QFontMetrics(self._theme.font(medium=True))
        model = self._view.model()
        tags = (str(model.index(n, 0).data(TAG)) for n in range(model.rowCount()))
        widest = max((metrics.horizontalAdvance(tag) for tag in tags), default=0)
        usual = self._theme.space(self._tag_width)
        return max(usual, min(widest, self._view.viewport().width() // 3))

    def _text(self, index: Index, width: int) -> Paragraph:
        room = width - self._tag_room() - self._theme.space(8)
        return Paragraph(str(index.data()), self._theme.font(), room, _LINES)


class _List(RowListView):
    """Enter takes the row and goes no further."""

    taken = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            self.taken.emit()
            return
        super().keyPressEvent(event)


class IndicatorPicker(QWidget):
    """Number, text or pinyin initials find the indicator; Enter goes on to its places, and chooses.

    The same places can be clicked; a double click on one chooses it.
    """

    chosen = Signal(object)  # Target
    target_changed = Signal(object)  # Target, or None while nothing is found

    def __init__(
        self,
        framework: Framework,
        registry: Registry,
        words: Mapping[str, str],
        theme: Theme,
        *,
        own_unit: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Offer every place of an indicator set.

        Args:
            framework: the indicator set.
            registry: the units, and who answers for what.
            words: what a search looks through, by indicator code (``Snapshot.words``).
            theme: the look.
            own_unit: the unit whose workspace it is; then no unit is asked for.
            parent: the widget that it belongs to.
        """
        super().__init__(parent)
        self._framework, self._registry, self._words = framework, registry, words
        self._theme, self._own_unit = theme, own_unit
        self._usual_unit = ""
        self._build()
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.indicators.selectionModel().currentChanged.connect(self._on_indicator)
        self.indicators.taken.connect(self._enter_spots)
        self.spots.selectionModel().currentChanged.connect(self._on_spot)
        self.spots.taken.connect(self.choose)
        self.spots.doubleClicked.connect(self.choose)
        self.unit.picked.connect(self._on_unit)
        self._find()

    def _build(self) -> None:
        theme = self._theme
        self.search = SearchLine(theme, tr("指标：编号、文字或拼音首字母"), tr("查找指标"))
        self.model, self.spots_model = IndicatorsModel(self), SpotsModel(self)
        self.indicators = _List(tr("指标"))
        self.indicators.setModel(self.model)
        self.indicators.setItemDelegate(_TaggedDelegate(theme, self.indicators, 30))
        self.spots = _List(tr("核验方式和要点"))
        self.spots.setModel(self.spots_model)
        self.spots.setItemDelegate(_TaggedDelegate(theme, self.spots, 62))
        self.unit = NamePicker(tr("归哪个单位"))
        self.unit.setAccessibleName(tr("归哪个单位"))
        self.unit.setToolTip(tr("归在哪个责任单位名下；可输入拼音首字母"))
        self.unit_row = QWidget()
        whose = horizontal(self.unit_row)
        whose.addWidget(label(tr("归在"), "muted"))
        whose.addWidget(self.unit, 1)
        whose.addWidget(label(tr("名下"), "muted"))
        self.unit_row.setVisible(self._own_unit is None)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.search, 0, 0)
        layout.addWidget(self.indicators, 1, 0)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.spots, 1)
        right.addWidget(self.unit_row)
        heading = label(tr("核验方式和要点"), "muted")
        layout.addWidget(heading, 0, 1)
        layout.addLayout(right, 1, 1)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        self.setFocusProxy(self.search)

    # --- content ---------------------------------------------------------------------------------

    def prefer(self, *, unit: str = "", last: Target | None = None) -> None:
        """Begin at the place chosen last, for the unit whose evidence it is."""
        self._usual_unit = unit or (last.unit or "" if last else "")
        place = self.model.place_of(last.indicator) if last else -1
        if last is not None and place >= 0:
            self._turn_to(place)
            wanted = (last.task, last.point)
            at = [
                n for n, s in enumerate(self.spots_model.rows) if (s.task_code, s.point) == wanted
            ]
            self.spots.setCurrentIndex(self.spots_model.index(at[0] if at else 0))
        self._offer_units()
        self._tell()

    @property
    def indicator(self) -> Indicator | None:
        """The indicator that is lit."""
        row = self.indicators.currentIndex().data(ROW)
        return row if isinstance(row, Indicator) else None

    @property
    def target(self) -> Target | None:
        """The place that is lit; None while there is none."""
        spot = self.spots.currentIndex().data(ROW)
        unit = self._own_unit or self.unit.name
        if self.indicator is None or not isinstance(spot, Spot) or not unit:
            return None
        return Target(self.indicator.code, spot.task_code, unit, spot.point)

    @Slot()
    def choose(self) -> None:
        """Take the place that is lit."""
        target = self.target
        if target is not None:
            self.chosen.emit(target)

    def enter_places(self) -> None:
        """Go on from the indicator that was found to its places, as Enter does."""
        if self.model.rows:
            self._enter_spots()

    # --- reactions -------------------------------------------------------------------------------

    @Slot()
    def _find(self) -> None:
        before = self.indicator
        self.model.show(found_indicators(self._framework, self._words, self.search.text()))
        typed = bool(self.search.text().strip())
        kept = self.model.place_of(before.code) if before and not typed else 0
        self._turn_to(max(0, kept))
        if not self.model.rows:
            self._on_indicator()

    def _turn_to(self, place: int) -> None:
        index = self.model.index(place)
        self.indicators.setCurrentIndex(index)
        self.indicators.scrollTo(index)

    @Slot()
    def _on_indicator(self) -> None:
        indicator = self.indicator
        self.spots_model.show(spots_of(self._framework, indicator) if indicator else ())
        self.spots.setCurrentIndex(self.spots_model.index(0))
        self._offer_units()
        self._tell()

    def _offer_units(self) -> None:
        """Those that answer for the task first, then all others."""
        spot = self.spots.currentIndex().data(ROW)
        if self.indicator is None or self._own_unit is not None or not isinstance(spot, Spot):
            return
        answering = self._registry.units_of(self.indicator.code, spot.task_code)
        names = list(dict.fromkeys([*answering, *(u.name for u in self._registry.units)]))
        usual = self._usual_unit
        self.unit.offer(names)
        self.unit.choose(usual if usual in names else (names[0] if names else ""))

    @Slot()
    def _on_spot(self) -> None:
        self._offer_units()
        self._tell()

    @Slot(str)
    def _on_unit(self, unit: str) -> None:
        self._usual_unit = unit
        self._tell()

    @Slot()
    def _enter_spots(self) -> None:
        self.spots.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _tell(self) -> None:
        self.target_changed.emit(self.target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """In the search box the arrows walk through what was found, Enter goes on."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                step = 1 if key == Qt.Key.Key_Down else -1
                place = self.indicators.currentIndex().row() + step
                if 0 <= place < len(self.model.rows):
                    self._turn_to(place)
                return True
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
                self.enter_places()
                return True
        return super().eventFilter(watched, event)


def target_text(framework: Framework, target: Target) -> str:
    """A place in words: 第60项指标 · 材料查证 · 要点 2 · 县司法局."""
    indicator = framework.indicator(target.indicator)
    task = framework.find_task(indicator.code, target.task)
    parts = [indicator.heading, named(framework.task_name(indicator.code, task.code))]
    if target.point is not None:
        parts.append(tr("要点 {number}", number=target.point))
    return " · ".join([*parts, *([target.unit] if target.unit else [])])
