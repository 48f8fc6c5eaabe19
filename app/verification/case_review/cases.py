"""案卷: the cases of units, as rows of the register of cases, with what is conspicuous in them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from app.framework.keys import UnitId
from app.verification.case_review.data_files import Loaded, load_orders
from app.verification.case_review.errors import CaseUnknown
from app.verification.case_review.order_schema import CaseOrder
from app.verification.material_check.registers.files import load_registers
from app.verification.material_check.registers.judging import Judged
from app.verification.material_check.registers.rows import Book, Kept, read_books
from app.verification.material_check.registers.schema import Register
from app.workspace.opening import Workspace

METHOD = "case_review"
#: The id of the register of cases, and of its columns that reviews rest on.
REGISTER = "case_files"
NUMBER, CATEGORY, TITLE, PARTY = "number", "category", "title", "party"
FILED, CLOSED, HANDLER = "filed", "closed", "handler"
#: What stands between two names.
_BETWEEN = re.compile(r"[、，,；;/\s]+")


class Notice(StrEnum):
    """What is conspicuous in a case without being wrong in the register."""

    NOT_CLOSED = "not_closed"
    OVERDUE = "overdue"
    OTHER_YEAR = "other_year"


@dataclass(frozen=True, slots=True)
class Case:
    """A case of a unit; ``year`` is that of its closing, 0 while it is open.

    ``faulty``: its row of the register has faults, so that it cannot be drawn. ``days`` are those
    from filing to closing; None if one of them is not known.
    """

    id: str
    unit: str
    by_office: bool
    number: str
    category: str
    title: str
    party: str
    handler: str
    filed: str
    closed: str
    year: int
    faulty: bool

    @property
    def days(self) -> int | None:
        """Calendar days from filing to closing."""
        return days_between(self.filed, self.closed)


def names_in(text: str) -> tuple[str, ...]:
    """The names in a cell: 张三、李四."""
    return tuple(filter(None, _BETWEEN.split(text)))


def days_between(start: str, end: str) -> int | None:
    """Calendar days from one ISO day to another; None if one of them is none."""
    try:
        return (date.fromisoformat(end) - date.fromisoformat(start)).days
    except ValueError:
        return None


def case_of(row: Kept, judged: Judged) -> Case:
    """A row of the register as a case."""
    cells = judged.cells
    return Case(
        row.id,
        row.unit,
        row.by_office,
        cells.get(NUMBER, ""),
        cells.get(CATEGORY, ""),
        cells.get(TITLE, ""),
        cells.get(PARTY, ""),
        cells.get(HANDLER, ""),
        cells.get(FILED, ""),
        cells.get(CLOSED, ""),
        judged.year,
        bool(judged.faults),
    )


def cases_of(books: Sequence[Book]) -> tuple[Case, ...]:
    """The cases of some units, in the order of their registers."""
    return tuple(
        case_of(row, judged)
        for book in books
        for row, judged in zip(book.rows, book.judged, strict=True)
    )


def notices_of(case: Case, orders: Loaded[CaseOrder], year: int = 0) -> tuple[Notice, ...]:
    """What is conspicuous in a case; ``year`` is the one that is asked for, 0 for any."""
    found = []
    if not case.closed:
        found.append(Notice.NOT_CLOSED)
    order = orders.for_category(case.category)
    days = case.days
    if order is not None and order.days is not None and days is not None and days > order.days:
        found.append(Notice.OVERDUE)
    if year and case.year and case.year != year:
        found.append(Notice.OTHER_YEAR)
    return tuple(found)


def case_register(workspace: Workspace) -> Register:
    """The register of cases, as the county describes it."""
    return load_registers(workspace.layout.registers).known(REGISTER)


def case_orders(workspace: Workspace) -> Loaded[CaseOrder]:
    """The order templates of the county."""
    return load_orders(workspace.layout.case_orders)


def read_cases(
    session: Session, register: Register, unit: UnitId | None = None
) -> tuple[Case, ...]:
    """Every case, of all units or of one."""
    return cases_of(read_books(session, register, unit))


def find_case(cases: Sequence[Case], words: str, unit: str = "") -> Case:
    """The case of this id or number. Raises ``CaseUnknown`` if there is none, or several fit."""
    fitting = [c for c in cases if words in {c.id, c.number} and unit in {"", c.unit}]
    if len(fitting) != 1:
        raise CaseUnknown(words)
    return fitting[0]


def by_stratum(cases: Sequence[Case]) -> Mapping[tuple[str, str, int], tuple[Case, ...]]:
    """The cases by unit, category and year, in this order."""
    found: dict[tuple[str, str, int], list[Case]] = {}
    for case in cases:
        found.setdefault((case.unit, case.category, case.year), []).append(case)
    return {key: tuple(found[key]) for key in sorted(found)}
