"""Which points registers answer."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.completeness.rows import HeldRow
from app.framework.keys import TaskKey
from app.framework.schema import Framework
from app.storage.layout import Layout
from app.verification.material_check.registers.files import Registers, built_in, load_registers
from app.verification.material_check.registers.rows import count_rows, read_books, read_homes
from app.workspace.registry import Registry
from models.verification import RegisterRow


def held_rows(
    session: Session, framework: Framework, registry: Registry, layout: Layout | None
) -> Iterator[HeldRow]:
    """The rows of a register answer the points that its data file names (``answers``).

    Those are points that ask for this very table, such as 行政应诉案件汇总表. Only rows without
    faults count, of the years that they say; a register without such a row answers nothing. The
    unit must answer for the task.
    """
    kept = {register for register, _ in count_rows(session)}
    if not kept:
        return
    registers = load_registers(layout.registers) if layout is not None else Registers(built_in())
    homes = read_homes(session)
    for register in registers.all:
        answered = [a for a in register.answers if a.framework == framework.code]
        if register.id not in kept or not answered:
            continue
        for book in read_books(session, register):
            whole = [row for row in book.judged if not row.faults]
            years = tuple(sorted({row.year for row in whole if row.year}))
            for place in answered if whole else ():
                if book.unit in registry.units_of(place.indicator, place.task):
                    yield HeldRow(
                        place.indicator,
                        place.task,
                        place.point,
                        book.unit,
                        RegisterRow.__tablename__,
                        len(whole),
                        register.id,
                        register.title,
                        years,
                        TaskKey(*homes[register.id, book.unit]),
                    )
