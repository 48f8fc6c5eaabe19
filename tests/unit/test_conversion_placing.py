import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversion.pictures.placing import A3, A4, COARSEST_DPI, MARGIN, MM, Picture, place

SIDES = st.integers(1, 20_000)


@given(SIDES, SIDES)
def test_picture_lies_on_its_page_undistorted(width, height):
    spot = place(Picture(width, height))
    assert spot.x >= -1e-6
    assert spot.y >= -1e-6
    assert spot.x + spot.width <= spot.page_width + 1e-6
    assert spot.y + spot.height <= spot.page_height + 1e-6
    assert spot.width / spot.height == pytest.approx(width / height, rel=1e-6)


@given(SIDES, SIDES)
def test_nothing_is_blown_up_coarser_than_150_dpi(width, height):
    spot = place(Picture(width, height))
    assert width / (spot.width / 72) >= COARSEST_DPI - 1e-6


@given(st.integers(1, 1400), st.integers(1, 1400))
def test_pictures_keep_the_binding_margin(width, height):
    spot = place(Picture(width, height))
    assert min(spot.x, spot.y) >= MARGIN - 1e-6
    assert MARGIN >= 20 * MM - 1e-6


def test_landscape_photo_gets_a_page_that_lies():
    spot = place(Picture(4000, 3000))
    assert (spot.page_width, spot.page_height) == pytest.approx((A4[1] * MM, A4[0] * MM))


def test_small_landscape_picture_does_not_turn_the_page():
    spot = place(Picture(400, 300))
    assert spot.page_width < spot.page_height


def test_scan_of_a_sheet_fills_its_page():
    spot = place(Picture(1654, 2339, (200.0, 200.0)))
    assert (spot.width, spot.height) == pytest.approx((210 * MM, 297 * MM), rel=0.01)


def test_scan_of_a3_stays_a3():
    spot = place(Picture(4961, 3508, (300.0, 300.0)))
    assert (spot.page_width, spot.page_height) == pytest.approx((A3[1] * MM, A3[0] * MM))


def test_fax_pixels_are_not_square():
    spot = place(Picture(1728, 1145, (204.0, 98.0)))
    assert spot.height > spot.width
