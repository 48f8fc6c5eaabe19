"""Whether a sheet that its author fitted to pages can still be read on paper."""

from collections import Counter

from app.workbooks.model import PAPER_A3, Sheet, Workbook
from app.workbooks.room import heights_needed, points

#: What margins as Excel sets them leave of standing A4, in points.
_PRINTABLE_WIDTH, _PRINTABLE_HEIGHT = 495.0, 700.0

#: Type below this size in points is a strip of grey to a reader.
LEGIBLE_SIZE = 5.0


def printed_size(book: Workbook, sheet: Sheet) -> float | None:
    """Estimate the size in points of a reduced sheet's usual type on paper; None if not reduced."""
    settings, content = sheet.settings, sheet.content()
    if content is None or not sheet.cells or not (settings.fitted or settings.scale < 100):
        return None
    if not settings.fitted:
        return usual_size(book, sheet) * settings.scale / 100
    top, left, bottom, right = content
    if settings.areas:
        # Each area is a page of its own; the largest decides.
        area = max(settings.areas, key=lambda each: each.bottom - each.top)
        top, left = area.top, area.left
        bottom, right = min(bottom, area.bottom), min(right, area.right)
    across, down = _PRINTABLE_WIDTH, _PRINTABLE_HEIGHT
    if settings.sideways:
        across, down = down, across
    larger = 2**0.5 if settings.paper == PAPER_A3 else 1.0
    scales = [1.0]
    width = sum(points(each) for each in sheet.widths(right)[left - 1 :])
    if settings.pages_wide and width:
        scales.append(settings.pages_wide * across * larger / width)
    height = _height(book, sheet, top, bottom)
    if settings.pages_high and height:
        scales.append(settings.pages_high * down * larger / height)
    return usual_size(book, sheet) * min(scales)


def unreadable(book: Workbook, sheet: Sheet) -> bool:
    """Say whether reducing the sheet as its author asked makes its type too small to read."""
    size = printed_size(book, sheet)
    return size is not None and size < LEGIBLE_SIZE


def usual_size(book: Workbook, sheet: Sheet) -> float:
    """The size of type that most cells have."""
    styles = Counter(cell.style for cell in sheet.cells)
    sizes: Counter[float] = Counter()
    for number, count in styles.items():
        style = book.styles[number] if 0 <= number < len(book.styles) else None
        sizes[style.size if style else 11.0] += count
    return sizes.most_common(1)[0][0] if sizes else 11.0


def _height(book: Workbook, sheet: Sheet, top: int, bottom: int) -> float:
    rows = bottom - top + 1
    higher = {**sheet.automatic, **heights_needed(book, sheet), **sheet.heights}
    given = [height for row, height in higher.items() if top <= row <= bottom]
    hidden = sum(1 for row in sheet.hidden_rows if top <= row <= bottom)
    return sum(given) + max(rows - len(given) - hidden, 0) * sheet.default_height
