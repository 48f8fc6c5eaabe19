"""The documents of packages: their published schemas, and what is refused."""

import json
import unicodedata
from datetime import UTC, datetime

import pytest

from app.exchange.payload.documents import (
    LineagePart,
    SubmissionPayload,
    format_of,
    parse_payload,
    to_bytes,
)
from app.exchange.payload.records import FORMAT, FigureRecord, UnitRecords
from app.exchange.payload.strict_json import look_through

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ID = "01900000-0000-7000-8000-00000000000{}"


def figure(number: int, **more) -> FigureRecord:
    values = {
        "id": ID.format(number),
        "version": 1,
        "unit_id": ID.format(9),
        "by_office": False,
        "place": "68",
        "threshold": "不低于80%",
        "value": 82.5,
        "changed_at": NOON,
    }
    return FigureRecord(**(values | more))


def submission(**more) -> SubmissionPayload:
    values = {
        "package_id": ID.format(1),
        "made_at": NOON,
        "made_by": "张三",
        "lineage": LineagePart(generation=1, sent=()),
        "framework_sha256": "a" * 64,
        "records": UnitRecords(figures=(figure(2),)),
        "blobs": (),
        "receipt": None,
        "log_sha256": "b" * 64,
    }
    return SubmissionPayload(**(values | more))


def test_a_payload_comes_back_as_it_was():
    payload = submission()
    assert parse_payload(to_bytes(payload)) == payload


def test_the_format_is_read_before_anything_else():
    raw = to_bytes(submission()).replace(b'"format":%d' % FORMAT, b'"format":%d' % (FORMAT + 1))
    assert format_of(look_through(raw, {}, 1000)) == FORMAT + 1
    assert format_of({"format": True}) is None
    with pytest.raises(ValueError, match="format"):
        parse_payload(raw)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "something"},
        {"records": {"figures": [{"id": "../x"}]}},
        {"lineage": {"generation": 0, "sent": []}},
        {"extra": 1},
        {"made_at": "2026-03-01T12:00:00"},
    ],
)
def test_what_no_program_of_ours_writes_is_refused(change):
    raw = json.dumps(json.loads(to_bytes(submission())) | change).encode()
    with pytest.raises(ValueError, match=r"."):
        parse_payload(raw)


def test_an_id_comes_once():
    with pytest.raises(ValueError, match="twice"):
        UnitRecords(figures=(figure(1), figure(1)))


def test_equal_content_has_one_digest_however_it_was_typed():
    composed, loose = "é", unicodedata.normalize("NFD", "é")
    assert figure(1, threshold=composed).digest() == figure(1, threshold=loose).digest()
    assert figure(1).digest() != figure(1, value=82.6).digest()
    assert figure(1).digest() != figure(1, version=2).digest()
