"""Rules of web origins for any values: addresses, moments, and the room that a strip takes."""

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.capture.addresses import LONGEST as LONGEST_ADDRESS
from app.dossier.binding.origin_heads import head_of
from app.dossier.binding.stamp import PageShape
from app.evidence.descriptions import stated_moment
from app.guessing.web_origins import origin_in_margins, origin_in_name
from app.sheets.origin_strip import OriginStrip, lay_out_origin_strip
from app.web_addresses import web_address
from app.web_origin import ORIGIN_FIELDS, OriginEdit, WebOrigin

TODAY = date(2026, 11, 30)
texts = st.text(max_size=60)
origins = st.builds(WebOrigin, *[texts] * len(ORIGIN_FIELDS))


@given(texts | st.from_regex(r"https?://[a-z.]{1,20}(:\d{1,6})?/[^\s]{0,20}", fullmatch=True))
def test_an_address_that_is_stored_stays_as_it_is(text):
    address = web_address(text)
    if address is not None:
        assert web_address(address) == address
        assert address.startswith(("http://", "https://"))
        assert len(address) <= LONGEST_ADDRESS


@given(origins)
def test_an_origin_is_stored_and_read_again(origin):
    assert WebOrigin.of_stored(origin.stored()) == origin
    assert bool(origin) == bool(origin.text)


@given(origins, st.sampled_from(ORIGIN_FIELDS), texts)
def test_an_edit_changes_only_what_it_names(origin, name, text):
    after = OriginEdit(**{name: text}).applied(origin)
    assert getattr(after, name) == text
    others = [one for one in ORIGIN_FIELDS if one != name]
    assert all(getattr(after, one) == getattr(origin, one) for one in others)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2026, 11, 29)))
def test_a_moment_is_understood_however_it_is_written(moment):
    stored = moment.strftime("%Y-%m-%dT%H:%M")
    patterns = ("%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M:%S", "%Y年%m月%d日%H时%M分", "%Y.%m.%d %H：%M")
    for pattern in patterns:
        if (moment.hour, moment.minute, moment.second) != (0, 0, 0):
            assert stated_moment(moment.strftime(pattern), TODAY) == stored
    assert stated_moment(stored, TODAY) == stored


@given(st.lists(texts, max_size=5), st.lists(texts, max_size=5), texts)
def test_any_words_at_the_edges_and_in_names_are_read(top, bottom, name):
    for found in (origin_in_margins(top, bottom, TODAY), origin_in_name(name, TODAY)):
        for field, guessed in found.items():
            assert guessed.value
            assert field in ORIGIN_FIELDS


@given(
    origins,
    texts,
    st.integers(1, 3),
    st.floats(149, 2500),
    st.floats(0, 30),
)
def test_a_strip_stays_within_its_width_and_height(origin, title, page, width, above):
    strip = OriginStrip(origin, title, "ab" * 32, page, 3)
    found = lay_out_origin_strip(strip, width, above)
    assert found.page.width == width
    for mark in found.page.marks:
        left, top, right, bottom = mark.box()
        assert left >= 0
        assert top >= above
        assert bottom <= found.page.height
        # One character is drawn even where there is no room for it.
        assert right <= max(width, 48 + 8) + 1e-6
    boxes = [mark.box() for mark in found.page.marks]
    assert all(box in boxes for box, _ in found.links)


@given(st.sampled_from([0, 90, 180, 270]), st.floats(200, 1500), st.floats(200, 1500))
def test_the_middle_of_the_lower_edge_is_the_point_that_stays(rotate, width, height):
    shape = PageShape((10.0, 20.0, 10.0 + width, 20.0 + height), rotate)
    strip = OriginStrip(WebOrigin(address="http://a.cn"), "题名", "ab" * 32, 1, 1)
    head = head_of(None, shape, 1.0, lay_out_origin_strip(strip, shape.width))
    scale, x, y = (float(head.before.split()[n]) for n in (0, 4, 5))
    corners = [
        (a * scale + x, b * scale + y)
        for a, b in (
            (shape.box[0], shape.box[1]),
            (shape.box[2], shape.box[3]),
        )
    ]
    for a, b in corners:
        assert shape.box[0] - 0.1 <= a <= shape.box[2] + 0.1
        assert shape.box[1] - 0.1 <= b <= shape.box[3] + 0.1
