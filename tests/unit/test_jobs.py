"""Jobs: being told to stop, and letting others have their turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs import Cancelled, CancelToken, SilentJob, breathing


@given(st.lists(st.integers(), max_size=200))
def test_breathing_leaves_nothing_out(things):
    assert list(breathing(things)) == things


def test_breathing_takes_things_one_by_one():
    taken = []

    def things():
        for number in range(100):
            taken.append(number)
            yield number

    seen = breathing(things())
    assert [next(seen), next(seen)] == [0, 1]
    assert taken == [0, 1]


def test_a_job_hears_that_it_should_stop():
    token = CancelToken()
    job = SilentJob(token)
    job.check_cancelled()
    token.cancel()
    with pytest.raises(Cancelled):
        job.check_cancelled()
