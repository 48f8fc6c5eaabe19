"""XML of workbooks as trees."""

from lxml import etree

from app.workbooks.errors import WorkbookUnreadable
from app.xml_trees import tree_of


def parse(data: bytes) -> etree._Element:
    """Parse XML without fetching anything.

    Raises:
        WorkbookUnreadable: it is none.
    """
    try:
        return tree_of(data)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise WorkbookUnreadable from error
