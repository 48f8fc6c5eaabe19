"""The entries of each kind of dictionary that a bound page may keep.

ISO 32000-2 names many more. Those here draw the page; none of them can run, open, send or fetch
anything. Whatever is not listed goes, known or unknown: new ways to be active need no new rule.

Arrays need no kind: what stands in an array is judged like what stands in its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class EntryKind:
    """A kind of dictionary or stream.

    Attributes:
        plain: entries that may hold numbers, names, strings, and arrays of these.
        nested: entries that may hold dictionaries or streams, with the name of their kind.
        others: the kind of what stands under any other key, "" if no other key is allowed. It
            may be a number, too. Streams have no other keys, whatever their kind.
        names: what may stand under any other key as a name.
        streams: it may be a stream; all kinds may be dictionaries.
    """

    plain: frozenset[str]
    nested: Mapping[str, str] = field(default_factory=dict)
    others: str = ""
    names: frozenset[str] = frozenset()
    streams: bool = False


def _kind(plain: str = "", others: str = "", **nested: str) -> EntryKind:
    return EntryKind(
        frozenset(f"/{key}" for key in plain.split()),
        {f"/{key}": kind for key, kind in nested.items()},
        others,
    )


def _stream(plain: str = "", **nested: str) -> EntryKind:
    """A stream; ``F``, ``FFilter`` and ``FDecodeParms`` would say that its data lie elsewhere."""
    kind = _kind(f"Length Filter DL Type {plain}", "", DecodeParms="decoding", **nested)
    return replace(kind, streams=True)


#: Families of colours that need no parameters, with the short names of old programs.
_FAMILIES = frozenset(
    {"DeviceGray", "DeviceRGB", "DeviceCMYK", "CalCMYK", "Pattern", "G", "RGB", "CMYK"}
)
_SCREEN = _stream(
    "HalftoneType HalftoneName Frequency Angle AccurateScreens Width Height Xsquare Ysquare Width2"
    " Height2",
    SpotFunction="function",
    TransferFunction="function",
)

_FUNCTION = "FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds"

#: By name; ``nested`` and ``others`` above name these.
KINDS: Mapping[str, EntryKind] = {
    "page": _kind(
        "Type MediaBox CropBox BleedBox TrimBox ArtBox Rotate UserUnit StructParents Tabs"
        " LastModified",
        Resources="resources",
        # Some programs draw a page's content as a form, too.
        Contents="object",
        Group="group",
    ),
    "resources": _kind(
        "ProcSet",
        ExtGState="graphics states",
        ColorSpace="colour spaces",
        Pattern="patterns",
        Shading="shadings",
        XObject="objects",
        Font="fonts",
        Properties="property lists",
    ),
    "graphics states": _kind(others="graphics state"),
    "colour spaces": replace(_kind(others="colours"), names=_FAMILIES),
    "patterns": _kind(others="pattern"),
    "shadings": _kind(others="shading"),
    "objects": _kind(others="object"),
    "fonts": _kind(others="font"),
    "property lists": _kind(others="property list"),
    "glyphs": _kind(others="glyph"),
    "content": _stream(),
    "glyph": _stream("StructParents", Resources="resources"),
    "decoding": _kind(
        "Type Predictor Colors BitsPerComponent Columns EarlyChange K EndOfLine EncodedByteAlign"
        " Rows EndOfBlock BlackIs1 DamagedRowsBeforeError ColorTransform Name",
        JBIG2Globals="content",
    ),
    # Pictures and forms in one: what draws is told by its Subtype, which stays as it is.
    "object": _stream(
        "Subtype Name StructParent StructParents Width Height BitsPerComponent Intent ImageMask"
        " Decode Interpolate SMaskInData Matte FormType BBox Matrix LastModified",
        ColorSpace="colours",
        Mask="object",
        SMask="object",
        Resources="resources",
        Group="group",
    ),
    "group": _kind("Type S I K", CS="colours"),
    "graphics state": _kind(
        "Type LW LC LJ ML D RI OP op OPM FL SM SA BM CA ca AIS TK UseBlackPtComp HTO",
        Font="font",
        BG="function",
        BG2="function",
        UCR="function",
        UCR2="function",
        TR="function",
        TR2="function",
        HT="halftone",
        SMask="soft mask",
    ),
    "soft mask": _kind("Type S BC", G="object", TR="function"),
    # One screen, or one for each colourant, under its name.
    "halftone": replace(_SCREEN, others="screen"),
    "screen": _SCREEN,
    "function": _stream(_FUNCTION, Functions="function"),
    # Parameters of all families in one, with the profiles, tables and tints in their arrays.
    "colours": _stream(
        f"{_FUNCTION} WhitePoint BlackPoint Gamma Matrix Subtype",
        Functions="function",
        Alternate="colours",
        Colorants="colour spaces",
        Process="process",
        MixingHints="mixing hints",
    ),
    "process": _kind("Components", ColorSpace="colours"),
    "mixing hints": _kind("PrintingOrder", Solidities="solidities", DotGain="dot gains"),
    "solidities": _kind(others="nothing"),
    "dot gains": _kind(others="function"),
    "nothing": _kind(),
    "pattern": _stream(
        "PatternType PaintType TilingType BBox XStep YStep Matrix",
        Resources="resources",
        Shading="shading",
        ExtGState="graphics state",
    ),
    "shading": _stream(
        "ShadingType Background BBox AntiAlias Coords Domain Extend Matrix BitsPerCoordinate"
        " BitsPerComponent BitsPerFlag Decode VerticesPerRow",
        ColorSpace="colours",
        Function="function",
    ),
    "font": _kind(
        "Type Subtype Name BaseFont FirstChar LastChar Widths FontBBox FontMatrix DW W DW2 W2",
        FontDescriptor="font descriptor",
        Encoding="encoding",
        ToUnicode="encoding",
        DescendantFonts="font",
        CIDSystemInfo="character collection",
        CIDToGIDMap="content",
        CharProcs="glyphs",
        Resources="resources",
    ),
    "font descriptor": _kind(
        "Type FontName FontFamily FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent"
        " Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth CharSet Lang",
        FontFile="font program",
        FontFile2="font program",
        FontFile3="font program",
        Style="font style",
        FD="font descriptors",
        CIDSet="content",
    ),
    "font descriptors": _kind(others="font descriptor"),
    "font style": _kind("Panose"),
    "font program": _stream("Length1 Length2 Length3 Subtype"),
    # Dictionaries of differences and streams of character maps.
    "encoding": _stream(
        "BaseEncoding Differences CMapName WMode",
        CIDSystemInfo="character collection",
        UseCMap="encoding",
    ),
    "character collection": _kind("Registry Ordering Supplement"),
    "property list": _kind("MCID ActualText Alt E Lang Type Subtype BBox Attached"),
    # A link; where it leads is judged apart.
    "link": _kind(
        "Type Subtype Rect Border C F H QuadPoints Contents NM M AS StructParent",
        BS="border",
        AP="appearances",
    ),
    "border": _kind("Type W S D"),
    "appearances": _kind(N="appearance"),
    # One drawing, or one for each state.
    "appearance": replace(
        _stream("Subtype FormType BBox Matrix", Resources="resources", Group="group"),
        others="object",
    ),
}
