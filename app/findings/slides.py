"""What a slide show keeps from its reader: hidden slides, remarks, files, pictures elsewhere."""

import re
from pathlib import Path

import olefile

from app.filekind import FileType
from app.findings.binary_slides import find_in_binary_slides
from app.findings.errors import NotLookedThrough
from app.findings.open_texts import find_in_open_document
from app.findings.packages import ooxml
from app.findings.slide_findings import slide_problems
from app.findings.tally import Tally
from app.findings.xml_parts import TROUBLE, Package
from app.problems import Problem

_REMARKS = re.compile(r"ppt/comments/[^/]+\.xml", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off"})


def find_in_slides(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Look through a ``.pptx``, ``.ppt``, ``.dps``, ``.odp`` or ``.fodp``.

    Raises:
        NotLookedThrough: a part of it cannot be read.
        OSError: the operating system does not let it be read.
    """
    with path.open("rb") as file:
        beginning = file.read(8)
    if beginning == olefile.MAGIC:
        return find_in_binary_slides(path)
    if "opendocument" in file_type.media_type:
        return find_in_open_document(path)
    return _find_in_package(path) if beginning.startswith(b"PK") else ()


def _find_in_package(path: Path) -> tuple[Problem, ...]:
    tally, shown, unread = Tally(), [], False
    with Package(path) as package:
        try:
            shown = _shown(package)
            for part in package.names:
                if _REMARKS.fullmatch(part):
                    steps = package.steps(part)
                    tally.comments += sum(s.opens and s.name in {"cm", "reply"} for s in steps)
        except TROUBLE:
            unread = True
        contents = ooxml(package)
    tally.files, tally.pictures = contents.files, contents.pictures_not_stored
    found = (*slide_problems(shown), *tally.problems())
    if unread or contents.unread:
        raise NotLookedThrough(found)
    return found


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
