"""From the bytes of a pack to a checked ``Framework``, or to every fault with its line."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app.errors import FileUnreadable, UsageError
from app.framework.checks import Fault, cross_check
from app.framework.errors import FrameworkInvalid
from app.framework.findings import Finding, FindingKind
from app.framework.format_1 import Framework1, as_written, misplaced_groups, upgraded
from app.framework.schema import Framework
from app.framework.yaml_text import Place, YamlText, read_yaml, show_place

_Checked = TypeVar("_Checked")

#: The largest pack that is read; the Lushan set has a thirtieth of it.
MAX_BYTES = 8 * 1024 * 1024
#: More faults than anybody corrects before asking again.
MAX_FINDINGS = 500

_K = FindingKind
_KINDS = {
    "missing": _K.MISSING,
    "extra_forbidden": _K.UNKNOWN_FIELD,
    "string_type": _K.NEEDS_TEXT,
    "string_unicode": _K.CONTROL_CHARACTER,
    "string_too_short": _K.BLANK,
    "string_too_long": _K.TOO_LONG,
    "string_pattern_mismatch": _K.BAD_PATTERN,
    "tuple_type": _K.NEEDS_LIST,
    "too_short": _K.BLANK,
    "too_long": _K.TOO_LONG,
    "model_type": _K.NEEDS_MAPPING,
    "model_attributes_type": _K.NEEDS_MAPPING,
    "int_type": _K.NEEDS_NUMBER,
    "int_parsing": _K.NEEDS_NUMBER,
    "int_parsing_size": _K.NEEDS_NUMBER,
    "float_type": _K.NEEDS_NUMBER,
    "float_parsing": _K.NEEDS_NUMBER,
    "finite_number": _K.NEEDS_NUMBER,
    "bool_type": _K.NEEDS_BOOLEAN,
    "bool_parsing": _K.NEEDS_BOOLEAN,
    "date_type": _K.NEEDS_DATE,
    "date_parsing": _K.NEEDS_DATE,
    "date_from_datetime_parsing": _K.NEEDS_DATE,
    "date_from_datetime_inexact": _K.NEEDS_DATE,
    "enum": _K.NOT_A_CHOICE,
    "literal_error": _K.NOT_A_CHOICE,
    "greater_than_equal": _K.OUT_OF_RANGE,
    "less_than_equal": _K.OUT_OF_RANGE,
    "impossible_day": _K.OUT_OF_RANGE,
    "unit_or_group": _K.UNIT_OR_GROUP,
    "nobody_responsible": _K.NOBODY_RESPONSIBLE,
}


def load_file(path: Path) -> Framework:
    """Read and check the pack in a file.

    Raises:
        FileUnreadable: The operating system does not let it be read.
        FrameworkInvalid: It is not a sound pack; the faults are listed with line and field.
    """
    return parse(read_bytes(path), path)


def read_bytes(path: Path) -> bytes:
    """The bytes of a pack's file, never more than one byte past the limit of ``parse``.

    Raises:
        FileUnreadable: The operating system does not let it be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise FileUnreadable(path, error.strerror or type(error).__name__) from error


def parse(data: bytes, path: Path) -> Framework:
    """Check the content of a pack; ``path`` only names it in the error.

    Raises:
        FrameworkInvalid: It is not a sound pack.
    """
    return parse_document(data, path, _checked, FrameworkInvalid)


def parse_document(
    data: bytes,
    path: Path,
    check: Callable[[object], tuple[_Checked, list[Fault]]],
    invalid: Callable[[Path, tuple[Finding, ...]], UsageError],
) -> _Checked:
    """Check the content of a YAML file of whatever kind; ``path`` only names it in the error.

    ``check`` makes the value of the plain data and lists its faults; it may raise
    ``ValidationError``. Raises what ``invalid`` makes of the path and the findings.
    """
    if len(data) > MAX_BYTES:
        limit = str(MAX_BYTES // (1024 * 1024))
        raise invalid(path, (Finding(0, "", _K.TOO_LARGE, {"limit": limit}),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise invalid(path, (Finding(line, "", _K.ENCODING),)) from error
    reading = read_yaml(text)
    if reading.data is None or reading.findings:
        raise invalid(path, _listed(reading.findings))
    try:
        value, faults = check(reading.data)
    except ValidationError as error:
        found = [_finding(e, reading) for e in _told_apart(error.errors(include_url=False))]
        raise invalid(path, _in_order(found)) from error
    if faults:
        found = [
            Finding(reading.line(place), show_place(place), kind, detail)
            for place, kind, detail in faults
        ]
        raise invalid(path, _in_order(found))
    return value


def _checked(data: object) -> tuple[Framework, list[Fault]]:
    """The set, of whichever format, and its faults. Raises ``ValidationError``."""
    if isinstance(data, dict) and data.get("format") == "1":
        old = Framework1.model_validate(data)
        framework = upgraded(old)
        faults = [as_written(fault, old) for fault in cross_check(framework)]
        return framework, [*faults, *misplaced_groups(old)]
    framework = Framework.model_validate(data)
    return framework, list(cross_check(framework))


def _in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    return _listed(sorted(findings, key=lambda f: f.line))


def _listed(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The first faults; one more says how many there are beside."""
    left = len(findings) - MAX_FINDINGS
    if left <= 0:
        return tuple(findings)
    # What ended the reading comes last.
    more = Finding(findings[-1].line, "", _K.MORE, {"count": str(left)})
    return (*findings[: MAX_FINDINGS - 1], findings[-1], more)


def _told_apart(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without "too short" for a list that only lacks entries because those have faults."""
    around = {e["loc"][:n] for e in errors for n in range(len(e["loc"]))}
    return [e for e in errors if e["type"] != "too_short" or e["loc"] not in around]


def _finding(error: ErrorDetails, reading: YamlText) -> Finding:
    place: Place = error["loc"]
    kind = _KINDS.get(error["type"], _K.INVALID)
    context = error.get("ctx", {})
    detail = {
        "name": str(place[-1]) if place else "",
        "value": _shown(error["input"]),
        "allowed": str(context.get("expected", "")).replace("'", "").replace(" or ", ", "),
        "low": str(context.get("ge", "")),
        "high": str(context.get("le", "")),
    }
    return Finding(reading.line(place), show_place(place), kind, detail)


def _shown(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= 40 else text[:39] + "…"
