"""The guides beside the data files that a county may write: what they show can be used as it is."""

import re
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from app.storage.county_files import CHECKS
from resources import resource_bytes


@pytest.mark.parametrize("folder", CHECKS)
def test_the_example_of_a_guide_is_read(folder: str) -> None:
    guide = resource_bytes(f"{folder}/README.md").decode()
    (example,) = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    module, name = CHECKS[folder].split(":")
    parsed = getattr(import_module(module), name)(Path("县里的.yaml"), example.encode())
    assert parsed.id == yaml.safe_load(example)["id"]


@pytest.mark.parametrize("folder", CHECKS)
def test_a_guide_names_the_schema_and_the_folder(folder: str) -> None:
    guide = resource_bytes(f"{folder}/README.md").decode()
    assert f"工作区的 `{folder}` 文件夹" in guide
    assert ".schema.json`" in guide
