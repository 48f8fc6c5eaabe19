"""What the elements of a photo are called."""

from collections.abc import Iterable, Iterator

from app.photos.notes import ELEMENTS, PhotoNote

#: The six elements that an archive asks for.
ELEMENT_NAMES = {
    "title": "题名",
    "taken": "时间",
    "place": "地点",
    "people": "人物",
    "taken_by": "摄影者",
    "words": "文字说明",
}


def told_elements(note: PhotoNote, elements: Iterable[str] = ELEMENTS) -> Iterator[tuple[str, str]]:
    """Name and content of the elements that say something."""
    for name in elements:
        if said := getattr(note, name):
            yield ELEMENT_NAMES[name], said
