"""The county's own data files go out to units, the office's version wins, backups keep them."""

import json

import pytest

from app.exchange.errors import PackageFloods
from app.exchange.kinds import PackageKind
from app.exchange.merge.errors import PayloadInvalid, RecordImpossible
from app.jobs import SilentJob
from app.storage.county_files import (
    CHECKS,
    LONGEST_FILE,
    LONGEST_IN_ALL,
    MOST_FILES,
    FileChangeKind,
    WhyNotTaken,
)
from app.verification.material_check.registers.files import load_registers
from app.wording.errors import describe_error
from app.workspace.backups import make_backup
from app.workspace.restoring import restore_backup
from resources import resource_bytes
from tests.support.forging import forged

AWARDS = resource_bytes("registers/25-awards.yaml").decode()
OURS = AWARDS.replace("表彰奖励台账", "本县表彰台账")
NAME = "awards.yaml"


def put(partner, text, name=NAME):
    folder = partner.workspace.layout.registers
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(text.encode())


def files(partner):
    folder = partner.workspace.layout.registers
    return {p.name: p.read_bytes().decode() for p in folder.iterdir()} if folder.exists() else {}


def title(partner):
    return load_registers(partner.workspace.layout.registers).find("awards").title


def test_files_go_out_change_and_are_taken_back(county, unit, office):
    put(office, OURS)
    package = county.answer(unit.name, county.stick / "1.zip")
    assert [c.kind for c in unit.exchange.preview([package], SilentJob()).files] == [
        FileChangeKind.NEW
    ]
    assert files(unit) == {}
    report = unit.merge(package)
    assert [(c.kind, c.place, c.aside) for c in report.files] == [
        (FileChangeKind.NEW, f"registers/{NAME}", False)
    ]
    assert title(unit) == "本县表彰台账"
    assert unit.merge(county.answer(unit.name, county.stick / "2.zip")).files == ()
    put(office, OURS.replace("本县", "全县"))
    (changed,) = unit.merge(county.answer(unit.name, county.stick / "3.zip")).files
    assert (changed.kind, changed.aside) == (FileChangeKind.CHANGED, False)
    assert title(unit) == "全县表彰台账"
    (office.workspace.layout.registers / NAME).unlink()
    (gone,) = unit.merge(county.answer(unit.name, county.stick / "4.zip")).files
    assert gone.kind is FileChangeKind.REMOVED
    assert files(unit) == {}
    # A package that comes late says nothing of it.
    assert unit.merge(package).files == ()
    assert files(unit) == {}


def test_the_offices_version_wins_and_the_units_own_is_kept(county, unit, office):
    put(unit, AWARDS.replace("表彰奖励台账", "本局表彰"))
    put(unit, AWARDS.replace("表彰奖励台账", "又一份"), "其他.yml")
    put(unit, AWARDS.replace("id: awards", "id: own"), "own.yaml")
    put(office, OURS)
    report = unit.merge(county.answer(unit.name, county.stick / "1.zip"))
    assert {(c.kind, c.place, c.aside) for c in report.files} == {
        (FileChangeKind.CHANGED, f"registers/{NAME}", True),
        (FileChangeKind.PUT_ASIDE, "registers/其他.yml", True),
    }
    assert title(unit) == "本县表彰台账"
    kept = files(unit)
    assert "本局表彰" in kept[f"{NAME}.本单位"]
    assert "又一份" in kept["其他.yml.本单位"]
    assert "own" in {r.id for r in load_registers(unit.workspace.layout.registers).all}
    # What the unit changes of the office's is kept as well when the office's comes again.
    put(unit, OURS + "# 改过\n")
    report = unit.merge(county.answer(unit.name, county.stick / "2.zip"))
    assert [c.aside for c in report.files] == [True]
    assert files(unit)[f"{NAME}.本单位2"].endswith("# 改过\n")
    # What it changed is its own when the office takes its file away.
    put(unit, OURS + "# 又改过\n")
    (office.workspace.layout.registers / NAME).unlink()
    assert unit.merge(county.answer(unit.name, county.stick / "3.zip")).files == ()
    assert files(unit)[NAME].endswith("# 又改过\n")


def test_files_that_cannot_travel_are_named(county, unit, office):
    put(office, OURS)
    put(office, "format: 1\nid: [", "faulty.yaml")
    put(office, "#" * (LONGEST_FILE + 1), "long.yaml")
    (office.workspace.layout.registers / "latin.yaml").write_bytes("名".encode("gb18030"))
    (office.workspace.layout.registers / "folder.yaml").mkdir()
    packed = office.pack(PackageKind.TASK, county.stick / "t.zip", unit.name)
    assert {left.place: left.why for left in packed.left_out} == {
        "registers/faulty.yaml": WhyNotTaken.FAULTY,
        "registers/long.yaml": WhyNotTaken.TOO_LONG,
        "registers/latin.yaml": WhyNotTaken.UNREADABLE,
        "registers/folder.yaml": WhyNotTaken.UNREADABLE,
    }
    unit.merge(packed.written.paths[0])
    assert list(files(unit)) == [NAME]


