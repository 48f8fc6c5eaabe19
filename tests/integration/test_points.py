"""One item at several points of its task, and the order by date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.evidence.listing import list_filed
from app.evidence.places import Target
from app.evidence.points import choose_points, in_date_order, points_back
from app.framework.errors import PointUnknown
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from tests.support import documents

TARGET = Target("60", "材料查证", "县司法局")


@pytest.fixture
def filed(workspace, workers, tmp_path):
    paths = [documents.text(tmp_path / f"{n}.txt", f"关于评查的通知 {n}") for n in (1, 2)]
    attach_files(workspace, workers, AttachRequest(tuple(paths), TARGET), SilentJob())

    def read():
        with workspace.database.reading() as session:
            return list_filed(session)

    return read


def lying(filed):
    return sorted((r.file_name, r.point or 0, r.position) for r in filed())


def test_an_item_lies_at_the_points_that_were_chosen(workspace, filed):
    before = lying(filed)
    placements = [row.placement for row in filed()]
    done = choose_points(workspace, placements, {1, 3})
    assert sorted((r.file_name, r.point) for r in filed()) == [
        ("1.txt", 1),
        ("1.txt", 3),
        ("2.txt", 1),
        ("2.txt", 3),
    ]
    assert {row.placement for row in filed()} >= set(placements)  # moved, not made anew
    fewer = choose_points(workspace, placements, {3})
    assert {row.point for row in filed()} == {3}
    points_back(workspace, fewer)
    assert {row.point for row in filed()} == {1, 3}
    points_back(workspace, done)
    assert lying(filed) == before
    assert choose_points(workspace, placements, ()).count == 0
    none = choose_points(workspace, placements, {2})
    assert choose_points(workspace, placements, ()).count == 2
    assert lying(filed) == before
    assert none.count == 2


def test_a_point_that_does_not_exist_changes_nothing(workspace, filed):
    before = lying(filed)
    with pytest.raises(PointUnknown):
        choose_points(workspace, [row.placement for row in filed()], {1, 9})
    assert lying(filed) == before


class Dated:
    def __init__(self, placement, doc_date):
        self.placement, self.doc_date = placement, doc_date


def test_the_order_by_date():
    rows = [Dated("a", ""), Dated("b", "2021-05"), Dated("c", "2021-05-01"), Dated("d", "2021")]
    assert in_date_order(rows) == ["d", "b", "c", "a"]


@given(st.lists(st.sampled_from(["", "2020", "2021-04", "2021-04-09", "2022"])))
def test_the_order_keeps_every_row_and_equal_ones_as_they_came(dates):
    given_rows = [Dated(n, date) for n, date in enumerate(dates)]
    order = in_date_order(given_rows)
    assert sorted(order) == list(range(len(dates)))
    for date in set(dates):
        same = [n for n in order if dates[n] == date]
        assert same == sorted(same)
