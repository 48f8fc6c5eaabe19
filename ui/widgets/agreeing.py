"""The buttons at the foot of a dialog: one that accepts, and one that rejects."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton

from ui.literal import tip as as_tip
from ui.translation import tr


def agree_buttons(
    dialog: QDialog, agree: str, tip: str = "", *, shortcut: str = "", refuse: str = ""
) -> tuple[QDialogButtonBox, QPushButton]:
    """Buttons that accept and reject ``dialog``, and the one that accepts.

    ``tip`` should name the ``shortcut``. ``refuse`` is the text of the other button, Cancel unless
    given.
    """
    box = QDialogButtonBox(dialog)
    button = QPushButton(agree)
    button.setProperty("primary", True)  # noqa: FBT003  (Qt's own signature)
    box.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
    button.setToolTip(as_tip(tip))
    if shortcut:
        button.setShortcut(shortcut)
    box.addButton(refuse or tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box, button
