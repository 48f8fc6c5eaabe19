"""Documents of Word 2003 in XML as a person chose to have them bound.

LibreOffice drops what was inserted under change tracking, prints what is hidden, and knows no marks
of changes there; so all of it is made plain text here, or taken out.
"""

import lxml.etree

from app.conversion.choices.change_marks import mark_run
from app.findings.xml_parts import local
from app.xml_trees import tree_of, xml_of

_OFF = frozenset({"off", "0", "false"})


def settle_word_xml(data: bytes, *, accepted: bool, unhidden: bool) -> bytes:
    """Return the document as chosen.

    Raises:
        lxml.etree.XMLSyntaxError: it is not well-formed.
    """
    if b"annotation" not in data and b"vanish" not in data:
        return data
    root = tree_of(data)
    for element in list(root.iter()):
        name = local(element.tag)
        if name == "annotation":
            _settle(element, accepted=accepted)
        elif name == "vanish" and _value(element, "val", "on").lower() not in _OFF:
            _settle_hidden(element, unhidden=unhidden)
    return xml_of(root, standalone=True)


def _settle(annotation: lxml.etree._Element, *, accepted: bool) -> None:
    parent = annotation.getparent()
    kind = _value(annotation, "type", "")
    if parent is None or kind not in {"Word.Insertion", "Word.Deletion"}:
        return
    deleted = kind == "Word.Deletion"
    if local(parent.tag) in {"rPr", "trPr"} or (deleted and accepted):
        parent.remove(annotation)
        return
    place = parent.index(annotation)
    for content in [each for each in annotation if local(each.tag) == "content"]:
        for child in list(content):
            if not accepted:
                _mark(child, deleted=deleted)
            parent.insert(place, child)
            place += 1
    parent.remove(annotation)


def _mark(element: lxml.etree._Element, *, deleted: bool) -> None:
    for run in [each for each in element.iter() if local(each.tag) == "r"]:
        mark_run(run, deleted=deleted)


def _settle_hidden(vanish: lxml.etree._Element, *, unhidden: bool) -> None:
    """Show a hidden run, or take it out."""
    look = vanish.getparent()
    run = look.getparent() if look is not None else None
    if look is None or run is None:
        return
    look.remove(vanish)
    holder = run.getparent()
    if not unhidden and local(run.tag) == "r" and holder is not None:
        holder.remove(run)


def _value(element: lxml.etree._Element, name: str, otherwise: str) -> str:
    return next((v for k, v in element.attrib.items() if local(k) == name), otherwise)
