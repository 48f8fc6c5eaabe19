"""Marks in the log that a package brings, however the sender has nested its data."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.exchange.errors import SecretsInPackage
from app.exchange.merge.secrecy import demand_no_secrets
from app.exchange.payload.documents import LogEntryPart, LogPayload, TaskPayload
from app.isolation import Workers
from app.jobs import SilentJob
from models.base import new_id


def log_with(data: str, **said: str) -> LogPayload:
    entry = LogEntryPart(
        sequence=1,
        id=new_id(),
        at=datetime(2026, 3, 1, tzinfo=UTC),
        data=data,
        previous_hash="0" * 64,
        hash="1" * 64,
        **{"actor": "张三", "action": "item.attached", "subject": "甲", **said},
    )
    return LogPayload(entries=(entry,))


@pytest.mark.parametrize("depth", [1, 700, 990, 40_000])
@pytest.mark.parametrize(("word", "refused"), [("密级：机密", True), ("商业秘密", False)])
def test_no_depth_hides_a_mark_or_ends_the_merge(depth: int, word: str, refused: bool):
    data = "[" * depth + f'"{word}"' + "]" * depth
    nothing: dict[str, Any] = {}  # what is looked for lies in the log
    payload = TaskPayload.model_construct(**nothing)
    log, job = log_with(data), SilentJob()
    with Workers(1) as workers:
        if not refused:
            demand_no_secrets(Path("包.zip"), payload, log.entries, {}, workers, job)
            return
        with pytest.raises(SecretsInPackage) as caught:
            demand_no_secrets(Path("包.zip"), payload, log.entries, {}, workers, job)
    assert caught.value.items == ("甲",)


@pytest.mark.parametrize("field", ["actor", "action", "subject"])
def test_no_field_of_an_entry_hides_a_mark(field: str):
    nothing: dict[str, Any] = {}  # what is looked for lies in the log
    payload = TaskPayload.model_construct(**nothing)
    log = log_with("{}", **{field: "机密★1年独角兽"})
    with Workers(1) as workers, pytest.raises(SecretsInPackage) as caught:
        demand_no_secrets(Path("包.zip"), payload, log.entries, {}, workers, SilentJob())
    assert "独角兽" not in f"{caught.value}"
