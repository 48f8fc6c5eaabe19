"""设置: the look of this computer, the filing fields and dossier defaults of the workspace."""

from pydantic import ValidationError
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.dossier.options import Numbering
from app.settings import WorkspaceSettings, save_settings
from ui.actions import ActionButton, label, make_action
from ui.change_bus import Changes
from ui.dossiers.choices import NUMBERING_NAMES
from ui.pages import Page, PageContext
from ui.theme import SCALES, Scheme
from ui.widgets.number_edit import NumberEdit

_SCHEMES = ((Scheme.SYSTEM, "跟随系统"), (Scheme.LIGHT, "浅色"), (Scheme.DARK, "深色"))
_RETENTIONS = ("永久", "30年", "10年")

#: What is typed as text, with a word of help for each.
_TEXTS = {
    "fonds_name": "印在封面上，如 示例县法治政府建设示范创建办公室",
    "fonds_code": "档案馆给定；不填则档号留空，移交时手写",
    "category_name": "印在封面上",
    "category_code": "如 FZ",
    "archive_code_template": (
        "可用 {fonds_code} {category_code} {year} {retention_code} {volume_code}"
    ),
    "filing_number_template": "不填则封面的归档号留空",
    "filed_by": "印在备考表上",
    "checked_by": "印在备考表上",
    "filed_on": "如 2021-09-30；不填则为编制当天",
    "last_year": "要求“20XX年以来”的材料算到哪一年；不填则算到今年",
}


