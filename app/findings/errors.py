"""How a finder says that it cannot read further."""

from app.filekind import FileType
from app.problems import Problem, ProblemKind


class NotLookedThrough(Exception):
    """A part of the file cannot be read; ``found`` is what was found before that."""

    def __init__(self, found: tuple[Problem, ...] = ()) -> None:
        super().__init__("not looked through")
        self.found = found


def unread(file_type: FileType) -> Problem:
    """The finding that a file was not looked through to its end."""
    return Problem(ProblemKind.NOT_LOOKED_THROUGH, {"label": file_type.label})
