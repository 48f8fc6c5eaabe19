"""A few cases of every attack that ``make attack`` plays in full."""

import pytest

from tests.attack.run import play
from tests.attack.scenarios import all_attacks

_CASES = 3


@pytest.mark.parametrize("attack", all_attacks(), ids=lambda attack: attack.name)
def test_promise_holds(attack):
    played = play(attack, seed=1, cases=_CASES)
    assert len(played.outcomes) == _CASES
    assert not played.broken
