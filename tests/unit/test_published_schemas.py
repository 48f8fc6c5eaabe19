"""The schemas that are published for editors and other programs say what the code says."""

import json
from pathlib import Path

import pytest

from tests.support.published_schemas import published


@pytest.mark.parametrize("path", published(), ids=lambda path: path.name)
def test_a_published_schema_is_in_step_with_the_code(path: Path) -> None:
    schema = published()[path]
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(json.dumps(schema))
