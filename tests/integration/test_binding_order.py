"""The office orders what is bound: kept, logged, taken back, and the dossier follows it."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.bootstrap import open_services
from app.dossier_options import DossierOptions
from app.evidence.arrangements import USUAL, Arrangement, BindingMode
from app.evidence.arranging import arrange, read_arrangements, read_order
from app.evidence.descriptions import Description
from app.evidence.errors import OrderLocked
from app.evidence.listing import list_filed
from app.evidence.places import Target
from app.framework.keys import TaskKey
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.wording.errors import describe_error
from app.workspace.errors import OfficeOnly
from app.workspace.making import create_workspace
from app.workspace.opening import open_workspace
from models import Event
from tests.support.cli import Cli
from tests.support.documents import text_pdf
from tests.support.workspaces import COUNTY, copy_workspace, lushan

TASK = TaskKey("60", "material_check")
ADDED = (
    ("甲", "县司法局", 1, "2021-03-01"),
    ("乙", "县公安局", 2, "2019-05-02"),
    ("丙", "县司法局", 2, "2020-01-03"),
)


@pytest.fixture
def services(tmp_path: Path, office_template: Path):
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as opened:
        for title, unit, point, date in ADDED:
            put(opened, tmp_path, title, unit, point, date)
        yield opened


def put(services, folder: Path, title: str, unit: str, point: int, date: str) -> None:
    file = text_pdf(folder / f"{title}.pdf", [title])
    target = Target("60", "材料查证", unit, point)
    request = AttachRequest((file,), target, Description(title, doc_date=date))
    attach_files(services.workspace, services.workers, request, SilentJob())


def rows_of(services):
    workspace = services.workspace
    with workspace.database.reading() as session:
        order = read_order(session, workspace.facts.framework, workspace.registry())
        return [row for row in list_filed(session, order) if row.task == TASK]


def titles(services) -> list[str]:
    return [row.title for row in rows_of(services)]


def bound(folder: Path) -> list[str]:
    with (folder / "校验清单.csv").open(encoding="utf-8-sig", newline="") as stream:
        return [row["题名"] for row in csv.DictReader(stream) if row["顺序号"]]


def test_the_dossier_follows_the_order_and_the_numbers_stay(services, tmp_path):
    workspace = services.workspace
    numbers = {row.title: row.number for row in rows_of(services)}
    assert titles(services) == ["甲", "丙", "乙"]
    before = arrange(workspace, {TASK: Arrangement(BindingMode.DATE)})
    assert before == {TASK: USUAL}
    assert titles(services) == ["乙", "丙", "甲"]
    services.dossiers.compile(tmp_path / "卷", DossierOptions(indicators=("60",)), SilentJob())
    assert bound(tmp_path / "卷") == ["乙", "丙", "甲"]
    key = next(row.placement for row in rows_of(services) if row.title == "甲")
    arrange(workspace, {TASK: Arrangement(BindingMode.DATE, first=(key,))})
    services.dossiers.compile(tmp_path / "卷", DossierOptions(indicators=("60",)), SilentJob())
    assert bound(tmp_path / "卷") == ["甲", "乙", "丙"]
    assert {row.title: row.number for row in rows_of(services)} == numbers
    arrange(workspace, before)
    assert titles(services) == ["甲", "丙", "乙"]
    with workspace.database.reading() as session:
        assert read_arrangements(session) == {}
        told = session.scalars(select(Event.action).where(Event.subject == str(TASK)))
        assert list(told) == ["binding.arranged"] * 3


def test_a_locked_order_refuses_changes_until_it_is_unlocked(services, tmp_path):
    workspace = services.workspace
    with workspace.database.reading() as session:
        order = read_order(session, workspace.facts.framework, workspace.registry())
    locked = order.locked(rows_of(services), TASK, Arrangement(BindingMode.DATE))
    arrange(workspace, {TASK: locked})
    put(services, tmp_path, "丁", "县司法局", 1, "2018-01-01")
    assert titles(services) == ["乙", "丙", "甲", "丁"]
    with pytest.raises(OrderLocked) as refused:
        arrange(workspace, {TASK: replace(locked, mode=BindingMode.POINTS)})
    assert "已锁定" in str(describe_error(refused.value))
    arrange(workspace, {TASK: replace(locked, locked=False)})
    assert titles(services) == ["丁", "乙", "丙", "甲"]


def test_a_unit_does_not_order_what_the_office_binds(tmp_path):
    path = tmp_path / "单位"
    create_workspace(path, lushan(), COUNTY, "县司法局")
    with open_workspace(path) as workspace, pytest.raises(OfficeOnly):
        arrange(workspace, {TASK: Arrangement(BindingMode.DATE)})


def test_the_command_line_orders_and_lists(services, capsys):
    items = {row.title: row.item for row in rows_of(services)}
    numbers = {row.title: row.number for row in rows_of(services)}
    root = services.workspace.layout.root
    services.workspace.close()
    cli, at = Cli(capsys), ("--indicator", "60", "--method", "材料查证")
    by_date = cli.json("order", root, *at, "--by", "date")
    assert [each["item"] for each in by_date["items"]] == [items[t] for t in "乙丙甲"]
    by_hand = cli.json(
        "order", root, *at, "--item", numbers["甲"], "--item", items["乙"], "--first", numbers["丙"]
    )
    assert [each["item"] for each in by_hand["items"]] == [items[t] for t in "丙甲乙"]
    assert [each["key_document"] for each in by_hand["items"]] == [True, False, False]
    assert "手工排定，已锁定" in cli.text("order", root, *at, "--lock")
    assert "已锁定" in cli.text("order", root, *at, "--by", "points", code=2)
    cli.text("order", root, *at, "--unlock", "--by", "points")
    told = cli.json("order", root, *at)
    assert told["orders"][0]["mode"] == "points"
