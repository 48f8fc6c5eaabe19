"""What is being said of photos, before it is stored. Pure."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.evidence.photos import PhotoEdit, PhotoRow
from app.photos.notes import ELEMENTS, PhotoNote, cleaned

#: The fields of a photo in the order in which they are typed.
FIELDS = ("title", *ELEMENTS)


@dataclass
class PhotoLine:
    """A photo and what is said of it by now; ``suggested`` is who took the last ones."""

    row: PhotoRow
    suggested: str = ""
    said: dict[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """What stands in a field: said, noted before, told by the photo, or suggested."""
        if name in self.said:
            return self.said[name]
        if name == "title":
            return self.row.title
        known = getattr(self.row.known, name)
        if known is None:
            return self.suggested if name == "taken_by" else ""
        return str(known)

    def guessed(self, name: str) -> bool:
        """True if nobody said what stands there."""
        if name == "title" or name in self.said:
            return False
        return getattr(self.row.note, name) is None and bool(self.text(name))

    def say(self, name: str, text: str) -> None:
        """Say something, or take back what was said by saying what stood there."""
        words = cleaned(text, name) if name != "title" else " ".join(text.split())
        if name == "title" and not words:
            return  # a photo has some name
        if words != self.text(name) or self.guessed(name):
            self.said[name] = words

    @property
    def edit(self) -> PhotoEdit | None:
        """What is to be stored; None if nothing was said.

        Whoever took the last photos took this one too, once anything else is said of it.
        """
        if not self.said:
            return None
        noted = self.row.note.stored() | {n: t for n, t in self.said.items() if n != "title"}
        if self.suggested and "taken_by" not in noted and self.row.guess.taken_by is None:
            noted["taken_by"] = self.suggested
        title = self.said.get("title")
        return PhotoEdit(self.row.item, self.row.number, PhotoNote.of_stored(noted), title)


class PhotoDraft:
    """The photos that are being described, in their order."""

    def __init__(self, rows: Iterable[PhotoRow], suggested: str = "") -> None:
        self.lines = [PhotoLine(row, suggested) for row in rows]
        self._before = [line.row for line in self.lines]

    @property
    def changed(self) -> bool:
        """True if there is anything to store."""
        return bool(self.edits or self.orders)

    @property
    def edits(self) -> list[PhotoEdit]:
        """What is to be stored of the photos."""
        return [edit for line in self.lines if (edit := line.edit) is not None]

    @property
    def orders(self) -> dict[str, list[int]]:
        """The new order of the files of items whose photos were moved."""
        found: dict[str, list[int]] = {}
        for item in dict.fromkeys(row.item for row in self._before):
            before = [row.number for row in self._before if row.item == item]
            now = [line.row.number for line in self.lines if line.row.item == item]
            if now != before:
                # Files that are no photos keep their places; photos take those of photos.
                places = dict(zip(before, now, strict=True))
                count = next(row.count for row in self._before if row.item == item)
                found[item] = [places.get(number, number) for number in range(count)]
        return found

    def same_as_above(self, at: int, name: str) -> bool:
        """Say of a photo what is said of the one above it (同上); False for the first one."""
        if not 0 < at < len(self.lines):
            return False
        self.lines[at].say(name, self.lines[at - 1].text(name))
        return True

    def same_for(self, places: Sequence[int], name: str, text: str) -> None:
        """Say the same of several photos."""
        for at in places:
            self.lines[at].say(name, text)

    def can_move(self, at: int, by: int) -> bool:
        """True if a photo may change places with its neighbour: both are parts of one item."""
        other = at + by
        if not (0 <= at < len(self.lines) and 0 <= other < len(self.lines)):
            return False
        one, two = self.lines[at].row, self.lines[other].row
        # The main file keeps its place: the entry is its own.
        return one.item == two.item and min(one.number, two.number) > 0

    def move(self, at: int, by: int) -> bool:
        """Let a photo change places with its neighbour, if it may."""
        if not self.can_move(at, by):
            return False
        self.lines[at], self.lines[at + by] = self.lines[at + by], self.lines[at]
        return True

    @property
    def kept(self) -> str:
        """What was said and is not stored yet, as a text; the order of photos is left out."""
        said = [
            [line.row.item, line.row.number, line.row.sha256, line.said]
            for line in self.lines
            if line.said
        ]
        return json.dumps(said, ensure_ascii=False) if said else ""

    def take_kept(self, text: str) -> None:
        """Say again what ``kept`` has of photos that are still the same; nonsense says nothing."""
        try:
            said = {(i, n, sha256): dict(fields) for i, n, sha256, fields in json.loads(text)}
        except (ValueError, TypeError):
            return
        for line in self.lines:
            fields = said.get((line.row.item, line.row.number, line.row.sha256), {})
            for name in FIELDS:
                if isinstance(found := fields.get(name), str):
                    line.say(name, found)

    def take(self, edits: Iterable[PhotoEdit]) -> int:
        """Say what a list says of the photos; returns of how many it says something."""
        by_place: dict[tuple[str, int], PhotoLine] = {
            (line.row.item, line.row.number): line for line in self.lines
        }
        count = 0
        for edit in edits:
            line = by_place[edit.item, edit.number]
            if edit.title:
                line.say("title", edit.title)
            for name, text in edit.note.stored().items():
                line.say(name, text)
            count += 1
        return count
