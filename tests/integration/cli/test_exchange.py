"""Packages on the command line, as a liaison officer and the office use them."""

import json

import pytest

from app.cli.application import run_command_line
from tests.support import documents
from tests.support.county import make_county


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    root = tmp_path_factory.mktemp("cli") / "县"
    make_county(root, ())
    return root


@pytest.fixture
def call(capsys):
    def run(*arguments, code=0):
        capsys.readouterr()
        assert run_command_line([str(a) for a in arguments]) == code
        return capsys.readouterr()

    return run


@pytest.fixture
def document(call):
    def run(*arguments, code=0):
        return json.loads(call(*arguments, "--json", code=code).out)

    return run


def test_from_the_task_package_to_the_return_package(template, tmp_path, call, document):
    office, unit, stick = template / "创建办", tmp_path / "司法局", tmp_path / "U盘"
    stick.mkdir()
    task = document("pack", "task", office, "--unit", "县司法局", "--out", stick)["paths"][0]
    assert "任务包-县司法局-" in task
    office_key = document("inspect", task)[0]["fingerprint"]
    refused = document("merge", unit, task, code=1)
    assert refused["error"]["kind"] == "peer_unconfirmed"
    assert office_key in refused["error"]["reason"]
    assert not unit.exists()
    made = call("merge", unit, task, "--trust", office_key)
    assert "已新建县司法局的工作区" in made.out

    paper = documents.text(tmp_path / "说明.txt", "内容")
    call("attach", unit, paper, "--indicator", "60", "--method", "材料查证", "--point", "1")
    packed = document("pack", "submission", unit, "--out", stick / "报送.zip", "--unsealed")
    assert (packed["items"], packed["originals"]) == (1, 1)
    unit_key = document("inspect", stick / "报送.zip")[0]["fingerprint"]

    preview = document("merge", office, stick / "报送.zip", "--preview")["merged"][0]
    assert preview["counts"]["new"] == 3
    assert preview["effects"]["covered_after"] == preview["effects"]["covered_before"] + 1
    shown = call("merge", office, stick / "报送.zip", "--preview").out
    assert "新增 材料：说明" in shown
    merged = document("merge", office, stick / "报送.zip", "--trust", unit_key)["merged"][0]
    assert merged["standing"] == "first"

    listed = document("packages", office)
    assert [row["state"] for row in listed["packages"] if not row["sent"]] == ["merged"]
    assert "可以撤销" in call("packages", office).out
    document("merge", office, "--undo")
    call("merge", office, stick / "报送.zip")

    call("pack", "return", office, "--unit", "县司法局", "--out", stick / "退回.zip")
    assert "退回包" in call("merge", unit, stick / "退回.zip").out
    arrived = [row["arrived"] for row in document("packages", unit)["packages"] if row["sent"]]
    assert arrived == [True]


def test_packages_for_several_units_share_a_folder_that_was_not_there(template, tmp_path, document):
    office, stick = template / "创建办", tmp_path / "U盘" / "任务包"
    for unit in ("县司法局", "县公安局"):
        document("pack", "task", office, "--unit", unit, "--out", stick)
    names = sorted(path.name.split("-")[1] for path in stick.iterdir())
    assert names == ["县公安局", "县司法局"]
    in_the_way = documents.text(tmp_path / "文件", "不是文件夹")
    refused = document("pack", "task", office, "--unit", "县司法局", "--out", in_the_way, code=1)
    assert refused["error"]["kind"] == "folder_not_writable"


def test_one_bad_package_does_not_stop_the_rest(template, tmp_path, call, document):
    bad = documents.text(tmp_path / "坏.zip", "不是包")
    worse = documents.text(tmp_path / "也坏.zip", "不是包")
    outcome = document("merge", template / "创建办", bad, worse, code=1)
    assert [failed["kind"] for failed in outcome["failed"]] == ["not_a_package"] * 2
    assert outcome["merged"] == []


