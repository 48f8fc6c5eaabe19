"""What other pages may ask the 材料库 page to turn to."""

from dataclasses import dataclass

from ui.library.filtering import Wanted
from ui.library.rows import Scope


@dataclass(frozen=True, slots=True)
class LibraryTarget:
    """A scope of the table, what to look for in it, and the item to choose; "" for none."""

    scope: Scope = Scope.ALL
    wanted: Wanted = Wanted.ANY
    item: str = ""
