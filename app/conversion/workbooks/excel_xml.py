"""Freezing Excel 2003 XML spreadsheets (SpreadsheetML)."""

from app.conversion.freezing.xml_parts import parse, serialised
from app.workbooks.formulas import without_changing_codes

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"


def frozen_excel_xml(data: bytes) -> bytes:
    """Put stored values in place of formulas; XML that is none comes back as it was."""
    root = parse(data)
    if root is None:
        return data
    for cell in root.iter(f"{_SS}Cell"):
        value = cell.find(f"{_SS}Data")
        if value is not None and "".join(value.itertext()):
            for name in ("Formula", "ArrayRange"):
                cell.attrib.pop(f"{_SS}{name}", None)
    for margin in root.iter("{*}Header", "{*}Footer"):
        for key, text in margin.attrib.items():
            if key.endswith("}Data"):
                margin.set(key, without_changing_codes(text))
    return serialised(root)
