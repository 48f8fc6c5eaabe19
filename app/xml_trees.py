"""Other people's XML as trees: nothing is loaded, no entity is expanded."""

import lxml.etree


class TreeTooDeep(RecursionError):
    """Elements lie in each other deeper than the parser follows."""


def tree_of(data: bytes) -> lxml.etree._Element:
    """Parse XML; texts may be long, since flat files store pictures as text.

    Raises:
        lxml.etree.XMLSyntaxError: it is not well-formed.
        TreeTooDeep: its elements lie in each other too deep.
    """
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return lxml.etree.fromstring(data, parser)
    finally:
        demand_depth(parser)


def demand_depth(parser: lxml.etree.XMLParser | lxml.etree.HTMLParser) -> None:
    """Refuse what a parser has just read if it gave up for depth.

    The library tells that like a mistake in the file; a parser that recovers from mistakes
    even returns a tree without all that follows.

    Raises:
        TreeTooDeep: it gave up.
    """
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise TreeTooDeep


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
