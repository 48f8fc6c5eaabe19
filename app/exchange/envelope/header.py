"""What a package says about itself: kind, sender, recipient, sequence, and which part it is.

The header is ``package.json`` in the bag. Its JSON schema is published as
``resources/schemas/package-header.schema.json`` so that others can read packages too.
"""

import json
import re
import unicodedata
from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from app.exchange.kinds import PackageKind as PackageKind
from app.exchange.payload.values import FIRST_YEAR, LAST_YEAR
from models.vocabulary import WorkspaceRole

FORMAT: Literal["juanzong-package"] = "juanzong-package"
VERSION: Literal[1] = 1

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_UUID = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"


def _one_line(text: str) -> str:
    if _CONTROL.search(text):
        raise ValueError("a name has no line breaks or control characters")
    return unicodedata.normalize("NFC", text)


def _possible(moment: datetime) -> datetime:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError("no clock is wrong by so much")
    return moment


Line = Annotated[str, Field(max_length=200), AfterValidator(_one_line)]
Name = Annotated[Line, Field(min_length=1)]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Party(_Frozen):
    """The office, or one unit; ``name`` is shown to people, ``unit_id`` decides."""

    role: WorkspaceRole
    unit_id: Annotated[str, Field(max_length=64)] | None = None
    name: Name

    @model_validator(mode="after")
    def _unit_has_id(self) -> Self:
        if (self.role is WorkspaceRole.UNIT) != (self.unit_id is not None):
            raise ValueError("a unit has an id, the office has none")
        return self


class Sender(Party):
    """Who made the package: the workspace, and the person who sat at it.

    ``sealing_key`` is what others encrypt to when they answer; it is vouched for by the
    package's signature.
    """

    workspace_id: Annotated[str, Field(min_length=1, max_length=64)]
    person: Line = ""
    sealing_key: Annotated[str, Field(max_length=200)] = ""


class FrameworkReference(_Frozen):
    """The indicator set that the package's codes belong to."""

    code: Name
    version: Name


class PackageHeader(_Frozen):
    """The header of a package.

    The maker fills everything down to ``created_at``; ``write_package`` fills the rest.
    ``sequence`` counts the packages from this sender to this recipient from 1 on, so that a lost
    stick shows. ``content_sha256`` is the digest of all documents and originals over all parts:
    equal digests mean equal content.
    """

    format: Literal["juanzong-package"] = FORMAT
    version: Literal[1] = VERSION
    kind: PackageKind
    id: Annotated[str, Field(pattern=_UUID)]
    county: Name
    framework: FrameworkReference
    sender: Sender
    recipient: Party
    sequence: Annotated[int, Field(ge=1, lt=1 << 53)]
    full: bool
    created_at: Annotated[AwareDatetime, AfterValidator(_possible)]
    part: Annotated[int, Field(ge=1, le=999)] = 1
    parts: Annotated[int, Field(ge=1, le=999)] = 1
    originals: Annotated[int, Field(ge=0, lt=1 << 53)] = 0
    content_size: Annotated[int, Field(ge=0, lt=1 << 53)] = 0
    content_sha256: Digest = "0" * 64

    @model_validator(mode="after")
    def _part_exists(self) -> Self:
        if self.part > self.parts:
            raise ValueError("a part's number is at most the number of parts")
        return self

    def to_bytes(self) -> bytes:
        """The one byte form of this header."""
        text = json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2)
        return (text + "\n").encode()

    def belongs_with(self, other: "PackageHeader") -> bool:
        """True if both are parts of one package."""
        return self.model_copy(update={"part": other.part}) == other


def header_schema() -> dict[str, Any]:
    """The JSON schema of the header, as it is published."""
    schema = PackageHeader.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema
