"""Date fields of a ``.docx`` that were never computed: no value is stored to be bound."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.findings.xml_parts import TROUBLE, ElementEdge, Package
from app.problems import Problem, ProblemKind

_OF_THE_DAY = re.compile(r"\s*(?:DATE|TIME)\b", re.IGNORECASE)
_PART = re.compile(r"word/(?:document|header|footer|footnotes|endnotes)\d*\.xml", re.IGNORECASE)


def unstored_fields(path: Path) -> tuple[Problem, ...]:
    """Tell of date fields without a stored result; a part that cannot be read is passed over."""
    with path.open("rb") as file:
        if file.read(2) != b"PK":
            return ()
    count = 0
    try:
        with Package(path) as package:
            for part in filter(_PART.fullmatch, package.names):
                data = package.read(part)
                if b"instrText" in data or b"fldSimple" in data:
                    count += count_unstored(package.steps(part))
    except TROUBLE:
        pass  # the finder of texts has told of it
    return (Problem(ProblemKind.FIELDS_NOT_STORED, {"count": count}),) if count else ()


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False
    result: bool = False


def count_unstored(steps: Iterable[ElementEdge]) -> int:
    """Count the fields for the day or time whose result is empty."""
    count = 0
    fields: list[_Field] = []
    for step in steps:
        if step.name == "fldChar" and step.opens:
            kind = step.attributes.get("fldCharType")
            if kind == "begin":
                fields.append(_Field())
            elif fields and kind == "separate":
                fields[-1].in_result = True
            elif fields:
                count += _is_unstored(fields.pop())
        elif step.name == "fldSimple":
            if step.opens:
                fields.append(_Field(step.attributes.get("instr", ""), in_result=True))
            elif fields:
                count += _is_unstored(fields.pop())
        elif fields and not step.opens and step.name == "instrText":
            fields[-1].instruction += step.text
        elif fields and not step.opens and step.name == "t" and step.text.strip():
            for field in fields:
                field.result = field.result or field.in_result
    return count


def _is_unstored(field: _Field) -> int:
    return int(_OF_THE_DAY.match(field.instruction) is not None and not field.result)
