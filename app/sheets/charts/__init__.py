"""Charts of counts: bars, stacked bars and histograms, as marks of a page or as a picture."""

from app.sheets.charts.drawing import Drawing
from app.sheets.charts.kinds import Bar, BarChart, Chart, Histogram, ScaleRow, StackedBars
from app.sheets.charts.laying_out import lay_out_chart
from app.sheets.charts.pictures import chart_png, write_chart

__all__ = (
    "Bar",
    "BarChart",
    "Chart",
    "Drawing",
    "Histogram",
    "ScaleRow",
    "StackedBars",
    "chart_png",
    "lay_out_chart",
    "write_chart",
)
