"""Parts of split archives, told by their names."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.archives.splits import first_of, following, part_name, sets_in
from app.archives.streams import JoinedFiles
from app.leftovers import is_page_part, saved_page_folders


@pytest.mark.parametrize(
    ("names", "missing"),
    [
        (["a.7z.001", "a.7z.002"], ""),
        (["a.7z.002", "a.7z.003"], "a.7z.001"),
        (["a.7z.001", "a.7z.003"], "a.7z.002"),
        (["A.ZIP.001", "a.zip.002"], ""),
        (["a.part1.rar", "a.part2.rar"], ""),
        (["a.part02.rar"], "a.part01.rar"),
        (["a.rar", "a.r00", "a.r01"], ""),
        (["a.r00", "a.r01"], "a.rar"),
        (["a.rar", "a.r01"], "a.r00"),
        (["a.z01", "a.z02", "a.zip"], ""),
        (["a.z01", "a.z02"], "a.zip"),
        (["a.z02", "a.zip"], "a.z01"),
    ],
)
def test_sets_and_what_they_lack(names, missing):
    for order in (names, names[::-1]):
        (found,) = sets_in(order)
        assert set(found.names) == set(names)
        assert found.missing == missing


@pytest.mark.parametrize(
    "names", [["a.zip"], ["a.rar"], ["a.zip", "b.z01x"], ["通知.docx", "照片.001"], ["a.7z"]]
)
def test_everyday_names_are_no_parts(names):
    assert sets_in(names) == ()


@pytest.mark.parametrize(
    ("name", "after", "first"),
    [
        ("a.7z.009", "a.7z.010", "a.7z.001"),
        ("a.part9.rar", "a.part10.rar", "a.part1.rar"),
        ("a.part09.rar", "a.part10.rar", "a.part01.rar"),
        ("a.r00", "a.r01", "a.rar"),
        ("a.z09", "a.z10", "a.z01"),
        ("a.rar", "a.r00", "第 1 卷"),
    ],
)
def test_the_part_after_and_the_first(name, after, first):
    assert following(name) == after
    assert first_of(name) == first


NAMES = st.from_regex(
    r"[ab]\.(zip|rar|z0[123]|r0[012]|part[123]\.rar|7z\.00[123]|txt)", fullmatch=True
)


@given(st.sets(NAMES))
def test_each_name_is_in_one_set_at_most(names):
    sets = sets_in(sorted(names))
    inside = [name for one in sets for name in one.names]
    assert len(inside) == len(set(inside))
    assert {name for name in names if part_name(name)} <= set(inside) <= names
    assert all(one.missing not in one.names for one in sets)


@given(
    st.lists(st.binary(max_size=20), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 110), st.integers(0, 60)), max_size=8),
)
def test_joined_files_read_as_one(tmp_path_factory, pieces, reads):
    folder = tmp_path_factory.mktemp("parts")
    paths = [folder / str(n) for n in range(len(pieces))]
    for path, piece in zip(paths, pieces, strict=True):
        path.write_bytes(piece)
    whole = io.BytesIO(b"".join(pieces))
    with io.BufferedReader(JoinedFiles(paths)) as joined:
        for place, length in reads:
            assert joined.seek(place) == whole.seek(place)
            assert joined.read(length) == whole.read(length)
        assert joined.seek(0, io.SEEK_END) == len(whole.getvalue())


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("页/解读_files/a.js", True),
        ("页/解读_FILES/图/b.css", True),
        ("页/解读.files/c", True),
        ("页/解读_files/附件.docx", False),
        ("页/别的_files/a.js", False),
        ("解读_files/a.js", False),
        ("页/解读.html", False),
    ],
)
def test_folders_of_saved_pages(path, part):
    folders = saved_page_folders(["页/解读.html", "页/通知.docx"])
    assert is_page_part(path, folders) is part
