"""The log: reading it by person, item and time, exporting it, and checking a part of it."""

import ast
import csv
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import FolderNotWritable
from app.eventlog import (
    ChainBreak,
    LogEntry,
    LogFilter,
    LoggedEntry,
    append_events,
    find_chain_break,
    log_actions,
    log_people,
    read_log,
)
from app.eventlog_export import export_log
from app.jobs import Cancelled, CancelToken, SilentJob
from app.wording.log import action_name, describe_entry
from app.workspace.opening import Workspace

ROOT = Path(__file__).resolve().parents[2]
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def log(workspace: Workspace) -> Workspace:
    """A log of five entries by two people on two days."""
    rows = (
        (0, "王芳", LogEntry("item.attached", "i-1", {"title": "通知"})),
        (1, "王芳", LogEntry("item.edited", "i-1", {"title": "=HYPERLINK(1)"})),
        (2, "李强", LogEntry("item.attached", "i-2", {"title": "100%_\\纪要"})),
        (26, "李强", LogEntry("dossier.compiled", "73", {"items": ["i-1", "i-2"]})),
        (27, "王芳", LogEntry("items.odd", "x", {})),
    )
    with workspace.database.writing() as work:
        for hours, person, entry in rows:
            append_events(work.session, NOON + timedelta(hours=hours), person, [entry])
        work.commit()
    return workspace


def found(log: Workspace, wanted: LogFilter, **options: object) -> list[int]:
    with log.database.reading() as session:
        return [e.sequence for e in read_log(session, wanted, **options)]


def everything(log: Workspace) -> list[LoggedEntry]:
    with log.database.reading() as session:
        return list(read_log(session, LogFilter()))


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (LogFilter(), [2, 3, 4, 5, 6]),
        (LogFilter(person="王芳"), [2, 3, 6]),
        (LogFilter(person="王"), []),
        (LogFilter(action="item"), [2, 3, 4]),
        (LogFilter(action="item.attached"), [2, 4]),
        (LogFilter(action="item_attached"), []),
        (LogFilter(subject="i-1"), [2, 3, 5]),
        (LogFilter(subject="i"), []),
        (LogFilter(subject="通知"), [2]),
        (LogFilter(subject="100%_\\纪要"), [4]),
        (LogFilter(since=NOON + timedelta(hours=2)), [4, 5, 6]),
        (LogFilter(until=NOON + timedelta(hours=2)), [2, 3]),
        (LogFilter(after=4), [5, 6]),
        (LogFilter(person="李强", action="item", subject="i-2"), [4]),
    ],
)
def test_entries_are_found(log: Workspace, wanted: LogFilter, numbers: list[int]):
    # The first entry tells that the workspace was made, at the time and by the user of the test.
    assert [n for n in found(log, wanted) if n != 1] == numbers


def test_the_newest_come_first_if_asked(log: Workspace):
    assert found(log, LogFilter(), newest_first=True, limit=2) == [6, 5]


def test_what_filters_can_be_chosen(log: Workspace):
    with log.database.reading() as session:
        assert {"王芳", "李强"} <= set(log_people(session))
        assert "dossier.compiled" in log_actions(session)


class TestChain:
    def test_a_part_is_checked_against_the_entry_before(self, log: Workspace):
        entries = everything(log)
        assert find_chain_break(entries) is None
        part = entries[3:]
        assert find_chain_break(part, after=3, previous_hash=entries[2].hash) is None
        assert find_chain_break(part) == ChainBreak(1)
        assert find_chain_break(part, after=3, previous_hash="f" * 64) == ChainBreak(4)
        assert find_chain_break(part, after=2, previous_hash=entries[2].hash) == ChainBreak(3)

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
    @given(
        place=st.integers(0, 5),
        field=st.sampled_from(["actor", "action", "subject", "data", "previous_hash", "hash"]),
    )
    def test_any_change_of_an_entry_breaks_it(self, log: Workspace, place: int, field: str):
        entries = everything(log)
        fields = {n: getattr(entries[place], n) for n in LoggedEntry.__slots__}
        entries[place] = LoggedEntry(**fields | {field: fields[field] + "x"})
        assert find_chain_break(entries) == ChainBreak(place + 1)

    def test_a_missing_entry_breaks_it(self, log: Workspace):
        entries = everything(log)
        assert find_chain_break(entries[:2] + entries[3:]) == ChainBreak(3)


