"""A set of two small indicators, and rows of evidence for them."""

from app.completeness.rows import (
    IndicatorRow,
    MarkRow,
    Period,
    PlacementRow,
    TaskRow,
)
from app.framework.values import Comparator, EvidencePoint, Threshold

MATERIAL, WEB = "material_check", "web_check"


PERIOD = Period(2021)


RATE = Threshold(text="办复率达100%", comparator=Comparator.AT_LEAST, value=100, unit="%")


YEARLY = Threshold(text="每年至少组织1次", comparator=Comparator.AT_LEAST, value=1, unit="次/年")


UNITS = ("县司法局", "县公安局")


SET = (
    IndicatorRow(
        "1",
        "creation",
        ("A",),
        (
            TaskRow(
                "1",
                MATERIAL,
                MATERIAL,
                (
                    EvidencePoint(number=1, text="制度文件"),
                    EvidencePoint(number=2, text="情况说明", since_year=2019),
                    EvidencePoint(number=3, text="分年度汇总表", since_year=2019, per_year=True),
                    EvidencePoint(number=4, text="办复率达100%", thresholds=(RATE,)),
                ),
                UNITS,
            ),
            TaskRow("1", WEB, WEB, (EvidencePoint(number=1, text="网上公开"),), UNITS[:1]),
        ),
        (YEARLY,),
    ),
    IndicatorRow(
        "加1",
        "bonus",
        ("B",),
        (
            TaskRow(
                "加1", MATERIAL, MATERIAL, (EvidencePoint(number=1, text="证书"),), ("县司法局",)
            ),
        ),
    ),
)


def placed(
    item, point, *, task=("1", MATERIAL), unit="县司法局", title="材料", date="", blocked=False
):
    return PlacementRow(item, task[0], task[1], point, unit, title, date, blocked)


def marked(point=None, *, unit="县司法局", task=("1", MATERIAL), reason="没有这项职能"):
    return MarkRow(task[0], task[1], point, unit, reason)
