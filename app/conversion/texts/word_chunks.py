"""The foreign parts (altChunk) of Word documents, made into parts that LibreOffice prints.

Report systems put the body of a document into such parts, as web pages mostly. LibreOffice prints
those that are Word documents without such parts of their own; so every other one is converted to
that form first and then takes its place.
"""

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import lxml.etree

from app.conversion.texts.html import write_printable_page
from app.conversion.texts.plain import write_text_document
from app.conversion.zip_parts import replace_parts
from app.findings.errors import NotLookedThrough
from app.findings.word_package import chunks, form_of_chunk, main_part
from app.findings.xml_parts import TROUBLE, Package, local
from app.webpages.archive import NoPage
from app.webpages.saved import PageTooLarge
from app.xml_trees import tree_of, xml_of

#: Chunks inside chunks inside chunks are no documents of anybody.
_DEEPEST = 3

_TYPES = "[Content_Types].xml"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: What may stand between a chunk and the body or the cell whose block it is.
_HOLDERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "p", "r"})
_SUFFIXES = {".docx": ".docx", ".rtf": ".rtf", ".mht": ".html", ".html": ".html", ".txt": ".fodt"}


@dataclass(frozen=True, slots=True)
class Chunk:
    """A foreign part, unpacked.

    Attributes:
        link: the identifier of its relationship in the document that it belongs to.
        file: where its content lies; None if it cannot be printed.
        inner: its own foreign parts.
    """

    link: str
    file: Path | None
    inner: "tuple[Chunk, ...]" = ()

    @property
    def ready(self) -> bool:
        """True if LibreOffice prints it as it is."""
        return self.file is not None and self.file.suffix == ".docx" and not self.inner


@dataclass(frozen=True, slots=True)
class Insertion:
    """A document, and what takes the place of its foreign parts, by their links."""

    document: Path
    parts: Mapping[str, Path]


def unpack_chunks(
    document: Path, settle: Callable[[Path], None], depth: int = 1
) -> tuple[Chunk, ...]:
    """Write the foreign parts of a ``.docx`` to files beside it, and those inside them.

    ``settle`` makes a copy of a text what it is to be before LibreOffice gets it.

    Raises:
        One of ``app.findings.xml_parts.TROUBLE``: the document is damaged.
    """
    with Package(document) as package:
        main = main_part(package)
        links = {chunk.identifier: chunk for chunk in chunks(package, main)}
        if not links:
            return ()
        found = []
        for number, (identifier, link) in enumerate(links.items(), 1):
            form = form_of_chunk(link, package)
            stem = f"{document.stem}-{number}"
            file = document.with_name(f"{stem}{_SUFFIXES[form]}") if form else None
            if file is not None and not _write(package.read(link.target), form, file):
                file = None
            found.append(Chunk(identifier, file))
        lifted = _lifted(package, main)
    replace_parts(document, lifted)
    return tuple(_settled(chunk, settle, depth) for chunk in found)


def _settled(chunk: Chunk, settle: Callable[[Path], None], depth: int) -> Chunk:
    if chunk.file is None or chunk.file.suffix not in {".docx", ".rtf"}:
        return chunk
    try:
        settle(chunk.file)
        if chunk.file.suffix == ".docx" and depth < _DEEPEST:
            return Chunk(chunk.link, chunk.file, unpack_chunks(chunk.file, settle, depth + 1))
    except (NotLookedThrough, *TROUBLE):
        return Chunk(chunk.link, None)
    return chunk


def insert_chunks(insertion: Insertion) -> None:
    """Put Word documents into the places of foreign parts.

    Raises:
        One of ``app.findings.xml_parts.TROUBLE``: the document is damaged.
    """
    document = insertion.document
    changed: dict[str, bytes] = {}
    with Package(document) as package:
        main = main_part(package)
        folder, base = posixpath.split(main)
        name = package.written(posixpath.join(folder, "_rels", f"{base}.rels"))
        links = tree_of(package.read(name))
        types = tree_of(package.read(_TYPES))
        for number, (identifier, file) in enumerate(insertion.parts.items(), 1):
            part = f"printed-chunk{number}.docx"
            changed[posixpath.join(folder, part)] = file.read_bytes()
            override = lxml.etree.SubElement(types, f"{_namespace(types)}Override")
            override.set("PartName", f"/{posixpath.join(folder, part)}")
            override.set("ContentType", _WORD_TYPE)
            for link in links:
                if link.get("Id") == identifier:
                    link.set("Target", part)
        changed |= {name: xml_of(links), package.written(_TYPES): xml_of(types)}
    replace_parts(document, changed)


def _write(data: bytes, form: str, file: Path) -> bool:
    raw = file.with_name(f"{file.stem}.raw")
    try:
        match form:
            case ".html" | ".mht":
                raw.write_bytes(data)
                write_printable_page(raw, file, archive=form == ".mht")
            case ".txt":
                raw.write_bytes(data)
                write_text_document(raw, file)
            case _:
                file.write_bytes(data)
    except (NoPage, PageTooLarge, *TROUBLE):
        return False
    finally:
        raw.unlink(missing_ok=True)
    return True


def _lifted(package: Package, main: str) -> dict[str, bytes]:
    """The body with every chunk where LibreOffice looks for it: not in a content control."""
    root = tree_of(package.read(main))
    lifted = False
    for chunk in [each for each in root.iter() if local(each.tag) == "altChunk"]:
        while (holder := _holder(chunk)) is not None:
            parent = holder.getparent()
            if parent is None:
                break
            lifted = True
            _unwrap(holder, parent, chunk)
    return {package.written(main): xml_of(root)} if lifted else {}


def _holder(chunk: lxml.etree._Element) -> lxml.etree._Element | None:
    above = chunk.getparent()
    return above if above is not None and local(above.tag) in _HOLDERS else None


def _unwrap(
    holder: lxml.etree._Element, parent: lxml.etree._Element, chunk: lxml.etree._Element
) -> None:
    """Let a holder of blocks give way to what it holds; leave a paragraph before its chunk."""
    place = parent.index(holder)
    if local(holder.tag) in {"p", "r"}:
        parent.insert(place + 1, chunk)
        return
    for child in list(holder):
        if local(child.tag) not in {"sdtPr", "sdtEndPr", "customXmlPr"}:
            parent.insert(place, child)
            place += 1
    parent.remove(holder)


def _namespace(root: lxml.etree._Element) -> str:
    tag = str(root.tag)
    return tag[: tag.index("}") + 1]
