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
