"""案卷 and 装订: what is printed on covers, and the usual options of a compile."""

import re
from collections.abc import Mapping
from datetime import date
from functools import partial

from pydantic import ValidationError
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
)

from app.dossier_options import RETENTIONS, ArchiveFields, Numbering
from app.settings import WorkspaceSettings
from app.stages.schedule import inspected_in
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.drafts import Typing
from ui.literal import tip
from ui.page import PageContext
from ui.settings.sections import Card, Section, form
from ui.snapshot import Snapshot
from ui.translation import QT_TR_NOOP, tr
from ui.widgets.layouts import vertical
from ui.widgets.number_edit import NumberEdit
from ui.wording import NUMBERING_NAMES

_ARCHIVE = ("fonds_name", "fonds_code", "category_name", "category_code", "text_source")
_CODES = ("archive_code_template", "filing_number_template")
_PEOPLE = ("filed_by", "checked_by", "filed_on")
_TEXTS = (*_ARCHIVE, *_CODES, *_PEOPLE, "last_year")
_YES = "1"
_EMPTY_IS_NONE = frozenset({"filed_on", "last_year"})

#: The names of the template fields on screen; they are stored by their keys.
_FIELD_NAMES = {
    "fonds_code": QT_TR_NOOP("全宗号"),
    "category_code": QT_TR_NOOP("类目代码"),
    "year": QT_TR_NOOP("年度"),
    "retention_code": QT_TR_NOOP("保管期限代码"),
    "volume_code": QT_TR_NOOP("案卷号"),
    "volume": QT_TR_NOOP("卷次"),
}

#: The dossier of the example: indicator 60, the second of two volumes.
_EXAMPLE = (60, 2, 2)


