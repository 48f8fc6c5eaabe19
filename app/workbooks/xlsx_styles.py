"""What the cells of an .xlsx refer to by number: texts, and how they are shown."""

from lxml import etree

from app.workbooks.model import Style
from app.workbooks.xlsx_package import XlsxFile

_TRUE = frozenset({"1", "true", "on"})

#: The number formats that files name by number only; those of China's Excel among them.
BUILT_IN_FORMATS = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ',
    42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ',
    44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"',
    56: '上午/下午h"时"mm"分"ss"秒"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}


def shared_strings(source: XlsxFile) -> list[str]:
    """The texts that cells refer to by number."""
    part = source.part_of("sharedStrings")
    root = source.parsed(part) if part else None
    return [text_of(item) for item in root.iterfind("{*}si")] if root is not None else []


def text_of(item: etree._Element) -> str:
    """The text of a string item, without readings (ruby)."""
    return "".join(
        t.text or ""
        for t in item.iter("{*}t")
        if (parent := t.getparent()) is None or not str(parent.tag).endswith("}rPh")
    )


def styles(source: XlsxFile) -> list[Style]:
    """How cells may be shown, in the order in which cells refer to it."""
    part = source.part_of("styles")
    root = source.parsed(part) if part else None
    if root is None:
        return []
    codes = dict(BUILT_IN_FORMATS)
    for each in root.iterfind("{*}numFmts/{*}numFmt"):
        codes[int(each.get("numFmtId", "0"))] = each.get("formatCode", "General")
    sizes = [
        float(size.get("val", "11")) if (size := font.find("{*}sz")) is not None else 11.0
        for font in root.iterfind("{*}fonts/{*}font")
    ]
    found = []
    for xf in root.iterfind("{*}cellXfs/{*}xf"):
        alignment = xf.find("{*}alignment")
        font = int(xf.get("fontId", "0"))
        found.append(
            Style(
                codes.get(int(xf.get("numFmtId", "0")), "General"),
                sizes[font] if 0 <= font < len(sizes) else 11.0,
                wrapped=alignment is not None and alignment.get("wrapText") in _TRUE,
                shrunk=alignment is not None and alignment.get("shrinkToFit") in _TRUE,
            )
        )
    return found
