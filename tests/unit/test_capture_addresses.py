"""Which addresses are asked for, and which hosts are private."""

import ast
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.capture.addresses import host_of, is_private, plain_address, whole_address
from app.capture.browsers import find_browsers
from app.capture.model import Capture, Fault, Order, Refusal, RemarkKind
from app.capture.record import RecordDamaged, plain_record, read_record
from app.names.captures import FAULTS, REFUSALS, describe_capture, describe_remark
from app.table_files.errors import TableUnreadable
from app.verification.web_check.addresses import is_address, tidy_address
from app.verification.web_check.capture_errors import AddressRefused, NoAddress
from app.verification.web_check.capture_lists import page_of, table_of
from app.verification.web_check.orders import orders_of_file, orders_of_text
from app.web_addresses import web_address

REPO = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (" www.example.gov.cn ", "http://www.example.gov.cn/"),
        ("HTTPS://www.example.gov.cn/a?b=1#c", "https://www.example.gov.cn/a?b=1#c"),
        ("//x.cn/a", "http://x.cn/a"),
        ("10.0.0.8:8080/oa", "http://10.0.0.8:8080/oa"),
        ("file:///etc/passwd", Refusal.SCHEME),
        ("javascript:alert(1)", Refusal.SCHEME),
        ("data:text/html,x", Refusal.SCHEME),
        ("chrome://version", Refusal.SCHEME),
        ("http://admin:123@10.0.0.1/", Refusal.PASSWORD),
        ("http://x.cn@10.0.0.1/", Refusal.PASSWORD),
        ("http://", Refusal.HOST),
        ("http://x.cn:99999/", Refusal.HOST),
        ("http://[::1", Refusal.HOST),
        ("", Refusal.EMPTY),
    ],
)
def test_addresses_are_made_whole_or_refused(text: str, whole: str) -> None:
    assert whole_address(text) == whole


@given(st.text(max_size=60))
def test_whatever_is_typed_is_http_or_refused(text: str) -> None:
    found = whole_address(text)
    assert isinstance(found, Refusal) or found.lower().startswith(("http://", "https://"))
    if not isinstance(found, Refusal):
        assert whole_address(found) == found


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "网址：（ｈｔｔｐｓ：／／ＷＷＷ．A．cn／附件（一）.pdf）。",
            "https://www.a.cn/附件（一）.pdf",
        ),
        ("www。a。cn/公告。html", "http://www.a.cn/公告。html"),
        ("a.gov.cn?x=1", "http://a.gov.cn?x=1"),
        ("http://oa/", "http://oa/"),
        ("oa", None),
        ("公告.html", None),
        ("http://a.cn 权责清单", None),
        ("http://x.cn@10.0.0.1/", None),
    ],
)
def test_one_rule_says_what_an_address_is(text: str, kept: str | None) -> None:
    assert web_address(text) == kept
    assert is_address(text) == (kept is not None)
    if kept is None:
        assert isinstance(whole_address(text), Refusal)
        return
    assert plain_address(kept) == tidy_address(text) == kept
    assert whole_address(text) == whole_address(kept)


@given(st.text(max_size=60) | st.from_regex(r"(HTTPS?://)?[\w.。：/？（）-]{1,40}", fullmatch=True))
def test_what_is_kept_stays_as_it_is(text: str) -> None:
    found = plain_address(text)
    assert isinstance(found, Refusal) or plain_address(found) == found


def test_hosts_are_compared_as_browsers_write_them() -> None:
    assert host_of("http://政务.中国./a") == "政务.中国".encode("idna").decode()
    assert host_of("http://[::1]:80/") == "::1"


@pytest.mark.parametrize(
    ("ip", "private"),
    [
        ("8.8.8.8", False),
        ("2400:3200::1", False),
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("192.168.0.1", True),
        ("169.254.169.254", True),
        ("100.64.0.1", True),
        ("0.0.0.0", True),
        ("224.0.0.1", True),
        ("::1", True),
        ("fe80::1%eth0", True),
        ("fd00::1", True),
        ("::ffff:127.0.0.1", True),
        ("64:ff9b::7f00:1", True),
        ("2002:7f00:1::", True),
    ],
)
def test_private_addresses(ip: str, private: bool) -> None:
    assert is_private(ip) is private


