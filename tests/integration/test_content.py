"""Rows that somebody else changed, clocks that were set back: told before work is built on them."""

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from app.bootstrap import open_services
from app.checkup.checking import check_workspace
from app.checkup.impossible import impossible_values
from app.cli.application import app
from app.dossier_options import DossierOptions
from app.errors import DatabaseNotWritten
from app.exchange.kinds import PackageKind
from app.exchange.service import PackRequest
from app.jobs import SilentJob
from app.storage.database_checks import one_snapshot
from app.storage.defects import DefectKind, Doubts
from app.wording.errors import describe_error
from app.wording.workspace import describe_doubts
from app.workspace.backup import back_up
from app.workspace.content import accept_content, find_doubts
from app.workspace.errors import ContentChanged
from app.workspace.opening import Workspace, open_workspace
from models import Event
from models.seals import counted_seals, stored_seals
from tests.support.workspaces import add_item


@pytest.fixture
def item(workspace: Workspace, tmp_path: Path) -> str:
    file = tmp_path / "通知.txt"
    file.write_text("会议研究了工作", encoding="utf-8")
    with workspace.database.writing() as work:
        made = add_item(work, workspace, file, unit="县司法局", indicator="60")
        work.commit()
    return made


def change(workspace: Workspace, statement: str) -> None:
    with closing(sqlite3.connect(workspace.layout.database)) as connection, connection:
        connection.execute(statement)


def rot(workspace: Workspace) -> None:
    change(workspace, "UPDATE item_revision SET title = title || '。'")


def test_writing_meanwhile_changes_nothing(workspace: Workspace, item: str):
    """Rows and check sums are compared as of one moment."""
    engine = workspace.database.engine
    with one_snapshot(engine) as connection:
        assert connection is not None
        stored = stored_seals(connection)
        with workspace.database.writing() as work:
            work.record("item.touched", item)
            work.commit()
        assert stored == counted_seals(connection)
    with one_snapshot(engine) as connection:
        assert stored_seals(connection) != stored
    assert find_doubts(workspace) == Doubts()


class TestChangedRows:
    def test_nothing_is_compiled_or_packed_of_them(
        self, workspace: Workspace, item: str, tmp_path: Path
    ):
        rot(workspace)
        root = workspace.layout.root
        workspace.close()
        with open_services(root) as services:
            with pytest.raises(ContentChanged) as compiling:
                services.dossiers.compile(tmp_path / "卷宗", DossierOptions(), SilentJob())
            request = PackRequest(PackageKind.TASK, tmp_path / "包", unit="县司法局")
            with pytest.raises(ContentChanged):
                services.exchange.pack(request, SilentJob())
        assert not (tmp_path / "卷宗").exists()
        assert not (tmp_path / "包").exists()
        assert "材料的版本" in describe_error(compiling.value).reason

    def test_they_are_told_when_the_workspace_opens(self, workspace: Workspace, item: str):
        assert find_doubts(workspace) == Doubts()
        rot(workspace)
        assert find_doubts(workspace).changed == ("item_revision",)

    def test_a_backup_that_noted_them_is_told(self, workspace: Workspace, item: str):
        rot(workspace)
        made = back_up(workspace.layout, workspace.database.now() + timedelta(hours=1), "manual")
        assert find_doubts(workspace).backup == made.name
        words = dict(describe_doubts(find_doubts(workspace)))
        assert any(made.name in reason for reason in words)

    def test_who_looked_at_them_can_accept_them(self, workspace: Workspace, item: str):
        rot(workspace)
        assert accept_content(workspace) == ("item_revision",)
        assert accept_content(workspace) == ()
        assert find_doubts(workspace).changed == ()
        kinds = [defect.kind for defect in check_workspace(workspace, SilentJob()).defects]
        assert DefectKind.CONTENT_CHANGED not in kinds
        with workspace.database.reading() as session:
            actions = [row.action for row in session.scalars(select(Event))]
        assert actions.count("workspace.content_accepted") == 1

    def test_the_command_line_accepts_them(self, workspace: Workspace, item: str):
        rot(workspace)
        root = workspace.layout.root
        workspace.close()
        assert CliRunner().invoke(app, ["check", str(root)]).exit_code == 1
        told = CliRunner().invoke(app, ["check", str(root), "--accept"])
        assert told.exit_code == 0, told.output
        assert "材料的版本" in told.output


class TestClockSetBack:
    @pytest.mark.parametrize("back", [timedelta(days=2), timedelta(days=365 * 8)])
    def test_it_is_told_on_opening_and_nothing_is_refused(
        self, workspace: Workspace, item: str, back: timedelta, tmp_path: Path
    ):
        root, now = workspace.layout.root, workspace.database.now()
        workspace.close()
        with open_workspace(root, clock=lambda: now - back) as opened:
            newest = find_doubts(opened).newest
            assert newest is not None
            assert abs(newest - now) < timedelta(hours=1)
            with opened.database.writing() as work:
                work.record("settings.changed", "x")
                work.commit()
            assert check_workspace(opened, SilentJob()).sound

    def test_commands_that_write_tell_it_once(self, workspace: Workspace, item: str):
        with workspace.database.writing() as work:
            work.now = work.now + timedelta(days=900)
            work.record("settings.changed", "x")
            work.commit()
        root = workspace.layout.root
        workspace.close()
        told = CliRunner().invoke(app, ["settings", str(root), "contact=李四", "--json"])
        assert told.exit_code == 0
        assert told.stderr.count("本机时间早于") == 1
        assert json.loads(told.stdout)["contact"] == "李四"
        assert "本机时间" not in CliRunner().invoke(app, ["settings", str(root)]).stderr


class TestImpossibleValues:
    def test_what_only_looks_odd_is_none(self, workspace: Workspace, item: str):
        change(workspace, "UPDATE item_revision SET remark = char(27) || '[31m'")
        with workspace.database.reading() as session:
            assert list(impossible_values(session)) == []

    @pytest.mark.parametrize(
        ("statement", "kind", "field"),
        [
            (
                "UPDATE item_revision SET title = char(0x202e) || title",
                "items",
                "revisions.0.title",
            ),
            ("UPDATE item_revision SET doc_date = '2021-13'", "items", "revisions.0.doc_date"),
            ("UPDATE item_revision SET number = 2", "items", "value_error"),
            ("UPDATE evidence_item SET id = 'x'", "items", "id"),
            ("UPDATE placement SET indicator_code = 'x/y'", "placements", "indicator_code"),
        ],
    )
    def test_they_are_named(
        self, workspace: Workspace, item: str, statement: str, kind: str, field: str
    ):
        change(workspace, statement)
        with workspace.database.reading() as session:
            found = next(iter(impossible_values(session)))
        assert (found.kind, found.field) == (kind, field)


def test_nothing_is_committed_once_the_disk_is_gone(workspace: Workspace, item: str):
    root = workspace.layout.root
    away = root.with_name("抽走的盘")
    with workspace.database.writing() as work:
        work.record("settings.changed", "x")
        root.rename(away)
        with pytest.raises(DatabaseNotWritten):
            work.commit()
    with pytest.raises((OSError, sqlite3.Error)):
        back_up(workspace.layout, workspace.database.now(), "manual")
    assert not (root / "juanzong.db").exists()
    workspace.close()
