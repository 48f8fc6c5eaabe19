"""Lists of files: good lines go in, bad ones are named by their number."""

from datetime import date, datetime

import pytest
from openpyxl import Workbook

from app.checkup.checking import check_workspace
from app.errors import UnitUnknown
from app.evidence.descriptions import stated_date
from app.evidence.errors import DateNotUnderstood
from app.framework.errors import IndicatorUnknown, MethodUnknown, PointUnknown
from app.intake.errors import ManifestCellInvalid, ManifestFileMissing
from app.intake.manifest.filing import attach_manifest
from app.intake.manifest.rows import read_manifest
from app.intake.report import AttachState
from app.jobs import SilentJob
from app.table_files.errors import TableUnreadable
from app.wording.errors import describe_error
from models import ItemRevision, Placement
from tests.support import documents
from tests.support.workspaces import rows

HEAD = "path,indicator,method,unit,point,title,doc_number,issuer,date\n"


@pytest.fixture
def attach(workspace, workers, tmp_path):
    def run(text, encoding="utf-8-sig"):
        manifest = documents.text(tmp_path / "清单.csv", text, encoding)
        return attach_manifest(workspace, workers, manifest, SilentJob())

    return run


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize(
    ("head", "mark"),
    [
        (HEAD, ","),
        ("文件,指标编号,核验方式,责任单位,要点,题名,文号,责任者,日期\n", ","),
        ("路径\t指标\t方式\t单位\t材料要点\t标题\t发文字号\t发文机关\t成文日期\n", "\t"),
    ],
)
def test_a_line_says_everything(workspace, attach, tmp_path, head, mark, encoding):
    documents.text(tmp_path / "通知.txt")
    cells = ["通知.txt", "60", "材料查证", "县司法局", "1", "通知", "示司[2021]1号", "县司法局"]
    report = attach(head + mark.join([*cells, "2021年4月9日"]) + "\n", encoding)
    assert report.clean
    (revision,), (placement,) = rows(workspace, ItemRevision), rows(workspace, Placement)
    assert (revision.title, revision.doc_number) == ("通知", "示司〔2021〕1号")
    assert (revision.issuer, revision.doc_date) == ("县司法局", "2021-04-09")
    assert revision.guesses == {}
    assert (placement.indicator_code, placement.point_number) == ("60", 1)


def test_bad_lines_are_named_and_good_ones_go_in(workspace, attach, tmp_path):
    folder = tmp_path / "子"
    folder.mkdir()
    for name in ("甲.txt", "乙.txt"):
        documents.text(folder / name, name)
    report = attach(
        HEAD + "子/甲.txt,第60项,material_check,县司法局,,,,,\n"
        "子/甲.txt,96,材料查证,县司法局,,,,,\n"
        "子/甲.txt,60,远程查证,县司法局,,,,,\n"
        "\n"
        "子/甲.txt,60,材料查证,县天文局,,,,,\n"
        "子/甲.txt,60,材料查证,县司法局,99,,,,\n"
        "子/甲.txt,60,材料查证,县司法局,一,,,,\n"
        "子/甲.txt,60,材料查证,县司法局,,,,,明年\n"
        "子/丙.txt,60,材料查证,县司法局,,,,,\n"
        ",60,材料查证,县司法局,,,,,\n"
        "子\\乙.txt,60,材料查证,县司法局,,多行\n题名,,,\n"
    )
    found = {o.line: type(o.error) if o.error else o.state for o in report.outcomes}
    assert found == {
        2: AttachState.ADDED,
        3: IndicatorUnknown,
        4: MethodUnknown,
        6: UnitUnknown,
        7: PointUnknown,
        8: ManifestCellInvalid,
        9: DateNotUnderstood,
        10: ManifestFileMissing,
        11: ManifestCellInvalid,
        12: AttachState.ADDED,
        13: IndicatorUnknown,
    }
    assert [o.line for o in report.outcomes] == sorted(found)
    assert check_workspace(workspace, SilentJob()).sound


