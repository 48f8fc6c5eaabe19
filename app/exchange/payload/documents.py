"""What the kinds of packages carry, as versioned JSON documents.

``payload.json`` is the main document of every package; a submission also has ``log.json``, one of
the office ``framework.json`` (the indicator set itself). Their JSON schemas are published in
``resources/schemas``, so that others can read packages.
"""

import hashlib
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from app.completeness.expecting import MOST_ENTRIES
from app.exchange.payload.records import (
    FORMAT,
    BlobPart,
    Format,
    OfficeRecords,
    Part,
    ReasonRecord,
    UnitRecords,
)
from app.exchange.payload.values import (
    Id,
    IndicatorCode,
    Line,
    Moment,
    Name,
    Number,
    OptionalTaskCode,
    Percent,
    PointNumber,
    Position,
    Sha256,
    SharedDay,
    TaskCode,
    Text,
)
from app.framework.keys import PointKey
from app.storage.county_files import CHECKS, LONGEST_NAME, MOST_FILES, CountyFile
from app.verification.web_check.targets import MOST_LINES
from app.workspace.obligations import OwingRule
from models.vocabulary import ResponsibilityRole

#: The files of all folders.
_FILES = MOST_FILES * len(CHECKS)
#: The format of ``log.json``.
LOG_FORMAT: Literal[1] = 1
MAIN, LOG, FRAMEWORK = "payload.json", "log.json", "framework.json"


class SentPart(Part):
    """An earlier package of the sender to the same recipient, in the same generation.

    ``written`` is false where the sender knows that no whole package came of it.
    """

    sequence: Number
    digest: Sha256
    written: bool


class LineagePart(Part):
    """Where a package stands in its sender's history.

    ``generation`` grows when one of several copies of a workspace is declared the true one.
    """

    generation: Number
    sent: tuple[SentPart, ...]


class ReceiptPart(Part):
    """What the sender has of the recipient: packages by number, and originals.

    ``generation`` is that of the recipient's workspace which the numbers belong to.
    """

    generation: Number
    sequences: tuple[Number, ...]
    held: tuple[Sha256, ...]


class UnitPart(Part):
    """A unit of the county."""

    id: Id
    name: Name
    aliases: tuple[Name, ...]
    retired_at: Moment | None


class GroupPart(Part):
    """A group of units with its members' ids in order."""

    code: Line
    name: Name
    members: tuple[Id, ...]


class ResponsibilityPart(Part):
    """A unit's or a group's part in an indicator, or in one task of it."""

    id: Id
    indicator_code: IndicatorCode
    task_code: OptionalTaskCode = None
    position: Position
    role: ResponsibilityRole
    unit_id: Id | None
    group_code: Line | None


class MilestonePart(Part):
    """A further date inside a stage."""

    text: Text
    day: SharedDay


class StagePart(Part):
    """A stage of the creation work with the county's own dates."""

    number: Number
    name: Name
    start: SharedDay | None
    deadline: SharedDay | None
    deadline_text: Line
    description: Text
    goal: Percent
    milestones: tuple[MilestonePart, ...]


class ChecklistPart(Part):
    """What the office expects at a point of the indicator set (应有材料)."""

    indicator_code: IndicatorCode
    task_code: TaskCode
    point_number: PointNumber
    entries: Annotated[tuple[Name, ...], Field(min_length=1, max_length=MOST_ENTRIES)]

    @property
    def key(self) -> PointKey:
        """The point."""
        return PointKey(self.indicator_code, self.task_code, self.point_number)


class WebTargetPart(Part):
    """What the office wants looked up for a task, by one unit or by all of the task."""

    id: Id
    indicator_code: IndicatorCode
    task_code: TaskCode
    unit_id: Id | None
    address: Name
    shows: Annotated[Line, Field(min_length=1)]


class CountyFilePart(Part):
    """A data file of the county, as it lies in the office's workspace."""

    folder: Annotated[Line, Field(min_length=1)]
    name: Annotated[Name, Field(min_length=1, max_length=LONGEST_NAME)]
    content: Text

    @property
    def file(self) -> CountyFile:
        """What is laid out."""
        return CountyFile(self.folder, self.name, self.content)


class IndicatorRulePart(Part):
    """Who owes the points of an indicator that has a rule of its own."""

    indicator_code: IndicatorCode
    rule: OwingRule


class ObligationsPart(Part):
    """Who owes the points of all indicators, and of those that have a rule of their own."""

    rule: OwingRule
    indicator_rules: tuple[IndicatorRulePart, ...]


class BasePart(Part):
    """The ground that all units stand on; the office's newest word on it counts, as a whole."""

    framework_sha256: Sha256
    units: tuple[UnitPart, ...]
    groups: tuple[GroupPart, ...]
    responsibilities: tuple[ResponsibilityPart, ...]
    stages: tuple[StagePart, ...]
    reasons: tuple[ReasonRecord, ...]
    settings: dict[Line, Line | int | bool | None]
    """全宗、保管期限、材料截止年度等由创建办统一的设置。"""
    checklists: tuple[ChecklistPart, ...] = ()
    """创建办定下的各要点应有材料。"""
    instructions: Text = ""
    """创建办给各单位的说明。"""
    obligations: ObligationsPart | None = None
    """由谁交材料；没有的，每个牵头、参与单位都要交（创建办没有选择过）。"""
    web_targets: Annotated[tuple[WebTargetPart, ...], Field(max_length=MOST_LINES)] = ()
    """创建办定下的检索清单。"""
    county_files: Annotated[tuple[CountyFilePart, ...], Field(max_length=_FILES)] | None = None
    """县里的数据文件，如自定的台账；没有这一项的，各单位原有的不动（较早版本制作的包）。"""


