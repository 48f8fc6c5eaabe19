"""What is wrong with cells, in words."""

from app.names.verification.registers import fault_words
from app.translating import Translate, chinese
from app.verification.material_check.registers.cells import Fault
from app.verification.material_check.registers.schema import Register


def describe_fault(register: Register, fault: Fault, translate: Translate = chinese) -> str:
    """The column and what is wrong with its cell; no full stop."""
    column = register.column(fault.column)
    if column is None:
        return ""
    return f"{column.name}：{reason_of(register, fault, translate)}"


def reason_of(register: Register, fault: Fault, translate: Translate = chinese) -> str:
    """What is wrong with a cell; no full stop."""
    column, other = register.column(fault.column), register.column(fault.other)
    return fault_words(
        fault.kind.value,
        other=other.name if other is not None else fault.other,
        choices="、".join(column.choices) if column is not None else "",
        low=_plain(column.low if column is not None else None),
        high=_plain(column.high if column is not None else None),
        translate=translate,
    )


def _plain(bound: float | None) -> str:
    return "" if bound is None else f"{bound:g}"
