"""Pictures painted on PDF pages."""

from pikepdf import Dictionary, Object, Pdf

from app.conversion.pictures.placing import PictureOnPage


def add_page(pdf: Pdf, stream: Object, spot: PictureOnPage, orientation: int) -> None:
    """Append a page with the picture on its place."""
    page = pdf.add_blank_page(page_size=(spot.page_width, spot.page_height))
    page.obj.Resources = Dictionary(XObject=Dictionary(Im0=stream))
    page.obj.Contents = pdf.make_stream(drawing("Im0", spot, orientation))


def drawing(name: str, spot: PictureOnPage, orientation: int) -> bytes:
    """Return the operators that paint a picture upright (EXIF orientation 1 to 8)."""
    w, h = spot.width, spot.height
    matrix = {
        1: (w, 0, 0, h, 0, 0),
        2: (-w, 0, 0, h, w, 0),
        3: (-w, 0, 0, -h, w, h),
        4: (w, 0, 0, -h, 0, h),
        5: (0, -h, -w, 0, w, h),
        6: (0, -h, w, 0, 0, h),
        7: (0, h, w, 0, 0, 0),
        8: (0, h, -w, 0, w, 0),
    }[orientation]
    numbers = " ".join(
        f"{value:.4f}" for value in (*matrix[:4], spot.x + matrix[4], spot.y + matrix[5])
    )
    return f"q {numbers} cm /{name} Do Q".encode("ascii")
