"""The choices for a paper: for whom, its date, its deadline, and the folder."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QWidget,
)

from app.framework.keys import PointKey
from app.reports.certificates.papers import is_certificate
from app.reports.papers import FORMAT_SUFFIXES, Paper, PaperScope
from app.stages.progress import due_stage
from app.visible_text import visible
from app.vocabulary import WorkspaceRole
from ui import dialogs
from ui.actions import label
from ui.pinyin import initials
from ui.snapshot import Snapshot
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.day_edit import DayEdit
from ui.widgets.elided import ElidedLabel
from ui.widgets.layouts import vertical
from ui.widgets.ticking import TickByName
from ui.wording import task_heading

_DAYS_AHEAD = 14
_SEARCHED = Qt.ItemDataRole.UserRole
_UNIT = Qt.ItemDataRole.UserRole + 1
#: The papers that ask for an answer by a date.
_ANSWERED = frozenset({"reminder"})


@dataclass(frozen=True, slots=True)
class Chosen:
    """The contents of the fields; no units mean the county, or the workspace's own unit."""

    units: tuple[str, ...]
    today: date
    reply_by: date | None
    folder: Path


class PaperChoices(QWidget):
    """Emits ``changed`` after each choice."""

    changed = Signal()

    def __init__(
        self, snapshot: Snapshot, theme: Theme, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._snapshot = snapshot
        self._office = snapshot.facts.role is WorkspaceRole.OFFICE
        self._paper: Paper | None = None
        self._needed: int | None = None  # how many units need the paper, once that is known
        self._chosen_by_hand = False
        self.title = label("", "subheading")
        self.use = ElidedLabel()
        self.use.setProperty("muted", True)  # noqa: FBT003  (Qt's own signature)
        self.county = QRadioButton(tr("全县一份"))
        self.county.setChecked(True)
        self.each = QRadioButton(tr("每个单位一份"))
        group = QButtonGroup(self)
        for button in (self.county, self.each):
            group.addButton(button)
            button.toggled.connect(self._follow)
        self.whose = label("", "muted")
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("筛选单位，可输入拼音首字母"))
        self.search.setAccessibleName(tr("筛选单位"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._sift)
        self.all = QPushButton(tr("全选"))
        self.none = QPushButton(tr("全不选"))
        self.all.clicked.connect(lambda: self._tick_all(ticked=True))
        self.none.clicked.connect(lambda: self._tick_all(ticked=False))
        self.units = QListWidget()
        self.units.setAccessibleName(tr("责任单位"))
        for unit in snapshot.registry.units:
            item = QListWidgetItem(visible(unit.name))
            item.setData(_UNIT, unit.name)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsSelectable
            )
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(_SEARCHED, f"{unit.name} {initials(unit.name)}".lower())
            self.units.addItem(item)
        TickByName(self.units)
        self.units.itemChanged.connect(self._on_ticked)
        today = snapshot.today
        self.today = DayEdit(today, tr("成文日期"))
        stage = due_stage(snapshot.schedule, today)
        deadline = stage.deadline if stage is not None else None
        self.answered = QCheckBox(tr("另定报送期限"))
        self.answered.setToolTip(tr("不另定时，用当前阶段的期限"))
        self.reply_by = DayEdit(deadline or today, tr("报送期限"))
        if deadline is None:
            self.reply_by.setDate(self.reply_by.date().addDays(_DAYS_AHEAD))
        self.reply_by.setEnabled(False)
        self.answered.toggled.connect(self.reply_by.setEnabled)
        self.answered.setChecked(deadline is None)  # every stage is past
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName(tr("放在哪个文件夹"))
        self.folder.textChanged.connect(self._follow)
        self.browse = QPushButton(tr("选择…"))
        self.browse.clicked.connect(self._browse)
        self._build(theme)

    def _build(self, theme: Theme) -> None:
        scope = QHBoxLayout()
        scope.setSpacing(theme.space(16))
        scope.addWidget(self.county)
        scope.addWidget(self.each)
        scope.addWidget(self.whose, 1)
        tools = QHBoxLayout()
        tools.addWidget(self.search, 1)
        tools.addWidget(self.all)
        tools.addWidget(self.none)
        self.unit_part = QWidget()
        units = vertical(self.unit_part)
        units.addLayout(tools)
        units.addWidget(self.units, 1)
        self.units.setMinimumHeight(theme.space(96))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(8))
        grid.setVerticalSpacing(theme.space(8))
        dates = QHBoxLayout()
        dates.addWidget(self.today)
        dates.addSpacing(theme.space(12))
        dates.addWidget(self.answered)
        dates.addWidget(self.reply_by)
        dates.addStretch(1)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        grid.addWidget(label(tr("成文日期"), "muted"), 0, 0)
        grid.addLayout(dates, 0, 1)
        grid.addWidget(label(tr("放在"), "muted"), 1, 0)
        grid.addLayout(place, 1, 1)
        grid.setColumnStretch(1, 1)
        layout = vertical(self, spacing=theme.space(8))
        layout.addWidget(self.title)
        layout.addWidget(self.use)
        layout.addLayout(scope)
        layout.addWidget(self.unit_part, 1)
        self.filler = QWidget()
        layout.addWidget(self.filler, 1)
        layout.addLayout(grid)

    # --- content ---------------------------------------------------------------------------------

    def show_paper(
        self,
        paper: Paper,
        indicators: tuple[str, ...] = (),
        points: tuple[PointKey, ...] = (),
    ) -> None:
        """Show the fields that this paper needs; it is only of these indicators, if any.

        Certificates are for ``points``, if any.
        """
        self._paper, self._needed = paper, None
        title = paper_title(paper)
        self.title.setText(tr("{title}（{suffix}）", title=title, suffix=_kind(paper)))
        self.use.setText(tr("{use}。", use=paper_use(paper)))
        if points:
            told = [self._point_heading(point) for point in points]
            self.use.setText(tr("用于{points}。", points=tr("、").join(told)))
        elif indicators and not is_certificate(paper):
            named = tr("、").join(indicators)
            self.use.setText(tr("只生成指标 {indicators} 的说明。", indicators=named))
        if paper.scope is PaperScope.COUNTY:
            self.county.setChecked(True)
        elif paper.scope is PaperScope.UNIT:
            self.each.setChecked(True)
        answered = paper.name in _ANSWERED
        self.answered.setVisible(answered)
        self.reply_by.setVisible(answered)
        self._follow()

    def _point_heading(self, point: PointKey) -> str:
        name = self._snapshot.framework.task_name(point.indicator, point.task_code)
        return task_heading(point.indicator, name, tr("要点 {number}", number=point.number))

    def offer(self, paper: Paper, needed: tuple[str, ...]) -> None:
        """Tick those who need this paper, unless somebody has chosen already."""
        if paper is self._paper and not self._chosen_by_hand:
            self._needed = len(needed)
            with QSignalBlocker(self.units):
                for item in self._items():
                    item.setCheckState(_check(ticked=item.data(_UNIT) in needed))
            self._follow()

    def tick(self, units: tuple[str, ...]) -> None:
        """Tick only these units, and make one paper for each if that can be chosen."""
        self._chosen_by_hand = bool(units)
        with QSignalBlocker(self.units):
            for item in self._items():
                wanted = not units or item.data(_UNIT) in units
                item.setCheckState(_check(ticked=wanted))
        if units and self._ticked():
            self.units.scrollToItem(self._ticked()[0], QListWidget.ScrollHint.PositionAtTop)
        if units and self._paper is not None and self._paper.scope is PaperScope.EITHER:
            self.each.setChecked(True)
        self._follow()

    @property
    def chosen(self) -> Chosen:
        """The contents of the fields."""
        per_unit = self.each.isChecked() and self._office
        with_answer = not self.answered.isHidden() and self.answered.isChecked()
        return Chosen(
            tuple(i.data(_UNIT) for i in self._ticked()) if per_unit else (),
            self.today.day,
            self.reply_by.day if with_answer else None,
            Path(self.folder.text().strip()),
        )

    @property
    def ready(self) -> bool:
        """True if nothing is missing."""
        some = bool(self._ticked()) or not self.each.isChecked() or not self._office
        return self._paper is not None and some and bool(self.folder.text().strip())

    # --- reactions -------------------------------------------------------------------------------

    def _items(self) -> list[QListWidgetItem]:
        return [self.units.item(n) for n in range(self.units.count())]

    def _ticked(self) -> list[QListWidgetItem]:
        return [i for i in self._items() if i.checkState() is Qt.CheckState.Checked]

    def _tick_all(self, *, ticked: bool) -> None:
        """Tick or untick what the search shows."""
        self._chosen_by_hand = True
        with QSignalBlocker(self.units):
            for item in self._items():
                if not item.isHidden():
                    item.setCheckState(_check(ticked=ticked))
        self._follow()

    @Slot()
    def _on_ticked(self) -> None:
        self._chosen_by_hand = True
        self._follow()

    @Slot(str)
    def _sift(self, text: str) -> None:
        wanted = text.strip().lower()
        for item in self._items():
            item.setHidden(wanted not in item.data(_SEARCHED))

    @Slot()
    def _follow(self) -> None:
        paper = self._paper
        if paper is None:
            return
        choice = self._office and paper.scope is PaperScope.EITHER
        self.county.setVisible(choice)
        self.each.setVisible(choice)
        by_unit = self._office and self.each.isChecked()
        self.unit_part.setVisible(by_unit)
        self.filler.setVisible(not by_unit)
        if not self._office:
            self.whose.setText(tr("本单位一份：{unit}", unit=self._snapshot.facts.unit_name))
        elif by_unit:
            words = tr("已选 {count} 个单位", count=len(self._ticked()))
            if self._needed is not None:
                needed = tr("{needed} 个单位需要", needed=self._needed)
                words = tr("，").join((needed, words))
            self.whose.setText(words)
        else:
            self.whose.setText("" if choice else tr("全县一份"))
        self.changed.emit()

    @Slot()
    def _browse(self) -> None:
        folder = dialogs.choose_folder(self, tr("文书放在哪个文件夹"), self.folder.text())
        if folder is not None:
            self.folder.setText(str(folder))


def paper_title(paper: Paper) -> str:
    """What a paper is called; certificates as the county's data files say."""
    return paper.title if is_certificate(paper) else tr(paper.title)


def paper_use(paper: Paper) -> str:
    """What a paper is for, without a full stop."""
    return paper.use if is_certificate(paper) else tr(paper.use)


def _kind(paper: Paper) -> str:
    word = FORMAT_SUFFIXES[paper.format] == ".docx"
    return tr("Word 文档") if word else tr("Excel 工作簿")


def _check(*, ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