class _Payload(Part):
    format: Format = FORMAT
    package_id: Id
    made_at: Moment
    made_by: Line
    lineage: LineagePart


class TaskPayload(_Payload):
    """任务包: the ground to work on."""

    kind: Literal["task"] = "task"
    base: BasePart


class SubmissionPayload(_Payload):
    """报送包: the unit's work, whole; its originals as far as the office has not confirmed them."""

    kind: Literal["submission"] = "submission"
    framework_sha256: Sha256
    records: UnitRecords
    blobs: tuple[BlobPart, ...]
    receipt: ReceiptPart | None
    log_sha256: Sha256


class ReturnPayload(_Payload):
    """退回包: the ground, the office's decisions, and what has arrived of the unit's packages."""

    kind: Literal["return"] = "return"
    base: BasePart
    records: OfficeRecords
    blobs: tuple[BlobPart, ...]
    receipt: ReceiptPart | None


class LogEndPart(Part):
    """The last entry of a log, as far as somebody else has it."""

    sequence: Number
    hash: Sha256


class RecoveryPayload(_Payload):
    """恢复包: as a return package, and with it all that the unit had sent, for a new computer."""

    kind: Literal["recovery"] = "recovery"
    base: BasePart
    records: OfficeRecords
    """The office's records, and beside them the unit's own as the office last merged them."""
    blobs: tuple[BlobPart, ...]
    receipt: ReceiptPart
    """The history of the workspace that was lost, which the unit goes on from."""
    generation: Number
    """What the unit's new workspace goes on as; no other recovery package names the same."""
    log_end: LogEndPart | None = None
    """How far the office has the log of the workspace that was lost."""


Payload = TaskPayload | SubmissionPayload | ReturnPayload | RecoveryPayload


def base_of(payload: Payload) -> BasePart | None:
    """What the office lays down for all; a submission has none."""
    return None if isinstance(payload, SubmissionPayload) else payload.base


def records_of(payload: Payload) -> UnitRecords | None:
    """The sender's records; a task package has none."""
    return None if isinstance(payload, TaskPayload) else payload.records


def blobs_of(payload: Payload) -> tuple[BlobPart, ...]:
    """What the sender knows of the originals that its records name."""
    return () if isinstance(payload, TaskPayload) else payload.blobs


def receipt_of(payload: Payload) -> ReceiptPart | None:
    """What the sender has of the recipient's work, if it says."""
    return None if isinstance(payload, TaskPayload) else payload.receipt


_PAYLOAD: TypeAdapter[Payload] = TypeAdapter(Annotated[Payload, Field(discriminator="kind")])


class LogEntryPart(Part):
    """An entry of the sender's log, as it is chained."""

    sequence: Number
    id: Id
    at: Moment
    actor: Line
    action: Line
    subject: Line
    data: Text
    previous_hash: Sha256
    hash: Sha256


class LogPayload(Part):
    """The sender's log from its first entry on."""

    format: Literal[1] = 1
    entries: tuple[LogEntryPart, ...]


def to_bytes(document: Part) -> bytes:
    """The byte form of a document, which its digest is taken of."""
    return document.model_dump_json().encode("utf-8")


def digest_of(raw: bytes) -> str:
    """The digest of a document's bytes."""
    return hashlib.sha256(raw).hexdigest()


class FieldInvalid(ValueError):
    """The first field of a document that cannot be: where it is, and what is wrong with it.

    ``place`` leads there from the outermost object; ``kind`` is pydantic's type of error, or one
    of ``app.exchange.payload.values``.
    """

    def __init__(self, place: tuple[str | int, ...], kind: str) -> None:
        super().__init__(".".join(map(str, place)) or kind)
        self.place = place
        self.kind = kind


def parse_payload(raw: bytes) -> Payload:
    """Read ``payload.json``. Raises ``FieldInvalid``."""
    try:
        return _PAYLOAD.validate_json(raw)
    except ValidationError as error:
        raise first_fault(error) from error


def parse_log(raw: bytes) -> LogPayload:
    """Read ``log.json``. Raises ``FieldInvalid``."""
    try:
        return LogPayload.model_validate_json(raw)
    except ValidationError as error:
        raise first_fault(error) from error


def format_of(outermost: Mapping[str, Any]) -> int | None:
    """The format that a document says it has, whatever else it holds; None if it says none."""
    found = outermost.get("format")
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def first_fault(error: ValidationError) -> FieldInvalid:
    """The first of the faults that pydantic found."""
    found = error.errors(include_url=False, include_context=False, include_input=False)[0]
    return FieldInvalid(found["loc"], found["type"])


def payload_schemas() -> dict[str, dict[str, Any]]:
    """The JSON schemas as they are published, by file name."""
    documents: dict[str, type[Part]] = {
        "task": TaskPayload,
        "submission": SubmissionPayload,
        "return": ReturnPayload,
        "recovery": RecoveryPayload,
        "log": LogPayload,
    }
    return {
        f"payload-{name}.schema.json": {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **model.model_json_schema(mode="serialization"),
        }
        for name, model in documents.items()
    }
