"""Characters that pages may not show: private-use codes of old fonts, and those no font has."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from app.gbk_private import is_private, is_symbol_font_code, with_standard_codes
from app.problems import Problem, ProblemKind
from app.typesetting.fonts import FontRole, glyph
from app.visible_text import visible

#: The mark of Chinese type for a character that the case lacks (GB/T 2312: 〓).
STAND_IN = "\N{GETA MARK}"

#: So many characters are named; further ones are 等.
_MOST_NAMED = 8

#: Words beside a character; marks, spaces and tags end them.
_AROUND = re.compile(r"\A\w+")
#: What the bundled fonts have without exception: most texts hold nothing else.
_SURE = re.compile("[\x00-\x7e\u3001-\u3011\u4e00-\u9fa5\uff01-\uff5e]+")


def rare_characters(text: str) -> Counter[str]:
    """Count the characters of a text that no bundled font shows, standard codes put in first.

    Private-use characters of symbol fonts are left out: these are drawn by their own fonts.
    """
    rest = visible(with_standard_codes(_SURE.sub("", text)))
    return Counter(
        {
            character: count
            for character, count in Counter(rest).items()
            if not is_symbol_font_code(character) and _is_missing(character)
        }
    )


def without_rare_characters(text: str, *, faces_named: bool = False) -> str:
    """Return ``text`` with standard codes, and a stand-in for each character that no font has.

    Symbols and emoji stay, since most computers have a font for them, unless a rare character
    beside them would suffer: LibreOffice draws wrong shapes where a line needs two fonts that it
    has to find itself. ``faces_named`` says that it need not, since the text names its fonts.
    """
    text = with_standard_codes(text)
    rare = rare_characters(text)
    if not rare:
        return text
    at_risk = not faces_named and any(
        _needs_fallback(character) for character in text if character not in rare
    )
    return "".join(STAND_IN if c in rare and (at_risk or not _is_symbol(c)) else c for c in text)


class RareCharacters:
    """Collects the rare characters of a file, how often each stands there, and where first."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._places: dict[str, str] = {}

    def look_through(self, text: str) -> None:
        """Add those of a piece of text."""
        found = rare_characters(text)
        for character in found.keys() - self._places.keys():
            self._places[character] = _place(text, character)
        self.counts += found

    def problems(self) -> tuple[Problem, ...]:
        """Tell of them, private ones apart."""
        private = {c: n for c, n in self.counts.items() if is_private(c)}
        others = {c: n for c, n in self.counts.items() if c not in private}
        found = []
        if private:
            found.append(Problem(ProblemKind.PRIVATE_CHARACTERS, self._named(private)))
        if others:
            found.append(Problem(ProblemKind.CHARACTERS_NOT_SHOWN, self._named(others)))
        return tuple(found)

    def _named(self, counts: Mapping[str, int]) -> dict[str, str | int | float | bool]:
        names = [f"{self._places.get(c, '')}U+{ord(c):04X}" for c in counts]
        more = "等" if len(names) > _MOST_NAMED else ""
        return {"count": sum(counts.values()), "characters": "、".join(names[:_MOST_NAMED]) + more}


def _place(text: str, character: str) -> str:
    """The characters around the first of a kind: 李〓同志."""
    at = text.find(character)
    before = _AROUND.search(text[max(at - 4, 0) : at][::-1])
    after = _AROUND.search(text[at + 1 : at + 4])
    words = (before[0][::-1] if before else "") + STAND_IN + (after[0] if after else "")
    return without_rare_characters(words) + " " if len(words) > 1 else ""


def _is_missing(character: str) -> bool:
    if character.isspace() or unicodedata.category(character) == "Mn":
        return False
    return is_private(character) or not glyph(FontRole.BODY, character).font_name


def _needs_fallback(character: str) -> bool:
    """A Han character that the body's own face may lack."""
    return character > "\u9fa5" or "\u3400" <= character <= "\u4dbf"


def _is_symbol(character: str) -> bool:
    return unicodedata.category(character)[0] in "SP"
