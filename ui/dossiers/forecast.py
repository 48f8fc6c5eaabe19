"""What a compile would include, shown before it is started. Pure."""

from dataclasses import dataclass

from app.dossier.estimate import Estimate
from app.dossier_options import DossierOptions
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.files import size_text


@dataclass(frozen=True, slots=True)
class Forecast:
    """How much a compile would bind.

    Attributes:
        indicators: how many indicators have something to bind.
        items: how many items (each once for each indicator that it proves).
        blocked: how many of them a placeholder sheet will stand for.
        bare: how many of the chosen indicators have nothing yet.
        for_inspection: only what is accepted and can be shown will go in.
    """

    indicators: int
    items: int
    blocked: int
    bare: int
    for_inspection: bool = False

    @property
    def text(self) -> str:
        """In words."""
        if not self.items:
            return tr("这个范围里还没有材料。")
        parts = [
            tr(
                "将装订 {indicators} 项指标的 {items} 件材料",
                indicators=self.indicators,
                items=self.items,
            )
        ]
        if self.for_inspection:
            parts = [
                tr(
                    "将从 {indicators} 项指标的 {items} 件材料里只装审核通过的",
                    indicators=self.indicators,
                    items=self.items,
                )
            ]
            if self.blocked:
                parts.append(tr("{count} 件不能成页，不装", count=self.blocked))
            parts.append(tr("没有装的写在工作区里的清点单上，不随卷宗交出"))
        elif self.blocked:
            parts.append(
                tr(
                    "其中 {blocked} 件待处理，卷内以占位页代替，卷宗标为不完整",
                    blocked=self.blocked,
                )
            )
        if self.bare:
            parts.append(tr("另有 {bare} 项指标还没有材料，不编", bare=self.bare))
        return tr("；").join(parts) + tr("。")


def describe_estimate(found: Estimate) -> str:
    """Pages, sheets, volumes and size in words."""
    parts = [
        tr("材料约 {pages} 页", pages=found.pages)
        if not found.unknown
        else tr("页数编的时候才知道")
        if not found.pages
        else tr(
            "已知 {pages} 页，另有 {count} 个文件还没有转换过",
            pages=found.pages,
            count=found.unknown,
        ),
        tr("封面、目录等约 {sheets} 页", sheets=found.sheets),
        tr("{dossiers} 个案卷、约 {volumes} 卷", dossiers=found.dossiers, volumes=found.volumes),
        tr("原件共 {size}", size=size_text(found.size)),
    ]
    return tr("，").join(parts) + tr("。")


def forecast(snapshot: Snapshot, options: DossierOptions) -> Forecast:
    """Count what the options cover."""
    wanted = set(options.indicators) or {i.code for i in snapshot.framework.indicators}
    rows = [
        row
        for found in snapshot.filed.values()
        for row in found
        if row.indicator in wanted and (not options.units or row.unit in options.units)
    ]
    codes = {row.indicator for row in rows}
    return Forecast(
        len(codes),
        len({(row.indicator, row.item) for row in rows}),
        len({row.item for row in rows if row.blocked}),
        len(wanted - codes) if options.indicators else 0,
        options.for_inspection,
    )
