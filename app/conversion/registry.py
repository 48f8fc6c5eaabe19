"""All converters together: the one place that knows which there are."""

from collections.abc import Callable
from pathlib import Path

from app.conversion.model import ConversionSettings
from app.conversion.ofd.converter import OfdConverter
from app.conversion.office.converter import OfficeConverter
from app.conversion.pdf.converter import PdfConverter
from app.conversion.pictures.converter import ImageConverter
from app.conversion.register import RegisterConverter
from app.conversion.service import ConversionService
from app.isolation import Workers
from app.paths import make_inside
from app.typesetting.office_fonts import write_fontconfig


def open_conversion(
    cache_dir: Path,
    settings: ConversionSettings,
    workers: Workers,
    on_secret: Callable[[str], bool] | None = None,
) -> ConversionService:
    """Make the service with every converter there is; close it when done.

    Args:
        cache_dir: the workspace's cache folder; made if absent.
        settings: what a person has set.
        on_secret: see ``ConversionService``.
        workers: shared with whatever else needs them; closed together with the service.
    """
    fonts = cache_dir / "fonts"
    make_inside(cache_dir.parent, fonts)
    environment = {"FONTCONFIG_FILE": str(write_fontconfig(fonts).absolute())}
    converters = (
        PdfConverter(workers, settings),
        ImageConverter(workers, settings),
        OfficeConverter(workers, settings, environment),
        OfdConverter(workers, settings),
        RegisterConverter(workers, settings),
    )
    return ConversionService(cache_dir, converters, settings, workers, on_secret)
