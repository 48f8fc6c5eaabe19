"""The pictures of an OFD, as Pillow images."""

import io

import pikepdf
from pikepdf import Dictionary, Name, Pdf, Stream
from PIL import Image

from app.conversion.pictures.data import check_size, plain
from app.pdfium import pypdfium2

_JBIG2_BEGINNING = b"\x97JB2\r\n\x1a\n"
_PAGE_INFORMATION = 48
_END_OF_PAGE, _END_OF_FILE = 49, 51


def open_picture(data: bytes) -> Image.Image | None:
    """Decode a picture as "RGB", "L" or "RGBA"; None if it is of no kind that can be decoded."""
    try:
        if data.startswith(_JBIG2_BEGINNING):
            return _decoded_jbig2(data)
        image = Image.open(io.BytesIO(data))
        check_size(image)
        image.load()
    except (OSError, ValueError, SyntaxError, pikepdf.PdfError, pypdfium2.PdfiumError):
        return None
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        return image.convert("RGBA")
    return plain(image).convert("RGB") if image.mode not in ("L", "RGB") else image


def _decoded_jbig2(data: bytes) -> Image.Image | None:
    """Let PDFium decode a JBIG2 file: it is made the one picture of a one-page PDF."""
    segments, size = _embedded_segments(data)
    if size is None or size[0] * size[1] > 100_000_000:
        return None
    width, height = size
    with Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(width, height))
        page.obj.Resources = Dictionary(
            XObject=Dictionary(
                Im0=Stream(
                    pdf,
                    segments,
                    Type=Name.XObject,
                    Subtype=Name.Image,
                    Width=width,
                    Height=height,
                    ColorSpace=Name.DeviceGray,
                    BitsPerComponent=1,
                    Filter=Name.JBIG2Decode,
                )
            )
        )
        page.obj.Contents = pdf.make_stream(f"{width} 0 0 {height} 0 0 cm /Im0 Do".encode("ascii"))
        buffer = io.BytesIO()
        pdf.save(buffer)
    with pypdfium2.PdfDocument(buffer.getvalue()) as document:
        image: Image.Image = document[0].render(scale=1).to_pil()
    return image.convert("L")


def _embedded_segments(data: bytes) -> tuple[bytes, tuple[int, int] | None]:
    """Strip a sequential JBIG2 file down to what a PDF holds (ITU-T T.88, annex D)."""
    sequential, unknown_pages = data[8] & 1, data[8] & 2
    if not sequential:
        return b"", None
    position = 9 if unknown_pages else 13
    kept: list[bytes] = []
    size: tuple[int, int] | None = None
    while position + 11 <= len(data):
        start = position
        kind = data[position + 4]
        count = data[position + 5] >> 5
        number = int.from_bytes(data[position : position + 4], "big")
        width = 1 if number <= 256 else 2 if number <= 65536 else 4
        position += 6
        if count == 7:
            count = int.from_bytes(data[position - 1 : position + 3], "big") & 0x1FFFFFFF
            position += 3 + (count + 8) // 8
        position += count * width + (4 if kind & 0x40 else 1)
        length = int.from_bytes(data[position : position + 4], "big")
        position += 4
        if kind & 0x3F == _PAGE_INFORMATION:
            size = (
                int.from_bytes(data[position : position + 4], "big"),
                int.from_bytes(data[position + 4 : position + 8], "big"),
            )
        position += length
        if kind & 0x3F == _END_OF_FILE:
            break
        if kind & 0x3F != _END_OF_PAGE:
            kept.append(data[start:position])
    return b"".join(kept), size
