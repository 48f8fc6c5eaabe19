"""Makers of small plans and volumes, for tests of dossiers."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pikepdf

from app.conversion.model import RenditionOrigin, SourceBookmark
from app.dossier.binding.orders import Binding, DocumentInfo
from app.dossier.binding.volume import bind_volume
from app.dossier.gathering.rows import Piece, PieceFile, PlanIndicator, PlanItem, PlanRows, PlanTask
from app.dossier.planning.grouping import draft_dossiers, wanted
from app.dossier.planning.plan import DossierPlan, Measure, VolumePlan
from app.dossier.planning.planner import plan_dossier
from app.dossier_options import DossierOptions
from app.sheets.content import PointLine, UnitLine
from tests.support.plain_sheets import measure_plain, render_plain

_METHODS = {"material_check": "材料查证", "site_check": "实地核验"}
NOON = datetime(2021, 4, 9, 12, tzinfo=UTC)


def one_indicator(items: Sequence[PlanItem]) -> PlanRows:
    """Rows of indicator 60 with its two methods."""
    tasks = tuple(
        PlanTask(
            method, name, method, "查阅相关材料", (PointLine(1, "案卷评查通报", covered=True),)
        )
        for method, name in _METHODS.items()
    )
    indicator = PlanIndicator(
        "60",
        60,
        "第60项指标",
        "五、行政执法",
        "建立行政执法日常检查监督机制，每年至少组织1次检查",
        tasks,
        (UnitLine("县司法局", "牵头"),),
        "鲁法办〔2021〕1号",
    )
    return PlanRows("示例县创建材料", (indicator,), ("县司法局",), tuple(items), methods=_METHODS)


def plan_dossiers(
    rows: PlanRows, options: DossierOptions, measure: Measure, year: int
) -> tuple[DossierPlan, ...]:
    """Plan every dossier that the options ask for."""
    drafts = draft_dossiers(wanted(rows, options), options)
    return tuple(plan_dossier(draft, options, measure, year) for draft in drafts)


def page_of(volume: VolumePlan, number: int) -> int:
    """The physical page that bears a running number."""
    for sheet in volume.sheets:
        first = sheet.first_number
        if first is not None and first <= number < first + sheet.page_count:
            return sheet.first_page + number - first
    raise ValueError(number)


def item_of(
    path: Path,
    title: str = "",
    method: str = "material_check",
    bookmarks: tuple[SourceBookmark, ...] = (),
) -> PlanItem:
    """An item of one PDF; the piece's key is the file's path."""
    with pikepdf.open(path) as pdf:
        count = len(pdf.pages)
    file = PieceFile(path.name, path.stem.rjust(64, "0"), "f" * 64, path.stat().st_size)
    origin = RenditionOrigin.ORIGINAL
    piece = Piece(str(path), (file,), count, origin=origin, bookmarks=bookmarks)
    return PlanItem(
        str(path), "60", method, "县司法局", title or path.stem, "", "县司法局", "2021", (piece,)
    )


def bind_items(
    items: Sequence[PlanItem], target: Path, options: DossierOptions | None = None
) -> VolumePlan:
    """Plan, render plainly and bind one volume at ``target``."""
    options = options or DossierOptions()
    ((volume,),) = [
        p.volumes for p in plan_dossiers(one_indicator(items), options, measure_plain, 2021)
    ]
    bind_volume(binding_of(volume, target.with_suffix(".sheets.pdf"), options), target)
    return volume


def binding_of(volume: VolumePlan, sheets: Path, options: DossierOptions) -> Binding:
    """What ``volume`` is bound from; its pieces' keys are paths."""
    contents = [sheet.content for sheet in volume.sheets if sheet.content is not None]
    rendered = render_plain(contents, sheets)
    renditions = {
        sheet.piece.key: Path(sheet.piece.key) for sheet in volume.sheets if sheet.piece is not None
    }
    info = DocumentInfo(volume.title, "县司法局", "卷宗 Juanzong", NOON, volume.fingerprint)
    return Binding(volume, sheets, rendered.links, renditions, options, info)