class FilingSection(Section):
    """Fields are stored on saving and when they are left; wrong values stay in their fields."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.texts = {name: QLineEdit() for name in _TEXTS}
        self.retention = QComboBox()
        self.retention.addItems(RETENTIONS)  # printed on the papers, so always in Chinese
        self.retention.setEditable(True)
        self.numbering = QComboBox()
        for numbering, name in NUMBERING_NAMES.items():
            self.numbering.addItem(name, numbering)
        self.blanks = QCheckBox(tr("封面等单独成张，背面留白"))
        self.limit = NumberEdit(1, 10_000)
        self.photos = QComboBox()
        for count in (1, 2, 4):
            self.photos.addItem(tr("每页 {count} 张", count=count), count)
        self.example = label("", "muted", wrap=True)
        self.example.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.notes = {name: label("", "wrong", wrap=True) for name in _TEXTS}
        self.wrong = label("", "wrong", wrap=True)
        self.save_action = make_action(
            self, tr("保存设置"), tr("保存案卷和装订的设置"), self.save, "Ctrl+S", within=True
        )
        self._build()
        mark_writing(
            self.save_action,
            *self.texts.values(),
            self.retention,
            self.numbering,
            self.blanks,
            self.limit,
            self.photos,
        )
        self._filling = False
        self.typing = Typing(context.drafts, self, self._wrong_ones)
        self.typing.save_wanted.connect(self._store)
        self.typing.refused.connect(self._on_refused)
        self._show(context.session.services.settings)
        self._connect()
        self._follow_theme()

    def _build(self) -> None:
        archive = Card(tr("案卷"), tr("印在封面、目录和备考表上，随工作区保存"))
        rows = form()
        for name in _ARCHIVE:
            rows.addRow(_title(name), self._noted(name))
        rows.addRow(_title("retention"), self.retention)
        for name in _CODES:
            rows.addRow(_title(name), self._noted(name))
        rows.addRow("", self.example)
        for name in _PEOPLE:
            rows.addRow(_title(name), self._noted(name))
        archive.column.addLayout(rows)
        self._forms = [rows]
        binding = Card(tr("装订"), tr("编制卷宗时的默认选择，编制时还可以改"))
        rows = form()
        rows.addRow(_title("numbering"), self.numbering)
        rows.addRow("", self.blanks)
        rows.addRow(_title("volume_limit"), self.limit)
        rows.addRow(_title("photos_per_page"), self.photos)
        rows.addRow(_title("last_year"), self._noted("last_year"))
        binding.column.addLayout(rows)
        self._forms.append(rows)
        hints = _hints()
        for name, field in self.texts.items():
            field.setPlaceholderText(hints[name])
            field.setToolTip(tip(hints[name]))
            field.setAccessibleName(_title(name))
        foot = QHBoxLayout()
        foot.addWidget(self.wrong, 1)
        theme = self.context.theme
        foot.addWidget(ActionButton(self.save_action, theme, "check", primary=True))
        layout = vertical(self, spacing=14)
        layout.addWidget(archive)
        layout.addWidget(binding)
        layout.addLayout(foot)
        layout.addStretch(1)

    def _noted(self, name: str) -> QVBoxLayout:
        """A field with a line below it for the reason why it cannot be stored."""
        box = QVBoxLayout()
        box.setSpacing(1)
        box.addWidget(self.texts[name])
        box.addWidget(self.notes[name])
        self.notes[name].hide()
        return box

    @Slot(object)
    def _on_refused(self, reasons: Mapping[str, str]) -> None:
        for name, note in self.notes.items():
            field = self.texts[name]
            note.setText(reasons.get(name, ""))
            note.setVisible(name in reasons)
            if field.property("wrong") != (name in reasons):
                field.setProperty("wrong", name in reasons)
                field.style().unpolish(field)
                field.style().polish(field)

    def _connect(self) -> None:
        self.context.theme.changed.connect(self._follow_theme)
        for field in self.texts.values():
            field.textChanged.connect(self._follow)
        self.retention.editTextChanged.connect(self._follow)
        self.blanks.toggled.connect(self._follow)
        self.limit.value_changed.connect(self._follow)
        for combo in (self.numbering, self.photos):
            combo.currentIndexChanged.connect(self._follow)
        self._follow()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what was changed elsewhere; text being typed stays."""
        year = inspected_in(snapshot.schedule, snapshot.framework.source.date, snapshot.today)
        self.texts["last_year"].setPlaceholderText(
            tr("不填则为 {year} 年：创建步骤里检查那一年", year=year)
        )
        self._show(self.context.session.services.settings)
        self._follow()

    def _show(self, settings: WorkspaceSettings) -> None:
        texts = self.typing.turn_to(
            "settings/filing",
            tr("案卷和装订的设置"),
            _texts_of(settings),
            writable=not self.context.session.read_only,
        )
        self._filling = True
        self._fill(texts)
        self._filling = False

    def entered(self) -> WorkspaceSettings | None:
        """The contents of the form; None, with the reason shown, if they are not valid."""
        present = self.context.session.services.settings
        try:
            settings = WorkspaceSettings.model_validate(
                present.model_dump() | _values(self._typed_texts())
            )
        except ValidationError as error:
            self.wrong.setText(_why_wrong(str(error.errors()[0]["loc"][0])))
            return None
        self.wrong.setText("")
        return settings

    def save(self) -> None:
        """Store the settings in the background; wrong values stay where they were typed."""
        self.typing.save_and_tell()

    @Slot(str, object)
    def _store(self, key: str, fields: Mapping[str, str]) -> None:
        values = _values(fields)
        self.store(
            lambda present: WorkspaceSettings.model_validate(present.model_dump() | values),
            self._on_saved,
            partial(self.typing.store, key, fields),
        )

    def _wrong_ones(self, fields: Mapping[str, str]) -> Mapping[str, str]:
        """Which of the fields cannot be stored, and why."""
        present = self.context.session.services.settings.model_dump()
        wrong = {}
        for name, text in fields.items():
            try:
                WorkspaceSettings.model_validate(present | _values({name: text}))
            except ValidationError:
                wrong[name] = _why_wrong(name)
        return wrong

    @Slot(object)
    def _on_saved(self, _result: object) -> None:
        self.context.notice.say(tr("设置已保存"))
        self._follow()

    def _typed_texts(self) -> dict[str, str]:
        return {
            **{name: field.text().strip() for name, field in self.texts.items()},
            "retention": self.retention.currentText().strip(),
            "numbering": Numbering(self.numbering.currentData()).value,
            "duplex_blanks": _YES if self.blanks.isChecked() else "",
            "volume_limit": str(self.limit.value),
            "photos_per_page": str(self.photos.currentData()),
        }

    def _fill(self, texts: Mapping[str, str]) -> None:
        present = self._typed_texts()
        for name, field in self.texts.items():
            if present[name] != texts[name]:
                field.setText(texts[name])
        self.retention.setCurrentText(texts["retention"])
        self.numbering.setCurrentIndex(self.numbering.findData(Numbering(texts["numbering"])))
        self.blanks.setChecked(texts["duplex_blanks"] == _YES)
        self.limit.set_value(int(texts["volume_limit"]))
        self.photos.setCurrentIndex(max(0, self.photos.findData(int(texts["photos_per_page"]))))

    @Slot()
    def _follow(self) -> None:
        if self._filling:
            return
        self.typing.note(self._typed_texts())
        entered = self.entered()
        session = self.context.session
        changed = entered is not None and bool(self.typing.typed)
        self.save_action.setEnabled(changed and not session.read_only)
        if entered is not None:
            self.example.setText(example_of(entered.archive(), date.today().year))

    @Slot()
    def _follow_theme(self) -> None:
        first, second = self._forms
        for title in (
            first.labelForField(self.retention),
            second.labelForField(self.limit),
        ):
            if isinstance(title, QLabel):
                title.setMinimumWidth(self.context.theme.space(96))
                title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for short in (self.retention, self.numbering, self.photos, self.limit):
            short.setMaximumWidth(self.context.theme.space(260))


