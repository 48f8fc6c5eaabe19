"""ReportLab's TrueType font and canvas without two faults that break archive PDFs."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFPage, PDFStream, PDFZCompress
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

_ENTRIES_PER_BLOCK = 100  # the CMap format allows no more in one bfchar block


class EmbeddedFont(TTFont):  # type: ignore[misc]
    """A subset-embedded font whose ToUnicode map is right for characters beyond U+FFFF too.

    ReportLab writes such a code as five hexadecimal digits, so that 𬭎 is drawn well and copied
    as another character.
    """

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), asciiReadable=False, shapable=False)

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  (ReportLab's name)
        """Add the font's objects, then write the ToUnicode maps again."""
        subsets = [tuple(subset) for subset in self.state[doc].subsets]
        names = [self.getSubsetInternalName(index, doc)[1:] for index in range(len(subsets))]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for name, subset in zip(names, subsets, strict=True):
            font = fonts[name]
            doc.idToObject[font.ToUnicode.name].content = _to_unicode(font.BaseFont, subset)


class PlainCanvas(Canvas):  # type: ignore[misc]
    """A canvas for PDF/A: no Helvetica that is not embedded, no empty page transition.

    The same drawing always gives the same bytes.
    """

    def __init__(self, target: Path, size: tuple[float, float], font_name: str) -> None:
        super().__init__(
            str(target), pagesize=size, pageCompression=1, invariant=True, initialFontName=font_name
        )

    def show(
        self, runs: Iterable[tuple[EmbeddedFont, str, float, float]], size: float, y: float
    ) -> None:
        """Show runs of text on one base line: font, text, extra spacing, x.

        ReportLab's own text objects do the same at three times the cost.
        """
        code = ["BT"]
        for font, text, spacing, x in runs:
            code.append(f"{spacing:.4f} Tc 1 0 0 1 {x:.3f} {y:.3f} Tm")
            for subset, codes in font.splitString(text, self._doc):
                name = font.getSubsetInternalName(subset, self._doc)
                code.append(f"{name} {size:.3f} Tf <{codes.hex()}> Tj")
        if len(code) > 1:
            self.addLiteral(" ".join((*code, "0 Tc ET")))

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
