"""The statistics of a register, a line for each year and one for all. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.verification.material_check.registers.filling import NOTHING, reckoned_words, shown_value
from app.verification.material_check.registers.judging import Judged
from app.verification.material_check.registers.rates import reckon_all
from app.verification.material_check.registers.schema import Register

ALL = "合计"
_NO_YEAR = "年度不明"


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year with its rows and what each rate comes to and was worked out from, in words."""

    year: str
    rows: int
    faulty: int
    values: tuple[str, ...]
    reckonings: tuple[str, ...]


def statistics(register: Register, rows: Sequence[Judged]) -> tuple[YearLine, ...]:
    """The years in order, then all of them."""
    tables = reckon_all(register, rows)
    years = sorted({row.year for row in rows if row.year})
    lines = []
    for year in years:
        own = [row for row in rows if row.year == year]
        reckoned = [(table.rate, table.years[year]) for table in tables]
        lines.append(
            YearLine(
                f"{year}年",
                len(own),
                sum(bool(row.faults) for row in own),
                tuple(shown_value(rate, found) for rate, found in reckoned),
                tuple(reckoned_words(rate, found) for rate, found in reckoned),
            )
        )
    unknown = [row for row in rows if not row.year]
    if register.year is not None and unknown:
        faulty = sum(bool(row.faults) for row in unknown)
        nothing = (NOTHING,) * len(tables)
        lines.append(YearLine(_NO_YEAR, len(unknown), faulty, nothing, ("",) * len(tables)))
    lines.append(
        YearLine(
            ALL,
            len(rows),
            sum(bool(row.faults) for row in rows),
            tuple(shown_value(table.rate, table.whole) for table in tables),
            tuple(reckoned_words(table.rate, table.whole) for table in tables),
        )
    )
    return tuple(lines)
