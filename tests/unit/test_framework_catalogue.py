"""Packs are listed, loaded by code, and installed without ever overwriting another."""

import json

import pytest

from app.cli.output.framework_json import (
    entry_json,
    framework_json,
    installed_json,
    invalid_json,
    valid_json,
)
from app.errors import FolderNotWritable
from app.framework.catalogue import Origin, install_framework, list_frameworks, load_framework
from app.framework.errors import FrameworkConflict, FrameworkInvalid, FrameworkUnknown
from app.framework.findings import FindingKind
from app.framework.schema import json_schema
from resources import resource_bytes
from tests.support.frameworks import small_framework, small_pack


@pytest.fixture
def library(tmp_path):
    return tmp_path / "library"


def write(folder, name, *replacements):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(small_pack(*replacements), encoding="utf-8")
    return path


def test_the_built_in_set_is_there_and_sound(library):
    (entry,) = list_frameworks(library)
    assert (entry.origin, entry.findings) == (Origin.BUILT_IN, ())
    assert entry_json(entry)["counts"]["tasks"] == 153


def test_install_then_load_by_code(tmp_path, library):
    installed = install_framework(write(tmp_path, "my.yaml"), library)
    assert (installed.path.name, installed.already_there) == ("small@1.0.yaml", False)
    assert load_framework("small", library).title == "示例指标体系"
    assert [p.name for p in library.iterdir()] == ["small@1.0.yaml"]


def test_the_same_content_again_changes_nothing(tmp_path, library):
    install_framework(write(tmp_path, "my.yaml"), library)
    again = install_framework(
        write(tmp_path, "copy.yaml", ("format: 1", "# copied\nformat: 1")), library
    )
    assert again.already_there
    assert installed_json(again)["already_installed"] is True


def test_other_content_under_the_same_version_is_refused(tmp_path, library):
    first = install_framework(write(tmp_path, "my.yaml"), library)
    before = first.path.read_bytes()
    with pytest.raises(FrameworkConflict) as caught:
        install_framework(write(tmp_path, "other.yaml", ("获得表彰", "获得奖励")), library)
    assert (caught.value.reference, caught.value.path) == ("small@1.0", first.path)
    assert first.path.read_bytes() == before


def test_a_built_in_version_cannot_be_replaced(tmp_path, library):
    taken = ("code: small", "code: lushan-2021"), ('"1.0"', '"1.1"')
    with pytest.raises(FrameworkConflict):
        install_framework(write(tmp_path, "x.yaml", *taken), library)
    assert not library.exists()


def test_the_newest_version_is_taken_unless_one_is_named(tmp_path, library):
    for version in ("1.9", "1.10", "1.2"):
        install_framework(write(tmp_path, "v.yaml", ('"1.0"', f'"{version}"')), library)
    assert load_framework("small", library).version == "1.10"
    assert load_framework("small@1.2", library).version == "1.2"
    shown = [e.framework.version for e in list_frameworks(library) if e.origin is Origin.INSTALLED]
    assert shown == ["1.10", "1.9", "1.2"]
    with pytest.raises(FrameworkUnknown):
        load_framework("small@3.0", library)


def test_load_from_a_file(tmp_path, library):
    path = write(tmp_path, "my.yaml")
    assert load_framework(path, library) == load_framework(str(path), library)


def test_an_unknown_code_names_what_there_is(library):
    with pytest.raises(FrameworkUnknown) as caught:
        load_framework("pingdingshan", library)
    assert caught.value.available == ("lushan-2021",)


def test_a_broken_pack_is_listed_as_broken_and_stops_nothing(tmp_path, library):
    write(library, "small@1.0.yaml", ("kind: bonus", "kind: x"))
    (library / "notes.txt").write_text("not a pack", encoding="utf-8")
    shown = [entry_json(e) for e in list_frameworks(library)]
    assert [(s["valid"], len(s["findings"])) for s in shown] == [(True, 0), (False, 1)]
    assert shown[1]["findings"][0]["kind"] == "not_a_choice"
    assert load_framework("lushan-2021", library).code == "lushan-2021"
    with pytest.raises(FrameworkInvalid):
        load_framework("small", library)


def test_a_broken_pack_is_not_installed(tmp_path, library):
    with pytest.raises(FrameworkInvalid) as caught:
        install_framework(
            write(tmp_path, "my.yaml", ("method: site_check", "method: material_check")), library
        )
    assert not library.exists()
    shown = invalid_json(caught.value)
    assert shown["findings"][0]["kind"] == FindingKind.DUPLICATE_METHOD.value
    assert "重复" in shown["findings"][0]["message"]


def test_a_library_that_cannot_be_written(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(FolderNotWritable):
        install_framework(write(tmp_path, "my.yaml"), blocked / "library")


def test_the_json_of_show_holds_everything():
    framework = small_framework()
    shown = json.loads(json.dumps(framework_json(framework)))
    assert [level["name"] for level in shown["indicators"][0]["levels"]] == ["行政执法", "监督"]
    assert shown["counts"]["indicators"] == {"creation": 1, "bonus": 1, "penalty": 0}
    assert valid_json(framework)["valid"] is True


def test_the_example_in_the_readme_loads(tmp_path, library):
    text = resource_bytes("frameworks/README.md").decode("utf-8")
    example = text.split("```yaml\n")[1].split("```")[0]
    path = tmp_path / "example.yaml"
    path.write_text(example, encoding="utf-8")
    assert load_framework(path, library).code == "shili-2026"


def test_the_readme_names_every_field():
    readme = resource_bytes("frameworks/README.md").decode("utf-8")
    schema = json_schema()
    models = [schema, *(d for d in schema["$defs"].values() if "properties" in d)]
    for field in {name for m in models for name in m["properties"]}:
        assert f"`{field}`" in readme, field


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../app/errors.py", "a/../../b", "", "C:\\x", "c:x", "a\0b"]
)
def test_resource_names_that_lead_outside_are_refused(name):
    with pytest.raises(ValueError, match="not the name of a resource"):
        resource_bytes(name)
