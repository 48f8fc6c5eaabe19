"""ReportLab's TrueType font and canvas without two faults that break archive PDFs."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from weakref import WeakKeyDictionary
from zlib import compress

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFPage,
    PDFStream,
    PDFTrueTypeFont,
    PDFZCompress,
)
from reportlab.pdfbase.ttfonts import SUBSETN, TTEncoding, TTFont
from reportlab.pdfgen.canvas import Canvas

from app.typesetting.font_face import FontFace

_ENTRIES_PER_BLOCK = 100  # the CMap format allows no more in one bfchar block


class _Quickly:
    """Packs the fonts: outlines get 6 % larger than with most care, in half the time."""

    pdfname = "FlateDecode"

    def encode(self, data: str | bytes) -> bytes:
        return compress(data.encode("ascii") if isinstance(data, str) else data, 1)


class EmbeddedFont(TTFont):  # type: ignore[misc]
    """A subset-embedded font whose ToUnicode map is right for characters beyond U+FFFF too.

    ReportLab writes such a code as five hexadecimal digits, so that 𬭎 is drawn well and copied
    as another character.
    """

    def __init__(self, name: str, path: Path) -> None:
        # Not ReportLab's own beginning, which reads the whole file.
        self.fontName = name
        self.face = FontFace(path)
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[PDFDocument, TTFont.State] = WeakKeyDictionary()
        self.shapable = False
        self._asciiReadable = False

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  (ReportLab's name)
        """Add a font with at most 256 characters for each subset that the document uses."""
        state = self.state[doc]
        state.frozen = 1
        for index, subset in enumerate(state.subsets):
            name = self.getSubsetInternalName(index, doc)[1:]
            base = f"{SUBSETN(index).decode('ascii')}+{self.face.name.decode('ascii')}"
            unicode_map = PDFStream(content=_to_unicode(base, subset), filters=[_Quickly()])
            font = PDFTrueTypeFont()
            font.Name = name
            font.BaseFont = base
            font.FirstChar = 0
            font.LastChar = len(subset) - 1
            widths = " ".join(f"{self.face.getCharWidth(code):g}" for code in subset)
            font.Widths = f"[ {widths} ]"  # ReportLab's own array takes ten times as long
            font.ToUnicode = doc.Reference(unicode_map, f"toUnicodeCMap:{base}")
            font.FontDescriptor = self.face.addSubsetObjects(doc, base, subset)
            outlines = doc.idToObject[font.FontDescriptor.name].dict["FontFile2"]
            doc.idToObject[outlines.name].filters = [_Quickly()]
            doc.Reference(font, name)
            doc.idToObject["BasicFonts"].dict[name] = font
        del self.state[doc]


class _Information(PDFInfo):  # type: ignore[misc]
    """Entries as they are given; ReportLab adds its own words otherwise."""

    def __init__(self, entries: Mapping[str, bytes]) -> None:
        super().__init__()
        self._entries = entries

    def format(self, _document: PDFDocument) -> bytes:
        """The dictionary."""
        lines = (f"/{key} ".encode("ascii") + value for key, value in self._entries.items())
        return b"<< " + b" ".join(lines) + b" >>"


class PlainCanvas(Canvas):  # type: ignore[misc]
    """A canvas for PDF/A: no Helvetica that is not embedded, no empty page transition.

    The same drawing always gives the same bytes.
    """

    def __init__(self, target: Path, size: tuple[float, float], font_name: str) -> None:
        super().__init__(
            str(target), pagesize=size, pageCompression=1, invariant=True, initialFontName=font_name
        )
        self._encoded: dict[tuple[str, str, float], str] = {}  # lists repeat titles and names

    def show(
        self, runs: Iterable[tuple[EmbeddedFont, str, float, float]], size: float, y: float
    ) -> None:
        """Show runs of text on one base line: font, text, extra spacing, x.

        ReportLab's own text objects do the same at three times the cost.
        """
        code = ["BT"]
        for font, text, spacing, x in runs:
            key = (font.fontName, text, size)
            encoded = self._encoded.get(key)
            if encoded is None:
                encoded = self._encoded[key] = self._encode(font, text, size)
            code.append(f"{spacing:.4f} Tc 1 0 0 1 {x:.3f} {y:.3f} Tm {encoded}")
        if len(code) > 1:
            self.addLiteral(" ".join((*code, "0 Tc ET")))

    def describe(self, entries: Mapping[str, bytes], packet: bytes, language: bytes) -> None:
        """Say what the document is: its information, XMP and language, written as PDF has them."""
        self._doc.info = _Information(entries)
        catalog = self._doc.Catalog
        kind = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
        catalog.Metadata = PDFStream(PDFDictionary(kind), packet + b"\n", filters=[])
        catalog.Lang = language
        catalog.ViewerPreferences = b"<< /DisplayDocTitle true >>"

    def annotate(self, annotation: bytes) -> None:
        """Put an annotation on the page, written as PDF has it."""
        self._addAnnotation(annotation)

    def _encode(self, font: EmbeddedFont, text: str, size: float) -> str:
        """What shows a text at the pen: its characters in the subsets of this document."""
        return " ".join(
            f"{font.getSubsetInternalName(subset, self._doc)} {size:.3f} Tf <{codes.hex()}> Tj"
            for subset, codes in font.splitString(text, self._doc)
        )

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802  (ReportLab's name)
        super()._setAnnotations(page)
        page.Trans = None
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])  # no ASCII85


def _to_unicode(name: str, subset: Sequence[int]) -> str:
    entries = [
        f"<{index:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>"
        for index, code in enumerate(subset)
        if code
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(entries), _ENTRIES_PER_BLOCK):
        block = entries[start : start + _ENTRIES_PER_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
