"""Tables and words on a terminal, with nothing in them that is taken for markup."""

from collections.abc import Collection

from rich.console import RenderableType
from rich.style import StyleType
from rich.table import Table
from rich.text import Text

from app.visible_text import visible

#: So many letters has an identifier.
_IDENTIFIER = 36


class PlainTable(Table):
    """A table whose cells are literal: no name is taken for markup, or hides or reorders it."""

    def add_row(
        self,
        *cells: RenderableType | None,
        style: StyleType | None = None,
        end_section: bool = False,
    ) -> None:
        """Add a row, as in ``Table``."""
        literally = (literal(cell) if isinstance(cell, str) else cell for cell in cells)
        super().add_row(*literally, style=style, end_section=end_section)


def literal(text: str) -> Text:
    """Words for the terminal as they stand: "[/附件]" is no markup, nothing in them is unseen."""
    return Text(visible(text))


def simple_table(*headings: str, whole: Collection[str] = (), below: str = "") -> Table:
    """A table without frames, as it reads well in narrow terminals and in files.

    Columns named in ``whole`` are never broken over lines: numbers and days. In the column
    ``below``, second lines have room for an identifier, see ``below_words``.
    """
    table = PlainTable(box=None, header_style="bold", pad_edge=False)
    for heading in headings:
        least = _IDENTIFIER if heading == below else None
        table.add_column(heading, overflow="fold", no_wrap=heading in whole, min_width=least)
    return table


def below_words(*lines: str) -> Text:
    """A cell of several lines; an identifier in a line of its own can be copied as a whole."""
    return Text("\n").join(literal(line) for line in lines if line)
