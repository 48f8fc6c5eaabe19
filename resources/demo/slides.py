"""Training slides as .pptx, written part by part: one master, one layout, text boxes."""

from pathlib import Path
from xml.sax.saxutils import escape

from resources.demo.packing import write_zip

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WIDE, HIGH = 12192000, 6858000  # 16:9 in EMU
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)

#: A slide: its title and its lines.
Slide = tuple[str, tuple[str, ...]]


def slides_pptx(path: Path, title: str, slides: tuple[Slide, ...]) -> None:
    """Write a presentation: a title slide, then one slide for each of ``slides``."""
    shown: list[Slide] = [(title, ("示例县司法局", "（演示材料，内容均为虚构）")), *slides]
    count = len(shown)
    parts = {
        "[Content_Types].xml": _types(count),
        "_rels/.rels": _links({"rId1": ("officeDocument", "ppt/presentation.xml")}),
        "ppt/presentation.xml": _presentation(count),
        "ppt/_rels/presentation.xml.rels": _links(
            {
                "rId1": ("slideMaster", "slideMasters/slideMaster1.xml"),
                "rId2": ("theme", "theme/theme1.xml"),
            }
            | {f"rId{n + 10}": ("slide", f"slides/slide{n}.xml") for n in range(1, count + 1)}
        ),
        "ppt/slideMasters/slideMaster1.xml": _master(),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _links(
            {
                "rId1": ("slideLayout", "../slideLayouts/slideLayout1.xml"),
                "rId2": ("theme", "../theme/theme1.xml"),
            }
        ),
        "ppt/slideLayouts/slideLayout1.xml": _layout(),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": _links(
            {"rId1": ("slideMaster", "../slideMasters/slideMaster1.xml")}
        ),
        "ppt/theme/theme1.xml": _theme(),
    }
    for number, slide in enumerate(shown, 1):
        parts[f"ppt/slides/slide{number}.xml"] = _slide(slide, first=number == 1)
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = _links(
            {"rId1": ("slideLayout", "../slideLayouts/slideLayout1.xml")}
        )
    write_zip(path, {name: (HEAD + text).encode() for name, text in parts.items()})


def _links(targets: dict[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{rows}</Relationships>'


def _types(count: int) -> str:
    parts = {
        "/ppt/presentation.xml": f"{TYPE}.presentation.main+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{TYPE}.slideMaster+xml",
        "/ppt/slideLayouts/slideLayout1.xml": f"{TYPE}.slideLayout+xml",
        "/ppt/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    } | {f"/ppt/slides/slide{n}.xml": f"{TYPE}.slide+xml" for n in range(1, count + 1)}
    rows = "".join(f'<Override PartName="{n}" ContentType="{t}"/>' for n, t in parts.items())
    links = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{links}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def _presentation(count: int) -> str:
    slides = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n + 10}"/>' for n in range(1, count + 1))
    return (
        f'<p:presentation {NAMES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
        f"</p:sldMasterIdLst><p:sldIdLst>{slides}</p:sldIdLst>"
        f'<p:sldSz cx="{WIDE}" cy="{HIGH}"/><p:notesSz cx="{HIGH}" cy="{WIDE}"/></p:presentation>'
    )


def _master() -> str:
    colours = "".join(
        f' {name}="{value}"'
        for name, value in {
            "bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", "accent1": "accent1",
            "accent2": "accent2", "accent3": "accent3", "accent4": "accent4",
            "accent5": "accent5", "accent6": "accent6", "hlink": "hlink", "folHlink": "folHlink",
        }.items()
    )  # fmt: skip
    return (
        f'<p:sldMaster {NAMES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/>'
        f"</a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}</p:spTree></p:cSld>"
        f"<p:clrMap{colours}/><p:sldLayoutIdLst>"
        '<p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>'
    )


def _layout() -> str:
    return (
        f'<p:sldLayout {NAMES} type="blank"><p:cSld name="空白"><p:spTree>{TREE}</p:spTree>'
        "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _theme() -> str:
    colours = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "1F3A5F", "lt2": "EEF2F6"}
    colours |= {f"accent{n}": "B41E24" for n in range(1, 7)}
    colours |= {"hlink": "0563C1", "folHlink": "954F72"}
    scheme = "".join(f'<a:{k}><a:srgbClr val="{v}"/></a:{k}>' for k, v in colours.items())
    face = '<a:latin typeface="Arial"/><a:ea typeface="黑体"/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="演示">'
        f'<a:themeElements><a:clrScheme name="演示">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="演示"><a:majorFont>{face}</a:majorFont>'
        f'<a:minorFont>{face}</a:minorFont></a:fontScheme><a:fmtScheme name="演示">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}"
        "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _slide(slide: Slide, *, first: bool) -> str:
    title, lines = slide
    top = 2200000 if first else 420000
    boxes = _rectangle(2, 0, top - 160000 if first else 0, 1500000 if first else 1250000)
    boxes += _box(3, top, 1000000, (title,), 40 if first else 32, "FFFFFF", centred=first)
    boxes += _box(4, top + 1500000, 4200000, lines, 24, "222222", centred=first)
    return (
        f"<p:sld {NAMES}><p:cSld><p:spTree>{TREE}{boxes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def _rectangle(number: int, left: int, top: int, high: int) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="色带"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{WIDE}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="A81C22"/>'
        "</a:solidFill></p:spPr></p:sp>"
    )


def _box(
    number: int,
    top: int,
    high: int,
    lines: tuple[str, ...],
    size: int,
    colour: str,
    *,
    centred: bool,
) -> str:
    side = "ctr" if centred else "l"
    paragraphs = "".join(
        f'<a:p><a:pPr algn="{side}"><a:spcBef><a:spcPts val="900"/></a:spcBef></a:pPr>'
        f'<a:r><a:rPr lang="zh-CN" sz="{size}00"><a:solidFill><a:srgbClr val="{colour}"/>'
        f'</a:solidFill><a:latin typeface="黑体"/><a:ea typeface="黑体"/></a:rPr>'
        f"<a:t>{escape(line)}</a:t></a:r></a:p>"
        for line in lines
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="文字{number}"/><p:cNvSpPr txBox="1"/>'
        f'<p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="700000" y="{top}"/>'
        f'<a:ext cx="{WIDE - 1400000}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f'</a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square"/>{paragraphs}</p:txBody></p:sp>'
    )
