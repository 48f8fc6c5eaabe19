"""Charts: nothing runs out of them, and every share stands beside its count."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from app.sheets.charts import (
    Bar,
    BarChart,
    Chart,
    Histogram,
    ScaleRow,
    StackedBars,
    chart_png,
    lay_out_chart,
    write_chart,
)
from app.sheets.page import AreaMark, unprintable_characters

LONG = "县人民政府门户网站、行政执法信息公示平台或者部门网站上公布的行政执法决定"
BARS = BarChart("了解的途径", (Bar("大厅", 120), Bar(LONG, 42), Bar("没有", 0)), 180)
STACKED = StackedBars(
    "满意度",
    ("非常满意", "比较满意", "一般", "不太满意", "很不满意"),
    (ScaleRow(LONG, (90, 60, 20, 6, 4)), ScaleRow("没有人答", (0,) * 5)),
)
CLASSES = tuple(Bar(f"{low}—{low + 9}", low) for low in range(0, 100, 10))
HISTOGRAM = Histogram("成绩分布", CLASSES, 6, "合格线 60 分")
EMPTY = (BarChart("", ()), StackedBars("", (), ()), Histogram("", ()))


@pytest.mark.parametrize("chart", [BARS, STACKED, HISTOGRAM, *EMPTY])
def test_everything_stands_inside_the_chart(chart: Chart) -> None:
    drawing = lay_out_chart(chart)
    for left, top, right, bottom in (mark.box() for mark in drawing.marks):
        assert -1 <= left <= right <= drawing.width + 1
        assert -1 <= top <= bottom <= drawing.height + 3


def test_bars_are_as_long_as_their_counts() -> None:
    areas = [mark for mark in lay_out_chart(BARS).marks if isinstance(mark, AreaMark)]
    lengths = [area.x1 - area.x0 for area in areas]
    assert len(lengths) == 2  # none for nothing
    assert lengths[0] / lengths[1] == pytest.approx(120 / 42)


def test_shares_stand_beside_their_counts_on_the_page(tmp_path: Path) -> None:
    write_chart(BARS, tmp_path / "bars.pdf")
    write_chart(STACKED, tmp_path / "stacked.pdf")
    assert "66.7%（120/180）" in _text(tmp_path / "bars.pdf")
    told = _text(tmp_path / "stacked.pdf").split()
    assert all(word in told for word in ("90", "50%", "4", "2.2%", "180", "—"))


def test_the_picture_tells_its_resolution_and_has_ink() -> None:
    with Image.open(BytesIO(chart_png(HISTOGRAM))) as image:
        assert round(image.info["dpi"][0]) == 300
        assert image.width == pytest.approx(158 / 25.4 * 300, abs=2)
        assert image.convert("L").getextrema() == (0, 255)


def test_all_characters_can_be_printed() -> None:
    from app.sheets.page import Page

    page = Page()
    for chart in (BARS, STACKED, HISTOGRAM):
        lay_out_chart(chart).put(page, 0, 0)
    assert not unprintable_characters([page])


def _text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return str(document[0].get_textpage().get_text_range())
