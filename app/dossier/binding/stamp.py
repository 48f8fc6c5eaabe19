"""The running number: where it stands on any page, and the operators that draw it.

All measures are in *visible* coordinates, as a reader sees the page: turned by /Rotate, cut by
/CropBox, scaled by /UserUnit. Pure arithmetic; nothing here opens a file.
"""

from dataclasses import dataclass, replace

from app.typesetting.number_font import number_codes, number_width

Box = tuple[float, float, float, float]

#: The name of the number font in the resources of every numbered page.
FONT_NAME = "JZRunningNumber"

_SIZE = 14.0  # 4号, as GB/T 9704-2012 7.5 sets page numbers
_SIDE = 42.5  # 15 mm from the outer edge, the 翻口 of GB/T 9705-2008
_FOOT = 25.5  # 9 mm from the lower edge: below any text area, above what printers cut off
_CAP = 0.70  # height of a figure in ems
_HALO = 2.2  # white around the figures
_A4_SHORT, _A4_LONG = 595.0, 842.0
_FOLDED = 1000.0  # wider pages go on paper that is folded
_TOO_SMALL = 149.0  # a quarter of A4's short side
_SMALLEST, _LARGEST = 0.6, 1.6  # short sides between these multiples of A4 get the full size


@dataclass(frozen=True, slots=True)
class PageShape:
    """The visible part of a page: its box in user space, its turn (clockwise), its unit."""

    box: Box
    rotate: int = 0
    user_unit: float = 1.0

    @property
    def width(self) -> float:
        """Visible width in points."""
        x0, y0, x1, y1 = self.box
        return ((y1 - y0) if self.rotate in {90, 270} else (x1 - x0)) * self.user_unit

    @property
    def height(self) -> float:
        """Visible height in points."""
        x0, y0, x1, y1 = self.box
        return ((x1 - x0) if self.rotate in {90, 270} else (y1 - y0)) * self.user_unit

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """Takes visible points (origin lower left) to user space."""
        x0, y0, x1, y1 = self.box
        unit = 1 / self.user_unit
        match self.rotate:
            case 90:
                return (0, unit, -unit, 0, x1, y0)
            case 180:
                return (-unit, 0, 0, -unit, x1, y1)
            case 270:
                return (0, -unit, unit, 0, x0, y1)
            case _:
                return (unit, 0, 0, unit, x0, y0)

    @property
    def too_small(self) -> bool:
        """True if the page leaves no room for a number that anybody could read."""
        return min(self.width, self.height) < _TOO_SMALL

    def as_bound(self) -> "PageShape":
        """The shape as it is seen in a bound volume, where a lying page is turned upright.

        Its head is then on the left, so that its number stands where those of the other pages do
        (GB/T 9704-2012 7.5). A sheet of A3 is folded instead and stays as it is.
        """
        if self.width <= self.height or self.width > _FOLDED:
            return self
        return replace(self, rotate=(self.rotate + 270) % 360)

    def on_paper(self) -> "PageShape":
        """The shape with A4 around it, upright or lying as the page is, the page in its middle."""
        paper = (_A4_SHORT, _A4_LONG)
        if self.width > self.height:
            paper = (_A4_LONG, _A4_SHORT)
        across = max(paper[0], self.width) / self.user_unit
        up = max(paper[1], self.height) / self.user_unit
        if self.rotate in {90, 270}:
            across, up = up, across
        x0, y0, x1, y1 = self.box
        x, y = (x0 + x1 - across) / 2, (y0 + y1 - up) / 2
        return PageShape((x, y, x + across, y + up), self.rotate, self.user_unit)

    def to_user_space(self, rect: Box) -> Box:
        """A visible rectangle in user space, lower left corner first."""
        a, b, c, d, e, f = self.matrix
        xs = [a * x + c * y + e for x in (rect[0], rect[2]) for y in (rect[1], rect[3])]
        ys = [b * x + d * y + f for x in (rect[0], rect[2]) for y in (rect[1], rect[3])]
        return (min(xs), min(ys), max(xs), max(ys))

    @property
    def top_left(self) -> tuple[float, float]:
        """The user space coordinates of the visible upper left corner."""
        _, _, c, d, e, f = self.matrix
        return (c * self.height + e, d * self.height + f)


def shape_of(media: Box, crop: Box | None, rotate: int, user_unit: float) -> PageShape:
    """The visible part of a page from its entries as they stand, however odd."""
    media = _upright(media)
    box = media
    if crop is not None:
        crop = _upright(crop)
        cut = (
            max(crop[0], media[0]),
            max(crop[1], media[1]),
            min(crop[2], media[2]),
            min(crop[3], media[3]),
        )
        if cut[2] > cut[0] and cut[3] > cut[1]:
            box = cut
    turn = rotate % 360 if rotate % 90 == 0 else 0
    return PageShape(box, turn, user_unit if user_unit > 0 else 1.0)


def _upright(box: Box) -> Box:
    x0, y0, x1, y1 = box
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


@dataclass(frozen=True, slots=True)
class Stamp:
    """The running number of one page: operators that draw it, and the area that it takes."""

    content: bytes
    area: Box  # in user space


def stamp(number: int, shape: PageShape, *, on_right: bool, at_top: bool = False) -> Stamp:
    """Draw ``number`` at a corner of the visible page: a lower one unless ``at_top``.

    Figures are black on a thin white pill, which is unseen on paper and keeps them legible on a
    dark scan. Far smaller or larger pages than A4 and A3 get it to scale.
    """
    text = str(number)
    scale = _scale(min(shape.width, shape.height))
    size = _SIZE * scale
    length = number_width(text, size)
    x = shape.width - _SIDE * scale - length if on_right else _SIDE * scale
    x = min(max(x, 0), max(shape.width - length, 0))
    y = shape.height - _FOOT * scale - _CAP * size if at_top else _FOOT * scale
    middle, thick = y + _CAP * size / 2, _CAP * size + 2 * _HALO * scale
    matrix = " ".join(_number(v) for v in shape.matrix)
    content = (
        f"{matrix} cm 1 G {_number(thick)} w 1 J {_number(x)} {_number(middle)} m "
        f"{_number(x + length)} {_number(middle)} l S 0 g BT /{FONT_NAME} {_number(size)} Tf "
        f"{_number(x)} {_number(y)} Td ("
    ).encode("ascii")
    content = b"q " + content + number_codes(text) + b") Tj ET Q"
    pad = thick / 2
    visible = (x - pad, middle - pad, x + length + pad, middle + pad)
    return Stamp(content, shape.to_user_space(visible))


def _scale(short_side: float) -> float:
    ratio = short_side / _A4_SHORT
    if ratio < _SMALLEST:
        return max(ratio / _SMALLEST, 0.01)
    return max(ratio / _LARGEST, 1.0)


def _number(value: float) -> str:
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
