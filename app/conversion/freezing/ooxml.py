"""Fields of Word and PowerPoint files in XML: docx, pptx, and Word 2003 XML."""

from dataclasses import dataclass, field

from lxml import etree

from app.conversion.freezing.field_names import is_changing
from app.conversion.freezing.xml_parts import (
    attribute,
    local_name,
    parse,
    serialised,
    unwrap,
)
from app.xml_trees import remove_element

_TELLING = (b"fldChar", b"fldSimple", b"datetime")


def freeze_part(_name: str, data: bytes) -> bytes | None:
    """Make the changing fields of one part plain text; None if it has none."""
    if not any(word in data for word in _TELLING):
        return None
    root = parse(data)
    if root is None:
        return None
    changed = _freeze_simple_fields(root)
    changed = _freeze_complex_fields(root) or changed
    changed = _freeze_drawing_fields(root) or changed
    return serialised(root) if changed else None


@dataclass(slots=True)
class _Open:
    """A field whose end has not come yet: its marks, its instruction, and what lies in it."""

    marks: list[etree._Element]
    instruction: str = ""
    in_result: bool = False
    #: Text that is part of the instruction: the results of fields inside it.
    inner: list[etree._Element] = field(default_factory=list)


def _freeze_simple_fields(root: etree._Element) -> bool:
    simple = [
        element for element in root.iter("{*}fldSimple") if is_changing(attribute(element, "instr"))
    ]
    for element in simple:
        unwrap(element)
    return bool(simple)


def _freeze_complex_fields(root: etree._Element) -> bool:
    open_fields: list[_Open] = []
    doomed: list[etree._Element] = []
    for element in root.iter("{*}fldChar", "{*}instrText", "{*}t"):
        name = local_name(element)
        if name == "fldChar":
            kind = attribute(element, "fldCharType")
            if kind == "begin":
                open_fields.append(_Open([element]))
            elif open_fields:
                open_fields[-1].marks.append(element)
                open_fields[-1].in_result = True
                if kind == "end":
                    closed = open_fields.pop()
                    visible = all(outer.in_result for outer in open_fields)
                    if visible and is_changing(closed.instruction):
                        doomed += [*closed.marks, *closed.inner]
            continue
        if not open_fields:
            continue
        innermost = open_fields[-1]
        if name == "instrText" and not innermost.in_result:
            innermost.instruction += element.text or ""
        for outer in open_fields:
            if not outer.in_result:
                outer.inner.append(element)
    for element in doomed:
        remove_element(element)
    return bool(doomed)


def _freeze_drawing_fields(root: etree._Element) -> bool:
    dates = [
        element
        for element in root.iter("{*}fld")
        if attribute(element, "type").lower().startswith("datetime")
    ]
    for element in dates:
        space = etree.QName(element).namespace
        element.tag = f"{{{space}}}r"
        element.attrib.clear()
        for properties in element.findall(f"{{{space}}}pPr"):
            remove_element(properties)
    return bool(dates)
