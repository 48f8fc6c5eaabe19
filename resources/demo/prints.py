"""Letters and tables as PDF files: portrait, landscape, A3, turned, cropped, locked."""

from pathlib import Path

import pikepdf
from pikepdf import Rectangle
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from resources.demo.content import Letter, Table
from resources.demo.page import POINT, Page, font_path, set_letter, width_of, wrap
from resources.demo.seal import draw_seal

MM = 1 / POINT


def letter_pdf(path: Path, letter: Letter, *, password: str = "", outline: bool = False) -> None:
    """Write a letter as a text PDF with embedded fonts; with a password nobody can open it."""
    pages = set_letter(letter)
    canvas = _canvas(path, letter.title, letter.issuer, password)
    for number, page in enumerate(pages):
        canvas.setPageSize((page.width * MM, page.height * MM))
        if outline:
            _outline(canvas, page, number)
        _draw(canvas, page, letter.seal)
        canvas.showPage()
    canvas.save()


def table_pdf(path: Path, table: Table, *, large: bool = False) -> None:
    """Write a table on landscape A4, or landscape A3, over as many pages as it takes."""
    size = landscape(A3 if large else A4)
    canvas = _canvas(path, table.title, table.issuer)
    columns = _columns(table, size[0] - 40 * MM)
    rows = list(table.rows)
    while rows:
        canvas.setPageSize(size)
        rows = _table_page(canvas, table, columns, rows, size)
        canvas.showPage()
    canvas.save()


def turned_pdf(path: Path, letter: Letter, table: Table) -> None:
    """A letter whose table was scanned sideways: its pages bear /Rotate 90 and 270."""
    letter_pdf(path, letter)
    side = path.with_name(f"{path.stem}-table.pdf")
    table_pdf(side, table)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf, pikepdf.open(side) as extra:
        for number, page in enumerate(extra.pages):
            pdf.pages.append(page)
            turned = pdf.pages[-1]
            _turn(turned, 90 if number % 2 == 0 else 270)
        pdf.save(path, deterministic_id=True)
    side.unlink()


def cropped_pdf(path: Path, letter: Letter) -> None:
    """A printer's proof: A4 trimmed out of a larger sheet by a crop box that starts off zero."""
    letter_pdf(path, letter)
    margin = 12 * MM
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            left, bottom, right, top = (float(edge) for edge in page.mediabox)
            page.mediabox = Rectangle(left - margin, bottom - margin, right + margin, top + margin)
            page.cropbox = Rectangle(left, bottom, right, top)
        pdf.save(path, deterministic_id=True)


def plan_pdf(path: Path, title: str, rooms: tuple[str, ...]) -> None:
    """A floor plan on landscape A3, as drawing programs print it."""
    size = landscape(A3)
    canvas = _canvas(path, title, "示例县政务服务和大数据服务中心")
    canvas.setPageSize(size)
    left, bottom = 30 * MM, 45 * MM
    wide, high = size[0] - 60 * MM, size[1] - 90 * MM
    canvas.setLineWidth(1.6)
    canvas.rect(left, bottom, wide, high)
    canvas.setLineWidth(0.7)
    across = (len(rooms) + 1) // 2
    for number, room in enumerate(rooms):
        column, row = number % across, number // across
        x, depth = left + column * wide / across, high * 0.34
        y = bottom + high - depth if row == 0 else bottom
        canvas.rect(x, y, wide / across, depth)
        _text(canvas, x + 4 * MM, y + depth / 2, room, "song", 13)
        door = x + wide / across / 2
        canvas.arc(door - 5 * MM, y - 5 * MM, door + 5 * MM, y + 5 * MM, 0, 90)
    _text(canvas, left + wide / 2 - 24 * MM, bottom + high / 2, "办 事 大 厅", "hei", 20)
    _text(canvas, left, size[1] - 32 * MM, title, "title", 22)
    _text(canvas, left, 30 * MM, "比例 1:100    （演示材料，内容均为虚构）", "song", 12)
    canvas.showPage()
    canvas.save()


