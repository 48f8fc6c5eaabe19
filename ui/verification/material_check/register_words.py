"""What is said of registers, in the language of the window."""

from app.verification.material_check.registers.cells import Fault
from app.verification.material_check.registers.faults import reason_of
from app.verification.material_check.registers.schema import Register
from ui.translation import tr


def fault_reason(register: Register, fault: Fault) -> str:
    """What is wrong with a cell."""
    return reason_of(register, fault, tr)


def fault_line(register: Register, number: int, fault: Fault) -> str:
    """The row, the column and what is wrong there."""
    column = register.column(fault.column)
    return tr(
        "第 {number} 行　{column}：{reason}",
        number=number + 1,
        column=column.name if column is not None else fault.column,
        reason=fault_reason(register, fault),
    )