def entry(folder="registers", name=NAME, content=OURS):
    return {"folder": folder, "name": name, "content": content}


@pytest.mark.parametrize(
    "hostile",
    [
        entry(name="../../juanzong.db.yaml"),
        entry(name="..\\x.yaml"),
        entry(name="/etc/x.yaml"),
        entry(name="C:x.yaml"),
        entry(name=".hidden.yaml"),
        entry(name="nul.yaml"),
        entry(name="x.yaml."),
        entry(name="x.exe"),
        entry(name="x.yaml\n"),
        entry(name="\u202eabc.yaml"),
        entry(name="x" * 90 + ".yaml"),
        entry(name=""),
        entry(folder="templates"),
        entry(folder="originals"),
        entry(folder=".."),
        entry(folder=""),
        entry(content="format: 1\nid: ["),
        entry(content=""),
        entry(content="a: &a [x]\nb: [*a, *a]\n"),
        entry(content=OURS + "\x00"),
        entry(content="x" * (LONGEST_FILE + 1)),
        entry(content=OURS.replace("format: 1", "format: 99")),
    ],
    ids=lambda found: repr(found)[:60],
)  # fmt: skip
def test_hostile_files_refuse_the_package_and_change_nothing(county, unit, office, hostile):
    put(unit, AWARDS, "mine.yaml")

    def change(content):
        content["base"]["county_files"].append(hostile)

    package = county.answer(unit.name, county.stick / "1.zip")
    forged(office, package, county.stick / "2.zip", change, check=False)
    with pytest.raises(PayloadInvalid) as refused:
        unit.merge(county.stick / "2.zip")
    assert "县里的数据文件" in str(describe_error(refused.value))
    assert list(files(unit)) == ["mine.yaml"]
    assert [p.name for p in county.root.rglob("*juanzong.db.yaml")] == []


def test_two_files_of_one_name_and_floods_are_refused(county, unit, office):
    package = county.answer(unit.name, county.stick / "1.zip")

    def twice(content):
        content["base"]["county_files"] += [entry(), entry(name="AWARDS.yaml")]

    forged(office, package, county.stick / "2.zip", twice, check=False)
    with pytest.raises(RecordImpossible):
        unit.merge(county.stick / "2.zip")

    def many(content):
        most = MOST_FILES * len(CHECKS)
        content["base"]["county_files"] += [entry(name=f"{n}.yaml") for n in range(most + 1)]

    def long(content):
        text = OURS + "#" * (LONGEST_FILE - len(OURS) - 1)
        count = LONGEST_IN_ALL // len(text) + 1
        content["base"]["county_files"] += [
            entry(name=f"{n}.yaml", content=text) for n in range(count)
        ]

    for flood in (many, long):
        forged(office, package, county.stick / "3.zip", flood, check=False)
        with pytest.raises((PackageFloods, PayloadInvalid)):
            unit.merge(county.stick / "3.zip")
        (county.stick / "3.zip").unlink()
    assert files(unit) == {}


def test_packages_of_earlier_editions_leave_the_files_alone(county, unit, office):
    put(unit, AWARDS)
    put(office, OURS)
    package = county.answer(unit.name, county.stick / "1.zip")

    def older(content):
        content["format"] = 6
        del content["base"]["county_files"]

    forged(office, package, county.stick / "2.zip", older)
    assert unit.merge(county.stick / "2.zip").files == ()
    assert files(unit) == {NAME: AWARDS}


def test_backups_keep_the_files_and_restoring_puts_them_back(office, tmp_path):
    put(office, OURS)
    backup = make_backup(office.workspace, SilentJob()).backup.path
    put(office, AWARDS)
    put(office, AWARDS.replace("id: awards", "id: later"), "later.yaml")
    office.close()
    report = restore_backup(office.path, backup, SilentJob())
    assert report.files == (f"registers/{NAME}",)
    assert files(office) == {NAME: OURS, "later.yaml": AWARDS.replace("id: awards", "id: later")}
    # The state before is a backup too.
    assert restore_backup(office.path, report.saved, SilentJob()).files == (f"registers/{NAME}",)
    assert files(office)[NAME] == AWARDS
    (office.workspace.layout.registers / NAME).unlink()
    restore_backup(office.path, backup, SilentJob())
    assert files(office)[NAME] == OURS
    note = backup.with_suffix(".json")
    content = json.loads(note.read_text("utf-8"))
    content["files"][0][1] = "../x.yaml"
    note.write_text(json.dumps(content), "utf-8")
    restore_backup(office.path, backup, SilentJob())  # a note that was changed is not trusted
    assert not (office.path / "x.yaml").exists()
    office.workspace = type(office)(office.path).workspace
