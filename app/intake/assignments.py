"""Files together with the places they will go to."""

from dataclasses import dataclass, replace

from app.evidence.descriptions import Description
from app.evidence.places import Place
from app.intake.inspection import Inspection
from app.intake.sources import SourceFile
from app.intake.stamps import FileStamp
from app.problems import Problem


@dataclass(frozen=True, slots=True)
class Assignment:
    """A file, where it belongs, and what was stated about it; ``order`` is its turn."""

    source: SourceFile
    place: Place
    stated: Description
    order: tuple[int, ...]
    line: int | None = None
    expand: bool = True


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that may be stored, with every place that it was assigned to."""

    assignments: tuple[Assignment, ...]
    inspection: Inspection
    stamp: FileStamp

    @property
    def source(self) -> SourceFile:
        """The file."""
        return self.assignments[0].source

    def with_problems(self, *problems: Problem) -> "Looked":
        """The same file with just these problems."""
        return replace(self, inspection=replace(self.inspection, problems=problems))
