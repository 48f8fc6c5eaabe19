"""What every section of the settings is made of."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QWidget

from app.settings import WorkspaceSettings, change_settings
from ui.actions import label
from ui.commands import Write
from ui.page import PageContext
from ui.snapshot import Snapshot
from ui.widgets.layouts import vertical

Change = Callable[[WorkspaceSettings], WorkspaceSettings]


class Section(QWidget):
    """A section; ``tall`` ones bring lists of their own and are not scrolled as a whole."""

    tall = False

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a new state of the workspace."""

    def arrive(self) -> None:
        """The section is turned to."""

    def store(
        self,
        change: Change,
        done: Callable[[object], object] | None = None,
        write: Write | None = None,
    ) -> None:
        """Change settings of the workspace in the background.

        ``write`` as in ``ui.commands.run``.
        """
        workspace = self.context.session.services.workspace
        facts = workspace.facts

        def job() -> None:
            change_settings(workspace.database, facts.county, facts.framework.programme, change)

        heard = done or (lambda _result: None)
        (write or self.context.session.write)(job, heard)


def form() -> QFormLayout:
    """A form whose fields stand in one column, below each other where there is no room."""
    made = QFormLayout()
    made.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
    made.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    made.setHorizontalSpacing(14)
    made.setVerticalSpacing(9)
    return made


class Card(QFrame):
    """A card with a title and a word about it; its ``column`` takes what belongs on it."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
        self.column = vertical(self, 18, 14, 18, 16, spacing=10)
        head = QHBoxLayout()
        head.addWidget(label(title, "subheading"))
        head.addSpacing(8)
        head.addWidget(label(hint, "muted", wrap=True), 1)
        self.column.addLayout(head)
