"""Making a workspace: its owner, its folder, and the county's units, with sensible defaults."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import NamedThing, NameUnfit, UnitUnknown
from app.framework.catalogue import list_frameworks
from app.framework.schema import Framework
from app.jobs import JobContext
from app.naming import demand_name
from app.paths import legal_name
from app.visible_text import visible
from app.workspace.making import create_workspace
from app.workspace.unit_lists import ListOrder, state_of_framework
from app.workspace.unit_state import fitting_groups
from ui import dialogs
from ui.actions import first_line_label, label
from ui.pinyin import initials
from ui.tasks import Task, TaskRunner
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import scrolled, vertical
from ui.widgets.name_picker import NamePicker
from ui.widgets.unit_list_editor import UnitListEditor
from ui.wording import describe_error


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of the person."""

    folder: Path
    framework: Framework
    county: str
    unit: str | None
    unit_groups: tuple[str, ...] = ()
    units: ListOrder | None = None


class NewWorkspaceDialog(QDialog):
    """Emits ``created`` with the folder when the workspace has been made."""

    created = Signal(object)  # Path

    def __init__(self, runner: TaskRunner, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(tr("新建工作区"))
        self._runner = runner
        self._frameworks: tuple[Framework, ...] = ()
        self._folder_touched = False
        self._build()
        self._connect()
        self._load_frameworks()
        self._check()

    # --- layout ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.office = QRadioButton(tr("创建办：汇总全县各单位的材料，审核，编制卷宗"))
        self.unit_role = QRadioButton(tr("责任单位：收集本单位的材料，报送创建办"))
        self.unit_role.setChecked(True)  # eighty units, but one office
        self._roles = QButtonGroup(self)
        for button in (self.unit_role, self.office):
            self._roles.addButton(button)
        roles = QVBoxLayout()
        roles.setSpacing(8)
        roles.addWidget(self.unit_role)
        roles.addWidget(self.office)

        self.county = QLineEdit()
        self.county.setPlaceholderText(tr("如：示例县；要和创建办写的一样"))
        self.county.setAccessibleName(tr("县（市、区）"))
        self.framework = QComboBox()
        self.framework.addItem(tr("正在读取指标体系……"))
        self.framework.setEnabled(False)
        self.unit = NamePicker(tr("输入名称或拼音首字母，如 县司法局 或 xsfj"), free=True)
        self.unit.setAccessibleName(tr("本单位"))
        self.unit_groups = label("", "muted", wrap=True)
        self.folder = QLineEdit()
        self.folder.setAccessibleName(tr("保存位置"))
        self.browse = QPushButton(tr("浏览…"))
        self.browse.setToolTip(tr("选择放在哪个文件夹里"))
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)

        where = QLabel(tr("保存位置(&P)"))
        where.setBuddy(self.folder)
        self.form = QFormLayout()
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(12)
        self.form.addRow(first_line_label(tr("我是")), roles)
        self.form.addRow(tr("县（市、区）(&C)"), self.county)
        self.form.addRow(tr("指标体系(&F)"), self.framework)
        self.form.addRow(tr("本单位(&U)"), self.unit)
        self.form.addRow("", self.unit_groups)
        self.form.addRow(where, place)
        self.hint = label("", "muted", wrap=True)
        self.secrecy = label(tr("本软件为非涉密软件，严禁存储、处理涉密信息。"), "muted")

        self.buttons = QDialogButtonBox()
        self.buttons.addButton(tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.create_button = QPushButton(tr("新建"))
        self.create_button.setProperty("primary", True)  # noqa: FBT003  (Qt's own signature)
        self.buttons.addButton(self.create_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.next_button = QPushButton(tr("下一步：单位名单"))
        self.next_button.setToolTip(tr("登记指标体系没有写到的单位，如各乡镇；也可以以后再填"))
        self.buttons.addButton(self.next_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.back_button = QPushButton(tr("上一步"))
        self.buttons.addButton(self.back_button, QDialogButtonBox.ButtonRole.ActionRole)

        self.pages = QStackedWidget()
        for inside in (self._build_answers(), self._build_units()):
            scroll = scrolled(inside)
            scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.pages.addWidget(scroll)
        layout = vertical(self, 28, 24, 28, 20, spacing=16)
        layout.addWidget(label(tr("新建工作区"), "heading"))
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.secrecy)
        layout.addWidget(self.buttons)
        # At double text size the pages scroll, so that the window fits a small screen.
        self.resize(min(self._theme.space(620), 1200), min(self._theme.space(540), 690))
        self.form.setRowVisible(self.unit_groups, False)  # noqa: FBT003
        # Return makes the workspace in every field; no other button reacts to it.
        for push in self.findChildren(QPushButton):
            push.setAutoDefault(push is self.create_button)
        self.create_button.setDefault(True)
        self._turn(0)
        self.county.setFocus()

    def _build_answers(self) -> QWidget:
        inside = QWidget()
        column = vertical(inside, spacing=16)
        column.addLayout(self.form)
        column.addWidget(self.hint)
        column.addStretch(1)
        return inside

    def _build_units(self) -> QWidget:
        self.units = UnitListEditor(self._theme, choices=True)
        inside = QWidget()
        column = vertical(inside, spacing=10)
        column.addWidget(
            label(
                tr(
                    "指标体系已经写明的单位不用填。“各乡（镇、街道）”等集合由各县自己列出，"
                    "请填各乡镇和其他单位；可以空着，以后在 设置→单位 里填。"
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.units, 1)
        return inside

    def _connect(self) -> None:
        self.unit_role.toggled.connect(self._on_role)
        self.county.textChanged.connect(self._on_answers)
        self.unit.currentTextChanged.connect(self._on_answers)
        self.framework.currentIndexChanged.connect(self._offer_units)
        self.folder.textEdited.connect(self._on_folder)
        self.browse.clicked.connect(self._choose_folder)
        self.next_button.clicked.connect(self._go_on)
        self.back_button.clicked.connect(self._go_back)
        self.buttons.accepted.connect(self._create)
        self.buttons.rejected.connect(self.reject)

    # --- answers ---------------------------------------------------------------------------------

    def answers(self) -> Answers | None:
        """The answers; None while something is missing."""
        county = self.county.text().strip()
        unit = self._unit_name() if self.unit_role.isChecked() else None
        folder = self.folder.text().strip()
        if not (county and folder and self._frameworks) or unit == "" or self._unfit(unit):
            return None
        framework = self._chosen_framework()
        if unit is not None:
            return Answers(Path(folder), framework, county, unit, self._groups_of(unit))
        units = None if self.units.empty else self.units.order()
        return Answers(Path(folder), framework, county, None, units=units)

    def _unfit(self, unit: str | None) -> str:
        """Why the county or the unit cannot have the typed name; "" if they can."""
        try:
            demand_name(self.county.text(), NamedThing.COUNTY)
            if unit and self._frameworks and self._groups_of(unit):
                demand_name(unit, NamedThing.UNIT)
        except NameUnfit as error:
            return str(describe_error(error))
        return ""

    def _unit_name(self) -> str:
        """The unit; "" while only initials have been typed to find it."""
        name = self.unit.name
        return "" if name.isascii() else name

    def _chosen_framework(self) -> Framework:
        return self._frameworks[max(0, self.framework.currentIndex())]

    def _groups_of(self, unit: str) -> tuple[str, ...]:
        """The groups for a unit that the indicator set does not name."""
        framework = self._chosen_framework()
        try:
            framework.unit(unit)
        except UnitUnknown:
            return fitting_groups(unit, [g.name for g in framework.groups])
        return ()

    # --- pages -----------------------------------------------------------------------------------

    @Slot()
    def _go_on(self) -> None:
        answers = self.answers()
        if answers is not None:
            self.units.work_on(
                state_of_framework(answers.framework, answers.county), answers.county
            )
            self._turn(1)
            self.units.text.setFocus()

    @Slot()
    def _go_back(self) -> None:
        self._turn(0)
        self.county.setFocus()

    def _turn(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self.next_button.setVisible(page == 0 and self.office.isChecked())
        self.back_button.setVisible(page > 0)

    @Slot(bool)
    def _on_role(self, is_unit: bool) -> None:  # noqa: FBT001  (Qt's own signature)
        self.form.setRowVisible(self.unit, is_unit)
        self._turn(0)
        self._on_answers()

    @Slot()
    def _on_answers(self) -> None:
        if not self._folder_touched:
            self.folder.setText(str(self._usual_folder()))
        self._check()

    @Slot()
    def _on_folder(self) -> None:
        self._folder_touched = True
        self._check()

    @Slot()
    def _choose_folder(self) -> None:
        chosen = dialogs.choose_folder(self, tr("放在哪个文件夹里"), str(_documents()))
        if chosen is not None:
            self._folder_touched = True
            self.folder.setText(str(chosen / self._usual_folder().name))
            self._check()

    def _usual_folder(self) -> Path:
        county = self.county.text().strip() or "示例县"
        unit = self._unit_name() if self.unit_role.isChecked() else ""
        if unit and county.endswith(unit[0]):
            county = county[:-1]  # 示例县 and 县司法局 make 示例县司法局
        name = f"{county}{unit}" if unit else f"{county}创建"
        return _documents() / "卷宗" / legal_name(name)

    def _check(self) -> None:
        answers = self.answers()
        self.create_button.setEnabled(answers is not None)
        self.next_button.setEnabled(answers is not None)
        groups = tr("、").join(answers.unit_groups) if answers else ""
        self.form.setRowVisible(self.unit_groups, bool(groups))
        self.unit_groups.setText(
            tr("指标体系没有写到这个单位，将登记到：{groups}。", groups=groups) if groups else ""
        )
        if answers is not None:
            text = tr(
                "将在 {folder} 新建工作区，材料都存在这个文件夹里，可以整个复制或备份。",
                folder=answers.folder,
            )
        elif not self.county.text().strip():
            text = tr("请填写县（市、区）的名称。")
        elif self.unit_role.isChecked() and not self._unit_name():
            text = tr("请选择本单位；名单里没有的，写出全称。")
        else:
            text = self._unfit(self._unit_name() if self.unit_role.isChecked() else None)
        self.hint.setText(text)

    # --- work ------------------------------------------------------------------------------------

    def _load_frameworks(self) -> None:
        task = Task(_read_frameworks, self)
        task.succeeded.connect(self._on_frameworks)
        task.failed.connect(self._on_failed)
        self._runner.start(task)

    @Slot(object)
    def _on_frameworks(self, found: tuple[Framework, ...]) -> None:
        self._frameworks = found
        self.framework.clear()
        for framework in found:
            words = tr("{title}（{version} 版）", title=framework.title, version=framework.version)
            self.framework.addItem(visible(words))
        self.framework.setEnabled(True)
        self._check()

    @Slot()
    def _offer_units(self) -> None:
        index = self.framework.currentIndex()
        if self._frameworks and index >= 0:
            self.unit.offer(u.name for u in self._frameworks[index].units)

    @Slot()
    def _create(self) -> None:
        answers = self.answers()
        if answers is None:
            return
        self._set_busy(busy=True)
        task = Task(lambda _job: _make(answers), self, title=tr("新建工作区"))
        task.succeeded.connect(self._on_created)
        task.failed.connect(self._on_failed)
        self._runner.start(task)

    @Slot(object)
    def _on_created(self, folder: Path) -> None:
        self.accept()
        self.created.emit(folder)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._set_busy(busy=False)
        dialogs.show_error(self, error)

    def _set_busy(self, *, busy: bool) -> None:
        self.create_button.setEnabled(not busy)
        self.create_button.setText(tr("正在新建……") if busy else tr("新建"))


def _documents() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place else Path.home()


def _read_frameworks(_job: JobContext) -> tuple[Framework, ...]:
    found = tuple(e.framework for e in list_frameworks() if e.framework is not None)
    for framework in found:
        for unit in framework.units:
            initials(unit.name)  # reads the pinyin dictionary here and not on the GUI thread
    return found


def _make(answers: Answers) -> Path:
    create_workspace(
        answers.folder,
        answers.framework,
        answers.county,
        answers.unit,
        unit_groups=answers.unit_groups,
        register=answers.units.register if answers.units else None,
    )
    return answers.folder
