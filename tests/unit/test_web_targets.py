"""Addresses, proposals and lists of what to look up on the web."""

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.framework.catalogue import load_framework
from app.table_files.errors import TableUnreadable
from app.verification.web_check.addresses import is_address, same_page, tidy_address
from app.verification.web_check.errors import AddressNotWeb
from app.verification.web_check.proposals import proposals, proposed
from app.verification.web_check.target_lists import read_file, read_pasted
from app.verification.web_check.targets import TargetSaid

LISTED = "http://www.example.gov.cn/qzqd"


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("www.example.gov.cn", "http://www.example.gov.cn"),
        ("ｈｔｔｐｓ：／／ＷＷＷ．example．gov．cn／zwgk", "https://www.example.gov.cn/zwgk"),
        ("网址：www。example。gov。cn/a?b=1#c", "http://www.example.gov.cn/a?b=1#c"),
        (" “HTTPS://Example.gov.cn/Zwgk”。", "https://example.gov.cn/Zwgk"),
        ("//example.gov.cn/x", "http://example.gov.cn/x"),
        ("localhost:8080/x", "http://localhost:8080/x"),
        ("http://10.1.2.3:81/", "http://10.1.2.3:81/"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
        ("政务.中国/清单", "http://政务.中国/清单"),
        ("", ""),
        (" 。", ""),
    ],
)
def test_addresses_are_tidied(typed, tidied):
    assert tidy_address(typed) == tidied
    assert tidy_address(tidied) == tidied


@pytest.mark.parametrize(
    "typed",
    [
        *("javascript:alert(1)", "file:///C:/x", "ftp://example.cn", "mailto:a@b.cn", "权责清单"),
        *("http://user:pw@example.cn/", "http://example.cn:99999/", "http:// example .cn/a b"),
        *("http://", "data:text/html,x", "http://example.cn\\@evil.cn/", "http://[::1"),
    ],
)
def test_what_is_no_page_of_the_web_is_refused(typed):
    with pytest.raises(AddressNotWeb):
        tidy_address(typed)
    assert not is_address(typed)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_refused_or_is_of_the_web(typed):
    try:
        found = tidy_address(typed)
    except AddressNotWeb:
        return
    assert found == "" or found.startswith(("http://", "https://"))
    assert tidy_address(found) == found


def test_spellings_of_one_page_are_the_same():
    pages = {same_page(one) for one in ("http://a.cn/x", "https://a.cn/x/", "https://a.cn/x#top")}
    assert len(pages) == 1
    assert same_page("http://a.cn/x?id=1") != same_page("http://a.cn/x?id=2")


def test_every_web_check_of_the_set_gets_lines():
    found = {each.indicator: each.lines for each in proposals(FRAMEWORK, "web_check")}
    assert len(found) == 38
    assert sum(len(lines) > 1 for lines in found.values()) == 25
    assert not any("网上公开" in line for code in found for line in found[code] if code != "93")
    assert found["7"] == ("全部政府工作部门的权责清单", "全部政府工作部门的公共服务事项清单")
    assert found["49"] == tuple(
        f"行政执法{side}" for side in ("主体", "权限", "依据", "程序", "救济渠道", "随机抽查")
    )
    assert found["3"][1:5] == tuple(
        f"保留的行政审批中介服务事项的{side}"
        for side in ("办理时限", "工作流程", "申报条件", "收费标准")
    )
    assert found["83"] == (
        "行政复议案件能够网上办理",
        *(f"行政复议案件受理{side}" for side in ("范围", "条件", "程序")),
    )
    assert found["84"][1:5] == (
        "行政复议接待场所地址",
        *(f"复议案件的受理{side}" for side in ("范围", "条件", "程序")),
    )
    assert found["75"][2] == "新闻媒体曝光的违法行政问题的反馈情况"
    assert found["16"] == ("加强政务诚信建设的相关文件",)
    assert [each.indicator for each in proposals(FRAMEWORK, "web_check", ["7"])] == ["7"]


@pytest.mark.parametrize(
    "whole",
    [
        "做好上级政府取消、下放行政审批事项的落实和承接工作的相关文件材料、信息",
        "行政审批中介服务机构的人、财、物与政府脱钩的相关信息",
        "全面推行“证照分离、多证合一”的相关文件",
        "建立健全涉企收费、监督检查清单制度",
        "专业性、技术性较强的行政规范性文件，组织相关领域专家进行论证的相关材料",
    ],
)
def test_what_names_one_thing_stays_whole(whole):
    assert proposed([f"{whole}在网上公开。"]) == (whole,)


@given(st.text(alphabet="清单制度的、，和及在网上公开事项范围“”（）。；将对等", max_size=60))
def test_no_wording_gives_empty_or_double_lines(text):
    lines = proposed([text])
    assert len(set(lines)) == len(lines)
    assert all(lines) or not text.strip(" 　，,；;。")


def test_pasted_lists_are_read_as_people_write_them():
    text = (
        "网址\t要看到什么\r\n"
        "www.example.gov.cn/qzqd\t权责清单\r\n"
        "\t公共服务事项清单\r\n"
        "javascript:x\t坏的\r\n"
        "www.example.gov.cn/only\t\r\n"
    )
    found = read_pasted(text)
    assert [row.said for row in found.rows] == [
        TargetSaid(LISTED, "权责清单"),
        TargetSaid("", "公共服务事项清单"),
    ]
    assert found.bad == ("javascript:x", "www.example.gov.cn/only")
    loose = read_pasted(f"1\t权责清单\t{LISTED}\n2\t12.4国家宪法日活动\t\n")
    assert [row.said for row in loose.rows] == [
        TargetSaid(LISTED, "权责清单"),
        TargetSaid("", "12.4国家宪法日活动"),
    ]
    spaced = read_pasted(f"{LISTED} 权责 清单\n公告 {LISTED}\n收费目录\n")
    assert [row.said for row in spaced.rows] == [
        TargetSaid(LISTED, "权责 清单"),
        TargetSaid(LISTED, "公告"),
        TargetSaid("", "收费目录"),
    ]


def test_table_files_are_read_by_their_headings(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["说明"])
    sheet = book.create_sheet("清单")
    sheet.append(["某县网络检索清单"])
    sheet.append(["序号", "单位", "指标编号", "公开内容", "网页地址"])
    sheet.append([1, "县司法局", 7, "权责清单", "www.example.gov.cn/qzqd"])
    sheet.append([2, None, None, "收费目录", None])
    book.save(tmp_path / "清单.xlsx")
    rows = read_file(tmp_path / "清单.xlsx").rows
    assert [(row.said, row.indicator, row.unit) for row in rows] == [
        (TargetSaid(LISTED, "权责清单"), "7", "县司法局"),
        (TargetSaid("", "收费目录"), "", ""),
    ]
    csv = tmp_path / "清单.csv"
    csv.write_bytes("检索内容,网址\n权责清单,www.example.gov.cn/qzqd\n".encode("gb18030"))
    assert [row.said for row in read_file(csv).rows] == [TargetSaid(LISTED, "权责清单")]


def test_what_holds_no_list_is_refused(tmp_path):
    for name, data in (
        ("坏.xlsx", b"PK\x03\x04broken"),
        ("老.xls", b"\xd0\xcf\x11\xe0"),
        ("空.csv", b""),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(TableUnreadable):
            read_file(tmp_path / name)
    with pytest.raises(TableUnreadable):
        read_file(tmp_path / "没有.xlsx")


FRAMEWORK = load_framework("lushan-2021")