def test_what_became_of_lines_is_told_in_their_order(attach, tmp_path):
    folder = tmp_path / "评查"
    folder.mkdir()
    for n, size in ((1, 10), (3, 6 << 20), (4, 3)):  # they get ready in another order
        (folder / f"{n} 记录.bin").write_bytes(bytes([n]) * size)
    documents.text(folder / "Thumbs.db")
    documents.text(folder / "~$2 记录.docx")
    documents.archive(tmp_path / "包.zip", {"甲.txt": b"x", "乙.txt": b"y"})
    place = "60,材料查证,县司法局\n"
    lines = ["没有.pdf", "评查", "包.zip", "评查/4 记录.bin", "也没有.pdf", "评查/1 记录.bin"]
    report = attach(HEAD + "".join(f"{line},{place}" for line in lines))
    assert [o.line for o in report.outcomes] == [2, 3, 3, 3, 3, 3, 4, 4, 5, 6, 7]
    assert [o.file for o in report.outcomes][1:6] == [
        "评查/1 记录.bin",
        "评查/3 记录.bin",
        "评查/4 记录.bin",
        "评查/Thumbs.db",
        "评查/~$2 记录.docx",
    ]


def test_one_file_for_several_places_is_stored_once(workspace, attach, tmp_path):
    documents.text(tmp_path / "a.txt")
    report = attach(HEAD + "a.txt,60,材料查证,县司法局\na.txt,63,材料查证,县司法局\n")
    assert [o.state for o in report.outcomes] == [AttachState.ADDED] * 2
    assert {p.indicator_code for p in rows(workspace, Placement)} == {"60", "63"}
    assert len(list(workspace.originals.stored())) == 1


def test_a_quoted_cell_may_run_over_lines(workspace, attach, tmp_path):
    documents.text(tmp_path / "a.txt")
    documents.text(tmp_path / "b.txt")
    line = 'a.txt,60,材料查证,县司法局,,"关于……\n的通知",,,\n'
    report = attach(HEAD + line + "b.txt,99,材料查证,县司法局\n")
    assert [o.line for o in report.outcomes] == [2, 4]
    assert rows(workspace, ItemRevision)[0].title == "关于…… 的通知"


@pytest.mark.parametrize(
    "text",
    ["", "题名,文号\n甲,乙\n", "path,method\n", 'path,indicator,method\n"a'],
)
def test_lists_without_head_are_refused(attach, text):
    if text.endswith('"a'):
        assert attach(text).inputs == 1  # an open quote is a cell like any other
    else:
        with pytest.raises(TableUnreadable):
            attach(text)


def workbook(path, *rows):
    made = Workbook()
    for row in rows:
        made.active.append(row)
    made.save(path)
    return path


def described(workspace):
    placed = {p.item_id: p for p in rows(workspace, Placement)}
    return {
        r.title: (placed[r.item_id].point_number, r.doc_date) for r in rows(workspace, ItemRevision)
    }


def test_a_list_as_excel_saves_it(workspace, attach, tmp_path):
    (tmp_path / "材料").mkdir()
    for n in range(1, 6):
        documents.text(tmp_path / "材料" / f"a{n}.txt", f"第 {n} 份")
    report = attach(
        "sep=,\n材料清单,,,,,\n\n文件名称*,指标,核验方式,责任单位,要点,题名,日期\n"
        "材料\\a1.txt,60.0,材料查证,县司法局,1.0,甲,2021/4/9 0:00\n"
        "材料/a2.txt,60,材料查证,县司法局,要点2,乙,44295\n"
        ",,,,,,\n"
        "“材料/a3.txt”,60,材料查证,县司法局,第3项,丙,2021-4\n"
        "材料/A4.TXT,60,材料查证,县司法局,（1）,丁,202104\n"
        "材料/a5.txt,60,材料查证,县司法局,1,戊,二〇二一年四月\n",
        "gb18030",
    )
    assert report.clean
    assert described(workspace) == {
        "甲": (1, "2021-04-09"),
        "乙": (2, "2021-04-09"),
        "丙": (3, "2021-04"),
        "丁": (1, "2021-04"),
        "戊": (1, "2021-04"),
    }


def test_a_list_in_excel(workspace, workers, tmp_path):
    documents.text(tmp_path / "甲.txt", "甲")
    documents.text(tmp_path / "乙.txt", "乙")
    manifest = workbook(
        tmp_path / "清单.xlsx",
        ["材料清单"],
        [],
        ["路径", "指标", "核验方式", "责任单位", "材料要点", "题名", "日期"],
        ["甲.txt", 60, "材料查证", "县司法局", 1, "甲", datetime(2021, 4, 9)],
        ["乙.txt", 60.0, "材料查证", "县司法局", 2.0, "乙", 44295],
    )
    report = attach_manifest(workspace, workers, manifest, SilentJob())
    assert [o.line for o in report.outcomes] == [4, 5]
    assert described(workspace) == {"甲": (1, "2021-04-09"), "乙": (2, "2021-04-09")}


