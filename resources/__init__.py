"""Data files that travel with the program, read by name through the package."""

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath


def resource(name: str) -> Traversable:
    """The resource ``name`` ("fonts/a.ttf"), a file or a folder.

    Raises:
        ValueError: The name is absolute, climbs out with ``..``, or is not written with ``/``.
    """
    path = PurePosixPath(name)
    unsafe = path.is_absolute() or ".." in path.parts or not path.parts
    if unsafe or any(c in name for c in "\\:\0"):
        raise ValueError(f"not the name of a resource: {name!r}")
    return files(__name__).joinpath(*path.parts)


def resource_bytes(name: str) -> bytes:
    """The content of the resource ``name``. Raises ``ValueError`` for a name that leads outside."""
    return resource(name).read_bytes()


def resource_path(name: str) -> AbstractContextManager[Path]:
    """A real path of the resource, for libraries that insist on one; valid inside the ``with``."""
    return as_file(resource(name))


def manual_text() -> str:
    """The manual for users (Markdown); in a checkout it lies in ``docs``."""
    bundled = resource("manual.zh.md")
    if not bundled.is_file():
        bundled = Path(__file__).parent.parent / "docs" / "manual.zh.md"
    return bundled.read_text(encoding="utf-8")
