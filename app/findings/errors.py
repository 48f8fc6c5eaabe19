"""How a finder says that it could not read on."""

from app.problems import Problem


class NotLookedThrough(Exception):
    """A part of the file cannot be read; ``found`` is what was found before that."""

    def __init__(self, found: tuple[Problem, ...] = ()) -> None:
        super().__init__("not looked through")
        self.found = found
