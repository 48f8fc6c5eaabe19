"""The choices of a compile, as controls."""

import re
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from app.dossier_options import DossierOptions, Edition, Numbering, Scope
from app.framework.errors import IndicatorUnknown
from app.framework.schema import Framework
from ui.actions import label
from ui.literal import tip as as_tip
from ui.snapshot import Snapshot
from ui.translation import QT_TR_NOOP, tr
from ui.widgets.layouts import vertical
from ui.widgets.name_picker import NamePicker
from ui.widgets.number_edit import NumberEdit
from ui.wording import EDITION_NAMES, NUMBERING_NAMES, Names

#: The watermark; papers are in Chinese.
DRAFT = "草稿"

SCOPE_NAMES = Names(
    {
        Scope.INDICATOR: QT_TR_NOOP("每项指标编一个案卷"),
        Scope.UNIT: QT_TR_NOOP("每个单位编一个案卷"),
        Scope.METHOD: QT_TR_NOOP("每种核验方式编一个案卷"),
        Scope.COMBINED: QT_TR_NOOP("全部合订成一册"),
    }
)


class Choices(QWidget):
    """Emits ``changed`` whenever a choice changes."""

    changed = Signal()

    def __init__(self, usual: DossierOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = usual
        self._framework: Framework | None = None
        self.edition = QComboBox()
        for edition, name in EDITION_NAMES.items():
            self.edition.addItem(name, edition)
        self.scope = QComboBox()
        for scope, name in SCOPE_NAMES.items():
            self.scope.addItem(name, scope)
        self.indicators = QLineEdit()
        self.indicators.setPlaceholderText(tr("全部；或写编号，如 24、42、60"))
        self.unit = NamePicker(tr("责任单位"))
        self.numbering = QComboBox()
        for numbering, name in NUMBERING_NAMES.items():
            self.numbering.addItem(name, numbering)
        self.photos = QComboBox()
        for count in (1, 2, 4):
            self.photos.addItem(tr("每页 {count} 张", count=count), count)
        self.limit = NumberEdit(1, 10_000)
        self.blanks = QCheckBox(tr("封面等单独成张，背面留白"))
        self.draft = QCheckBox(tr("加“{draft}”水印", draft=DRAFT))
        self.pdfa = QCheckBox(tr("长期保存格式（PDF/A-2b）"))
        self.wrong = label("", "wrong", wrap=True)
        self._form = form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.setVerticalSpacing(9)
        form.setHorizontalSpacing(12)
        for text, field, tip in (
            (
                tr("版本"),
                self.edition,
                tr(
                    "工作版什么都写明；检查组版只装审核通过的材料，"
                    "没有缺、退回等内部情况，放在单独的文件夹里，可以整个交出去"
                ),
            ),
            (tr("编法"), self.scope, tr("一个案卷装什么")),
            (tr("指标"), self.indicators, tr("只编这些指标；不写就是全部有材料的指标")),
            (tr("单位"), self.unit, tr("只装这个责任单位的材料")),
            (tr("页号"), self.numbering, tr("页号印在哪里")),
            (tr("照片"), self.photos, tr("同一件里的照片几张印一页")),
            (tr("每卷页数"), self.limit, tr("超过这个页数就分卷，在材料之间分开")),
        ):
            form.addRow(text, field)
            field.setToolTip(as_tip(tip))
            field.setAccessibleName(text)
        column = vertical(self, spacing=9)
        column.addLayout(form)
        column.addWidget(self.wrong)
        for box in (self.blanks, self.draft, self.pdfa):
            column.addWidget(box)
        self.wrong.hide()
        self._set(usual)
        for combo in (self.edition, self.scope, self.numbering, self.photos):
            combo.currentIndexChanged.connect(self._on_changed)
        for box in (self.blanks, self.draft, self.pdfa):
            box.toggled.connect(self._on_changed)
        self.indicators.textChanged.connect(self._on_changed)
        self.unit.picked.connect(self._on_changed)
        self.limit.value_changed.connect(self._on_changed)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Offer the workspace's units."""
        self._framework = snapshot.framework
        own = snapshot.facts.unit_name
        self.unit.offer([own] if own else [u.name for u in snapshot.registry.units], tr("全部单位"))
        self._form.setRowVisible(self.unit, own is None)  # a unit has its own material only

    def options(self) -> DossierOptions | None:
        """What was chosen; None if something that was written is no indicator."""
        codes = self._codes()
        if codes is None:
            return None
        unit = self.unit.name
        return replace(
            self._usual,
            scope=self.chosen_scope,
            indicators=codes,
            units=(unit,) if unit else (),
            numbering=Numbering(self.numbering.currentData()),
            duplex_blanks=self.blanks.isChecked(),
            volume_limit=self.limit.value,
            photos_per_page=int(self.photos.currentData()),
            watermark=DRAFT if self.draft.isChecked() and not self.for_inspection else "",
            pdfa=self.pdfa.isChecked(),
            edition=Edition.INSPECTION if self.for_inspection else Edition.WORKING,
        )

    @property
    def for_inspection(self) -> bool:
        """True if the edition for inspectors is chosen."""
        return Edition(self.edition.currentData()) is Edition.INSPECTION

    @property
    def chosen_scope(self) -> Scope:
        """What one dossier is to hold."""
        return Scope(self.scope.currentData())  # Qt hands a StrEnum back as plain text

    def take_usual(self, usual: DossierOptions) -> None:
        """The workspace's settings changed."""
        if usual != self._usual:
            self._set(usual)

    def _set(self, usual: DossierOptions) -> None:
        self._usual = usual
        self.numbering.setCurrentIndex(self.numbering.findData(usual.numbering))
        self.photos.setCurrentIndex(max(0, self.photos.findData(usual.photos_per_page)))
        self.limit.set_value(usual.volume_limit)
        self.blanks.setChecked(usual.duplex_blanks)

    def _codes(self) -> tuple[str, ...] | None:
        parts = [p for p in re.split(r"[\s、,，;；]+", self.indicators.text()) if p]
        if self._framework is None:
            return None if parts else ()
        try:
            return tuple(dict.fromkeys(self._framework.indicator(p).code for p in parts))
        except IndicatorUnknown as error:
            self.wrong.setText(tr("没有编号为 {code} 的指标", code=error.code))
            return None

    @Slot()
    def _on_changed(self) -> None:
        wrong = self._codes() is None
        self.wrong.setVisible(wrong)
        self.draft.setEnabled(not self.for_inspection)  # what is handed over is no draft
        self.limit.setEnabled(self.chosen_scope is not Scope.COMBINED)
        self.changed.emit()
