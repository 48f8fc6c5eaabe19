"""Records that no honest program writes, in packages that a registered unit signed."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.checkup.checking import check_workspace
from app.checkup.impossible import impossible_values
from app.exchange.envelope import bounds
from app.exchange.envelope.opening import open_package
from app.exchange.envelope.parts import OriginalEntry
from app.exchange.envelope.writing import write_package
from app.exchange.errors import FloodingRecords, PackageFloods
from app.exchange.kinds import PackageKind
from app.exchange.merge.errors import Impossible, RecordImpossible
from app.exchange.payload.documents import MAIN
from app.storage.defects import DefectKind
from app.wording.errors import describe_error
from app.workspace.content import accept_content
from models import ItemRevision, RectificationNotice
from models.base import new_id
from tests.support.county import JOB, County, Partner, dump
from tests.support.forging import (
    case_draw,
    case_piece,
    case_score,
    forged,
    register_row,
    web_lookup,
)

Content = dict[str, Any]


def figure(unit_id: str, **more: Any) -> Content:
    values = {
        "id": new_id(),
        "version": 1,
        "unit_id": unit_id,
        "by_office": False,
        "place": "60",
        "threshold": "不低于80%",
        "value": 82.5,
        "changed_at": "2026-03-01T12:00:00Z",
        "removed_at": None,
    }
    return values | more


def reply(unit_id: str, **more: Any) -> Content:
    values = {
        "id": new_id(),
        "version": 1,
        "unit_id": unit_id,
        "by_office": False,
        "notice_id": new_id(),
        "measure": "已补齐",
        "person": "张三",
        "done_on": "2026-03-01",
        "evidence": [],
        "replied_by": "张三",
        "changed_at": "2026-03-01T12:00:00Z",
        "removed_at": None,
    }
    return values | more


def revision(content: Content) -> Content:
    return content["records"]["items"][0]["revisions"][0]


def changing(field: str, value: Any) -> Callable[[Content, str], None]:
    def change(content: Content, _unit: str) -> None:
        revision(content)[field] = value

    return change


def setting_up(**setup: Any) -> Callable[[Content, str], None]:
    return changing("binding", {"pages": [{"sha256": "a" * 64, **setup}]})


def coming_from(**origin: str) -> Callable[[Content, str], None]:
    return changing("origin", origin)


def placing(field: str, value: Any) -> Callable[[Content, str], None]:
    def change(content: Content, _unit: str) -> None:
        content["records"]["placements"][0][field] = value

    return change


def stating(**more: Any) -> Callable[[Content, str], None]:
    def change(content: Content, unit: str) -> None:
        content["records"]["figures"].append(figure(unit, **more))

    return change


def replying(**more: Any) -> Callable[[Content, str], None]:
    def change(content: Content, unit: str) -> None:
        content["records"]["replies"].append(reply(unit, **more))

    return change


def looking_up(**more: Any) -> Callable[[Content, str], None]:
    def change(content: Content, unit: str) -> None:
        row = {"id": new_id(), "version": 1, "unit_id": unit, "by_office": False}
        row |= {"changed_at": "2026-03-01T12:00:00Z", "removed_at": None}
        content["records"]["web_lookups"].append(row | web_lookup() | more)

    return change


def registering(**more: Any) -> Callable[[Content, str], None]:
    def change(content: Content, unit: str) -> None:
        row = {"id": new_id(), "version": 1, "unit_id": unit, "by_office": False}
        row |= {"changed_at": "2026-03-01T12:00:00Z", "removed_at": None}
        content["records"]["register_rows"].append(row | register_row() | more)

    return change


def reviewing(kind: str, said: Content, **more: Any) -> Callable[[Content, str], None]:
    """A record of the reviews of case files, in which some fields are others."""

    def change(content: Content, unit: str) -> None:
        row = {"id": new_id(), "version": 1, "unit_id": unit, "by_office": False}
        row |= {"changed_at": "2026-03-01T12:00:00Z", "removed_at": None}
        content["records"][kind].append(row | said | more)

    return change


def drawing(**more: Any) -> Callable[[Content, str], None]:
    return reviewing("case_draws", case_draw(), **more)


def drawing_in(part: str, **more: Any) -> Callable[[Content, str], None]:
    """A draw of which the first stratum, case or sheet says something else."""
    return drawing(**{part: [case_draw()[part][0] | more]})


def scoring(**more: Any) -> Callable[[Content, str], None]:
    return reviewing("case_scores", case_score(), **more)


def marking(**more: Any) -> Callable[[Content, str], None]:
    return scoring(marks=[case_score()["marks"][0] | more])


def same_seat_twice(content: Content, unit: str) -> None:
    said = case_score()
    reviewing("case_scores", said)(content, unit)
    reviewing("case_scores", said)(content, unit)


def item_in_two_case_files(content: Content, unit: str) -> None:
    said = case_piece()
    reviewing("case_pieces", said)(content, unit)
    reviewing("case_pieces", said, case_id=new_id())(content, unit)


def same_figure_twice(content: Content, unit: str) -> None:
    content["records"]["figures"] += [figure(unit), figure(unit)]


def idle_original(content: Content, _unit: str) -> None:
    blob = dict(content["blobs"][0])
    content["blobs"].append(blob | {"sha256": "a" * 64, "included": False})


def far_generation(content: Content, _unit: str) -> None:
    content["lineage"]["generation"] = (1 << 31) - 1


def far_generation_below_the_limit(content: Content, _unit: str) -> None:
    content["lineage"]["generation"] = 999_999_999


HOSTILE = {
    "nul in a title": (changing("title", "甲\x00乙"), Impossible.CONTROL),
    "esc in a title": (changing("title", "甲\x1b[2J"), Impossible.CONTROL),
    "c1 control in a remark": (changing("remark", "甲\x9b31m"), Impossible.CONTROL),
    "delete in a name": (changing("created_by", "甲\x7f"), Impossible.CONTROL),
    "override in a title": (changing("title", "甲\u202efdp.exe"), Impossible.DIRECTION),
    "isolate in a file name": (changing("file_name", "甲\u2066.txt"), Impossible.DIRECTION),
    "day that is none": (changing("doc_date", "2021-02-30"), Impossible.DAY),
    "day of zeros": (changing("doc_date", "0000-00-00"), Impossible.DAY),
    "negative copies": (changing("copies", -1), Impossible.NUMBER),
    "year 1": (changing("created_at", "0001-01-01T00:00:00+08:00"), Impossible.MOMENT),
    "year 9999": (changing("created_at", "9999-12-31T23:59:59-08:00"), Impossible.MOMENT),
    "file of year 1": (changing("file_modified_at", "0001-01-01T00:00:00Z"), Impossible.MOMENT),
    "count that is text": (
        changing("problems", [{"kind": "comments", "detail": {"count": "x"}}]),
        Impossible.NUMBER,
    ),
    "dismissed never": (
        changing(
            "problems",
            [{"kind": "comments", "dismissed": {"reason": "x", "by": "y", "at": "never"}}],
        ),
        Impossible.MOMENT,
    ),
    "pages that are not there": (
        setting_up(of=3, bound=[9], reason="空白"),
        Impossible.FORM,
    ),
    "pages left out without a word": (setting_up(of=3, bound=[1]), Impossible.FORM),
    "a page turned by half a quarter": (setting_up(of=3, turns=[[1, 45]]), Impossible.FORM),
    "paper as large as a house": (
        setting_up(of=3, paper="own", size=[9000, 9000]),
        Impossible.FORM,
    ),
    "pages without number": (setting_up(of=1 << 40, paper="a4"), Impossible.FORM),
    "esc in a reason for pages": (
        setting_up(of=3, bound=[1], reason="\x1b[2J"),
        Impossible.CONTROL,
    ),
    "unknown indicator": (placing("indicator_code", "999"), Impossible.PLACE_UNKNOWN),
    "no indicator": (placing("indicator_code", "../60"), Impossible.CODE),
    "method not asked": (placing("task_code", "exam"), Impossible.PLACE_UNKNOWN),
    "unknown point": (placing("point_number", 900), Impossible.PLACE_UNKNOWN),
    "position beyond the column": (placing("position", 1 << 63), Impossible.NUMBER),
    "version at its end": (placing("version", (1 << 31) - 1), Impossible.NUMBER),
    "infinite figure": (stating(value=float("inf")), Impossible.FINITE),
    "no number": (stating(value=float("nan")), Impossible.FINITE),
    "enormous figure": (stating(value=1e300), Impossible.NUMBER),
    "figure of no place": (stating(place="60/x/y/z"), Impossible.CODE),
    "figure of an unknown place": (stating(place="999"), Impossible.PLACE_UNKNOWN),
    "same figure twice": (same_figure_twice, Impossible.TWICE),
    "done never": (replying(done_on="never"), Impossible.DAY),
    "done in the year 1": (replying(done_on="0001-01-01"), Impossible.DAY),
    "looked up never": (looking_up(looked_up_on="never"), Impossible.DAY),
    "looked up with no known result": (looking_up(result="maybe"), Impossible.FORM),
    "looked up at an unknown task": (looking_up(task_code="exam"), Impossible.PLACE_UNKNOWN),
    "row of no known task": (registering(task_code="exam"), Impossible.PLACE_UNKNOWN),
    "row of no register": (registering(register_id=""), Impossible.FORM),
    "row with a cell of no column": (registering(cells={"": "x"}), Impossible.FORM),
    "row with a number for a text": (registering(cells={"a": 5}), Impossible.FORM),
    "row with a control character": (registering(cells={"a": "x\x07"}), Impossible.CONTROL),
    "row beyond counting": (registering(position=1 << 40), Impossible.NUMBER),
    "case that was not in the list": (drawing_in("strata", drawn=["9号"]), Impossible.FORM),
    "case drawn twice": (drawing_in("strata", drawn=["2号", "2号"]), Impossible.FORM),
    "case that was not drawn": (drawing_in("cases", number="1号"), Impossible.FORM),
    "case closed never": (drawing_in("cases", closed="never"), Impossible.DAY),
    "case with an override": (drawing_in("cases", party="张\u202e"), Impossible.DIRECTION),
    "draw with a control character": (drawing(seed="7\x07"), Impossible.CONTROL),
    "draw of no moment": (drawing(drawn_at="1800-01-01T00:00:00Z"), Impossible.MOMENT),
    "draw that left less than none out": (drawing(left_out=-1), Impossible.FORM),
    "review sheet without standards": (
        drawing_in("sheets", basics=[], generals=[]),
        Impossible.FORM,
    ),
    "review sheet with grades upside down": (
        drawing_in("sheets", excellent=10.0),
        Impossible.FORM,
    ),
    "sheet of no seat": (scoring(seat="lead"), Impossible.FORM),
    "sheet with a verdict that nobody knows": (marking(judged="maybe"), Impossible.FORM),
    "sheet with points below none": (marking(lost=-1.0), Impossible.FORM),
    "sheet with infinite points": (marking(lost=float("inf")), Impossible.FINITE),
    "same seat twice": (same_seat_twice, Impossible.TWICE),
    "item in two case files": (item_in_two_case_files, Impossible.TWICE),
    "piece beyond counting": (
        reviewing("case_pieces", case_piece(), position=1 << 40),
        Impossible.NUMBER,
    ),
    "override in an address": (looking_up(address="a\u202eb"), Impossible.DIRECTION),
    "address that runs a script": (coming_from(address="javascript:alert(1)"), Impossible.ADDRESS),
    "address without end": (coming_from(address="http://a.cn/" + "a" * 5000), Impossible.FORM),
    "override in where it was seen": (
        coming_from(address="http://a.cn/\u202eb"),
        Impossible.DIRECTION,
    ),
    "esc in a section": (coming_from(section="\x1b[2J"), Impossible.CONTROL),
    "seen at no time": (coming_from(looked_up_at="2021-04-09T25:00"), Impossible.MOMENT),
    "seen on no day": (coming_from(looked_up_at="2021-02-30T12:00"), Impossible.DAY),
    "published never": (coming_from(published_on="2021-13"), Impossible.DAY),
    "original of no item": (idle_original, Impossible.UNREFERENCED),
    "maximal generation": (far_generation, Impossible.NUMBER),
    "far generation": (far_generation_below_the_limit, Impossible.AHEAD),
}


@pytest.fixture
def sent(county: County, unit: Partner) -> Path:
    unit.attach("甲", "甲")
    return unit.submit(county.stick / "1.zip")


@pytest.mark.parametrize("name", HOSTILE)
def test_refused_by_name_and_nothing_changed(name, county, unit, sent, tmp_path):
    change, reason = HOSTILE[name]
    path = forged(
        unit, sent, tmp_path / "x.zip", lambda content: change(content, unit.unit_id), check=False
    )
    before = dump(county.office.path)
    with pytest.raises(RecordImpossible) as refused:
        county.office.merge(path)
    assert refused.value.reason is reason
    sentence = str(describe_error(refused.value))
    assert str(path) in sentence
    assert "请对方" in sentence
    assert dump(county.office.path) == before


def with_payload(unit: Partner, sent: Path, target: Path, raw: bytes) -> Path:
    """The package with these bytes as its payload, signed by its sender."""
    with open_package([sent], job=JOB) as opened:
        documents = {name: opened.document(name) for name in opened.documents}
        header, packed = opened.header, opened.originals
    store = unit.workspace.originals
    entries = [OriginalEntry(o.sha256, store.path(o.sha256), o.size, o.suffix) for o in packed]
    documents[MAIN] = raw
    signer = unit.identity.keys().signer
    return write_package(target, header, documents, entries, signer, job=JOB).paths[0]


def payload_of(sent: Path) -> bytes:
    with open_package([sent], job=JOB) as opened:
        return opened.document(MAIN)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            lambda raw: raw.replace(b'"title":', b'"title":"x","title":', 1),
            Impossible.DUPLICATE_KEY,
        ),
        (lambda raw: b"\xef\xbb\xbf" + raw, Impossible.JSON),
        (lambda raw: raw + b"{}", Impossible.JSON),
        (lambda raw: raw.replace("甲".encode(), b"\\ud800", 1), Impossible.FORM),
        (lambda _: b"[" * 100_000, Impossible.JSON),
        (lambda raw: raw.replace(b'"position":1', b'"position":' + b"9" * 5000), Impossible.NUMBER),
    ],
)
def test_a_document_that_two_readers_take_differently(change, reason, county, unit, sent, tmp_path):
    path = with_payload(unit, sent, tmp_path / "x.zip", change(payload_of(sent)))
    with pytest.raises(RecordImpossible) as refused:
        county.office.merge(path)
    assert refused.value.reason is reason


def test_a_flood_is_refused_before_it_is_understood(county, unit, sent, tmp_path):
    content = json.loads(payload_of(sent))
    count = bounds.LISTS["figures"] + 1
    content["records"]["figures"] = [{}] * count
    path = with_payload(unit, sent, tmp_path / "x.zip", json.dumps(content).encode())
    with pytest.raises(PackageFloods) as refused:
        county.office.merge(path)
    assert (refused.value.what, refused.value.found) == (FloodingRecords("figures"), count)


def test_a_reply_to_another_units_notice(county, unit, sent, tmp_path):
    other = county.units[1]
    notice = county.office.workspace
    with notice.database.writing() as work:
        row = RectificationNotice(
            number=1,
            unit_id=other.unit_id,
            indicator_code="60",
            problem="缺材料",
            found_on="2026-03-01",
            found_by="李四",
            created_at=work.now,
            changed_at=work.now,
        )
        work.session.add(row)
        work.session.flush()
        notice_id = row.id
        work.commit()
    path = forged(
        unit,
        sent,
        tmp_path / "x.zip",
        lambda c: c["records"]["replies"].append(reply(unit.unit_id, notice_id=notice_id)),
    )
    with pytest.raises(RecordImpossible) as refused:
        county.office.merge(path)
    assert refused.value.reason is Impossible.NOTICE_FOREIGN


def test_what_honest_people_typed_still_merges(county, unit, sent, tmp_path):
    def change(content: Content) -> None:
        revision(content)["title"] = "关于\t依法行政\n的报告"
        revision(content)["remark"] = "第一行\x0b第二行\u2028第三行 \u202d138\u202c"
        content["records"]["placements"][0]["position"] = -3
        content["records"]["replies"].append(reply(unit.unit_id))

    path = forged(unit, sent, tmp_path / "x.zip", change)
    county.office.merge(path)
    assert county.office.titles == {"关于 依法行政 的报告"}
    assert check_workspace(county.office.workspace, JOB).sound


def test_control_characters_are_not_stored_when_they_are_typed(county, unit):
    unit.attach("甲", "甲")
    with unit.workspace.database.writing() as work:
        work.session.query(ItemRevision).update({"remark": "贴自终端\x1b[31m"})
        work.commit()
    county.office.merge(unit.submit(county.stick / "1.zip"))


def test_a_workspace_poisoned_earlier_opens_merges_packs_and_tells(county, unit):
    other = county.units[1]
    other.attach("财政", "财政")
    county.office.merge(other.submit(county.stick / "f.zip"))
    with closing(sqlite3.connect(county.office.path / "juanzong.db")) as database:
        database.execute("UPDATE evidence_item SET created_at = '0001-01-01 00:00:00.000000'")
        database.execute(
            "INSERT INTO rectification_notice (id, number, unit_id, indicator_code, problem,"
            " demand, found_on, found_by, deadline, verdict_note, verdict_by, version, created_at,"
            " changed_at) VALUES (?, 1, ?, '60', 'x', '', 'never', 'y', 'soon', '', '', 1,"
            " '9999-12-31 23:59:59.000000', '2026-03-01 00:00:00.000000')",
            (new_id(), other.unit_id),
        )
        database.commit()
    office = county.office
    # An earlier edition stored it itself, so the seals fit.
    accept_content(office.workspace)
    with office.workspace.database.reading() as session:
        kinds = {found.kind for found in impossible_values(session)}
    assert kinds == {"items", "notices"}
    unit.attach("乙", "乙")
    office.merge(unit.submit(county.stick / "2.zip"))
    assert office.pack(PackageKind.RETURN, county.stick / "r.zip", other.name)
    told = check_workspace(office.workspace, JOB).defects
    assert {defect.kind for defect in told} == {DefectKind.IMPOSSIBLE_VALUE}
    with closing(sqlite3.connect(office.path / "juanzong.db")) as database:
        database.execute("DELETE FROM rectification_notice")
        database.execute("UPDATE evidence_item SET created_at = changed_at")
        database.commit()
    accept_content(office.workspace)
