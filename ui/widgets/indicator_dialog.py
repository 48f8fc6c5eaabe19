"""The question where evidence is to go, as a dialog round the indicator picker."""

import json
from collections.abc import Callable
from dataclasses import asdict

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from app.evidence.places import Target
from ui.actions import ActionButton, label, make_action
from ui.literal import window_title
from ui.preferences import Preferences
from ui.snapshot import Snapshot
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.elided import ElidedLabel
from ui.widgets.fitting import resize_within_window
from ui.widgets.indicator_picker import IndicatorPicker, target_text
from ui.widgets.layouts import vertical

_REMEMBERED = "picker/target"


class IndicatorDialog(QDialog):
    """Emits ``chosen`` once and closes; the place chosen last is lit when it opens."""

    chosen = Signal(object)  # Target

    def __init__(
        self,
        snapshot: Snapshot,
        theme: Theme,
        preferences: Preferences,
        *,
        title: str,
        verb: str,
        unit: str = "",
        start: Target | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Ask where something goes.

        Args:
            snapshot: the workspace as it is shown.
            theme: the look.
            preferences: remember the place for the next time.
            title: what is being done ("移动 3 件材料").
            verb: what the button says ("移到这里").
            unit: whose evidence it is; offered before any other.
            start: the place to begin at; else the one that was chosen last.
            parent: the widget over which it opens.
        """
        super().__init__(parent)
        self._preferences, self._framework = preferences, snapshot.framework
        self.setWindowTitle(window_title(title))
        self.picker = IndicatorPicker(
            snapshot.framework,
            snapshot.registry,
            snapshot.words,
            theme,
            own_unit=snapshot.facts.unit_name,
        )
        self.where = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self.where.setProperty("muted", True)  # noqa: FBT003  (Qt's own signature)
        self.accept_action = make_action(
            self, verb, tr("按选中的指标、核验方式和要点办理"), self.picker.choose, "Ctrl+Return"
        )
        cancel = make_action(self, tr("取消"), tr("什么也不改"), self.reject)
        self.accept_button = ActionButton(self.accept_action, theme, "check", primary=True)
        self.accept_button.setDefault(True)
        self.cancel_button = ActionButton(cancel, theme)
        self.cancel_button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.where, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.accept_button)
        layout = vertical(self, 16, 14, 16, 14, spacing=10)
        layout.addWidget(label(title, "subheading"))
        layout.addWidget(self.picker, 1)
        layout.addLayout(foot)
        self.picker.target_changed.connect(self._on_target)
        self.picker.chosen.connect(self._on_chosen)
        self.picker.prefer(unit=unit, last=start or _last_target(preferences))
        self._on_target(self.picker.target)
        resize_within_window(self, theme.space(840), theme.space(500))
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_target(self, target: Target | None) -> None:
        self.accept_action.setEnabled(target is not None)
        self.where.setText(
            target_text(self._framework, target) if target else tr("没有找到，请换个词")
        )

    @Slot(object)
    def _on_chosen(self, target: Target) -> None:
        if self.isVisible():
            self._preferences.keep(_REMEMBERED, json.dumps(asdict(target), ensure_ascii=False))
            self.accept()
            self.chosen.emit(target)


def ask_place(dialog: IndicatorDialog, then: Callable[[Target], object]) -> None:
    """Open the question over its window; ``then`` hears of the answer, if there is one."""
    dialog.chosen.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _last_target(preferences: Preferences) -> Target | None:
    try:
        return Target(**json.loads(preferences.recalled(_REMEMBERED)))
    except (ValueError, TypeError):
        return None  # nothing was chosen yet, or the file was edited by hand