def test_lists_as_people_make_them(tmp_path: Path) -> None:
    found = orders_of_text(
        "# 清单\nhttps://a.gov.cn/x 权责清单\n\n1、b.gov.cn/list，公示\nhttps://a.gov.cn/x\n"
    )
    assert found == (
        Order("https://a.gov.cn/x", sought="权责清单"),
        Order("http://b.gov.cn/list", sought="公示"),
    )
    book = openpyxl.Workbook()
    book.active.append(["网址", "检索内容"])
    book.active.append(["https://a.gov.cn/x", "权责清单"])
    book.save(tmp_path / "清单.xlsx")
    (tmp_path / "清单.csv").write_bytes(
        "检索内容,网址\n权责清单,https://a.gov.cn/x\n".encode("gbk")
    )
    for name in ("清单.xlsx", "清单.csv"):
        assert orders_of_file(tmp_path / name) == (Order("https://a.gov.cn/x", sought="权责清单"),)


@pytest.mark.parametrize("text", ["还没有网址", "file:///etc/passwd", "http://a:b@c.cn"])
def test_one_bad_line_refuses_the_list(text: str) -> None:
    with pytest.raises(AddressRefused):
        orders_of_text(f"https://a.gov.cn/\n{text}")


def test_lists_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(NoAddress):
        orders_of_text("\n")
    (tmp_path / "x.xlsx").write_bytes(b"PK\x03\x04nothing")
    with pytest.raises(TableUnreadable):
        orders_of_file(tmp_path / "x.xlsx")


def test_a_browser_that_is_named_is_the_only_one(tmp_path: Path) -> None:
    mine = tmp_path / "mybrowser"
    mine.touch()
    assert [one.path for one in find_browsers(str(mine), {})] == [str(mine)]
    assert [one.path for one in find_browsers("", {"JUANZONG_BROWSER": str(mine)})] == [str(mine)]
    assert find_browsers(str(tmp_path / "none"), {}) == ()


def test_browsers_in_the_usual_places_of_windows(tmp_path: Path) -> None:
    for place in ("Microsoft/Edge/Application/msedge.exe", "Google/Chrome/Application/chrome.exe"):
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).touch()
    found = find_browsers("", {"ProgramFiles": str(tmp_path)}, "win32")
    assert [one.name for one in found] == ["Edge", "Chrome"]


def test_every_value_has_its_words() -> None:
    assert set(FAULTS) == set(Fault)
    assert set(REFUSALS) == set(Refusal)
    from app.capture.model import Remark

    for kind in RemarkKind:
        assert describe_remark(Remark(kind, "甲", 2))
    for fault in Fault:
        assert describe_capture(Capture("http://x.cn/", fault=fault))


def test_what_a_page_says_is_no_markup_and_no_formula() -> None:
    hostile = Capture("http://x.cn/", title='<script>alert("x")</script>', browser="<b>")
    assert "<script" not in page_of([hostile])
    assert "'=cmd" in table_of([Capture("http://x.cn/", title="=cmd|' /C calc'!A0")])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("asked", "file:///etc/passwd"),
        ("asked", 7),
        ("fault", "nothing_like_it"),
        ("status", -1),
        ("title", "长" * 5000),
        ("files", [{"role": "pdf", "name": "../x", "size": 1, "sha256": "0" * 64, "sm3": ""}]),
        ("files", [{"role": "pdf", "name": "x", "size": 1, "sha256": "short", "sm3": ""}]),
        ("remarks", [{"kind": "?"}]),
    ],
)
def test_records_that_are_none(name: str, value: object) -> None:
    document = plain_record((Capture("http://x.cn/"),))
    assert read_record(document) == (Capture("http://x.cn/"),)
    document["captures"][0][name] = value
    with pytest.raises(RecordDamaged):
        read_record(document)


def test_what_the_courier_carries_needs_only_python_3_9() -> None:
    carried = [
        *(REPO / "app/capture").glob("*.py"),
        REPO / "app/names/captures.py",
        REPO / "app/verification/web_check/capture_lists.py",
        REPO / "app/verification/web_check/courier_run.py",
    ]
    allowed = ("app.capture", "app.names.captures", "app.verification.web_check.capture_lists")
    for path in carried:
        tree = ast.parse(path.read_text("utf-8"), feature_version=(3, 9))
        imported = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
        ours = {name for name in imported if name and name.startswith("app.")}
        assert all(name.startswith(allowed) for name in ours), path
