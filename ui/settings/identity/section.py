"""The section of the settings: three cards, read together."""

from PySide6.QtCore import Slot

from ui.page import PageContext
from ui.settings.identity.keys import KeysCard
from ui.settings.identity.partners import PartnersCard
from ui.settings.identity.people import PeopleCard
from ui.settings.identity.reading import IdentityReading, read_identity
from ui.settings.sections import Section
from ui.snapshot import Snapshot
from ui.widgets.layouts import vertical


class IdentitySection(Section):
    """Everything is read in a thread, and each change goes through the writing queue."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.keys, self.people = KeysCard(context), PeopleCard(context)
        self.partners = PartnersCard(context)
        self._cards = (self.keys, self.people, self.partners)
        layout = vertical(self, spacing=12)
        for card in self._cards:
            card.changed.connect(self._read)
            layout.addWidget(card)
        layout.addStretch(1)

    def arrive(self) -> None:
        """Look how things stand."""
        self._read()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Look how things stand."""
        self._read()

    @Slot()
    def _read(self) -> None:
        services = self.context.session.services
        self.context.session.read(lambda: read_identity(services), self._on_read)

    @Slot(object)
    def _on_read(self, reading: IdentityReading) -> None:
        for card in self._cards:
            card.show_reading(reading)
