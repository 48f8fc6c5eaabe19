"""The fingerprints of the sender's key and the own key, for two people to compare."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QFormLayout, QFrame, QLabel, QWidget

from app.exchange.rounds import Arrival
from app.identity.trust import KeyTrust
from ui.actions import ActionButton, label, make_action
from ui.literal import no_mnemonic
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.layouts import vertical


class Fingerprints(QFrame):
    """Emits ``confirmed`` with whether the person has compared the key."""

    confirmed = Signal(bool)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
        self.heading = label("", "subheading", wrap=True)
        self.advice = label("", "muted", wrap=True)
        self.theirs = _digits(tr("对方的指纹"))
        self.known = _digits(tr("以前确认的指纹"))
        self.own = _digits(tr("本机的指纹"))
        self.box = QCheckBox()
        self.box.setToolTip(tr("每个单位只需核对一次"))
        self.settings_action = make_action(
            self,
            tr("到 身份与口令"),
            tr("看已经确认的指纹，取消对旧指纹的信任"),
            lambda: context.go("settings", "identity"),
        )
        self.button = ActionButton(self.settings_action, context.theme)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form = form
        for field in (self.known, self.theirs, self.own):
            form.addRow(field.accessibleName(), field)
        layout = vertical(self, 14, 10, 14, 12)
        layout.addWidget(self.heading)
        layout.addLayout(form)
        layout.addWidget(self.advice)
        layout.addWidget(self.box)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.toggled.connect(self.confirmed)
        context.theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_arrival(self, arrival: Arrival, own: str, *, done: bool) -> None:
        """Show whether the key of a package is trusted; ``own`` is this workspace's fingerprint."""
        report = arrival.report
        self.setVisible(report is not None)
        if report is None:
            return
        name, trust = report.sender, report.trust
        changed = trust is KeyTrust.CHANGED and not done
        unknown = trust is KeyTrust.UNKNOWN and not done
        self.theirs.setText(report.fingerprint)
        self.known.setText(arrival.known)
        self.own.setText(own or tr("还没有密钥，首次制作包时生成"))
        self._form.setRowVisible(self.known, changed)
        self._form.setRowVisible(self.own, unknown)
        self.heading.setProperty("wrong", changed)
        self.heading.style().polish(self.heading)
        if changed:
            self.heading.setText(tr("{name} 的密钥变了，没有合并", name=name))
            self.advice.setText(
                tr(
                    "可能是对方换了电脑或重装了系统，也可能是别人冒充。请当面或打电话向对方核实："
                    "是换了电脑，就请对方用另存的密钥恢复，再重新制作；密钥确实丢了，"
                    "核对新指纹无误后，到 设置→身份与口令 取消对旧指纹的信任，再打开这个包。"
                )
            )
        elif unknown:
            self.heading.setText(tr("第一次收到 {name} 的包，请核对指纹", name=name))
            self.advice.setText(
                tr(
                    "指纹是一串字，像对方电脑的印鉴，用来认出包是不是他发的。"
                    "请打电话或当面请对方念出来，与上面“对方的指纹”逐段对照；"
                    "对方要核对本机时，念“本机的指纹”。每个单位只需一次。"
                )
            )
        else:
            self.heading.setText(tr("签名有效，指纹已经核对过"))
            self.advice.setText("")
        self.advice.setVisible(bool(self.advice.text()))
        self.button.setVisible(changed)
        self.box.setVisible(unknown)
        self.box.setText(tr("已经与 {name} 核对，指纹一致", name=no_mnemonic(name)))
        self.box.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.box.setChecked(arrival.trust is not None)
        self.box.blockSignals(False)  # noqa: FBT003

    def _dress(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self._theme.font().pointSizeF())
        for field in (self.theirs, self.known, self.own):
            field.setFont(font)


def _digits(name: str) -> QLabel:
    made = label("", wrap=True)
    made.setAccessibleName(name)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made
