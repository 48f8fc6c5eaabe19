"""Charts as files: a PDF of the chart's own size, and from it a picture for Word papers."""

import tempfile
from io import BytesIO
from pathlib import Path

from app.sheets.charts.kinds import Chart
from app.sheets.charts.laying_out import lay_out_chart
from app.sheets.page import MM, Page
from app.sheets.painting import paint
from app.typesetting.embedded_font import PlainCanvas
from app.typesetting.fonts import FontRole, base_font_name

_EDGE = 2 * MM
_DPI = 300


def write_chart(chart: Chart, target: Path, width: float = 158 * MM) -> None:
    """Write a PDF of one page that holds the chart and nothing else."""
    drawing = lay_out_chart(chart, width - 2 * _EDGE)
    page = Page(width, drawing.height + 2 * _EDGE)
    drawing.put(page, _EDGE, _EDGE)
    canvas = PlainCanvas(target, (page.width, page.height), base_font_name(FontRole.TABLE))
    paint(canvas, [page])
    canvas.save()


def chart_png(chart: Chart, width: float = 158 * MM, dpi: int = _DPI) -> bytes:
    """Return the chart as a PNG that tells its resolution, for papers in Word."""
    import pypdfium2

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "chart.pdf")
        write_chart(chart, file, width)
        with pypdfium2.PdfDocument(file.read_bytes()) as document:
            image = document[0].render(scale=dpi / 72).to_pil().convert("RGB")
    stream = BytesIO()
    image.quantize(64).save(stream, "PNG", dpi=(dpi, dpi), optimize=True)
    return stream.getvalue()
