import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.embedded.findings import Bound, Fate, reason_of, settled
from app.problems import Dismissal, Problem, ProblemKind

INSIDE = Problem(ProblemKind.ATTACHMENTS_NOT_CARRIED, {"count": 2, "names": "a、b"})
A, B = Fate("a", Bound.PART), Fate("b", Bound.NOT)

FATES = st.lists(st.builds(Fate, st.text("abc", min_size=1), st.sampled_from(Bound)), min_size=1)


@pytest.mark.parametrize("kind", [ProblemKind.ATTACHMENTS_NOT_CARRIED, ProblemKind.PORTFOLIO])
def test_the_finding_tells_of_what_is_left(kind):
    left = settled(Problem(kind, INSIDE.detail), [A, B], "甲", "now")
    assert left == Problem(kind, {"count": 1, "names": "b"})


def test_a_finding_without_anything_left_is_settled_with_the_reason():
    now = settled(INSIDE, [A, Fate("b", Bound.ITEM)], "甲", "now")
    reason = "已取出并随件装订：a；已取出，另作一件：b"
    assert now == Problem(INSIDE.kind, INSIDE.detail, Dismissal(reason, "甲", "now"))


def test_many_files_are_counted():
    fates = [Fate(f"{n}.csv", Bound.PART) for n in range(7)]
    named = "、".join(f"{n}.csv" for n in range(5))
    assert reason_of(fates) == f"已取出并随件装订：{named}等共 7 个"


@pytest.mark.parametrize(
    "problem",
    [
        Problem(ProblemKind.COMMENTS, {"count": 1}),
        Problem(INSIDE.kind, INSIDE.detail, Dismissal("空表", "乙", "before")),
    ],
)
def test_other_findings_and_those_that_a_person_settled_stay(problem):
    assert settled(problem, [A], "甲", "now") is problem


def test_nothing_known_of_the_files_changes_nothing():
    assert settled(INSIDE, [], "甲", "now") is INSIDE


@given(FATES)
def test_what_is_not_bound_is_never_settled(fates):
    now = settled(INSIDE, fates, "甲", "now")
    left = [fate for fate in fates if fate.bound is Bound.NOT]
    assert now.settled == (not left)
    assert now.detail["count"] == (len(left) or len(fates))
