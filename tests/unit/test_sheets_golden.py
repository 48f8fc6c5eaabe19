import pytest

from tests.support.golden_sheets import described, stored


@pytest.mark.parametrize("kind", sorted(stored()))
def test_the_usual_sheets_say_what_they_said(kind):
    assert described()[kind] == stored()[kind]


def test_every_kind_is_looked_at():
    assert set(described()) == set(stored())
