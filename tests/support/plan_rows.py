"""Rows for plans of dossiers, with short words for each, and what a plan's volume holds."""

from app.conversion.model import RenditionOrigin
from app.dossier.gathering.rows import (
    LeftOut,
    Piece,
    PieceFile,
    PlanIndicator,
    PlanItem,
    PlanRows,
    PlanTask,
)
from app.dossier.planning.plan import DossierPlan, SheetKind, VolumePlan
from app.problems import Problem, ProblemKind
from app.sheets.content import (
    Catalogue,
    CatalogueRow,
    EndSheet,
    PointLine,
    SheetContent,
    UnitLine,
)

METHODS = {"web_check": "网络检索", "material_check": "材料查证", "site_check": "实地核验"}


UNITS = ("县司法局", "县公安局", "县民政局")


def measure(content: SheetContent) -> int:
    """Stands in for the layout of sheets: the catalogue grows with its rows."""
    if isinstance(content, Catalogue):
        return 1 + len(content.lines) // 20
    if isinstance(content, EndSheet):
        return 1 + len(content.notes) // 10
    return 1


def indicator(number: int) -> PlanIndicator:
    tasks = tuple(
        PlanTask(method, name, method, f"要求{number}", (PointLine(1, "要点", covered=True),))
        for method, name in METHODS.items()
    )
    return PlanIndicator(
        str(number),
        number,
        f"第{number}项指标",
        "一、政府职能",
        f"建立行政执法监督机制之{number}，每年一次",
        tasks,
        (UnitLine("县司法局", "牵头"),),
        "鲁法办〔2021〕1号",
    )


def file(name: str) -> PieceFile:
    return PieceFile(f"{name}.pdf", name.rjust(64, "0"), name.rjust(64, "f"), 1000)


def piece(name: str, pages: int, **more: object) -> Piece:
    if pages:
        return Piece(name, (file(name),), pages, origin=RenditionOrigin.ORIGINAL, **more)
    problem = Problem(ProblemKind.PASSWORD_REQUIRED, {"label": "PDF"})
    return Piece(name, (file(name),), 0, problem=problem)


def item(
    revision: str,
    pages: tuple[int, ...] = (1,),
    number: int = 1,
    method: str = "material_check",
    unit: str = "县司法局",
    **more: object,
) -> PlanItem:
    pieces = tuple(piece(f"{revision}-{n}", count) for n, count in enumerate(pages))
    fields: dict[str, object] = {
        "title": f"关于{revision}的通知",
        "doc_number": "鲁法办〔2021〕1号",
        "issuer": "县司法局",
        "date": "2021-04-09",
        **more,
    }
    return PlanItem(revision, str(number), method, unit, pieces=pieces, **fields)


def rows(*items: PlanItem, indicators: int = 3, left_out: tuple[LeftOut, ...] = ()) -> PlanRows:
    return PlanRows(
        "示例县法治政府建设示范创建材料",
        tuple(indicator(n) for n in range(1, indicators + 1)),
        UNITS,
        items,
        left_out,
        methods=METHODS,
    )


def only_volume(plans: tuple[DossierPlan, ...]) -> VolumePlan:
    ((volume,),) = [plan.volumes for plan in plans]
    return volume


def catalogue_rows(volume: VolumePlan) -> list[CatalogueRow]:
    catalogue = next(s.content for s in volume.sheets if s.kind is SheetKind.CATALOGUE)
    assert isinstance(catalogue, Catalogue)
    return [line for line in catalogue.lines if isinstance(line, CatalogueRow)]
