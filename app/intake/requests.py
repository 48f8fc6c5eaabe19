"""What a person asks for when handing in files."""

from dataclasses import dataclass, field
from pathlib import Path

from app.evidence.descriptions import Description
from app.evidence.places import Target


@dataclass(frozen=True, slots=True)
class AttachRequest:
    """Files, folders and archives to be taken in for one place.

    Attributes:
        paths: files, folders (with all that is in them) and archives (which are expanded).
        target: where they belong.
        description: stated for each of them; several files get their number behind the title.
        expand: False keeps archives as the files that they are.
        again: also adds what lies at the place already, which else is only told.
        cleared: why files that may bear a mark of state secrecy are none; "" if nobody said so.
            It is kept in the log. A certain mark is refused all the same.
    """

    paths: tuple[Path, ...]
    target: Target
    description: Description = field(default_factory=Description)
    expand: bool = True
    again: bool = False
    cleared: str = ""
