"""The elements of a photo in an archive (照片说明), and how an item's photos are laid out. Pure.

An archive asks for six of each photo (GB/T 11821, DA/T 50): 题名, 时间, 地点, 人物, 摄影者 and
文字说明.
The title is what the file is called (see ``app.evidence.parts``); the others are noted here, beside
the setup of pages.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

#: 文字说明 has at most so many characters, the other elements so many; archives ask for 200.
MOST_WORDS, MOST_CHARACTERS = 400, 100
#: How many photos may share a page.
LAYOUTS = (1, 2, 4)

#: Where a revision keeps them, in how it is bound.
NOTES, LAYOUT = "photos", "photos_per_page"


@dataclass(frozen=True, slots=True)
class PhotoNote:
    """What is noted of a photo, beside its title.

    None: nobody said anything, and what EXIF tells may stand there. "": it is to stay empty.

    Attributes:
        taken: when it was taken, as people read it.
        place: where.
        people: who is on it.
        taken_by: who took it.
        words: what it shows.
    """

    taken: str | None = None
    place: str | None = None
    people: str | None = None
    taken_by: str | None = None
    words: str | None = None

    @property
    def says_something(self) -> bool:
        """True if anything was noted."""
        return bool(self.stored())

    @property
    def key(self) -> str:
        """Names what is noted; "" for nothing."""
        return json.dumps(self.stored(), ensure_ascii=False) if self.says_something else ""

    def over(self, guess: "PhotoNote") -> "PhotoNote":
        """What was noted, and what was guessed where nothing was."""
        return PhotoNote(
            *(
                getattr(guess, name) if getattr(self, name) is None else getattr(self, name)
                for name in ELEMENTS
            )
        )

    def stored(self) -> dict[str, str]:
        """The note as a revision keeps it: only what was said."""
        said = ((name, getattr(self, name)) for name in ELEMENTS)
        return {name: value for name, value in said if value is not None}

    @classmethod
    def of_stored(cls, stored: Mapping[str, Any]) -> Self:
        """The note out of the form in which a revision keeps it."""
        return cls(**{name: stored[name] for name in ELEMENTS if stored.get(name) is not None})


#: The elements beside the title, in the order in which they are told.
ELEMENTS = tuple(field.name for field in fields(PhotoNote))
#: Nothing is noted.
NO_NOTE = PhotoNote()


def cleaned(text: str, element: str) -> str:
    """What somebody typed for an element, in one line, and no longer than it may be."""
    most = MOST_WORDS if element == "words" else MOST_CHARACTERS
    return " ".join(text.split())[:most]


def notes_of(binding: Mapping[str, Any]) -> dict[str, PhotoNote]:
    """The notes that a revision keeps, by the SHA-256 of the photo."""
    return {one["sha256"]: PhotoNote.of_stored(one) for one in binding.get(NOTES, ())}


def layout_of(binding: Mapping[str, Any]) -> int | None:
    """How many photos of an item share a page, if a person chose that."""
    chosen = binding.get(LAYOUT)
    return chosen if chosen in LAYOUTS else None


def with_notes(
    binding: Mapping[str, Any],
    notes: Mapping[str, PhotoNote],
    layout: int | None,
    files: Collection[str],
) -> dict[str, Any]:
    """How a revision is bound, with just these notes of its files and this layout."""
    rest = {key: kept for key, kept in binding.items() if key not in {NOTES, LAYOUT}}
    said = [
        {"sha256": sha256, **note.stored()}
        for sha256, note in sorted(notes.items())
        if note.says_something and sha256 in files
    ]
    return rest | ({NOTES: said} if said else {}) | ({LAYOUT: layout} if layout else {})
