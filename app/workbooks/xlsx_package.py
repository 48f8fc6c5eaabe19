"""The parts of an .xlsx and how they refer to each other (ISO/IEC 29500, part 2)."""

import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

from app.workbooks.errors import WorkbookTooLarge, WorkbookUnreadable
from app.workbooks.xml_tree import parse


class XlsxFile:
    """A workbook's parts by their role; parsing is left to the caller."""

    def __init__(self, package: zipfile.ZipFile, largest: int) -> None:
        """Find the main part; parts above ``largest`` bytes are not read."""
        self.package = package
        self._largest = largest
        self._names = set(package.namelist())
        main = [
            target
            for kind, target, _ in self.related("")
            if kind.endswith("/officeDocument") and target in self._names
        ]
        self.main = main[0] if main else "xl/workbook.xml"
        book = self.parsed(self.main)
        if book is None:
            raise WorkbookUnreadable
        self.book: etree._Element = book
        self._targets = {key: (kind, part) for kind, part, key in self.related(self.main)}

    def related(self, part: str) -> Iterator[tuple[str, str, str]]:
        """The relationships of a part: type, target part, id."""
        folder, _, name = part.rpartition("/")
        root = self.parsed(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in root if root is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            target = resolved(folder, relation.get("Target", ""))
            yield relation.get("Type", ""), target, relation.get("Id", "")

    def parsed(self, part: str) -> etree._Element | None:
        """The root of an XML part, or None if there is none.

        Raises:
            WorkbookTooLarge: the part is larger than is looked through.
        """
        if part not in self._names:
            return None
        if self.package.getinfo(part).file_size > self._largest:
            raise WorkbookTooLarge
        return parse(self.package.read(part))

    def part_of(self, kind: str) -> str | None:
        """The part that the workbook has for ``kind`` (the end of the relationship's type)."""
        return next(
            (part for type_, part in self._targets.values() if type_.endswith(f"/{kind}")), None
        )

    def sheets(self) -> Iterator[tuple[etree._Element, str, bool]]:
        """Each sheet's entry, its part ("" if missing), and whether it is made of cells."""
        for entry in self.book.iterfind("{*}sheets/{*}sheet"):
            key = next((v for k, v in entry.attrib.items() if k.endswith("}id")), "")
            kind, part = self._targets.get(key, ("", ""))
            yield entry, part if part in self._names else "", kind.endswith("/worksheet")


def relationships(package: zipfile.ZipFile, part: str) -> dict[str, str]:
    """The parts that a part names, by id."""
    folder, _, name = part.rpartition("/")
    links = posixpath.join(folder, "_rels", f"{name}.rels")
    if links not in package.namelist():
        return {}
    root = parse(package.read(links))
    return {
        each.get("Id", ""): resolved(folder, each.get("Target", ""))
        for each in root
        if each.get("TargetMode") != "External"
    }


def resolved(folder: str, target: str) -> str:
    """The part that a relationship's target names."""
    joined = target if target.startswith("/") else posixpath.join("/", folder, target)
    return posixpath.normpath(joined).lstrip("/")