def _canvas(path: Path, title: str, author: str, password: str = "") -> Canvas:
    font_path("song")
    lock = StandardEncryption(password, canPrint=0, strength=128) if password else None
    canvas = Canvas(str(path), pagesize=A4, initialFontName="song", invariant=1, encrypt=lock)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator("示例县演示材料")
    return canvas


def _draw(canvas: Canvas, page: Page, seal: str) -> None:
    for rule in page.rules:
        canvas.setStrokeColorRGB(*(part / 255 for part in rule.colour))
        canvas.setLineWidth(rule.weight * MM)
        y1, y2 = (page.height - rule.y1) * MM, (page.height - rule.y2) * MM
        canvas.line(rule.x1 * MM, y1, rule.x2 * MM, y2)
    for line in page.lines:
        canvas.setFillColorRGB(*(part / 255 for part in line.colour))
        y = (page.height - line.y) * MM
        _text(canvas, line.x * MM, y, line.text, line.face, line.size)
    if page.seal_at:
        side = 42 * MM
        x, y = page.seal_at[0] * MM - side / 2, (page.height - page.seal_at[1]) * MM - side / 2
        canvas.drawImage(ImageReader(draw_seal(seal, 420)), x, y, side, side, mask="auto")


def _text(canvas: Canvas, x: float, y: float, text: str, face: str, size: float) -> None:
    font_path(face)
    canvas.setFont(face, size)
    canvas.drawString(x, y, text)


def _outline(canvas: Canvas, page: Page, number: int) -> None:
    """Bookmarks on the headings, as office programs write them."""
    for position, line in enumerate(page.lines):
        if line.face == "hei":
            key = f"{number}-{position}"
            canvas.bookmarkHorizontal(key, 0, (page.height - line.y) * MM + 20)
            canvas.addOutlineEntry(line.text, key, level=0)


def _columns(table: Table, room: float) -> list[float]:
    widths = table.widths or tuple(
        max(len(str(cell)) for cell in (head, *(row[n] for row in table.rows))) + 2
        for n, head in enumerate(table.header)
    )
    return [room * width / sum(widths) for width in widths]


def _table_page(
    canvas: Canvas,
    table: Table,
    columns: list[float],
    rows: list[tuple[str | int | float, ...]],
    size: tuple[float, float],
) -> list[tuple[str | int | float, ...]]:
    """Draw one page of a table; return the rows that are left."""
    left, y = 20 * MM, size[1] - 24 * MM
    middle = (size[0] - width_of(table.title, "title", 18) * MM) / 2
    _text(canvas, middle, y, table.title, "title", 18)
    y -= 8 * MM
    canvas.setLineWidth(0.5)
    y = _row(canvas, left, y, columns, table.header, "hei")
    while rows and y > 34 * MM:
        y = _row(canvas, left, y, columns, rows.pop(0), "song")
    _text(canvas, left, 18 * MM, table.foot, "song", 10)
    return rows


def _row(
    canvas: Canvas,
    left: float,
    top: float,
    columns: list[float],
    cells: tuple[str | int | float, ...],
    face: str,
) -> float:
    texts = [
        wrap(str(cell), face, 10, width * POINT - 3)
        for cell, width in zip(cells, columns, strict=True)
    ]
    high = (max(len(lines) for lines in texts) * 5 + 3) * MM
    x = left
    for lines, width in zip(texts, columns, strict=True):
        canvas.rect(x, top - high, width, high)
        for number, line in enumerate(lines):
            _text(canvas, x + 1.5 * MM, top - (5 + 5 * number) * MM, line, face, 10)
        x += width
    return top - high


def _turn(page: pikepdf.Page, degrees: int) -> None:
    """Lay the page's content on its side and let /Rotate put it upright again."""
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    wide, high = right - left, top - bottom
    matrix = f"0 1 -1 0 {high} 0" if degrees == 90 else f"0 -1 1 0 0 {wide}"
    page.contents_add(f"q {matrix} cm".encode(), prepend=True)
    page.contents_add(b"Q")
    page.mediabox = Rectangle(0, 0, high, wide)
    page.Rotate = degrees
