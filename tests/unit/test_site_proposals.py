"""What the wording of site checks suggests: every one of the built-in set has a sensible list."""

import pytest

from app.framework.catalogue import load_framework
from app.framework.keys import TaskKey
from app.verification.site_check.proposing import proposed_checks, proposed_places
from app.verification.site_check.sites import (
    SITES,
    Check,
    Readiness,
    Site,
    SiteTally,
    SiteTask,
    copied,
    tally_of,
)

SET = load_framework("lushan-2021")
TASKS = [
    (indicator, task)
    for indicator in SET.indicators
    for task in indicator.tasks
    if task.method == SITES.method
]


@pytest.mark.parametrize(("indicator", "task"), TASKS, ids=[i.code for i, _ in TASKS])
def test_each_site_check_has_a_list_that_can_be_walked(indicator, task):
    found = proposed_checks(task.requirement, indicator.statement)
    items = [check.item for check in found]
    assert 3 <= len(items) <= 8
    assert len(set(items)) == len(items)
    assert all(check.look_for and check.state is Readiness.NOT_YET for check in found)
    assert not any(check.person or check.remark for check in found)


def test_there_are_eighteen():
    assert len(TASKS) == 18


@pytest.mark.parametrize(
    ("code", "place", "item"),
    [
        ("6", "政务服务大厅", "网上办理演示"),
        ("21", "公共法律服务中心", "村（居）法律顾问"),
        ("42", "档案室", "档案装订"),
        ("50", "执法案卷室", "亮证执法"),
        ("55", "执法记录仪管理室", "音像记录"),
        ("56", "执法监督平台机房", "系统演示"),
        ("74", "政务热线受理中心", "热线运行"),
        ("80", "人民调解室", "调解人员"),
        ("83", "行政复议接待室", "复议机构和人员"),
        ("84", "行政复议接待室", "申请书样本"),
        ("87", "法治文化主题公园", "法治文化阵地"),
    ],
)
def test_the_wording_is_followed(code, place, item):
    indicator, task = next(pair for pair in TASKS if pair[0].code == code)
    words = task.requirement, indicator.statement
    assert place in proposed_places(*words)
    assert item in [check.item for check in proposed_checks(*words)]


def test_wording_that_says_nothing_proposes_only_the_guide():
    assert [check.item for check in proposed_checks("无", "")] == ["现场介绍"]
    assert proposed_places("无", "") == ()


def test_lines_are_copied_with_nothing_done_and_none_twice():
    done = Check("窗口", "标识", Readiness.READY, "张三", "换过")
    assert copied([done, Check("台账")], [Check("台账", "另一种")]) == (Check("窗口", "标识"),)


def test_sites_are_counted_for_a_task_and_for_all():
    five, six = TaskKey("5", "site_check"), TaskKey("6", "site_check")
    ready = Check("窗口", state=Readiness.READY)
    site = Site("大厅", tasks=(SiteTask(five, (ready, Check("台账"))), SiteTask(six, (ready,))))
    assert tally_of([site, site]) == SiteTally(2, 6, 4)
    assert tally_of([site], six) == SiteTally(1, 1, 1)
    assert site.with_checks(six, ()).checks_of() == (ready, Check("台账"))
