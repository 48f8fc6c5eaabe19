import os
import shutil
import subprocess
from xml.etree import ElementTree

import pytest

from app.typesetting.office_fonts import FANG, SUBSTITUTES, write_fontconfig


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
