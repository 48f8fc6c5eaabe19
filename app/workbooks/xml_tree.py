"""XML of workbooks as trees."""

from lxml import etree

from app.workbooks.errors import WorkbookUnreadable


def parse(data: bytes) -> etree._Element:
    """Parse XML without fetching anything.

    Raises:
        WorkbookUnreadable: it is none.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise WorkbookUnreadable from error
