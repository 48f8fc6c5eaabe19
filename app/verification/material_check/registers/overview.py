"""What the registers that a task asks for say, for a unit or for all."""

from dataclasses import dataclass

from app.verification.material_check.errors import RegisterFileInvalid
from app.verification.material_check.registers.files import METHOD, home_of, load_registers
from app.verification.material_check.registers.filling import (
    FillState,
    Proposal,
    proposals,
    read_stated,
)
from app.verification.material_check.registers.rows import Book, book_of, read_books
from app.verification.material_check.registers.statistics import ALL, YearLine, statistics
from app.workspace.access import is_office
from app.workspace.opening import Workspace


@dataclass(frozen=True, slots=True)
class RegisterState:
    """A register of one unit: its rows, its statistics, and the figures it fills."""

    book: Book
    lines: tuple[YearLine, ...]
    proposals: tuple[Proposal, ...]

    @property
    def key(self) -> tuple[str, str]:
        """The register and the unit."""
        return self.book.register.id, self.book.unit

    @property
    def whole(self) -> YearLine:
        """All years together."""
        return next(line for line in reversed(self.lines) if line.year == ALL)

    @property
    def open(self) -> tuple[Proposal, ...]:
        """The figures that can be filled, or filled anew."""
        wanted = {FillState.OPEN, FillState.DIFFERS}
        return tuple(p for p in self.proposals if p.state in wanted and p.value is not None)

    @property
    def stale(self) -> tuple[Proposal, ...]:
        """The figures that say something else than the register."""
        return tuple(p for p in self.proposals if p.state is FillState.DIFFERS)


@dataclass(frozen=True, slots=True)
class Overview:
    """The registers of a task, and what is wrong with the county's own data files."""

    states: tuple[RegisterState, ...] = ()
    invalid: tuple[RegisterFileInvalid, ...] = ()


def overview(
    workspace: Workspace, indicator: str, unit: str, last_year: int, method: str = METHOD
) -> Overview:
    """The registers that tasks of a method ask for, as a unit keeps them; "" for all units.

    A register in which a unit has no row yet is among them if one unit is asked for, or if nobody
    has one.
    """
    registers = load_registers(workspace.layout.registers)
    framework = workspace.facts.framework
    serving = registers.serving(framework, indicator, method)
    if not serving:
        return Overview()
    registry = workspace.registry()
    wanted = registry.unit(unit).id if unit else None
    found = []
    with workspace.database.reading() as session:
        for register in serving:
            books = list(read_books(session, register, wanted))
            if not books and (not unit or home_of(register, framework, registry, unit) is not None):
                books = [book_of(register, unit, ())]
            for book in books:
                figures: tuple[Proposal, ...] = ()
                if book.unit and any(known.name == book.unit for known in registry.units):
                    stated = read_stated(session, registry.unit(book.unit).id)
                    figures = proposals(framework, book, stated, last_year)
                lines = statistics(book.register, book.judged)
                found.append(RegisterState(book, lines, figures))
    return Overview(tuple(found), registers.invalid)


def open_book(workspace: Workspace, register: str, unit: str) -> tuple[Book, bool]:
    """A register of a unit to be edited, and True in the office's workspace.

    Raises ``UnitUnknown``.
    """
    known = load_registers(workspace.layout.registers).known(register)
    registry = workspace.registry()
    chosen = registry.unit(unit)
    with workspace.database.reading() as session:
        books = read_books(session, known, chosen.id)
    return (books[0] if books else book_of(known, chosen.name, ())), is_office(workspace)