def _texts_of(settings: WorkspaceSettings) -> dict[str, str]:
    """The settings of the section as the fields show them."""
    texts = {}
    for name in _TEXTS:
        value = getattr(settings, name)
        text = "" if value is None else str(value)
        texts[name] = _shown(text) if name in _CODES else text
    return {
        **texts,
        "retention": settings.retention,
        "numbering": settings.numbering.value,
        "duplex_blanks": _YES if settings.duplex_blanks else "",
        "volume_limit": str(settings.volume_limit),
        "photos_per_page": str(settings.photos_per_page),
    }


def _values(texts: Mapping[str, str]) -> dict[str, object]:
    """Fields as settings store them."""
    values: dict[str, object] = {}
    for name, text in texts.items():
        if name in _CODES:
            values[name] = _stored(text)
        elif name == "duplex_blanks":
            values[name] = text == _YES
        else:
            values[name] = text or (None if name in _EMPTY_IS_NONE else "")
    return values


def _why_wrong(name: str) -> str:
    return tr("“{name}”写得不对：{hint}", name=_title(name), hint=_hints().get(name, ""))


def example_of(archive: ArchiveFields, year: int) -> str:
    """The result of the templates for the second volume of indicator 60."""
    values = archive.code_values(*_EXAMPLE, year)
    code = archive.archive_code(values) or tr("（留空，移交时手写）")
    text = tr("例：指标 60 第 2 卷的档号是 {code}", code=code)
    if filing := archive.filing_number(values):
        text += tr("，归档号是 {number}", number=filing)
    return text


def _title(name: str) -> str:
    return tr(WorkspaceSettings.model_fields[name].title or name)


def _hints() -> dict[str, str]:
    """The text fields, with a short help for each."""
    return {
        "fonds_name": tr("印在封面上；不填的，创建办按发文机关，责任单位按本单位全称"),
        "fonds_code": tr("档案馆给定；不填则档号留空，移交时手写"),
        "category_name": tr("印在封面上"),
        "category_code": tr("如 FZ"),
        "text_source": tr("指标文字出自哪份文件；不填则写指标体系所据的文件"),
        "archive_code_template": tr("可用 ") + _shown("".join(f"{{{n}}}" for n in _FIELD_NAMES)),
        "filing_number_template": tr("不填则封面的归档号留空"),
        "filed_by": tr("印在备考表上"),
        "checked_by": tr("印在备考表上"),
        "filed_on": tr("如 2021-09-30、2021年9月30日；不填则留空，打印后手写"),
        "last_year": tr("“20XX年以来”“每年”算到哪一年；不填则按创建步骤算到检查那一年"),
    }


def _shown(template: str) -> str:
    """A template with its fields under their names on screen: {全宗号}-{案卷号}."""
    return re.sub(
        r"\{(\w+)\}", lambda field: f"{{{tr(_FIELD_NAMES.get(field[1], field[1]))}}}", template
    )


def _stored(text: str) -> str:
    """A template with its fields under their keys again."""
    keys = {tr(name): key for key, name in _FIELD_NAMES.items()}
    return re.sub(r"\{([^{}]+)\}", lambda field: f"{{{keys.get(field[1], field[1])}}}", text)
