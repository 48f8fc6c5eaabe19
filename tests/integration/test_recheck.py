"""Kept pages looked at again: the same, changed, moved, dead."""

from datetime import UTC, datetime

import pytest

from app.capture.model import Capture, Fault
from app.evidence.places import Target
from app.evidence.text_difference import DiffKind, DiffLine
from app.filekind import FileKind
from app.intake.captures import Wanted, take_captures
from app.jobs import SilentJob
from app.verification.web_check.capturing import capture_orders
from app.verification.web_check.orders import orders_of_text
from app.verification.web_check.recheck_page import page_of_recheck
from app.verification.web_check.rechecking import (
    KeptPage,
    Standing,
    at_risk,
    beside,
    kept_pages,
    lasting,
    recheck,
    standing_of,
)
from tests.support.browser import needs_browser
from tests.support.web_site import web_site

JOB = SilentJob()
LIST = "<title>{title}</title><p>权责清单共{count}项。</p><p>依法公开。</p><p>浏览次数：{seen}</p>"


@needs_browser
def test_the_evening_before(workspace, workers, framework, tmp_path):
    codes = [i.code for i in framework.indicators for t in i.tasks if t.method == "web_check"]
    paths = ("/same", "/changed", "/moved", "/gone")
    with web_site() as site:
        for path in paths:
            site.texts[path] = LIST.format(title=path, count=120, seen=5)
        orders = orders_of_text("\n".join(map(site.url, paths)))
        captures = capture_orders(orders, tmp_path, JOB)
        wanted = [
            Wanted(one, tmp_path, Target(code, "web_check", "县司法局"))
            for one, code in zip(captures, codes, strict=False)
        ]
        assert all(one.fine for one in take_captures(workspace, workers, wanted, JOB))
        site.texts["/same"] = LIST.format(title="/same", count=120, seen=77)
        site.texts["/changed"] = LIST.format(title="/changed", count=118, seen=77)
        site.texts["/new-place"] = site.texts["/moved"]
        site.moved["/moved"] = "/new-place"
        site.gone.add("/gone")
        found = recheck(workspace, workers, kept_pages(workspace), JOB)
    assert {one.page.address.rpartition("/")[2]: one.standing for one in found} == {
        "gone": Standing.DEAD,
        "changed": Standing.CHANGED,
        "moved": Standing.MOVED,
        "same": Standing.SAME,
    }
    (changed,) = (one for one in found if one.standing is Standing.CHANGED)
    told = [(line.kind, line.text) for line in changed.lines if line.kind is not DiffKind.SAME]
    assert (DiffKind.GONE, "权责清单共120项。") in told
    assert (DiffKind.NEW, "权责清单共118项。") in told
    assert set(at_risk(found)) == {codes[1], codes[2], codes[3]}
    page = page_of_recheck(found, "示例县", datetime(2026, 3, 1, 20, 0, tzinfo=UTC))
    assert "权责清单共118项。" in page
    assert "网站返回 410" in page


PAGE = KeptPage(
    "i",
    "t",
    "1",
    "http://a.cn/x",
    "http://a.cn/x",
    "",
    FileKind.HTML,
    "0" * 64,
    "x",
    ("1",),
    ("甲",),
)


@pytest.mark.parametrize(
    ("capture", "changed", "standing"),
    [
        (Capture("http://a.cn/x", fault=Fault.NAME_UNKNOWN), None, Standing.DEAD),
        (Capture("http://a.cn/x", fault=Fault.NO_NETWORK), None, Standing.NOT_CHECKED),
        (Capture("http://a.cn/x", fault=Fault.TOO_SLOW), None, Standing.NOT_CHECKED),
        (Capture("http://a.cn/x", status=404), None, Standing.DEAD),
        (Capture("http://a.cn/x", final="https://www.a.cn/x/", status=200), False, Standing.SAME),
        (Capture("http://a.cn/x", final="http://a.cn/", status=200), False, Standing.MOVED),
        (Capture("http://a.cn/x", final="http://a.cn/x", status=200), None, Standing.NOT_COMPARED),
        (Capture("http://a.cn/x", final="http://a.cn/", status=200), True, Standing.CHANGED),
    ],
)
def test_standings(capture, changed, standing):
    assert standing_of(PAGE, capture, changed) is standing


def test_lines_that_pass_are_no_change():
    passing = (
        DiffLine(DiffKind.SAME, "正文"),
        DiffLine(DiffKind.GONE, "浏览次数：5"),
        DiffLine(DiffKind.NEW, "浏览次数：77"),
        DiffLine(DiffKind.NEW, "今天是2026年3月1日"),
    )
    assert lasting(passing) == ()
    assert len(lasting((*passing, DiffLine(DiffKind.NEW, "清单已废止")))) == 2


def test_changes_stand_side_by_side():
    gone, new = DiffLine(DiffKind.GONE, "旧"), DiffLine(DiffKind.NEW, "新")
    more, same = DiffLine(DiffKind.NEW, "多"), DiffLine(DiffKind.SAME, "同")
    assert beside((gone, new, more, same)) == ((gone, new), (None, more), (same, same))
