"""What points expect: proposed from the wording, answered by titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.completeness.assess import assess
from app.completeness.expecting import Expectations, answers, proposed
from app.completeness.vocabulary import State
from app.framework.keys import TaskKey
from app.names.completeness import describe_point
from tests.support.completeness_rows import PERIOD, SET, placed

POINT = "1/material_check/1"
ASKED = Expectations({POINT: ("通知", "记录", "县长讲话")})


def point_of(placements, expectations, unit=""):
    found = assess(SET, placements, (), PERIOD, expectations=expectations)
    if unit:
        return found.slots(unit)[0].filing.points[0]
    return found.task(TaskKey.parse("1/material_check")).filing.points[0]


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("开展案卷评查工作的相关通知、简报、报告", ("通知", "记录", "结果")),
        ("各单位开展案卷评查并整改到位，提供的案卷", ("通知", "记录", "案卷", "结果", "整改")),
        ("行政调解案件汇总表，一调解一案卷", ("案卷", "结果")),
        ("意见、文件、方案、简报、图片等", ("方案", "照片", "结果")),
        ("相关通知、通报进行网上公开", ()),
        ("汇总台账等材料备查", ()),
        ("县委组织部汇总将培训作为重要内容的材料", ()),
        ("以县政府名义印发的文件，清理结果通过网络向社会公布", ()),
        ("制定培训方案并组织培训，发现问题及时整改", ("通知", "方案", "记录", "结果", "整改")),
        ("组织开展专项检查", ("通知", "记录", "结果")),
        ("年度审计报告", ()),
        ("制度文件", ()),
        ("", ()),
    ],
)
def test_what_is_proposed(text, entries):
    assert proposed(text) == entries


@pytest.mark.parametrize(
    ("entry", "title", "name", "there"),
    [
        ("通知", "关于开展案卷评查的通知", "", True),
        ("通知", "案卷评查情况通报", "", False),
        ("结果", "案卷评查情况通报", "", True),
        ("照片", "评查现场", "IMG_1.JPG", True),
        ("记录", "签到表", "", True),
        ("县长讲话", "县长讲话稿", "", True),
        ("县长讲话", "局长讲话稿", "", False),
    ],
)
def test_what_answers_an_entry(entry, title, name, there):
    assert answers(entry, title, name) is there


@given(st.text(max_size=200))
def test_any_wording_proposes_nothing_or_a_list(text):
    entries = proposed(text)
    assert len(entries) != 1
    assert len(set(entries)) == len(entries)
    assert proposed(text) == entries


def test_without_a_list_one_picture_is_enough():
    picture = [placed("a", 1, title="IMG_0231")]
    assert point_of(picture, Expectations()).state is State.COMPLETE


def test_one_stray_picture_does_not_complete_a_point_with_a_list():
    state = point_of([placed("a", 1, title="IMG_0231")], ASKED)
    assert state.state is State.PARTIAL
    assert not state.covered
    assert state.has_gap
    assert state.unanswered == ("通知", "记录", "县长讲话")
    assert "按应有材料还差 通知、记录、县长讲话" in describe_point(state)
    some = [placed("a", 1, title="评查通知"), placed("b", 1, title="评查记录")]
    assert point_of(some, ASKED).unanswered == ("县长讲话",)
    every = [*some, placed("c", 1, title="县长讲话稿")]
    assert point_of(every, ASKED).state is State.COMPLETE
    blocked = [*some, placed("c", 1, title="县长讲话稿", blocked=True)]
    assert point_of(blocked, ASKED).unanswered == ("县长讲话",)


def test_somebody_says_that_it_is_complete():
    picture = [placed("a", 1, title="IMG_0231")]
    said = Expectations(ASKED.lists, frozenset({(POINT, "县司法局")}))
    assert point_of(picture, said).state is State.COMPLETE
    assert point_of(picture, said, "县司法局").state is State.COMPLETE
    assert point_of((), said).state is State.EMPTY
    others = [placed("a", 1, title="IMG_0231", unit="县公安局")]
    assert point_of(others, said, "县公安局").state is State.PARTIAL
