"""XML of other people's files as trees: nothing is fetched, no entity is taken apart."""

import lxml.etree


def tree_of(data: bytes) -> lxml.etree._Element:
    """Parse XML; texts may be long, since flat files bear their pictures as text.

    Raises:
        lxml.etree.XMLSyntaxError: it is not well-formed.
    """
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return lxml.etree.fromstring(data, parser)


def xml_of(
    root: lxml.etree._Element | lxml.etree._ElementTree, *, standalone: bool | None = None
) -> bytes:
    """Write a tree."""
    return bytes(
        lxml.etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=standalone)
    )


def remove_element(element: lxml.etree._Element) -> None:
    """Take an element out and leave the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)


def local_part(name: str) -> str:
    """A tag or the name of an attribute without its namespace."""
    return name.rpartition("}")[2]


def namespace_of(name: str) -> str:
    """The namespace of a tag or of an attribute; "" for none."""
    return name[1:].partition("}")[0] if name.startswith("{") else ""
