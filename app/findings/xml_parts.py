"""Streaming through XML that may be hostile, and through zip packages made of it."""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple, Self
from urllib.parse import unquote

import lxml.etree

from app.findings.errors import NotLookedThrough
from app.zipped import ZIP_TROUBLE

#: A part that is larger is a data dump or a bomb; looking through it would take seconds.
LARGEST_PART = 64 * 1024 * 1024
_PIECE = 64 * 1024

#: What zip files and their parts raise when they are damaged, locked or packed in an odd way.
TROUBLE = (*ZIP_TROUBLE, lxml.etree.XMLSyntaxError)


class ElementEdge(NamedTuple):
    """The beginning or the end of an element; names stand without their namespaces."""

    name: str
    opens: bool
    attributes: Mapping[str, str]
    text: str = ""


def steps(part: IO[bytes]) -> Iterator[ElementEdge]:
    """Walk through a part; the end of an element has the text directly inside it.

    Raises:
        lxml.etree.XMLSyntaxError: it is not well-formed.
    """
    target = _Target()
    # Entities stay what they are, so that nothing but the file itself takes memory.
    parser = lxml.etree.XMLParser(
        target=target, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    while piece := part.read(_PIECE):
        parser.feed(piece)
        yield from target.taken()
    parser.close()
    yield from target.taken()


class _Target:
    """Takes what the parser meets, many times faster than elements could be made of it."""

    def __init__(self) -> None:
        self._steps: list[ElementEdge] = []
        self._open: list[tuple[str, Mapping[str, str], list[str]]] = []
        self._names: dict[str, str] = {}

    def taken(self) -> list[ElementEdge]:
        """The steps since this was asked for last."""
        taken, self._steps = self._steps, []
        return taken

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        name = self._local(tag)
        attributes = self._attributes(given) if given else {}
        self._open.append((name, attributes, []))
        self._steps.append(ElementEdge(name, opens=True, attributes=attributes))

    def end(self, _tag: str) -> None:
        name, attributes, words = self._open.pop()
        self._steps.append(
            ElementEdge(name, opens=False, attributes=attributes, text="".join(words))
        )

    def data(self, text: str) -> None:
        if self._open:
            self._open[-1][2].append(text)

    def close(self) -> None:
        """Nothing is left to do."""

    def _local(self, tag: str) -> str:
        name = self._names.get(tag)
        if name is None:
            name = self._names[tag] = local(tag)
        return name

    def _attributes(self, given: Mapping[str, str]) -> Mapping[str, str]:
        # Where a plain name and a qualified one are the same, the qualified one is the link.
        attributes = {key: value for key, value in given.items() if key[0] != "{"}
        attributes |= {self._local(key): value for key, value in given.items() if key[0] == "{"}
        return attributes


def local(name: object) -> str:
    """The name of an element or attribute without its namespace; "" for a comment."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part of an OOXML package to another part, or to something outside.

    Attributes:
        identifier: what the source part calls it.
        kind: the last word of its type ("image", "oleObject", "aFChunk").
        target: the name of the part, or the address outside.
        outside: True if the target is not in the package.
    """

    identifier: str
    kind: str
    target: str
    outside: bool


class Package:
    """A zip package, open for reading; names of parts are compared as Office does: in any case."""

    def __init__(self, file: Path | IO[bytes]) -> None:
        """Open it.

        Raises:
            NotLookedThrough: it is no zip, or its directory is damaged.
        """
        try:
            self._zip = zipfile.ZipFile(file)
        except TROUBLE as error:
            raise NotLookedThrough from error
        self._parts = {
            part.filename.replace("\\", "/").lower(): part
            for part in self._zip.infolist()
            if not part.is_dir()
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """The names of all parts as they are written."""
        return [part.filename.replace("\\", "/") for part in self._parts.values()]

    def written(self, name: str) -> str:
        """The name of a part that is there, as the zip writes it."""
        return self._parts[name.lower()].filename

    def holds(self, name: str) -> bool:
        """Say whether there is such a part, with something in it."""
        part = self._parts.get(name.lower())
        return part is not None and part.file_size > 0

    def size(self, name: str) -> int:
        """How many bytes a part that is there has, as the zip says."""
        return self._parts[name.lower()].file_size

    def open(self, name: str) -> IO[bytes]:
        """Open a part. Raises one of ``TROUBLE``."""
        part = self._parts[name.lower()]
        if part.file_size > LARGEST_PART:
            raise ValueError(name)
        return self._opened(part)

    def read(self, name: str, most: int = LARGEST_PART) -> bytes:
        """Read the beginning of a part. Raises one of ``TROUBLE``."""
        with self._opened(self._parts[name.lower()]) as part:
            return part.read(most)

    def _opened(self, part: zipfile.ZipInfo) -> IO[bytes]:
        try:
            return self._zip.open(part)
        except OSError as error:  # a damaged directory may name a place before the file
            raise zipfile.BadZipFile(part.filename) from error

    def steps(self, name: str) -> Iterator[ElementEdge]:
        """Walk through a part of XML. Raises one of ``TROUBLE``."""
        with self.open(name) as part:
            yield from steps(part)

    def sources(self) -> list[str]:
        """The parts from which relationships lead, in the package's order."""
        found = []
        for name in self.names:
            folder, base = posixpath.split(name)
            if base.lower().endswith(".rels") and posixpath.basename(folder).lower() == "_rels":
                source = posixpath.join(posixpath.dirname(folder), base[: -len(".rels")])
                if source.lower() in self._parts:
                    found.append(source)
        return found

    def relationships(self, source: str) -> dict[str, Relationship]:
        """Where a part's relationships lead, by identifier. Raises one of ``TROUBLE``."""
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name.lower() not in self._parts:
            return {}
        found = {}
        for step in self.steps(name):
            if step.name != "Relationship" or not step.opens:
                continue
            given = step.attributes
            target, outside = given.get("Target", ""), given.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join(folder, unquote(target))).lstrip("/")
            kind = given.get("Type", "").rstrip("/").rpartition("/")[2]
            identifier = given.get("Id", "")
            found[identifier] = Relationship(identifier, kind, target, outside)
        return found
