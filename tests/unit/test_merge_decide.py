"""Where a package stands, and what its records mean: order never matters."""

from hypothesis import given
from hypothesis import strategies as st

from app.exchange.merge.decide import WRITTEN, Change, Stand, decide
from app.exchange.merge.standing import History, PackageStanding, gaps, standing


def history(sequence: int, *, workspace="w", generation=1, fork=None, since=1) -> History:
    """The package of a number; from ``since`` on, packages bear the mark of their fork."""
    digests = {n: f"{n}{fork if fork and n >= since else ''}" for n in range(1, sequence + 1)}
    return History(workspace, generation, sequence, digests)


def stand(key="a", version=1, text="x", owner="u", removed=False) -> Stand:
    return Stand(key, owner, version, f"{version}{text}{removed}", removed)


class TestStanding:
    def test_the_first_package_is_welcome_whatever_its_number(self):
        assert standing(None, history(7)) is PackageStanding.FIRST

    def test_numbers_tell_newer_from_late(self):
        assert standing(history(3), history(5)) is PackageStanding.NEWER
        assert standing(history(3), history(2)) is PackageStanding.LATE
        assert standing(history(3), history(3)) is PackageStanding.REPEATED

    def test_a_copy_of_the_workspace_is_noticed_however_far_it_went(self):
        ours = history(4, fork="A", since=3)
        for sequence in range(3, 8):
            theirs = history(sequence, fork="B", since=3)
            assert standing(ours, theirs) is PackageStanding.DIVERGED
            assert standing(theirs, ours) is PackageStanding.DIVERGED

    def test_a_workspace_made_anew_is_noticed(self):
        assert standing(history(3), history(1, workspace="new")) is PackageStanding.DIVERGED

    def test_a_package_that_does_not_know_the_one_merged_is_not_its_successor(self):
        forgetful = History("w", 1, 5, {5: "5"})
        assert standing(history(3), forgetful) is PackageStanding.DIVERGED

    def test_a_new_generation_replaces_the_old_one_and_not_the_other_way(self):
        assert standing(history(9), history(1, generation=2)) is PackageStanding.NEW_GENERATION
        assert standing(history(1, generation=2), history(9)) is PackageStanding.SUPERSEDED

    def test_lost_packages_are_named_unless_they_were_never_written(self):
        assert gaps(frozenset({1}), history(5), {3: False}) == (2, 4)


class TestDecide:
    def test_each_outcome(self):
        present = {
            s.id: s
            for s in (
                stand("same"),
                stand("old", 2),
                stand("new", 1),
                stand("gone", 1),
                stand("lost"),
                stand("theirs", owner="office"),
            )
        }
        incoming = [
            stand("fresh"),
            stand("same"),
            stand("old", 1, "y"),
            stand("new", 2),
            stand("gone", 2, removed=True),
        ]
        changes = decide(present, incoming, {"u"}, replaces=False).changes
        assert changes == {
            "fresh": Change.NEW,
            "same": Change.SAME,
            "old": Change.OLDER,
            "new": Change.CHANGED,
            "gone": Change.REMOVED,
            "lost": Change.MISSING,
        }

    def test_one_version_with_two_contents_is_no_history(self):
        found = decide({"a": stand(text="x")}, [stand(text="y")], {"u"}, replaces=False)
        assert found.changes == {"a": Change.DIVERGED}

    def test_nobody_brings_what_is_not_theirs(self):
        foreign = stand("a", owner="office")
        assert decide({}, [foreign], {"u"}, replaces=False).changes["a"] is Change.FOREIGN
        taken = decide({"a": foreign}, [stand("a", 9)], {"u"}, replaces=True)
        assert taken.changes["a"] is Change.FOREIGN

    def test_a_new_generation_counts_whatever_the_versions(self):
        present = {"a": stand("a", 9), "b": stand("b", 3)}
        found = decide(present, [stand("a", 2, "true")], {"u"}, replaces=True)
        assert found.changes == {"a": Change.CHANGED, "b": Change.REMOVED}

    @given(st.data())
    def test_any_order_any_repetition_any_loss_ends_in_the_latest_state(self, data):
        """Packages are states of one history, each with every record at its version then."""
        names = data.draw(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=20))
        states: list[dict[str, Stand]] = []
        versions: dict[str, int] = {}
        for name in names:
            versions[name] = versions.get(name, 0) + 1
            states.append({n: stand(n, v) for n, v in versions.items()})
        order = data.draw(st.lists(st.sampled_from(states), max_size=12))
        present: dict[str, Stand] = {}
        for state in [*order, states[-1], *order]:
            found = decide(present, state.values(), {"u"}, replaces=False)
            present |= {k: state[k] for k, c in found.changes.items() if c in WRITTEN}
        assert present == states[-1]
