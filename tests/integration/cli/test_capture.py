"""``juanzong capture``: pages into a folder, and into a workspace as items."""

import json
from pathlib import Path

import pytest

from app.evidence.items import current
from app.evidence.listing import list_filed
from app.filekind import FileKind
from app.workspace.opening import open_workspace
from models.vocabulary import AttachmentRole
from tests.support.browser import needs_browser
from tests.support.cli import Cli
from tests.support.web_site import web_site
from tests.support.workspaces import copy_workspace

pytestmark = needs_browser


@pytest.fixture
def place(framework):
    """Options that name a task that is verified on the web."""
    tasks = [(i.code, task) for i in framework.indicators for task in i.tasks]
    code, _ = next((code, task) for code, task in tasks if task.method == "web_check")
    return ("--indicator", code, "--unit", "县司法局")


def test_pages_into_a_folder(cli: Cli, tmp_path: Path) -> None:
    out = tmp_path / "网页"
    with web_site() as site:
        listed = tmp_path / "清单.txt"
        listed.write_text(f"{site.url('/js')} 权责清单\n{site.url('/nowhere')}\n", "utf-8")
        told = cli.json("capture", listed, "-o", out)
        assert [one["status"] for one in told["captures"]] == [200, 404]
        # A second run goes on in the same folder.
        cli.text("capture", site.url("/gbk"), "-o", out)
    record = json.loads((out / "网页采集.json").read_text("utf-8"))
    assert [one["title"] for one in record["captures"]] == [
        "行政执法公示平台",
        "没有找到",
        "鹿山县人民政府",
    ]
    assert record["captures"][0]["sought"] == "权责清单"
    names = [file["name"] for one in record["captures"] for file in one["files"]]
    assert len(set(names)) == 9
    assert all((out / name).is_file() for name in names)
    assert "权责清单" in (out / "网页采集.html").read_text("utf-8")


def test_pages_into_a_workspace(cli: Cli, tmp_path: Path, office_template: Path, place) -> None:
    office = copy_workspace(office_template, tmp_path / "office")
    with web_site() as site:
        words = [site.url(path) for path in ("/old", "/nowhere", "/inline.pdf")]
        told = cli.json("capture", *words, "--workspace", office, *place, code=1)
        taken = [one["item"] for one in told["taken"]]
        assert taken[1] is None  # the site said that there is no such page
        picture = cli.json(
            "capture", site.url("/js"), "--workspace", office, *place, "--as", "picture"
        )
    with open_workspace(office) as workspace, workspace.reading() as session:
        _, revision = current(session, taken[0])
        assert revision.title == "行政执法公示平台"
        assert revision.origin["address"] == site.url("/old")
        assert revision.origin["final_address"] == site.url("/js")
        assert revision.origin["looked_up_at"]
        assert [part.role for part in revision.attachments] == [AttachmentRole.COMPANION_PDF]
        filed = {one.item: one for one in list_filed(session)}
        assert filed[taken[2]].kind is FileKind.PDF
        assert filed[picture["taken"][0]["item"]].kind is FileKind.IMAGE
    assert cli.json("check", office)


def test_what_cannot_be_captured_is_said_before(cli: Cli, tmp_path: Path) -> None:
    out = tmp_path / "网页"
    assert "只采集" in cli.text("capture", "file:///etc/passwd", "-o", out, code=2)
    assert "用户名" in cli.text("capture", "http://a:b@127.0.0.1/", "-o", out, code=2)
    assert "-o" in cli.text("capture", "http://127.0.0.1/", code=2)
    named = ("--browser", tmp_path / "none")
    assert "没有找到浏览器" in cli.text("capture", "http://127.0.0.1/", "-o", out, *named, code=2)
    assert not out.exists()
