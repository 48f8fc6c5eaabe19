"""Reading the library in a thread, and then the pinyin initials, which take longer."""

from collections.abc import Mapping

from app.bootstrap import Services
from app.dossier.whereabouts import read_bound_places
from app.evidence.library import list_library
from app.evidence.numbering import BindingOrder
from ui.library.rows import Library, LibraryScope, library_of
from ui.pinyin import initials


class LibraryReader:
    """Remembers the initials of what it has read, so that reading again is quick."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._known: dict[str, str] = {}

    def read(self) -> Library:
        """Everything as it stands now."""
        workspace = self._services.workspace
        order = BindingOrder.of(workspace.facts.framework, workspace.registry())
        with workspace.reading() as session:
            rows = list_library(session, order)
        bound = {key: place.words for key, place in read_bound_places(workspace).items()}
        return library_of(rows, workspace.facts.framework, bound)

    def letters(self, library: Library) -> Mapping[str, str]:
        """The pinyin initials of title, issuer and unit, by item."""
        entries = (*library.scopes[LibraryScope.ALL], *library.scopes[LibraryScope.BIN])
        return {
            e.row.item: " ".join(map(self._initials, (e.row.title, e.row.issuer, e.row.unit)))
            for e in entries
        }

    def _initials(self, text: str) -> str:
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = initials(text)
        return found
