"""Characters that pages may not show: private codes of old fonts, and those no font has."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from app.gbk_private import is_private, is_symbol_font_code, with_standard_codes
from app.problems import Problem, ProblemKind, listed
from app.typesetting.fonts import FontRole, base_font_name, glyph
from app.visible_text import visible

#: The mark of Chinese type for a character that the case lacks (GB/T 2312: 〓).
STAND_IN = "\N{GETA MARK}"

#: So many characters are named; further ones are 等.
_MOST_NAMED = 8

#: By block, since Python may know an older Unicode than the text.
_HAN = re.compile("[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\ufffd\U00020000-\U0003ffff]")
#: Words beside a character; marks, spaces and tags end them.
_AROUND = re.compile(r"\A\w+")
#: What the bundled fonts have without exception: most texts hold nothing else.
_SURE = re.compile("[\x00-\x7e\u3001-\u3011\u4e00-\u9fa5\uff01-\uff5e]+")


def rare_characters(text: str, *, mapped: bool = True) -> Counter[str]:
    """Count the characters of a text that no bundled font shows.

    ``mapped`` puts in standard codes first, for text that is printed with these. Private-use
    characters of symbol fonts are left out: these are drawn by their own fonts.
    """
    rest = _SURE.sub("", text)
    counts = Counter(with_standard_codes(rest) if mapped else rest)
    return Counter({c: count for c, count in counts.items() if _is_missing(c)})


def without_rare_characters(text: str, *, faces_named: bool = False) -> str:
    """Return ``text`` with standard codes, and a stand-in for Han characters that no font has.

    Other scripts, symbols and emoji stay, since most computers have fonts for them; but a symbol
    goes where a rare character beside it would suffer: LibreOffice draws wrong shapes where a line
    needs two fonts that it has to find itself. ``faces_named`` says that it need not, since the
    text names its fonts.
    """
    text = with_standard_codes(text)
    rare = rare_characters(text)
    if not rare:
        return text
    at_risk = not faces_named and any(
        _needs_fallback(character) for character in text if character not in rare
    )
    replaced = {c for c in rare if _is_han(c) or (at_risk and _is_symbol(c))}
    return "".join(STAND_IN if character in replaced else character for character in text)


class RareCharacters:
    """Collects the rare characters of a file, how often each stands there, and where first.

    ``mapped`` says that the pages are made with standard codes in place of private ones.
    """

    def __init__(self, *, mapped: bool = True) -> None:
        self._mapped = mapped
        self.counts: Counter[str] = Counter()
        self._places: dict[str, str] = {}

    def look_through(self, text: str) -> None:
        """Add those of a piece of text."""
        found = rare_characters(text, mapped=self._mapped)
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
        return {"count": sum(counts.values()), "characters": listed(names, _MOST_NAMED)}


def _place(text: str, character: str) -> str:
    """The characters around the first of a kind: 李〓同志."""
    at = text.find(character)
    before = _AROUND.search(text[max(at - 4, 0) : at][::-1])
    after = _AROUND.search(text[at + 1 : at + 4])
    words = (before[0][::-1] if before else "") + STAND_IN + (after[0] if after else "")
    return without_rare_characters(words) + " " if len(words) > 1 else ""


def _is_missing(character: str) -> bool:
    if is_private(character):
        return not is_symbol_font_code(character)
    if unicodedata.category(character) == "Mn" or not visible(character).strip():
        return False
    return not glyph(FontRole.BODY, character).font_name


def _needs_fallback(character: str) -> bool:
    """A Han character that the body's own face lacks."""
    own = base_font_name(FontRole.BODY)
    return _HAN.match(character) is not None and glyph(FontRole.BODY, character).font_name != own


def _is_han(character: str) -> bool:
    """A Han character, or a code that stands for one: a private one, one that was not decoded."""
    return _HAN.match(character) is not None or is_private(character)


def _is_symbol(character: str) -> bool:
    return unicodedata.category(character) == "So"
