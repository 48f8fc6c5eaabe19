"""Word documents in a single XML file: that of Word 2003, and the flat form of a ``.docx``.

Report systems fill templates of either form and call the result ``.doc``.
"""

import base64
import io
import zipfile
from pathlib import Path

import lxml.etree

from app.findings.embedded import ObjectHint, embedded_file
from app.findings.tally import FindingCounts
from app.findings.word_package import look_into_open_package
from app.findings.xml_parts import LARGEST_PART, TROUBLE, ElementEdge, Package, steps
from app.xml_trees import tree_of

_FLAT = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_OFF = frozenset({"off", "0", "false"})
_CHANGES = frozenset({"Word.Insertion", "Word.Deletion"})
_HEAD = 4096


def is_flat_package(path: Path) -> bool:
    """Say whether a file of XML is the flat form of a ``.docx``.

    Raises:
        OSError: the operating system does not let it be read.
    """
    with path.open("rb") as file:
        return b"/office/2006/xmlPackage" in file.read(_HEAD)


def packed(path: Path) -> bytes:
    """The ``.docx`` whose flat form a file is.

    Raises:
        One of ``TROUBLE``: it is damaged or too large.
    """
    if path.stat().st_size > LARGEST_PART:
        raise ValueError(path)
    root = tree_of(path.read_bytes())
    types = [
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        "<Default Extension='rels' "
        "ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
    ]
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as package:
        for part in root.iterfind(f"{_FLAT}part"):
            name = part.get(f"{_FLAT}name", "").lstrip("/")
            content = _content(part)
            if not name or content is None:
                continue
            package.writestr(name, content)
            if not name.endswith(".rels"):
                kind = part.get(f"{_FLAT}contentType", "application/octet-stream")
                override = lxml.etree.Element("Override", PartName=f"/{name}", ContentType=kind)
                types.append(lxml.etree.tostring(override, encoding="unicode"))
        package.writestr("[Content_Types].xml", "".join([*types, "</Types>"]))
    return result.getvalue()


def _content(part: lxml.etree._Element) -> bytes | None:
    tree = part.find(f"{_FLAT}xmlData")
    if tree is not None and len(tree):
        return bytes(lxml.etree.tostring(tree[0], xml_declaration=True, encoding="UTF-8"))
    data = part.findtext(f"{_FLAT}binaryData")
    return base64.b64decode(data) if data is not None else None


def look_into_word_xml(path: Path, tally: FindingCounts) -> bool:
    """Look through either form; False if a part of it cannot be read.

    Raises:
        OSError: the operating system does not let it be read.
    """
    try:
        if is_flat_package(path):
            with Package(io.BytesIO(packed(path))) as package:
                return look_into_open_package(package, tally)
        if path.stat().st_size > LARGEST_PART:
            return False
        reader = _Reader(tally)
        with path.open("rb") as file:
            for step in steps(file):
                reader.take(step)
    except TROUBLE:
        return False
    return True


class _Reader:
    """Reads the XML of Word 2003, whose changes and remarks are annotations."""

    def __init__(self, tally: FindingCounts) -> None:
        self._tally = tally
        self._annotations: list[str] = []
        self._hidden = False

    def take(self, step: ElementEdge) -> None:
        given = step.attributes
        match step.name:
            case "annotation":
                self._annotation(step)
            case "r" if step.opens:
                self._hidden = False
            case "vanish" if step.opens:
                self._hidden = given.get("val", "on").lower() not in _OFF
            case "imagedata" if step.opens:
                source = given.get("src", "")
                self._tally.pictures += bool(source) and not source.startswith("wordml:")
            case "OLEObject" if step.opens:
                hint = ObjectHint(given.get("ProgID", ""), icon=True)
                fallback = f"嵌入对象{len(self._tally.files) + 1}"
                linked = given.get("Type") == "Link"
                self._tally.add(None if linked else embedded_file(b"", fallback, hint))
            case "t" if not step.opens and not self._is_remark:
                changed = bool(self._annotations)
                self._tally.text(step.text, hidden=self._hidden, changed=changed)

    @property
    def _is_remark(self) -> bool:
        return "Word.Comment" in self._annotations

    def _annotation(self, step: ElementEdge) -> None:
        if not step.opens:
            if self._annotations:
                self._annotations.pop()
            return
        kind = step.attributes.get("type", "")
        self._annotations.append(kind)
        if kind in _CHANGES:
            self._tally.change((kind, step.attributes.get("author")))
        self._tally.comments += kind == "Word.Comment"