def test_a_missing_file_is_told_with_the_place_that_was_searched(attach, tmp_path):
    (tmp_path / "材料").mkdir()
    documents.text(tmp_path / "材料" / "评查通知.docx")
    report = attach(
        HEAD + "材料/评查通知.doc,60,材料查证,县司法局\n没有/甲.txt,60,材料查证,县司法局\n"
    )
    near, far = (describe_error(o.error) for o in report.outcomes)
    assert "材料/评查通知.doc" in near.reason
    assert "评查通知.docx" in near.remedy
    assert str(tmp_path / "材料") in near.remedy
    assert str(tmp_path / "没有") in far.remedy
    assert "占用" not in near.remedy + far.remedy


@pytest.mark.parametrize("data", [b"PK\x03\x04" + b"x" * 50, b"\xd0\xcf\x11\xe0" + b"x" * 50])
def test_broken_and_old_workbooks_are_refused(tmp_path, data):
    path = tmp_path / "清单.xlsx"
    path.write_bytes(data)
    with pytest.raises(TableUnreadable):
        read_manifest(path)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2021-4", "2021-04"),
        ("2021.4", "2021-04"),
        ("202104", "2021-04"),
        ("44295", "2021-04-09"),
        ("44295.0", "2021-04-09"),
        ("2021/4/9 0:00:00", "2021-04-09"),
        ("Apr. 9, 2021", "2021-04-09"),
        ("2021年4月9号", "2021-04-09"),
        ("2021年度", "2021"),
        ("二〇二一年四月", "2021-04"),
        ("二〇二一年三月五日", "2021-03-05"),
        ("2021.3.5", "2021-03-05"),
        ("2021/3/5", "2021-03-05"),
        ("20210305", "2021-03-05"),
        ("２０２１．３．５", "2021-03-05"),
        ("2021 3 5", "2021-03-05"),
        ("2021 03 05", "2021-03-05"),
        ("2021，3，5", "2021-03-05"),
        ("2021。3。5。", "2021-03-05"),
        ("2021\\3\\5", "2021-03-05"),
        ("2021、3、5", "2021-03-05"),
        ("2021 3", "2021-03"),
        ("2021年3月", "2021-03"),
        ("2021", "2021"),
        ("", ""),
    ],
)
def test_dates_as_they_are_stated(text, iso):
    assert stated_date(text, date(2026, 3, 1)) == iso


@pytest.mark.parametrize(
    "text",
    [
        "2021-13-01",
        "明年",
        "2030-1-1",
        "99999",
        "12345",
        "2021年4月9日至11日",
        "第2021号",
        "2021 13 1",
        "2021 2 30",
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(DateNotUnderstood):
        stated_date(text, date(2026, 3, 1))


def test_what_is_no_list_is_refused(tmp_path):
    picture = documents.png(tmp_path / "清单.csv")
    for path in (picture, tmp_path / "没有.csv"):
        with pytest.raises(TableUnreadable):
            read_manifest(path)


def test_a_list_says_where_pages_were_seen(workspace, workers, tmp_path):
    documents.text(tmp_path / "公示.txt")
    book = Workbook()
    book.active.append(
        ["文件", "指标", "核验方式", "责任单位", "网址", "栏目", "检索时间", "检索人"]
    )
    seen = datetime(2021, 4, 9, 15, 30)
    book.active.append(
        ["公示.txt", 1, "网络检索", "县司法局", "www.shili.gov.cn/1.html", "公示", seen, "王某"]
    )
    book.save(tmp_path / "清单.xlsx")
    report = attach_manifest(workspace, workers, tmp_path / "清单.xlsx", SilentJob())
    assert report.clean
    (revision,) = rows(workspace, ItemRevision)
    assert revision.origin == {
        "address": "http://www.shili.gov.cn/1.html",
        "section": "公示",
        "looked_up_at": "2021-04-09T15:30",
        "looked_up_by": "王某",
    }
