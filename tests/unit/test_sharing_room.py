"""How columns share the width of a table."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ui.widgets.sharing_room import shared_widths

WIDTH = st.integers(10, 400)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(st.tuples(WIDTH, WIDTH), min_size=2, max_size=9),
    st.integers(100, 2000),
    st.integers(0, 8),
)
def test_the_room_is_filled_and_nothing_is_cut_without_need(columns, room, place):
    own, needed = zip(*columns, strict=True)
    free = place % len(own)
    widths = shared_widths(room, own, needed, free, 60)
    assert widths[free] >= 60
    if sum(widths) != room:
        assert sum(widths) > room
        fewest = (min(pair) for n, pair in enumerate(zip(own, needed, strict=True)) if n != free)
        assert sum(fewest) + widths[free] == sum(widths)
    cut = [n for n in range(len(own)) if widths[n] < needed[n]]
    roomy = [n for n in range(len(own)) if n != free and widths[n] > needed[n]]
    assert not (cut and roomy)  # none is cut beside one that has more than it needs


def test_an_empty_column_lends_its_room():
    assert shared_widths(400, [150, 100, 0], [200, 30, 170], free=2, least=100) == [200, 30, 170]


def test_usual_widths_are_kept_where_there_is_room():
    assert shared_widths(600, [150, 100, 0], [90, 30, 170], free=2, least=100) == [150, 100, 350]
