"""How a package is made: in full or not, in parts, encrypted, and to which folder."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.exchange.envelope.parts import FAT32_PART
from app.exchange.kinds import PackageKind
from app.exchange.service import PackRequest
from ui.actions import first_line_label, label
from ui.exchange.destination import DestinationChooser
from ui.page import PageContext
from ui.translation import tr
from ui.wording import UNSEALED, partner_name, person_name

_MEGABYTE = 1 << 20
#: The data of the choice "自定"; the size is in the box beside it.
_OWN = -1
#: At most so many units without a key are named.
_SHOWN = 4
_WHOLE = 0
_TWO_GIGABYTES = 2 << 30


class PackForm(QWidget):
    """Emits ``changed`` after each choice; ``request`` is what was chosen."""

    changed = Signal()

    def __init__(self, context: PageContext, kind: PackageKind) -> None:
        super().__init__()
        self._kind = kind
        theme = context.theme
        self.destination = DestinationChooser(context)
        self.full = QCheckBox(tr("全量：对方已经收到的原件也装入"))
        self.full.setToolTip(tr("对方换了电脑、丢了原件时用；平时不用勾选"))
        self.draft = QCheckBox(tr("只送去看看，不算正式报送"))
        self.draft.setToolTip(tr("创建办能看到材料，但不进入审核"))
        self.supersede = QCheckBox(tr("以本机为准：有几份工作区时用"))
        self.supersede.setToolTip(tr("对方说有两份工作区不一致时用：以后只认这一份，并制作全量包"))
        self.seal = QCheckBox(tr("加密：只有对方能打开"))
        self.seal.setToolTip(tr("用对方的公钥加密；合并过对方的包、核对过指纹以后都加密"))
        # A unit that lost its computer lost its key too, and could not open what is sealed to it.
        self.seal.setChecked(kind is not PackageKind.RECOVERY)
        self.clear_words = label("", "guess", wrap=True)
        self._without_key: tuple[str, ...] = ()
        self._asked = 0
        self._can_seal = True
        self.parts = QComboBox()
        self.parts.setAccessibleName(tr("分卷大小"))
        self.parts.setMinimumContentsLength(12)
        self.parts.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for text, size in (
            (tr("每卷 4 GB（适合一般 U 盘）"), FAT32_PART),
            (tr("每卷 2 GB（适合老的 U 盘）"), _TWO_GIGABYTES),
            (tr("不分卷"), _WHOLE),
            (tr("自定大小"), _OWN),
        ):
            self.parts.addItem(text, size)
        self.megabytes = QSpinBox()
        self.megabytes.setRange(1, 100_000)
        self.megabytes.setValue(700)
        self.megabytes.setSuffix(" MB")
        self.megabytes.setAccessibleName(tr("每卷多少 MB"))
        self.instructions = QPlainTextEdit()
        self.instructions.setAccessibleName(tr("给单位的话"))
        self.instructions.setPlaceholderText(tr("随包带给单位的说明，可以不填"))
        self.instructions.setTabChangesFocus(True)
        self.instructions.setFixedHeight(theme.space(58))
        self.person = label("", wrap=True)
        self._workspace = context.session.services.workspace
        self.name_person()
        self._build()
        sized = kind in {PackageKind.SUBMISSION, PackageKind.RETURN}
        self.draft.setVisible(kind is PackageKind.SUBMISSION)
        self.full.setVisible(sized)
        self.supersede.setVisible(sized)
        self.seal.setVisible(kind is not PackageKind.RECOVERY)
        self.destination.changed.connect(self.changed)
        self.full.toggled.connect(self._follow)
        self.supersede.toggled.connect(self._follow)
        self.seal.toggled.connect(self._follow)
        self.parts.currentIndexChanged.connect(self._follow)
        self.megabytes.valueChanged.connect(self._follow)
        self._follow()

    def _build(self) -> None:
        size = QHBoxLayout()
        size.addWidget(self.parts, 1)
        size.addWidget(self.megabytes)
        choices = QVBoxLayout()
        choices.setSpacing(4)
        for box in (self.full, self.draft, self.seal, self.supersede):
            choices.addWidget(box)
        form = QFormLayout()
        form.setVerticalSpacing(9)
        form.setHorizontalSpacing(14)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("送到"), self.destination)
        form.addRow(tr("分卷"), size)
        form.addRow(first_line_label(tr("选项")), choices)
        if self._kind is PackageKind.RECOVERY:
            form.setRowVisible(choices, False)  # noqa: FBT003  (Qt's own signature)
        if self._kind is not PackageKind.SUBMISSION:
            form.addRow(tr("说明"), self.instructions)
        form.addRow(tr("制作人"), self.person)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(9)
        whole.addLayout(form)
        # Words of several lines get the height they need only outside of a form.
        whole.addWidget(self.clear_words)

    @property
    def is_full(self) -> bool:
        """True if originals that the recipient already has are sent again."""
        return self.full.isChecked() or self.supersede.isChecked()

    @property
    def part_size(self) -> int | None:
        """How large a file may become; None for any size."""
        chosen = int(self.parts.currentData())
        if chosen == _OWN:
            return min(FAT32_PART, self.megabytes.value() * _MEGABYTE)
        return chosen or None

    def request(self, target: Path) -> PackRequest:
        """What is to be made in a folder."""
        return PackRequest(
            self._kind,
            target,
            full=self.full.isChecked(),
            supersede=self.supersede.isChecked(),
            submit=not self.draft.isChecked(),
            instructions=self.instructions.toPlainText().strip(),
            part_size=self.part_size,
            # Checked means: for everybody whose key is known; the others are named below.
            seal=None if self.seal.isChecked() else False,
        )

    def demand(self, needed: int) -> None:
        """Compare the free space on the drive with what is needed."""
        size = self.part_size
        self.destination.demand(needed, needed if size is None else min(size, needed))

    def ask_keys(self, context: PageContext, units: Sequence[str | None]) -> None:
        """Find the units to which nothing can be encrypted yet, and say so."""
        exchange, wanted = context.session.services.exchange, tuple(units)
        self._asked = len(set(wanted))
        context.session.read(lambda: exchange.without_key(wanted), self._on_keys)

    @Slot(object)
    def _on_keys(self, names: tuple[str, ...]) -> None:
        self._without_key = names
        self._can_seal = len(names) < self._asked
        self.seal.setEnabled(self._can_seal)
        if not self._can_seal:
            self.seal.setChecked(False)
        self._follow()

    def _clear_words(self) -> str:
        """What is sent unencrypted; "" if nothing is."""
        recovering = self._kind is PackageKind.RECOVERY
        if not self.seal.isChecked() and (recovering or self._can_seal):
            return UNSEALED[self._kind]
        if self._without_key:
            shown = tr("、").join(map(partner_name, self._without_key[:_SHOWN]))
            if len(self._without_key) > _SHOWN:
                shown = tr("{names} 等", names=shown)
            return tr(
                "{names}的密钥还没有核对过，这次不能加密；合并过对方的包、核对指纹以后就加密。{what}",
                names=shown,
                what=UNSEALED[self._kind],
            )
        return ""

    def name_person(self) -> None:
        """Show the name of the person who makes the package."""
        self.person.setText(person_name(self._workspace.actor))

    @Slot()
    def _follow(self) -> None:
        self.megabytes.setVisible(self.parts.currentData() == _OWN)
        if self.supersede.isChecked():
            self.full.setChecked(True)
        self.full.setEnabled(not self.supersede.isChecked())
        self.clear_words.setText(self._clear_words())
        self.clear_words.setVisible(bool(self.clear_words.text()))
        self.changed.emit()
