"""Where long pictures are cut."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.conversion.pictures.strip_cutting import Strip, pieces


def never(low, high):
    return [False] * (high - low)


def gaps_of(period, gap):
    """Rows are still in the last ``gap`` of each ``period``."""
    return lambda low, high: [row % period >= period - gap for row in range(low, high)]


@given(
    st.integers(1, 40_000),
    st.integers(2, 3_000),
    st.sampled_from([never, gaps_of(60, 12), gaps_of(500, 300), gaps_of(1, 1)]),
)
def test_no_row_is_left_out_and_no_piece_is_too_long(length, span, quiet):
    length = min(length, span * 60)
    cut = pieces(length, span, quiet)
    assert cut[0].start == 0
    assert cut[-1].end == length
    for piece in cut:
        assert 0 < piece.end - piece.start <= span
    for before, after in pairwise(cut):
        assert before.start < after.start <= before.end < after.end


def test_cuts_fall_between_lines():
    for piece in pieces(9000, 2000, gaps_of(60, 12))[:-1]:
        assert piece.end % 60 >= 48


def test_what_has_no_gap_overlaps_a_little():
    first, second, *_ = pieces(9000, 2000, never)
    assert 20 <= first.end - second.start <= 100


def test_pieces_are_about_equal():
    sizes = [piece.end - piece.start for piece in pieces(4100, 2000, never)]
    assert max(sizes) < 1.5 * min(sizes)


def test_short_picture_stays_whole():
    assert pieces(1500, 2000, never) == [Strip(0, 1500)]
