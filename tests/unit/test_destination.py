"""Whether what is written still goes to the place that was chosen."""

import os
from pathlib import Path

import pytest

from app.destination import GONE, Destination
from app.errors import FolderNotWritable
from app.paths import is_link, make_inside


def test_missing_folders_are_made_and_kept(tmp_path: Path):
    place = Destination.remember(tmp_path / "甲" / "乙")
    place.make()
    file = place.folder / "卷宗.pdf"
    file.write_text("x", encoding="utf-8")
    place.settle([file])


def test_another_disk_in_the_same_place_is_told(tmp_path: Path):
    place = Destination(tmp_path, tmp_path.stat().st_dev + 1)
    for ask in (place.make, place.demand, lambda: place.settle([])):
        with pytest.raises(FolderNotWritable) as caught:
            ask()
        assert caught.value.detail == GONE


def test_nothing_is_made_where_the_workspace_was(tmp_path: Path):
    with pytest.raises(FolderNotWritable):
        Destination.remember(tmp_path / "ws" / "exports", beside=tmp_path / "ws" / "juanzong.db")
    assert not list(tmp_path.iterdir())


def test_what_somebody_deleted_meanwhile_is_told(tmp_path: Path):
    place = Destination.remember(tmp_path / "out")
    place.make()
    file = place.folder / "a.txt"
    file.write_text("x", encoding="utf-8")
    file.unlink()
    with pytest.raises(FolderNotWritable):
        place.settle([file])
    place.folder.rmdir()
    with pytest.raises(FolderNotWritable):
        place.demand()


def test_only_what_lies_inside_is_made(tmp_path: Path):
    make_inside(tmp_path, tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    with pytest.raises(FileNotFoundError):
        make_inside(tmp_path / "gone", tmp_path / "gone" / "a")
    assert not (tmp_path / "gone").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_are_told_from_folders(tmp_path: Path):
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    assert is_link(link)
    assert not is_link(tmp_path)
    assert not is_link(tmp_path / "nowhere")
