"""Letters as OFD (GB/T 33190-2016): a zip of XML that names its fonts without embedding them."""

from pathlib import Path
from xml.sax.saxutils import escape

from resources.demo.content import Letter
from resources.demo.packing import write_zip
from resources.demo.page import POINT, Line, Page, set_letter, width_of

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
#: Id and name of the font of each face in the resource file.
FONTS = {
    "fang": (2, "仿宋_GB2312"),
    "song": (3, "宋体"),
    "title": (4, "方正小标宋简体"),
    "hei": (5, "黑体"),
    "kai": (6, "楷体_GB2312"),
}


def letter_ofd(path: Path, letter: Letter) -> None:
    """Write a letter as OFD, one text object per line with the advance of every sign."""
    pages = set_letter(letter)
    parts = {
        "OFD.xml": _root(letter),
        "Doc_0/Document.xml": _document(pages),
        "Doc_0/PublicRes.xml": _resources(),
    }
    first = 100
    for number, page in enumerate(pages):
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"], first = _content(page, first)
    write_zip(path, {name: (HEAD + text).encode() for name, text in parts.items()})


def _root(letter: Letter) -> str:
    day = letter.day.isoformat()
    return (
        f'<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>'
        f"<ofd:DocID>{'0' * 31}1</ofd:DocID><ofd:Title>{escape(letter.title)}</ofd:Title>"
        f"<ofd:Author>{escape(letter.issuer)}</ofd:Author><ofd:CreationDate>{day}"
        "</ofd:CreationDate><ofd:Creator>示例县演示材料</ofd:Creator></ofd:DocInfo>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )


def _document(pages: list[Page]) -> str:
    listed = "".join(
        f'<ofd:Page ID="{10 + number}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
        for number in range(len(pages))
    )
    return (
        f"<ofd:Document {SPACE}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID>"
        "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )


def _resources() -> str:
    fonts = "".join(
        f'<ofd:Font ID="{number}" FontName="{name}" FamilyName="{name}"/>'
        for number, name in FONTS.values()
    )
    return f'<ofd:Res {SPACE} BaseLoc="Res"><ofd:Fonts>{fonts}</ofd:Fonts></ofd:Res>'


def _content(page: Page, first: int) -> tuple[str, int]:
    objects = []
    for number, rule in enumerate(page.rules, first):
        wide = rule.x2 - rule.x1
        colour = " ".join(str(part) for part in rule.colour)
        objects.append(
            f'<ofd:PathObject ID="{number}" Boundary="{rule.x1} {rule.y1 - 1} {wide:.3f} 2" '
            f'LineWidth="{rule.weight}"><ofd:StrokeColor Value="{colour}"/>'
            f"<ofd:AbbreviatedData>M 0 1 L {wide:.3f} 1</ofd:AbbreviatedData></ofd:PathObject>"
        )
    first += len(page.rules)
    objects += [_text(line, number) for number, line in enumerate(page.lines, first) if line.text]
    first += len(page.lines)
    layer = f'<ofd:Layer ID="{first}" Type="Body">{"".join(objects)}</ofd:Layer>'
    area = "<ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>"
    return f"<ofd:Page {SPACE}>{area}<ofd:Content>{layer}</ofd:Content></ofd:Page>", first + 1


def _text(line: Line, number: int) -> str:
    size = line.size * POINT
    advances = [width_of(sign, line.face, line.size) for sign in line.text]
    deltas = " ".join(f"{advance:.3f}" for advance in advances[:-1])
    box = f"{line.x:.3f} {line.y - size:.3f} {sum(advances) + 1:.3f} {size * 1.3:.3f}"
    delta = f' DeltaX="{deltas}"' if deltas else ""
    colour = " ".join(str(part) for part in line.colour)
    return (
        f'<ofd:TextObject ID="{number}" Boundary="{box}" Font="{FONTS[line.face][0]}" '
        f'Size="{size:.3f}"><ofd:FillColor Value="{colour}"/>'
        f'<ofd:TextCode X="0" Y="{size:.3f}"{delta}>{escape(line.text)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )
