"""The dialog of a site: where it is, who answers, which tasks it serves, and its check list."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.framework.keys import TaskKey
from app.verification.site_check.sites import (
    LAST_ON_ROUTE,
    Check,
    Readiness,
    Site,
    SiteTask,
    copied,
)
from app.visible_text import visible
from ui.actions import label
from ui.literal import tip, window_title
from ui.theme import Theme
from ui.translation import tr
from ui.verification.note_panel import NoteDialog
from ui.verification.site_check.check_table import CheckTable
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.plain_numbers import WholeNumbers, take_numbers
from ui.widgets.ticking import TickByName

_TASK = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class OfferedTask:
    """A task that a site may serve; ``proposal`` is what its wording suggests for the list."""

    task: TaskKey
    heading: str
    statement: str
    proposal: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class OtherSite:
    """A site that lines can be copied from."""

    unit: str
    said: Site


class SiteDialog(NoteDialog[Site]):
    """``said`` is what was entered; the button waits for a name and a task."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        said: Site,
        tasks: Sequence[OfferedTask],
        *,
        here: TaskKey,
        names: Sequence[str] = (),
        others: Sequence[OtherSite] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._offered = {offered.task: offered for offered in tasks}
        self._others, self._here = tuple(others), here
        self.setWindowTitle(window_title(title))
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.addItems(list(names))
        self.name.setAccessibleName(tr("现场名称"))
        self.name.setCurrentText(said.name)
        edit = self.name.lineEdit()
        assert edit is not None
        edit.setPlaceholderText(tr("如 政务服务大厅；可从建议里选"))
        self.address = _line(tr("地址"), said.location)
        self.person = _line(tr("负责人"), said.in_charge)
        self.phone = _line(tr("电话"), said.phone)
        self.hours = _line(tr("开放时间"), said.hours)
        self.hours.setPlaceholderText(tr("如 工作日 9:00—17:00"))
        self.route = _line(tr("路线顺序"), str(said.route or ""))
        take_numbers(self.route, WholeNumbers(0, LAST_ON_ROUTE, self.route))
        self.route.setPlaceholderText(tr("没有排"))
        self.route.setToolTip(tip(tr("检查组按这个顺序走；手册按它排列")))
        self.tasks = QListWidget()
        self.tasks.setAccessibleName(tr("为哪些指标服务"))
        self._fill_tasks(said)
        TickByName(self.tasks)
        self.checks = CheckTable(theme, said.tasks)
        self.propose = QPushButton(tr("采用建议"))
        self.propose.setToolTip(
            tip(tr("按勾选的指标的要求，添上清单里没有的项目；添上后可以修改、删除"))
        )
        self.copy = QPushButton(tr("从其他现场复制"))
        self.copy.setToolTip(tip(tr("复制另一处现场的清单里，这里没有的项目")))
        self.add = QPushButton(tr("添加一项"))
        self.add.setToolTip(tip(tr("给选中的指标添加一项，直接在表里写")))
        self.ready = QPushButton(tr("标为已准备"))
        self.ready.setToolTip(tip(tr("选中的项目标为已准备；可以选几项")))
        self.drop = QPushButton(tr("删除项目"))
        self.drop.setToolTip(tip(tr("删除选中的项目（Del）")))
        self.empty = label("", "muted", wrap=True)
        self.buttons, self.agree = agree_buttons(
            self, tr("保存"), tr("保存（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        self._build(theme)
        self.tasks.itemChanged.connect(self._on_ticked)
        self.propose.clicked.connect(self._propose)
        self.copy.clicked.connect(self._ask_source)
        self.add.clicked.connect(lambda: self.checks.add_empty(self.task))
        self.ready.clicked.connect(lambda: self.checks.mark(Readiness.READY))
        self.drop.clicked.connect(self.checks.drop)
        self.checks.changed.connect(self._follow)
        self.name.currentTextChanged.connect(self._follow)
        self._on_ticked()
        resize_within_window(self, theme.space(980), theme.space(620))

    def _build(self, theme: Theme) -> None:
        left, right = _form(), _form()
        for field in (self.name, self.address, self.hours):
            left.addRow(field.accessibleName(), field)
        for field in (self.person, self.phone, self.route):
            right.addRow(field.accessibleName(), field)
        top = horizontal(spacing=theme.space(16))
        top.addLayout(left, 3)
        top.addLayout(right, 2)
        served = vertical(spacing=theme.space(4))
        served.addWidget(label(tr("为哪些指标服务"), "subheading"))
        served.addWidget(self.tasks)
        self.tasks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tasks.setFixedHeight(theme.space(76))
        heads = horizontal(spacing=theme.space(8))
        heads.addWidget(label(tr("检查清单"), "subheading"), 1)
        for button in (self.propose, self.copy, self.add, self.ready, self.drop):
            button.setAutoDefault(False)
            heads.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addLayout(top)
        layout.addLayout(served)
        layout.addLayout(heads)
        layout.addWidget(self.empty)
        layout.addWidget(self.checks, 1)
        layout.addWidget(self.buttons)

    def _fill_tasks(self, said: Site) -> None:
        for offered in self._offered.values():
            heading, statement = offered.heading, offered.statement
            words = tr("{heading}：{statement}", heading=heading, statement=statement)
            item = QListWidgetItem(visible(words))
            item.setToolTip(tip(offered.statement))
            item.setData(_TASK, offered.task)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(_check(ticked=said.serves(offered.task)))
            self.tasks.addItem(item)
            if offered.task == self._here:
                self.tasks.setCurrentItem(item)
        self.tasks.scrollToItem(self.tasks.currentItem())

    # --- what was entered ------------------------------------------------------------------------

    @property
    def said(self) -> Site:
        """What was entered."""
        lists = self.checks.lists
        return Site(
            self.name.currentText(),
            self.address.text(),
            self.person.text(),
            self.phone.text(),
            self.hours.text(),
            int(self.route.text() or 0),
            tuple(SiteTask(task, lists.get(task, ())) for task in self.served),
        )

    @property
    def served(self) -> tuple[TaskKey, ...]:
        """The tasks that are ticked."""
        items = (self.tasks.item(n) for n in range(self.tasks.count()))
        return tuple(
            TaskKey(*item.data(_TASK))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    @property
    def task(self) -> TaskKey:
        """The task that a new line goes to: the one chosen if it is ticked, or the first."""
        row, served = self.tasks.currentRow(), self.served
        chosen = TaskKey(*self.tasks.item(row).data(_TASK)) if row >= 0 else self._here
        for wanted in (chosen, self._here, *served):
            if wanted in served:
                return wanted
        return self._here

    # --- reactions -------------------------------------------------------------------------------

    @Slot()
    def _on_ticked(self) -> None:
        self.checks.show_only(self.served)
        self._follow()

    @Slot()
    def _propose(self) -> None:
        for task in self.served:
            present = self.checks.lists.get(task, ())
            self.checks.add(task, copied(self._offered[task].proposal, present))

    @Slot()
    def _ask_source(self) -> None:
        menu = QMenu(self)
        for other in self._others:
            words = tr("{site}（{unit}）", site=other.said.name, unit=other.unit)
            action = menu.addAction(visible(words).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, said=other.said: self.copy_from(said))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.copy.mapToGlobal(QPoint(0, self.copy.height())))

    def copy_from(self, other: Site) -> None:
        """Take over the lines of another site; those of tasks not ticked go to the one chosen."""
        for each in other.tasks:
            task = each.task if each.task in self.served else self.task
            self.checks.add(task, copied(each.checks, self.checks.lists.get(task, ())))

    @Slot()
    def _follow(self) -> None:
        served, lists = self.served, self.checks.lists
        open_ = any(copied(self._offered[task].proposal, lists.get(task, ())) for task in served)
        self.propose.setEnabled(open_)
        self.copy.setEnabled(bool(self._others) and bool(served))
        self.add.setEnabled(bool(served))
        for button in (self.ready, self.drop):
            button.setEnabled(self.checks.has_choice)
        some = any(lists.get(task) for task in served)
        self.empty.setVisible(not some)
        self.empty.setText(tr("还没有检查清单：可以采用按指标要求提出的建议，也可以自己添加。"))
        whole = all(check.item.strip() for task in served for check in lists.get(task, ()))
        self.agree.setEnabled(bool(self.name.currentText().strip()) and bool(served) and whole)


def _form() -> QFormLayout:
    made = QFormLayout()
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return made


def _line(name: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    return made


def _check(*, ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
