"""When a package says that it was made."""

import json
from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from app.exchange.envelope.header import FrameworkReference, PackageHeader, Party, Sender
from app.exchange.kinds import PackageKind
from models.base import new_id
from models.vocabulary import WorkspaceRole


def _raw(moment: str) -> bytes:
    header = PackageHeader(
        kind=PackageKind.SUBMISSION,
        id=new_id(),
        county="示例县",
        framework=FrameworkReference(code="lushan-2021", version="1.0"),
        sender=Sender(role=WorkspaceRole.UNIT, unit_id="1", name="县司法局", workspace_id="w"),
        recipient=Party(role=WorkspaceRole.OFFICE, name="创建办"),
        sequence=1,
        full=True,
        created_at=datetime(2026, 3, 1, tzinfo=UTC),
    )
    return json.dumps(json.loads(header.to_bytes()) | {"created_at": moment}).encode()


@pytest.mark.parametrize("moment", ["1970-01-01T00:00:00+14:00", "2199-12-31T23:59:59-12:00"])
def test_a_clock_that_is_wrong(moment):
    assert PackageHeader.model_validate_json(_raw(moment)).created_at.isoformat() == moment


@pytest.mark.parametrize(
    "moment",
    [
        *("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"),
        *("1969-12-31T00:00:00Z", "2026-03-01T12:00:00"),
    ],
)
def test_a_time_at_which_no_clock_stands(moment):
    """The database keeps times in UTC: the year 1 east of Greenwich has none."""
    with pytest.raises(ValidationError):
        PackageHeader.model_validate_json(_raw(moment))
