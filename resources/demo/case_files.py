"""The case files of the demonstration: forty cases of three units, and the county's own sheets.

The county is invented, and so are its points: the built-in sheets leave them to each county.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

MARKET, HALL, JUSTICE = "县市场监管局", "县政务服务和大数据服务中心", "县司法局"
#: The folder of the county's own review sheets, and the list of each unit's cases.
OWN_SHEETS = "评查表（县里填了分值）"
COLUMNS = ("案号", "类别", "案由", "当事人", "立案日期", "结案日期", "承办人")
#: The case whose papers the demonstration has.
WHOLE = "示市监处〔2020〕56号"
_PEOPLE = "赵钱孙李周吴郑王冯陈"
_SHOPS = ("示例县某某副食店", "示例县某某餐饮服务部", "示例县某某建材经营部", "示例县某某药房")
_FAULTS = ("经营超过保质期的食品", "未按规定明码标价", "无照经营", "使用未经检定的计量器具")
_CHECKS = ("食品经营单位日常检查", "特种设备使用单位检查", "广告经营单位抽查")
_GRANTS = ("食品经营许可", "公共场所卫生许可", "人力资源服务许可", "药品经营许可")
_APPEALS = ("不服罚款决定", "不服不予许可决定", "不服政府信息公开答复")


def list_name(unit: str) -> str:
    """What the list of a unit's cases is called."""
    return f"案卷台账（{unit}）.csv"


def make_case_lists(folder: Path) -> None:
    """Write the list of each unit's cases, and the county's own review sheets."""
    for unit, rows in CASES.items():
        with (folder / list_name(unit)).open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows([COLUMNS, *rows])
    own = folder / OWN_SHEETS
    own.mkdir(exist_ok=True)
    for name in ("01-penalty.yaml", "02-licence.yaml", "04-inspection.yaml",
                 "05-reconsideration.yaml"):  # fmt: skip
        (own / name).write_text(_with_points(name), encoding="utf-8")


def _with_points(name: str) -> str:
    """A built-in sheet as the invented county completed it: five points for each standard."""
    sheet = files("resources").joinpath("review-sheets", name).read_text(encoding="utf-8")
    text = re.sub(r"(?m)^#.*\n", "", sheet)
    text = re.sub(r"(, group: [^,]+)", r"\1, points: 5", text)
    text = re.sub(r"(?m)^about: .*$", "about: 演示用：分值和分数线是虚构的示例县填的。", text)
    grades = "excellent: 90\npassing: 60\nlimit: 5\n"
    return f"# 演示用的县里评查表，分值和分数线是虚构的。\n{text}{grades}"


def _penalties() -> Iterator[tuple[str, ...]]:
    for n in range(16):
        year = 2019 + n // 6
        filed = date(year, n % 6 + 2, n + 3)
        closed = filed + timedelta(days=40 + n * 3)
        number = f"示市监处〔{year}〕{n + 21}号"
        if n == 8:
            yield (
                *(WHOLE, "行政处罚", "经营超过保质期的食品", _SHOPS[0]),
                *("2020-08-03", "2020-10-12", "周某某、吴某某"),
            )
            continue
        if n == 13:  # closed before it was filed: to be put right, and never drawn
            closed = filed - timedelta(days=9)
        shop = f"{_SHOPS[n % 4]}" if n % 3 else f"{_PEOPLE[n % 10]}某某"
        yield _case(number, "行政处罚", _FAULTS[n % 4], shop, filed, closed, n)


def _inspections() -> Iterator[tuple[str, ...]]:
    for n in range(6):
        filed = date(2019 + n // 2, n + 3, n + 8)
        number = f"示市监检〔{filed.year}〕{n + 5}号"
        closed = filed + timedelta(days=n + 1)
        yield _case(number, "行政检查", _CHECKS[n % 3], _SHOPS[n % 4], filed, closed, n + 2)


def _grants() -> Iterator[tuple[str, ...]]:
    for n in range(10):
        filed = date(2019 + n // 4, n % 4 * 2 + 1, n + 6)
        number = f"示审许〔{filed.year}〕{n + 101}号"
        closed = filed + timedelta(days=6 + n)
        shop = _SHOPS[n % 4] if n % 2 else f"{_PEOPLE[n]}某某"
        yield _case(number, "行政许可", _GRANTS[n % 4], shop, filed, closed, n + 4)


def _appeals() -> Iterator[tuple[str, ...]]:
    for n in range(8):
        filed = date(2019 + n // 3, n % 3 * 3 + 1, n + 4)
        number = f"示政复〔{filed.year}〕{n + 3}号"
        closed = filed + timedelta(days=35 + n * 2) if n < 7 else None
        who = f"{_PEOPLE[n + 1]}某某"
        yield _case(number, "行政复议", _APPEALS[n % 3], who, filed, closed, n + 6)


def _case(
    number: str, category: str, cause: str, party: str, filed: date, closed: date | None, n: int
) -> tuple[str, ...]:
    handlers = f"{_PEOPLE[n % 10]}某某、{_PEOPLE[(n + 3) % 10]}某某"
    ended = closed.isoformat() if closed is not None else ""
    return number, category, cause, party, filed.isoformat(), ended, handlers


CASES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    MARKET: (*_penalties(), *_inspections()),
    HALL: tuple(_grants()),
    JUSTICE: tuple(_appeals()),
}
