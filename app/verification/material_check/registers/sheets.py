"""Registers in dossiers: the statistics of each unit by year, then its rows as a table."""

from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.sheets.content import NoteColumn, NoteForm, NoteLine
from app.storage.layout import Layout
from app.verification.material_check.registers.files import Registers, built_in, load_registers
from app.verification.material_check.registers.filling import NOTHING
from app.verification.material_check.registers.judging import Judged
from app.verification.material_check.registers.masking import masked
from app.verification.material_check.registers.rows import Book, count_rows, read_books
from app.verification.material_check.registers.schema import Column, ColumnType, Register
from app.verification.material_check.registers.statistics import statistics
from models.verification import RegisterRow

#: Millimetres for the columns beside the numbers, upright and on A4 across.
_UPRIGHT, _ACROSS = 158.0, 255.0
_STATISTICS = (
    NoteColumn("年度", 22, centred=True),
    NoteColumn("行数", 26, centred=True),
    NoteColumn("数值", 40),
    NoteColumn("结果", 20, centred=True),
    NoteColumn("算法", 50),
)
#: Columns whose cells are never broken while there is room.
_SHORT = frozenset(ColumnType) - {ColumnType.TEXT, ColumnType.PERSON}


def sheet_lines(session: Session, layout: Layout | None) -> Iterator[tuple[NoteForm, NoteLine]]:
    """The sheets of every register that has rows, each behind the task that its rows belong to."""
    kept = {register for register, _ in count_rows(session)}
    if not kept:
        return
    registers = load_registers(layout.registers) if layout is not None else Registers(built_in())
    order = {register.id: number for number, register in enumerate(registers.all)}
    places = _places(session)
    for id_ in sorted(kept, key=lambda one: (order.get(one, len(order)), one)):
        books = read_books(session, registers.known(id_))
        if not books:
            continue
        register = books[0].register
        columns = [c for c in register.columns if _is_used(c, books)]
        form = _form_of(register, columns)
        counted = NoteForm(f"{register.title}统计表", _STATISTICS)
        for book in books:
            indicator, task = places[id_, book.unit]
            shown = zip(_counted(book), _counted(book, told_faulty=False), strict=True)
            for cells, outside in shown:
                yield counted, NoteLine(indicator, task, book.unit, cells, masked=outside)
        for book in books:
            indicator, task = places[id_, book.unit]
            for row in _by_year(book.judged):
                texts = [(column.type, row.cells.get(column.id, "")) for column in columns]
                yield (
                    form,
                    NoteLine(
                        indicator,
                        task,
                        book.unit,
                        tuple(text for _, text in texts),
                        masked=tuple(masked(kind, text) for kind, text in texts),
                    ),
                )


def _places(session: Session) -> dict[tuple[str, str], tuple[str, str]]:
    """Where the rows of a register and a unit belong: where its first row lies."""
    from models import Unit

    query = (
        select(
            RegisterRow.register_id, Unit.name, RegisterRow.indicator_code, RegisterRow.task_code
        )
        .join(Unit, Unit.id == RegisterRow.unit_id)
        .where(RegisterRow.removed_at.is_(None))
        .order_by(RegisterRow.position, RegisterRow.id)
        .distinct()
    )
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for register, unit, indicator, task in session.execute(query):
        found.setdefault((register, unit), (indicator, task))
    return found


def _counted(book: Book, *, told_faulty: bool = True) -> Iterator[tuple[str, ...]]:
    """The lines of the statistics; who inspects is not told which rows are being mended."""
    for line in statistics(book.register, book.judged):
        wrong = line.faulty if told_faulty else 0
        rows = f"{line.rows}（待改 {wrong}）" if wrong else str(line.rows)
        found = [
            (rate.name, line.values[number], line.reckonings[number])
            for number, rate in enumerate(book.register.rates)
            if line.values[number] != NOTHING
        ]
        for number, told in enumerate(found or [("", "", "")]):
            yield (*((line.year, rows) if number == 0 else ("", "")), *told)


def _by_year(rows: Sequence[Judged]) -> list[Judged]:
    """The rows of each year together; those of no year come last."""
    return sorted(rows, key=lambda row: (row.year == 0, row.year))


def _is_used(column: Column, books: Sequence[Book]) -> bool:
    return any(row.cells.get(column.id) for book in books for row in book.judged)


def _form_of(register: Register, columns: Sequence[Column]) -> NoteForm:
    wide = sum(column.width for column in columns)
    across = wide > _UPRIGHT
    share = (_ACROSS if across else _UPRIGHT) / wide if wide else 1.0
    return NoteForm(
        register.title,
        tuple(
            NoteColumn(
                column.name,
                column.width * share,
                centred=column.type in _SHORT,
                yields=True,
                takes=column.type is ColumnType.TEXT,
            )
            for column in columns
        ),
        across=across,
    )