class TestExport:
    def test_as_a_table(self, log: Workspace, tmp_path: Path):
        with log.database.reading() as session:
            assert (
                export_log(tmp_path / "记录.csv", read_log(session, LogFilter()), SilentJob()) == 6
            )
        with (tmp_path / "记录.csv").open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
        assert [row["序号"] for row in rows] == ["1", "2", "3", "4", "5", "6"]
        assert (rows[1]["人员"], rows[1]["操作"], rows[1]["对象"]) == ("王芳", "收取材料", "i-1")
        assert json.loads(rows[1]["内容"]) == {"title": "通知"}

    def test_no_cell_is_a_formula(self, workspace: Workspace, tmp_path: Path):
        with workspace.database.writing() as work:
            append_events(work.session, NOON, "=1+1", [LogEntry("x.y", "@SUM(1)", {})])
            work.commit()
        with workspace.database.reading() as session:
            export_log(tmp_path / "x.csv", read_log(session, LogFilter()), SilentJob())
        with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as stream:
            last = list(csv.reader(stream))[-1]
        assert not [cell for cell in last if cell.startswith(("=", "@", "+", "-"))]

    def test_as_lines_that_can_be_checked_elsewhere(self, log: Workspace, tmp_path: Path):
        with log.database.reading() as session:
            export_log(tmp_path / "记录.jsonl", read_log(session, LogFilter()), SilentJob())
        lines = (tmp_path / "记录.jsonl").read_text(encoding="utf-8").splitlines()
        entries = []
        for line in lines:
            data = json.loads(line)
            entries.append(LoggedEntry(**data | {"at": datetime.fromisoformat(data["at"])}))
        assert entries == everything(log)
        assert find_chain_break(entries) is None

    def test_cancelled_or_failed_it_leaves_what_was_there(self, log: Workspace, tmp_path: Path):
        (tmp_path / "x.csv").write_text("before", encoding="utf-8")
        token = CancelToken()
        token.cancel()
        with log.database.reading() as session:
            with pytest.raises(Cancelled):
                export_log(tmp_path / "x.csv", read_log(session, LogFilter()), SilentJob(token))
            with pytest.raises(FolderNotWritable):
                export_log(tmp_path / "gone" / "x.csv", read_log(session, LogFilter()), SilentJob())
        assert (tmp_path / "x.csv").read_text(encoding="utf-8") == "before"
        assert not list(tmp_path.glob("*.part"))


class TestWords:
    def recorded(self) -> set[str]:
        """Every action that the program logs under a name of its own."""
        names = set()
        for file in (ROOT / "app").rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call) or not node.args:
                    continue
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                first = node.args[0]
                if called in {"record", "LogEntry"} and isinstance(first, ast.Constant):
                    names.add(first.value)
        return {n for n in names if isinstance(n, str) and "." in n}

    def test_every_action_has_a_name(self):
        nameless = {action for action in self.recorded() if action_name(action) == action}
        assert nameless == set()
        assert len(self.recorded()) > 20

    def test_an_entry_tells_what_people_know(self, framework):
        values = {"title": "通知", "indicator": "60", "sha256": "ab", "points": [1]}
        assert describe_entry("i-1", values, framework) == "《通知》，指标 60"
        assert describe_entry("i-1", {"sha256": "ab"}, framework) == "i-1"
        unit = "beaca8ee-6643-5580-bf12-77010443832e"
        assert (
            describe_entry(f"60/material_check/{unit}", {"note": "缺"}, framework)
            == "指标 60　材料查证，缺"
        )
        assert describe_entry("n-1", {"indicator": "1", "unit": unit}, framework) == "指标 1"
