"""网检信使: out on a stick, captured by bare Python, back as one file, each page in its task."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app.capture.hashes import check_sums
from app.capture.model import Capture, CapturedFile, FileRole
from app.capture.parcel import MANIFEST_NAME, SEAL_NAME, ParcelFault, write_parcel
from app.evidence.listing import list_filed
from app.intake.courier import receive
from app.intake.report import AttachState
from app.jobs import SilentJob
from app.secrecy.errors import SecretWords
from app.verification.notes import add_note
from app.verification.slots import Slot
from app.verification.web_check.capture_errors import NoAddress, NoSavedPages, ResultsRefused
from app.verification.web_check.courier import (
    SAVED_FOLDER,
    Errand,
    pack_courier,
    read_sent,
)
from app.verification.web_check.errands import known_errands
from app.verification.web_check.lookups import LOOKUPS, Lookup, LookupResult
from app.verification.web_check.rechecking import comparable
from app.workspace.opening import open_workspace
from tests.support.browser import needs_browser
from tests.support.web_site import small_pdf, web_site
from tests.support.workspaces import copy_workspace

JOB = SilentJob()
UNIT = "县司法局"


@pytest.fixture
def slots(framework):
    """Two tasks that are verified on the web."""
    codes = [i.code for i in framework.indicators for t in i.tasks if t.method == "web_check"]
    return [Slot(UNIT, code, "web_check") for code in codes[:2]]


@pytest.fixture
def errand(slots):
    return Errand("http://192.0.2.1/list.html", "权责清单", slots[0])


def filed(workspace):
    with workspace.reading() as session:
        return [(row.indicator, row.title) for row in list_filed(session)]


@needs_browser
def test_there_and_back(workspace, workers, slots, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    with web_site() as site:
        for slot, path in zip(slots, ("/js", "/nowhere"), strict=True):
            said = Lookup(site.url(path), "清单", "2026-03-01", "王某", LookupResult.CONFIRMED)
            add_note(workspace, LOOKUPS, slot, said)
        with workspace.reading() as session:
            errands = known_errands(session, workspace.registry())
        folder = pack_courier(workspace, errands, stick)
        # Only what lies on the stick is used, by a Python that has nothing of ours.
        ran = subprocess.run(
            [sys.executable, "-I", "-X", "utf8", folder / "courier.pyz"],
            cwd="/",
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        assert "行政执法公示平台" in ran.stdout
        asked = len(site.asked)
        again = subprocess.run(
            [sys.executable, "-I", "-X", "utf8", folder / "courier.pyz"], cwd="/", check=False
        )
        assert again.returncode == 0
        assert len(site.asked) == asked  # what is there is not asked for again
    got = receive(workspace, workers, sorted(folder.glob("网检结果_*.zip"))[-1], JOB)
    assert filed(workspace) == [(slots[0].indicator, "行政执法公示平台")]
    assert [one.wanted.capture.status for one in got.results] == [200, 404]
    assert got.results[0].wanted.capture.sought == "清单"
    # Nothing twice.
    twice = receive(workspace, workers, folder, JOB)
    assert twice.results[0].outcome.state is AttachState.PRESENT
    assert len(filed(workspace)) == 1


def parcel_for(workspace, errand, tmp_path) -> Path:
    """Results of one page, as the runner writes them."""
    pack_courier(workspace, [errand], tmp_path)
    made = read_sent(workspace)[-1].made
    pages = tmp_path / "pages"
    pages.mkdir()
    page = pages / "001_x.pdf"
    page.write_bytes(small_pdf())
    file = CapturedFile(FileRole.DOWNLOAD, page.name, page.stat().st_size, *check_sums(page))
    (order,) = made.orders
    capture = Capture(
        order.address,
        order.key,
        status=200,
        captured_at="2026-03-01T09:30:00+08:00",
        files=(file,),
    )
    path = tmp_path / "网检结果_1.zip"
    write_parcel(path, made, [capture], pages)
    return path


def rewritten(path: Path, change) -> Path:
    """The zip with its members, a mapping of names to bytes, changed."""
    with zipfile.ZipFile(path) as old:
        members = {name: old.read(name) for name in old.namelist()}
    change(members)
    with zipfile.ZipFile(path, "w") as new:
        for name, data in members.items():
            new.writestr(name, data)
    return path


def _alter_file(members):
    name = next(n for n in members if n.startswith("files/"))
    members[name] = members[name][:-1] + b"x"


def _alter_manifest(members):
    members[MANIFEST_NAME] = members[MANIFEST_NAME].replace(b"200", b"201")


def _add_path(members):
    members["../../evil.txt"] = b"x"


def _drop_file(members):
    del members[next(n for n in members if n.startswith("files/"))]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_alter_file, ParcelFault.TAMPERED),
        (_alter_manifest, ParcelFault.TAMPERED),
        (_drop_file, ParcelFault.TAMPERED),
        (_add_path, None),
        (lambda members: members.pop(SEAL_NAME), ParcelFault.DAMAGED),
        (lambda members: members.pop(MANIFEST_NAME), ParcelFault.FOREIGN),
        (lambda members: members.update({f"more/{n}": b"" for n in range(5000)}), None),
    ],
)
def test_a_changed_parcel_is_refused(workspace, workers, errand, tmp_path, change, why):
    path = rewritten(parcel_for(workspace, errand, tmp_path), change)
    with pytest.raises(ResultsRefused) as refused:
        receive(workspace, workers, path, JOB)
    assert why in {None, refused.value.why}
    assert filed(workspace) == []
    assert not (tmp_path.parent / "evil.txt").exists()


def test_a_damaged_parcel_is_refused(workspace, workers, errand, tmp_path):
    path = parcel_for(workspace, errand, tmp_path)
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(ResultsRefused):
        receive(workspace, workers, path, JOB)
    assert filed(workspace) == []


def test_the_parcel_itself_is_taken_in(workspace, workers, errand, tmp_path):
    path = parcel_for(workspace, errand, tmp_path)
    (taken,) = receive(workspace, workers, path, JOB).results
    assert taken.fine
    with workspace.reading() as session:
        (row,) = list_filed(session)
    assert (row.origin.address, row.origin.looked_up_at[:10]) == (errand.address, "2026-03-01")


def test_another_workspace_refuses(workspace, workers, errand, tmp_path, unit_template):
    path = parcel_for(workspace, errand, tmp_path)
    other = copy_workspace(unit_template, tmp_path / "other")
    with open_workspace(other) as foreign, pytest.raises(ResultsRefused) as refused:
        receive(foreign, workers, path, JOB)
    assert refused.value.why is ParcelFault.FOREIGN


def test_pages_saved_by_hand_find_their_task(workspace, workers, slots, tmp_path):
    errands = [
        Errand("https://www.example.gov.cn/zwgk/1.html", "权责清单", slots[0]),
        Errand("https://www.example.gov.cn/zwgk/2.html", "公示", slots[1]),
    ]
    folder = pack_courier(workspace, errands, tmp_path)
    saved = folder / SAVED_FOLDER
    (saved / "权责.html").write_text(
        "<!DOCTYPE html>\n<!-- saved from url=(0038)http://example.gov.cn/zwgk/1.html#top -->\n"
        "<html><title>权责清单</title><body>权责清单正文",
        "utf-8",
    )
    (saved / "2.mhtml").write_bytes(
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: "
        b"https://www.example.gov.cn/zwgk/2.html\r\nSubject: x\r\n"
        b"Date: Mon, 2 Mar 2026 01:30:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html\r\nContent-Location: "
        b"https://www.example.gov.cn/zwgk/2.html\r\n\r\n<title>y</title>text\r\n--b--\r\n"
    )
    (saved / "else.html").write_text("<title>别的</title>别的", "utf-8")
    got = receive(workspace, workers, folder, JOB)
    places = {page.path.name: page.slot for page in got.pages}
    assert places == {"权责.html": slots[0], "2.mhtml": slots[1], "else.html": None}
    with workspace.reading() as session:
        rows = {row.indicator: row.origin for row in list_filed(session)}
    assert rows[slots[0].indicator].address == errands[0].address
    assert rows[slots[1].indicator].looked_up_at.startswith("2026-03-02")
    assert receive(workspace, workers, folder, JOB).items == ()


def test_what_is_not_packed(workspace, slots, tmp_path, workers):
    with pytest.raises(NoAddress):
        pack_courier(workspace, [], tmp_path)
    with pytest.raises(SecretWords):
        pack_courier(workspace, [Errand("http://x.cn/", "机密★10年", slots[0])], tmp_path)
    assert list(tmp_path.glob("网检信使*")) == []
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(NoSavedPages):
        receive(workspace, workers, empty, JOB)


def test_the_scripts_are_what_their_systems_read(workspace, errand, tmp_path):
    folder = pack_courier(workspace, [errand], tmp_path)
    assert b"\r\n" in (folder / "开始采集.cmd").read_bytes()
    (folder / "开始采集.cmd").read_bytes().decode("gbk")
    shell = shutil.which("sh")
    assert shell
    subprocess.run([shell, "-n", folder / "开始采集.sh"], check=True)
    page = (folder / "网址清单.html").read_text("utf-8")
    assert errand.address in page
    again = pack_courier(workspace, [errand], tmp_path)
    assert again != folder


def test_addresses_are_compared_without_what_says_nothing():
    assert comparable("https://www.a.gov.cn/x/#top") == comparable("http://a.gov.cn:80/x")
    assert comparable("http://a.cn/?id=1") != comparable("http://a.cn/?id=2")
    assert comparable("http://a.cn/%E4%B8%AD") == comparable("http://a.cn/中")