def test_the_office_names_its_recipient(template, tmp_path, call):
    said = call("pack", "task", template / "创建办", "--out", tmp_path / "x.zip", code=2)
    assert "没有写明发给哪个单位" in said.err


def test_a_lost_computers_work_comes_back(template, tmp_path, call, document):
    office, unit, stick = template / "创建办", tmp_path / "财政局", tmp_path / "U盘"
    call("pack", "recovery", office, "--unit", "县财政局", "--out", stick, code=2)
    task = document("pack", "task", office, "--unit", "县财政局", "--out", stick)["paths"][0]
    office_key = document("inspect", task)[0]["fingerprint"]
    call("merge", unit, task, "--trust", office_key)
    paper = documents.text(tmp_path / "预算.txt", "内容")
    call("attach", unit, paper, "--indicator", "60", "--method", "材料查证", "--point", "1")
    sent = document("pack", "submission", unit, "--out", stick, "--unsealed")["paths"][0]
    call("merge", office, sent, "--trust", document("inspect", sent)[0]["fingerprint"])

    packed = document("pack", "recovery", office, "--unit", "县财政局", "--out", stick)
    assert (packed["items"], packed["originals"]) == (1, 1)
    assert "恢复包-县财政局-" in packed["paths"][0]
    new = tmp_path / "新电脑"
    made = call("merge", new, packed["paths"][0], "--trust", office_key)
    assert "新增 材料：预算" in made.out
    assert document("check", new)["sound"]
    again = document("pack", "submission", new, "--out", stick, "--unsealed")
    refused = document("merge", office, again["paths"][0], code=1)
    assert refused["error"]["kind"] == "peer_key_changed"
    key = document("inspect", again["paths"][0])[0]["fingerprint"]
    merged = document("merge", office, again["paths"][0], "--trust", key)["merged"][0]
    assert (merged["standing"], merged["counts"]["removed"]) == ("new_generation", 0)


def test_a_sealed_package_is_inspected_with_the_recipients_keys(template, tmp_path, call, document):
    office, unit, stick = template / "创建办", tmp_path / "民政局", tmp_path / "U盘"
    task = document("pack", "task", office, "--unit", "县民政局", "--out", stick)["paths"][0]
    call("merge", unit, task, "--trust", document("inspect", task)[0]["fingerprint"])
    sealed = document("pack", "submission", unit, "--out", stick)
    assert sealed["sealed"]
    package = sealed["paths"][0]
    said = call("inspect", package, code=1).err
    assert "加密" in said
    assert "--workspace" in said
    assert document("inspect", package, "--workspace", unit, code=1)["error"]["kind"] == (
        "package_sealed_for_others"
    )
    found = document("inspect", package, "--workspace", office)[0]
    assert found["header"]["sender"]["name"] == "县民政局"
    call("merge", office, package, "--trust", found["fingerprint"])


def test_items_are_named_whose_originals_cannot_travel(template, tmp_path, call, document):
    office, unit, stick = template / "创建办", tmp_path / "应急管理局", tmp_path / "U盘"
    task = document("pack", "task", office, "--unit", "县应急管理局", "--out", stick)["paths"][0]
    call("merge", unit, task, "--trust", document("inspect", task)[0]["fingerprint"])
    for name in ("救助台账", "低保名单"):
        paper = documents.text(tmp_path / f"{name}.txt", name)
        call("attach", unit, paper, "--indicator", "60", "--method", "材料查证", "--point", "1")
    gone = next(path for path in (unit / "originals").rglob("*") if path.is_file())
    lost = gone.read_text(encoding="utf-8").strip()
    gone.chmod(0o600)
    gone.unlink()
    target = stick / "报送.zip"
    made = call("pack", "submission", unit, "--out", target, "--unsealed").out
    assert f"1 份原件缺失或损坏，没有装入，请重新添加后再制作：《{lost}》" in made
    assert gone.stem not in made
    key = document("inspect", target)[0]["fingerprint"]
    merged = call("merge", office, target, "--trust", key).out
    assert f"缺少原件 1 份，请对方制作全量包（--full）补齐：《{lost}》" in merged
