"""Word documents (.docx) as a person chose to have them bound.

LibreOffice can lay a document out as if every change were accepted: a setting of the document asks
for it, so that rows, notes and ends of paragraphs go with the words in them. Deleted words are
emptied besides, whatever a version of it makes of the setting. It does not follow changes inside
text boxes; those are settled here.
"""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

import lxml.etree

from app.conversion.choices.change_marks import mark_run
from app.conversion.zip_parts import replace_parts
from app.findings.word_package import TEXT_PARTS, main_part
from app.findings.xml_parts import Package, local
from app.xml_trees import tree_of, xml_of

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"

_NO_LINKS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'

_ANY_CHANGE = re.compile(rb"<(?:\w+:)?(?:ins|del|moveFrom|moveTo|cellIns|cellDel)\b")
_DELETED_WORDS = re.compile(rb"(<(?:\w+:)?delText\b[^>/]*>)[^<]*(</)")
_VANISH = re.compile(rb"<(?:\w+:)?vanish\b[^>]*?(?:/>|>\s*</(?:\w+:)?vanish>)")
#: Hidden on a screen that shows the text as a web page, and printed; LibreOffice hides it anyway.
_WEB_HIDDEN = re.compile(rb"<(?:\w+:)?webHidden\b[^>]*?(?:/>|>\s*</(?:\w+:)?webHidden>)")
_VIEW = re.compile(rb"<(?:\w+:)?revisionView\b[^>]*?(?:/>|>\s*</(?:\w+:)?revisionView>)")
_SETTINGS_HEAD = re.compile(rb"<(\w+:)?settings\b[^>]*?(/?)>")

_DELETED = frozenset({"del", "moveFrom"})
_INSERTED = frozenset({"ins", "moveTo"})


def settle_docx(path: Path, *, accepted: bool, unhidden: bool) -> None:
    """Settle a document in place. Raises one of ``app.findings.xml_parts.TROUBLE``."""
    changed: dict[str, bytes] = {}
    with Package(path) as package:
        main = main_part(package)
        links = list(package.relationships(main).values())
        texts = [link.target for link in links if link.kind in TEXT_PARTS and not link.outside]
        styles = [link.target for link in links if link.kind == "styles"]
        tracked = False
        for name in dict.fromkeys((main, *texts)):
            if not package.holds(name):
                continue
            data = settled = package.read(name)
            if _ANY_CHANGE.search(data):
                tracked = True
                settled = _settle_boxes(data, accepted=accepted)
                settled = _emptied(settled) if accepted else settled
            settled = _shown(settled, unhidden=unhidden)
            if settled != data:
                changed[package.written(name)] = settled
        for name in filter(package.holds, styles):
            data = package.read(name)
            settled = _shown(data, unhidden=unhidden)
            if settled != data:
                changed[package.written(name)] = settled
        if tracked:
            changed |= dict(_viewed(package, main, accepted=accepted))
    replace_parts(path, changed)


def _shown(data: bytes, *, unhidden: bool) -> bytes:
    data = _WEB_HIDDEN.sub(b"", data)
    return _VANISH.sub(b"", data) if unhidden else data


def _viewed(package: Package, main: str, *, accepted: bool) -> Iterator[tuple[str, bytes]]:
    """The document's settings, with its changes shown or not."""
    links = package.relationships(main).values()
    name = next((link.target for link in links if link.kind == "settings"), "")
    if name and package.holds(name):
        data = _VIEW.sub(b"", package.read(name))
        head = _SETTINGS_HEAD.search(data)
        if accepted and head is not None and not head.group(2):
            prefix = head.group(1) or b""
            view = b'<%brevisionView %binsDel="0" %bformatting="0"/>' % ((prefix or b"",) * 3)
            data = data[: head.end()] + view + data[head.end() :]
        yield package.written(name), data
        return
    if not accepted:
        return
    folder, base = posixpath.split(main)
    name = posixpath.join(folder, "settings-of-view.xml")
    yield (
        name,
        (
            f'<w:settings xmlns:w="{_WORD}"><w:revisionView w:insDel="0" w:formatting="0"/>'
            "</w:settings>"
        ).encode(),
    )
    related = posixpath.join(folder, "_rels", f"{base}.rels")
    before = package.read(related) if package.holds(related) else _NO_LINKS
    link = {"Id": "rIdView", "Type": f"{_OFFICE}/settings", "Target": "settings-of-view.xml"}
    yield (
        package.written(related) if package.holds(related) else related,
        _with_child(before, "Relationship", link),
    )
    types = "[Content_Types].xml"
    override = {"PartName": f"/{name}", "ContentType": _CONTENT}
    yield package.written(types), _with_child(package.read(types), "Override", override)


def _with_child(data: bytes, tag: str, attributes: dict[str, str]) -> bytes:
    root = tree_of(data)
    namespace = str(root.tag)[: str(root.tag).index("}") + 1]
    root.append(root.makeelement(f"{namespace}{tag}", attributes))
    return xml_of(root)


def _emptied(data: bytes) -> bytes:
    """The part without the words that were deleted or moved away."""
    data = _DELETED_WORDS.sub(rb"\1\2", data)
    if b":moveFrom " not in data:
        return data
    root = tree_of(data)
    for moved in [each for each in root.iter() if local(each.tag) == "moveFrom"]:
        for text in moved.iter(f"{str(moved.tag)[: -len('moveFrom')]}t"):
            text.text = ""
    return xml_of(root)


def _settle_boxes(data: bytes, *, accepted: bool) -> bytes:
    if b"txbxContent" not in data:
        return data
    root = tree_of(data)
    for box in [e for e in root.iter() if local(e.tag) == "txbxContent"]:
        for element in list(box.iter()):
            if local(element.tag) in _DELETED | _INSERTED:
                _settle_change(element, accepted=accepted)
    return xml_of(root)


def _settle_change(element: lxml.etree._Element, *, accepted: bool) -> None:
    """Take a deletion out, or have it and an insertion look like what they are."""
    parent = element.getparent()
    if parent is None or local(parent.tag) in {"rPr", "trPr"}:
        return
    deleted = local(element.tag) in _DELETED
    if accepted and deleted:
        parent.remove(element)
    elif not accepted:
        for run in [each for each in element.iter() if local(each.tag) == "r"]:
            mark_run(run, deleted=deleted)
