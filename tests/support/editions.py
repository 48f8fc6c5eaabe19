"""Work of earlier editions of the program in ``tests/data``: unpacked, opened, compared."""

import zipfile
from pathlib import Path

import pypdfium2

from app.bootstrap import Services
from app.evidence.listing import list_filed

DATA = Path(__file__).resolve().parents[1] / "data"


def unpacked(archive: Path, target: Path) -> Path:
    """A workspace out of its archive, its originals read-only as the program keeps them."""
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(target)
    for original in (target / "originals").rglob("*"):
        original.chmod(0o755 if original.is_dir() else 0o444)
    return target


def titles(services: Services) -> set[str]:
    """The titles of all items that are filed."""
    with services.workspace.database.reading() as session:
        return {row.title for row in list_filed(session)}


def texts_of(pdf: Path) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def is_within(words: str, longer: str) -> bool:
    """True if ``longer`` is ``words`` with more between."""
    rest = iter(longer)
    return all(letter in rest for letter in words)
