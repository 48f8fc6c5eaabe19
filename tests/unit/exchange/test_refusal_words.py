"""A refusal names records, fields and entries as people know them, never as programs do."""

import re
from pathlib import Path

import pytest

from app.exchange.envelope import naming
from app.exchange.errors import PackageDamaged, PackageMemberMissing
from app.exchange.merge.errors import (
    FieldName,
    Impossible,
    PayloadInvalid,
    RecordImpossible,
    RecordName,
    RecordOfAnotherOwner,
)
from app.exchange.payload.documents import FRAMEWORK, LOG, MAIN, payload_schemas
from app.framework.schema import json_schema
from app.wording.errors import describe_error

_PATH = Path("报送.zip")
_LATIN = re.compile(r"[A-Za-z_]{3,}")


def _fields() -> list[str]:
    """Every name of a field in the published schemas of payloads and indicator sets."""
    found: set[str] = set()
    for schema in (*payload_schemas().values(), json_schema()):
        for part in (schema, *schema.get("$defs", {}).values()):
            found |= part.get("properties", {}).keys()
    return sorted(found)


def _latin(error) -> list[str]:
    return _LATIN.findall(str(describe_error(error)).replace(str(_PATH), ""))


@pytest.mark.parametrize("field", [*_fields(), MAIN, LOG, FRAMEWORK])
def test_every_field_has_a_name(field):
    for document in (MAIN, LOG, FRAMEWORK):
        error = PayloadInvalid(_PATH, RecordName(document), FieldName(field))
        assert not _latin(error)
        told = RecordName("indicators"), "“60”", FieldName(field), Impossible.FORM
        error = RecordImpossible(_PATH, RecordName(document), FieldName(field), *told)
        assert not _latin(error)


@pytest.mark.parametrize(
    "member",
    [
        "",
        *naming.TAGS,
        *(naming.document_member(name) for name in (MAIN, LOG, FRAMEWORK)),
        naming.original_member("ab" * 32, ".pdf"),
        naming.original_member("ab" * 32, ".pdf", 2),
    ],
)
def test_every_entry_has_a_name(member):
    for error in (PackageDamaged(_PATH, member), PackageMemberMissing(_PATH, member)):
        assert not [word for word in _latin(error) if set(word) != {"a", "b"}]


def test_an_entry_of_no_package_is_shown_as_it_is():
    assert "virus.exe" in str(describe_error(PackageMemberMissing(_PATH, "data/virus.exe")))


def test_a_holder_is_named_where_there_is_one():
    record = RecordName("items"), "“清单”"
    words = str(describe_error(RecordOfAnotherOwner(_PATH, "县司法局", *record, "县财政局")))
    assert "材料“清单”" in words
    assert "归 县财政局 所有" in words
    alone = str(describe_error(RecordOfAnotherOwner(_PATH, "县司法局", *record)))
    assert "不归它填写的材料“清单”" in alone
