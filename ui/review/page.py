"""审核: the office decides here; a unit sees what was returned."""

from app.changed import Area
from app.framework.keys import SlotKey
from app.vocabulary import WorkspaceRole
from ui.page import Page, PageContext
from ui.review.office import OfficeReview
from ui.review.returned import UnitReview
from ui.shared.targets import WaitingTarget
from ui.snapshot import Snapshot
from ui.widgets.layouts import vertical


class ReviewPage(Page):
    """One of two views: the office's or a unit's."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        office = context.session.snapshot.facts.role is WorkspaceRole.OFFICE
        self.view: OfficeReview | UnitReview = (
            OfficeReview(context, self) if office else UnitReview(context, self)
        )
        layout = vertical(self)
        layout.addWidget(self.view)
        self.follow(context.session, Area.REVIEWS, Area.REASONS, Area.STATEMENTS, Area.NOTES)

    def arrive(self, target: object) -> None:
        """Turn to a slot that another page names, or to what waits."""
        self.view.start()
        if not isinstance(self.view, OfficeReview):
            return
        if isinstance(target, SlotKey):
            self.view.turn_to(target)
        elif isinstance(target, WaitingTarget):
            self.view.look_for_waiting()

    def leave(self) -> None:
        """Remember the widths."""
        self.view.keep()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a new state of the workspace."""
        self.view.show_snapshot(snapshot)