class SettingsPage(Page):
    """What is changed under 外观 holds at once; the rest when it is saved."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.texts = {name: QLineEdit() for name in _TEXTS}
        self.retention = QComboBox()
        self.retention.addItems(_RETENTIONS)
        self.retention.setEditable(True)
        self.numbering = QComboBox()
        for numbering, name in NUMBERING_NAMES.items():
            self.numbering.addItem(name, numbering)
        self.blanks = QCheckBox("封面等单独成张，背面留白")
        self.limit = NumberEdit(1, 10_000)
        self.photos = QComboBox()
        for count in (1, 2, 4):
            self.photos.addItem(f"每页 {count} 张", count)
        self.scheme = QComboBox()
        for scheme, name in _SCHEMES:
            self.scheme.addItem(name, scheme)
        self.scale = QComboBox()
        for percent in SCALES:
            self.scale.addItem(f"{percent}%", percent)
        self.wrong = label("", "wrong", wrap=True)
        self.save_action = make_action(
            self, "保存设置", "保存案卷和装订的设置", self.save, "Ctrl+S", within=True
        )
        self._build()
        self._fill(context.session.services.settings)
        self._connect()
        self._follow_theme()

    def _build(self) -> None:
        look = _section("外观", "只用于本机，选了就生效")
        look.addRow("明暗", self.scheme)
        look.addRow("文字大小", self.scale)
        archive = _section("案卷", "印在封面、目录和备考表上，随工作区保存")
        for name in ("fonds_name", "fonds_code", "category_name", "category_code"):
            archive.addRow(_title(name), self.texts[name])
        archive.addRow(_title("retention"), self.retention)
        for name in (
            "archive_code_template",
            "filing_number_template",
            "filed_by",
            "checked_by",
            "filed_on",
        ):
            archive.addRow(_title(name), self.texts[name])
        binding = _section("装订", "编制卷宗时的默认选择，编制时还可以改")
        binding.addRow(_title("numbering"), self.numbering)
        binding.addRow("", self.blanks)
        binding.addRow(_title("volume_limit"), self.limit)
        binding.addRow(_title("photos_per_page"), self.photos)
        binding.addRow(_title("last_year"), self.texts["last_year"])
        for name, field in self.texts.items():
            field.setPlaceholderText(_TEXTS[name])
            field.setToolTip(_TEXTS[name])
            field.setAccessibleName(_title(name))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(14)
        self._forms = (look, archive, binding)
        for form in self._forms:
            column.addWidget(_card(form))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        inside.setMaximumWidth(900)
        bar = QWidget()
        bar.setMaximumWidth(900)
        foot = QHBoxLayout(bar)
        foot.setContentsMargins(16, 6, 16, 12)
        foot.addWidget(self.wrong, 1)
        foot.addWidget(ActionButton(self.save_action, self._context.theme, "check", primary=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(bar)

    def _connect(self) -> None:
        self.scheme.activated.connect(self._choose_look)
        self.scale.activated.connect(self._choose_look)
        self._context.theme.changed.connect(self._follow_theme)
        for field in self.texts.values():
            field.textChanged.connect(self._follow)
        self.retention.editTextChanged.connect(self._follow)
        self.blanks.toggled.connect(self._follow)
        self.limit.value_changed.connect(self._follow)
        for combo in (self.numbering, self.photos):
            combo.currentIndexChanged.connect(self._follow)
        self._follow()

    # --- workspace -------------------------------------------------------------------------------

    def entered(self) -> WorkspaceSettings | None:
        """What stands in the form; None, with the reason shown, if it does not hold."""
        present = self._context.session.services.settings
        values: dict[str, object] = present.model_dump()
        for name, field in self.texts.items():
            text = field.text().strip()
            values[name] = text or (None if name in {"filed_on", "last_year"} else "")
        values |= {
            "retention": self.retention.currentText().strip(),
            "numbering": Numbering(self.numbering.currentData()),
            "duplex_blanks": self.blanks.isChecked(),
            "volume_limit": self.limit.value,
            "photos_per_page": int(self.photos.currentData()),
        }
        try:
            settings = WorkspaceSettings.model_validate(values)
        except ValidationError as error:
            name = str(error.errors()[0]["loc"][0])
            self.wrong.setText(f"“{_title(name)}”写得不对：{_TEXTS.get(name, '')}")
            return None
        self.wrong.setText("")
        return settings

    def save(self) -> None:
        """Store the settings in the background."""
        settings = self.entered()
        if settings is None:
            return
        database = self._context.session.services.workspace.database

        def job() -> None:
            with database.writing() as work:
                save_settings(work, settings)
                work.commit()

        self._context.session.write(job, self._on_saved, Changes(settings=True))

    @Slot(object)
    def _on_saved(self, _result: object) -> None:
        self._context.notice.say("设置已保存")
        self.save_action.setEnabled(False)

    def _fill(self, settings: WorkspaceSettings) -> None:
        for name, field in self.texts.items():
            value = getattr(settings, name)
            field.setText("" if value is None else str(value))
        self.retention.setCurrentText(settings.retention)
        self.numbering.setCurrentIndex(self.numbering.findData(settings.numbering))
        self.blanks.setChecked(settings.duplex_blanks)
        self.limit.set_value(settings.volume_limit)
        self.photos.setCurrentIndex(max(0, self.photos.findData(settings.photos_per_page)))

    @Slot()
    def _follow(self) -> None:
        entered = self.entered()
        session = self._context.session
        changed = entered is not None and entered != session.services.settings
        self.save_action.setEnabled(changed and not session.read_only)

    # --- look ------------------------------------------------------------------------------------

    @Slot()
    def _choose_look(self) -> None:
        scheme, scale = Scheme(self.scheme.currentData()), int(self.scale.currentData())
        self._context.preferences.scheme = scheme
        self._context.preferences.scale = scale
        self._context.theme.choose(scheme, scale)

    @Slot()
    def _follow_theme(self) -> None:
        theme = self._context.theme
        for short in (self.scheme, self.scale, self.retention, self.numbering, self.photos):
            short.setMaximumWidth(theme.space(260))
        self.limit.setMaximumWidth(theme.space(260))
        for form in self._forms:
            for row in range(form.rowCount()):
                item = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
                widget = item.widget() if item is not None else None
                if widget is not None:
                    widget.setMinimumWidth(theme.space(84))
        self.scheme.setCurrentIndex(self.scheme.findData(theme.scheme))
        self.scale.setCurrentIndex(max(0, self.scale.findData(theme.scale)))


def _title(name: str) -> str:
    return WorkspaceSettings.model_fields[name].title or name


def _section(title: str, hint: str) -> QFormLayout:
    form = QFormLayout()
    form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
    form.setHorizontalSpacing(14)
    form.setVerticalSpacing(9)
    form.setContentsMargins(18, 12, 18, 16)
    head = QHBoxLayout()
    head.addWidget(label(title, "subheading"))
    head.addSpacing(8)
    head.addWidget(label(hint, "muted"))
    head.addStretch(1)
    form.addRow(head)
    return form


def _card(form: QFormLayout) -> QFrame:
    card = QFrame()
    card.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
    card.setLayout(form)
    return card
