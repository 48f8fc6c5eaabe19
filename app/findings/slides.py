"""What a slide show hides from its reader: hidden slides, remarks, files, pictures elsewhere."""

import re
from pathlib import Path

import olefile

from app.filekind import FileType
from app.findings.binary_slides import look_into_binary_slides
from app.findings.errors import NotLookedThrough
from app.findings.open_texts import look_into_open_document
from app.findings.packages import ooxml
from app.findings.tally import FindingCounts, Look, problems_by
from app.findings.xml_parts import TROUBLE, Package
from app.problems import Problem

_REMARKS = re.compile(r"ppt/comments/[^/]+\.xml", re.IGNORECASE)
_A_REMARK = frozenset({"cm", "reply"})
_OFF = frozenset({"0", "false", "off"})


def find_in_slides(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Look through a ``.pptx``, ``.ppt``, ``.dps``, ``.odp`` or ``.fodp``.

    Raises:
        NotLookedThrough: a part of it cannot be read.
        OSError: the operating system does not let it be read.
    """
    look = look_for_slides(path, file_type)
    return problems_by(look, path) if look is not None else ()


def look_for_slides(path: Path, file_type: FileType) -> Look | None:
    """What looks through a slide show of this form; None if nothing does."""
    with path.open("rb") as file:
        beginning = file.read(8)
    if beginning == olefile.MAGIC:
        return look_into_binary_slides
    if "opendocument" in file_type.media_type:
        return look_into_open_document
    return _look_into_package if beginning.startswith(b"PK") else None


def _look_into_package(path: Path, tally: FindingCounts) -> bool:
    whole = True
    try:
        with Package(path) as package:
            try:
                tally.slides += _shown(package)
                for part in package.names:
                    if _REMARKS.fullmatch(part):
                        steps = package.steps(part)
                        tally.comments += sum(s.opens and s.name in _A_REMARK for s in steps)
            except TROUBLE:
                whole = False
            contents = ooxml(package, tally.sink)
    except NotLookedThrough:
        return False
    tally.files += contents.files
    tally.pictures += contents.pictures_not_stored
    return whole and not contents.unread


def _shown(package: Package) -> list[bool]:
    """Whether each slide is shown, in the order of the show. Raises one of ``TROUBLE``."""
    mains = (link for link in package.relationships("").values() if link.kind == "officeDocument")
    main = next((link.target for link in mains), "ppt/presentation.xml")
    links = package.relationships(main)
    shown = []
    for step in package.steps(main):
        if step.name != "sldId" or not step.opens:
            continue
        # The slide's own number is an attribute of the same local name as its link.
        link = links.get(step.attributes.get("id", ""))
        if link is not None and package.holds(link.target):
            first = next(package.steps(link.target))
            shown.append(first.attributes.get("show", "1").lower() not in _OFF)
    return shown
