"""The rates of a register, per year and in all, worked out exactly. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from app.framework.values import Threshold
from app.verification.material_check.registers.judging import Judged, hold
from app.verification.material_check.registers.schema import Rate, RateKind, Register

#: Decimals of a rate that does not come out even.
_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a rate comes to.

    Attributes:
        value: exactly; None if no row counts.
        counted: the rows of the numerator; of other kinds than shares the same as ``of``.
        of: the rows that count.
        left_out: rows of the same years that have faults.
    """

    value: Fraction | None
    counted: int
    of: int
    left_out: int


@dataclass(frozen=True, slots=True)
class RateTable:
    """A rate in all and by year, the years in order."""

    rate: Rate
    whole: Reckoned
    years: Mapping[int, Reckoned]


def reckon_all(register: Register, rows: Sequence[Judged]) -> tuple[RateTable, ...]:
    """Every rate of a register."""
    by_year: dict[int, list[Judged]] = {}
    for row in rows:
        if row.year:
            by_year.setdefault(row.year, []).append(row)
    return tuple(
        RateTable(
            rate,
            reckon(rate, rows),
            {year: reckon(rate, by_year[year]) for year in sorted(by_year)},
        )
        for rate in register.rates
    )


def reckon(rate: Rate, rows: Iterable[Judged]) -> Reckoned:
    """What a rate comes to over some rows; those with faults do not count."""
    left_out = counted = of = 0
    values: list[Fraction] = []
    for row in rows:
        if row.faults:
            left_out += 1
            continue
        if not hold(rate.of, row.cells):
            continue
        if rate.kind in {RateKind.SHARE, RateKind.COUNT}:
            of += 1
            counted += hold(rate.counted, row.cells)
        elif text := row.cells.get(rate.column or "", ""):
            of += 1
            values.append(Fraction(Decimal(text)))
    match rate.kind:
        case RateKind.SHARE:
            return Reckoned(Fraction(100 * counted, of) if of else None, counted, of, left_out)
        case RateKind.COUNT:
            return Reckoned(Fraction(of), of, of, left_out)
        case RateKind.SUM:
            value = sum(values, Fraction()) if values else None
        case RateKind.LEAST:
            value = min(values, default=None)
        case RateKind.MOST:
            value = max(values, default=None)
    return Reckoned(value, of, of, left_out)


def rounded(value: Fraction, threshold: Threshold | None = None) -> Decimal:
    """The nearest value with two decimals at most, and as many as the threshold has.

    100 and 0 stand for themselves only, and no rounding meets a threshold that the value does not.
    """
    decimals = _DECIMALS if threshold is None else max(_DECIMALS, _decimals_of(threshold.value))
    scale = 10**decimals
    whole = floor(value * scale + Fraction(1, 2))
    if whole == 100 * scale and value < 100:
        whole -= 1
    if whole == 0 and value > 0:
        whole = 1
    if threshold is not None and _flatters(Fraction(whole, scale), value, threshold):
        whole += 1 if Fraction(whole, scale) < value else -1
    found = Decimal(whole).scaleb(-decimals)
    return found.quantize(Decimal(1)) if found == found.to_integral_value() else found.normalize()


def _flatters(shown: Fraction, value: Fraction, threshold: Threshold) -> bool:
    holds, bound = threshold.comparator.holds, threshold.value
    return holds(float(shown), bound) and not holds(float(value), bound)


def _decimals_of(value: float) -> int:
    exponent = Decimal(str(value)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
