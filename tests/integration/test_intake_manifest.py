"""Lists of files: good lines go in, bad ones are named by their number."""

import pytest

from app.errors import FileUnreadable, UnitUnknown
from app.framework.errors import IndicatorUnknown, MethodUnknown, PointUnknown
from app.intake.errors import DateNotUnderstood, ManifestCellInvalid, ManifestUnreadable
from app.intake.manifest import attach_manifest, read_manifest
from app.intake.report import AttachState
from app.jobs import SilentJob
from app.workspace.check import check_workspace
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
        10: FileUnreadable,
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
        with pytest.raises(ManifestUnreadable):
            attach(text)


def test_what_is_no_list_is_refused(tmp_path):
    picture = documents.png(tmp_path / "清单.csv")
    for path in (picture, tmp_path / "没有.csv"):
        with pytest.raises(ManifestUnreadable):
            read_manifest(path)
