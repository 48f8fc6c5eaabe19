"""Whatever the border lets in can be shown: every page, listing and paper, a dossier, a package."""

from pathlib import Path

import pytest

from app.bootstrap import Services
from app.exchange.kinds import PackageKind
from app.reports.papers import PAPERS
from app.reports.service import make_papers
from app.settings import WorkspaceSettings
from models.base import new_id
from tests.gui.conftest import open_in, page_of
from tests.support.cli import Cli
from tests.support.county import JOB, Partner, make_county, open_county
from tests.support.forging import forged
from ui.pages import PAGES

_UNIT = "县司法局"
_FAR = "2199-12-31T23:59:59Z"
_WORDS = "العربية עברית e" + "\u0301" * 200 + "𠀀\U0010ffff\ufffe{0}%s[/附件]<img src=//x/y>=1+1"
_PLACE = {"indicator_code": "60", "method": "material_check"}
_MANY = 500


def _extreme(content) -> None:
    """Turn a package into one that is as odd as it may be."""
    records = content["records"]
    item = records["items"][0]
    revision = item["revisions"][0]
    revision |= {
        "title": (_WORDS * 5)[:1000],
        "remark": "长\n" * 50_000,
        "issuer": "关" * 1000,
        "doc_number": "号" * 1000,
        "doc_date": "2199-12-31",
        "copies": 100_000,
        "file_name": "名" * 1000,
        "created_at": _FAR,
        "created_by": _WORDS,
        "file_modified_at": "2999-12-31T23:59:59Z",
        "guesses": {"甲": _WORDS},
        "problems": [{"kind": "comments", "detail": {"count": 1_000_000_000}, "dismissed": None}],
    }
    item |= {"version": 1_000_000_000, "created_at": "1970-01-01T00:00:00Z", "changed_at": _FAR}
    whose = {"version": 1_000_000_000, "unit_id": item["unit_id"], "by_office": False}

    def add(kind: str, **fields: object) -> None:
        row = {"id": new_id(), **whose, "changed_at": _FAR, "removed_at": None, **fields}
        records[kind].append(row)

    for number in range(_MANY):
        position = (1 << 31) - 1 - number
        add(
            "placements",
            **_PLACE,
            item_id=item["id"],
            point_number=1,
            position=position,
            created_at=_FAR,
        )
    add("figures", place="60", threshold="x" * 100_000, value=-1e15)
    add("figures", place="60/material_check/1", threshold=_WORDS, value=5e-324)
    add("not_applicable", **_PLACE, point_number=2, reason=_WORDS * 50, marked_by=_WORDS)
    add(
        "submissions",
        **_PLACE,
        round=1_000_000_000,
        basis=[[item["id"], 2**31 - 1, "x"]],
        note="注" * 100_000,
        submitted_by=_WORDS,
        submitted_at=_FAR,
    )
    add(
        "replies",
        notice_id=new_id(),
        measure=_WORDS,
        person=_WORDS,
        done_on="2199-12-31",
        evidence=[new_id()] * 500,
        replied_by=_WORDS,
    )
    add(
        "self_checks",
        indicator_code="60",
        assessment=None,
        statement=_WORDS * 300,
        problems="题" * 100_000,
        score=1e15,
        stated_by=_WORDS,
    )


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The workspace of an office that merged such a package."""
    make_county(tmp_path / "县", (_UNIT,))
    with open_county(tmp_path / "县", (_UNIT,)) as county:
        unit = county.units[0]
        unit.attach("甲", "甲")
        good = unit.submit(county.stick / "1.zip")
        path = forged(unit, good, county.stick / "x.zip", _extreme, check=False)
        report = county.office.merge(path)
        assert report.sender == _UNIT
    return tmp_path / "县" / "创建办"


def test_it_is_listed(office: Path, capsys) -> None:
    cli = Cli(capsys)
    for command in (
        *(("status",), ("log",), ("packages",), ("item", "list"), ("item", "findings")),
        *(("review", "list"), ("review", "matrix"), ("rectify", "list"), ("selfcheck", "list")),
        ("selfcheck", "show", "--unit", _UNIT),
    ):
        words = 2 if command[0] in {"item", "review", "rectify", "selfcheck"} else 1
        code, out, err = cli(*command[:words], office, *command[words:])
        assert code in {0, 1}, (command, err)
        assert not set(out + err) & set("\x00\x1b\x9b\u202e"), command


def test_it_is_printed_packed_and_on_every_page(
    office: Path, tmp_path: Path, window, qtbot
) -> None:
    partner = Partner(office)
    services = Services(partner.workspace, WorkspaceSettings())
    for paper in PAPERS:
        made = make_papers(
            services.workspace,
            services.settings,
            paper,
            (),
            JOB,
            target=tmp_path / "文书" / paper.title,
        )
        assert made is not None
    for kind in (PackageKind.RETURN, PackageKind.RECOVERY):
        partner.pack(kind, tmp_path / f"{kind.value}.zip", _UNIT)
    services.workers.close()
    partner.close()

    open_in(window, office, qtbot)
    for page in PAGES:
        assert page_of(window, page.entry.key) is not None
        qtbot.waitUntil(lambda: window.context.session.is_quiet, timeout=60_000)
