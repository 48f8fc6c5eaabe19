import os
import shutil
import subprocess
from xml.etree import ElementTree

import pytest

from app.typesetting.office_fonts import FANG, HEAVY, SERIF, SUBSTITUTES, write_fontconfig


def test_the_configuration_is_well_formed_and_names_the_bundled_folder(tmp_path):
    path = write_fontconfig(tmp_path / "甲 & 乙")
    root = ElementTree.parse(path).getroot()
    (folder,) = (element.text for element in root.iter("dir"))
    assert folder.endswith("fonts")
    aliases = {a.findtext("family"): a.findtext("accept/family") for a in root.iter("alias")}
    assert aliases["仿宋_GB2312"] == FANG
    assert aliases["sans-serif"] == "Noto Sans SC"
    assert len(aliases) == 3 + sum(map(len, SUBSTITUTES.values()))


@pytest.mark.skipif(shutil.which("fc-match") is None, reason="this system has no fontconfig")
def test_fontconfig_finds_the_bundled_faces(tmp_path):
    path = write_fontconfig(tmp_path)
    for family, names in SUBSTITUTES.items():
        command = ["fc-match", "--format=%{family}", names[0]]
        environment = {**os.environ, "FONTCONFIG_FILE": str(path)}
        found = subprocess.run(command, env=environment, capture_output=True, check=True)
        assert family in found.stdout.decode("utf-8")


@pytest.mark.skipif(shutil.which("fc-match") is None, reason="this system has no fontconfig")
@pytest.mark.parametrize(
    ("name", "style"), [("方正小标宋简体", "Bold"), ("方正小标宋_GBK", "Bold"), ("宋体", "Regular")]
)
def test_titles_are_set_in_the_bold_face_and_text_is_not(tmp_path, name, style):
    path = write_fontconfig(tmp_path)
    command = ["fc-match", "--format=%{family}|%{style}", name]
    environment = {**os.environ, "FONTCONFIG_FILE": str(path)}
    found = subprocess.run(command, env=environment, capture_output=True, check=True)
    family, _, shown = found.stdout.decode("utf-8").partition("|")
    assert SERIF in family
    assert shown.startswith(style)


def test_what_is_set_bold_is_among_the_substitutes():
    assert set(HEAVY) <= set(SUBSTITUTES[SERIF])
