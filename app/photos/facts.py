"""What a photo says of itself: its look, and when, where and by whom it was taken (EXIF)."""

import math
import struct
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Self

from app.photos.notes import PhotoNote, cleaned
from app.visible_text import visible

if TYPE_CHECKING:
    from PIL import Image

_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825
_TAKEN, _OFFSET, _ARTIST, _XP_AUTHOR = 0x9003, 0x9011, 0x013B, 0x9C9D
_BEIJING = timezone(timedelta(hours=8))
#: No digital photo is older.
_FIRST_YEAR = 1990
_LONGEST_NAME = 40
_TROUBLE = (ValueError, TypeError, KeyError, ArithmeticError, OSError, SyntaxError, struct.error)


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What is known of a photo by its file alone; "" for what is not.

    ``look`` is its print (``app.photos.looks``); the others are as people read them.
    """

    look: str = ""
    taken: str = ""
    place: str = ""
    taken_by: str = ""

    @property
    def guess(self) -> PhotoNote:
        """What may stand in its note until somebody says otherwise."""
        return PhotoNote(
            taken=self.taken or None, place=self.place or None, taken_by=self.taken_by or None
        )

    def stored(self) -> dict[str, str]:
        """As the record of the original keeps it."""
        said = (("look", self.look), ("taken", self.taken), ("place", self.place))
        return {name: text for name, text in (*said, ("taken_by", self.taken_by)) if text}

    @classmethod
    def of_stored(cls, stored: Mapping[str, Any] | None) -> Self:
        """Out of the record of an original; nothing if it is no photo."""
        return cls(**dict(stored or {}))


def told_by(exif: "Image.Exif") -> PhotoFacts:
    """What the EXIF of a photo tells; nonsense in it tells nothing."""
    return PhotoFacts(taken=_taken(exif), place=_place(exif), taken_by=_taken_by(exif))


def _taken(exif: "Image.Exif") -> str:
    """2021年5月6日 10时20分, in Beijing's time where the zone is told."""
    with suppress(*_TROUBLE):
        detail = exif.get_ifd(_EXIF_IFD)
        moment = datetime.strptime(str(detail[_TAKEN]).strip("\x00 ")[:19], "%Y:%m:%d %H:%M:%S")
        offset = str(detail.get(_OFFSET, "")).strip("\x00 ")
        if offset:
            zoned = datetime.fromisoformat(f"{moment.isoformat()}{offset}")
            moment = zoned.astimezone(_BEIJING).replace(tzinfo=None)
        if moment.year >= _FIRST_YEAR:
            day = f"{moment.year}年{moment.month}月{moment.day}日"
            return f"{day} {moment.hour}时{moment.minute:02d}分"
    return ""


def _place(exif: "Image.Exif") -> str:
    """北纬25°02′43″，东经102°42′35″."""
    with suppress(*_TROUBLE):
        gps = exif.get_ifd(_GPS_IFD)
        north, east = _degrees(gps[2], 90), _degrees(gps[4], 180)
        if north or east:
            up = "南纬" if str(gps.get(1, "N")).upper().startswith("S") else "北纬"
            along = "西经" if str(gps.get(3, "E")).upper().startswith("W") else "东经"
            return f"{up}{_in_seconds(north)}，{along}{_in_seconds(east)}"
    return ""


def _degrees(parts: Any, most: int) -> float:  # noqa: ANN401  (as a camera wrote it)
    degrees, minutes, seconds = (float(part) for part in parts)
    found = degrees + minutes / 60 + seconds / 3600
    if not math.isfinite(found) or not 0 <= found <= most:
        raise ValueError(parts)
    return found


def _in_seconds(degrees: float) -> str:
    seconds = round(degrees * 3600)
    return f"{seconds // 3600}°{seconds // 60 % 60:02d}′{seconds % 60:02d}″"


def _taken_by(exif: "Image.Exif") -> str:
    with suppress(*_TROUBLE):
        raw = exif.get(_XP_AUTHOR, b"")
        name = raw.decode("utf-16-le") if isinstance(raw, bytes) else ""
        found = cleaned(visible((name or _readable(str(exif.get(_ARTIST, "")))).strip("\x00 ")), "")
        return found if len(found) <= _LONGEST_NAME else ""
    return ""


def _readable(text: str) -> str:
    """Chinese names are written as UTF-8 or GBK into a field that knows Latin letters only."""
    try:
        raw = text.encode("latin-1")
    except UnicodeEncodeError:
        return text
    for code in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return raw.decode(code)
    return text
