"""The items filed at a task: frozen rows behind Qt's interface."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal

from app.evidence.listing import FiledRow
from ui.translation import tr
from ui.widgets.dropping import PLACEMENTS, pack_placements, unpack_placements
from ui.widgets.files import size_text
from ui.widgets.row_list import Index, RowListModel
from ui.wording import describe_problem, problem_name


class EvidenceModel(RowListModel[FiledRow]):
    """Rows in filing order. Dragging inside emits the new order, which the service then stores."""

    order_wanted = Signal(list)  # all placement ids, in the new order

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sortable = True

    def key(self, row: FiledRow) -> object:
        """The placement: an item may lie at several places."""
        return row.placement

    def words(self, row: FiledRow, role: int) -> object:
        """What is shown, and what a screen reader says."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                troubles = (problem_name(p.kind.value) for p in row.problems if not p.settled)
                spoken = (row.number, row.title, row.file_name, *troubles)
                return tr("，").join(filter(None, spoken))
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(row)
            case _:
                return None

    # --- dragging --------------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Items can be dragged; between them items can be dropped."""
        base = super().flags(index)
        if index.isValid():
            return base | Qt.ItemFlag.ItemIsDragEnabled
        return base | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802  (Qt's name)
        """What may be dropped between rows."""
        return [PLACEMENTS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802  (Qt's name)
        """The dragged items."""
        return pack_placements([self._rows[i.row()].placement for i in indexes])

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802  (Qt's name)
        """On another indicator, items are moved or, with Ctrl, used there too."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802  (Qt's name)
        """Items are moved."""
        return Qt.DropAction.MoveAction

    def dropMimeData(  # noqa: N802  (Qt's name)
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Ask for a new order; nothing moves until the service has stored it."""
        moved = unpack_placements(data)
        ids = [r.placement for r in self._rows]
        if not self.sortable or not moved or not set(moved) <= set(ids):
            return False
        place = row if row >= 0 else (parent.row() if parent.isValid() else len(ids))
        new = reordered(ids, moved, place)
        if new != ids:
            self.order_wanted.emit(new)
        return False


def reordered(ids: Sequence[str], moved: Sequence[str], place: int) -> list[str]:
    """``ids`` with ``moved`` put in front of the one at ``place``."""
    chosen = set(moved)
    head = [i for i in ids[:place] if i not in chosen]
    tail = [i for i in ids[place:] if i not in chosen]
    return [*head, *(i for i in ids if i in chosen), *tail]


def within_groups(rows: Sequence[FiledRow], ids: Sequence[str]) -> list[str]:
    """The order ``ids`` as far as it is possible: groups by point and unit keep their places."""
    groups = {group: n for n, group in enumerate(dict.fromkeys((r.point, r.unit) for r in rows))}
    place: dict[str, int] = {row.placement: groups[row.point, row.unit] for row in rows}
    return sorted(ids, key=lambda placement: place[placement])


def _tip(row: FiledRow) -> str:
    facts = tr("，").join((tr(row.label), size_text(row.size)))
    lines = [row.title, tr("{name}（{facts}）", name=row.file_name, facts=facts), row.unit]
    lines += [str(describe_problem(p)) for p in row.problems if not p.settled]
    return "\n".join(lines)
