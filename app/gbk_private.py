"""Private characters of old GBK and GB 18030-2000 that have a standard code today.

Windows 95 to XP and early WPS gave a hundred characters of GBK codes from U+E5E5 to U+E864, since
Unicode lacked them; fonts without these codes show a blank or a box. Sources: GB 18030-2000 and
its changes of 2005 and 2022 (which gave ten vertical marks and eight components their codes), and
the order of GBK's rows, in which the private codes were given out.
"""

import re

#: The components of GB 18030 that Python's codec (of 2000) still gives private codes.
_SINCE_2000 = {
    0xE5E5: 0x3000,
    0xE7C7: 0x1E3F,
    0xE816: 0x20087,
    0xE817: 0x20089,
    0xE818: 0x200CC,
    0xE81E: 0x9FB4,
    0xE826: 0x9FB5,
    0xE82B: 0x9FB6,
    0xE82C: 0x9FB7,
    0xE831: 0x215D7,
    0xE832: 0x9FB8,
    0xE83B: 0x2298F,
    0xE843: 0x9FB9,
    0xE854: 0x9FBA,
    0xE855: 0x241FE,
    0xE864: 0x9FBB,
    **dict(
        zip(
            range(0xE78D, 0xE797),
            (0xFE10, 0xFE12, 0xFE11, 0xFE13, 0xFE14, 0xFE15, 0xFE16, 0xFE17, 0xFE18, 0xFE19),
            strict=True,
        )
    ),
}


def _by_position() -> dict[int, int]:
    """What GBK had at the places whose private codes were given out in order."""
    row_fe = [trail for trail in range(0x50, 0xA1) if trail != 0x7F]
    places = {0xE815 + number: bytes((0xFE, trail)) for number, trail in enumerate(row_fe)}
    places |= {0xE7E7 + number: bytes((0xA9, 0x89 + number)) for number in range(13)}
    places |= {0xE7C8: b"\xa8\xbf", 0xE76C: b"\xa2\xe3"}
    return {code: ord(place.decode("gb18030")) for code, place in places.items()}


_STANDARD = str.maketrans({**_by_position(), **_SINCE_2000})
_OLD = re.compile("[" + "".join(sorted(map(chr, _STANDARD))) + "]")


def with_standard_codes(text: str) -> str:
    """Return ``text`` with the standard code of every character that has one by now."""
    return text.translate(_STANDARD) if _OLD.search(text) else text


def is_private(character: str) -> bool:
    """Say whether a character's meaning is left to a font (the private-use areas)."""
    return "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000"


def is_symbol_font_code(character: str) -> bool:
    """Say whether a private character is one of those that symbol fonts such as Wingdings use."""
    return "\uf000" <= character <= "\uf0ff"
