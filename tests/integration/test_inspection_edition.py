"""The inspection edition of the demonstration's county, searched for what must not leave."""

import json
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from app.bootstrap import Services, open_services
from app.completeness.figures import place_of, state_figure
from app.completeness.marks import MarkPlace, mark_not_applicable
from app.dossier.case_names import CaseName, put_case_names, set_case_names
from app.dossier.comparing import read_changes
from app.dossier.errors import FolderHoldsOtherEdition
from app.dossier.output.ledger import LedgerState
from app.dossier_options import DossierOptions, Edition, Scope, usual_folder
from app.evidence.items import ItemEdit, edit_item
from app.evidence.listing import FiledRow, list_filed
from app.framework.keys import SlotKey
from app.intake.manifest.filing import attach_manifest
from app.jobs import SilentJob
from app.review.service import Ruling, accept_slots, decide, submit_slots
from models.vocabulary import ReviewDecision
from resources.demo.make_samples import SAMPLES, make_samples
from tests.support.pdf_description import page_texts
from tests.support.workspaces import copy_workspace

#: No page that the program makes may have one of these words.
FORBIDDEN = (
    *("缺页", "缺件", "缺 ", "退回", "不完整", "占位", "未能", "未装", "不装入", "未归"),
    *("尚未", "未审核", "存疑", "待核", "待补", "未达", "失败", "草稿", "清点", "内部"),
)
_LISTS = {"案卷目录", "卷脊", "000 总索引"}
REMARK = "待补盖章页"
REASON = "本单位没有执法人员"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory, office_template: Path) -> Path:
    """The office with the demonstration's material: one item returned, one unreadable."""
    folder = tmp_path_factory.mktemp("county")
    chosen = tuple(s for s in SAMPLES if s.indicator in {"31", "60", "63"})
    manifest = make_samples(folder / "样例", chosen)
    root = copy_workspace(office_template, folder / "工作区")
    with open_services(root) as services:
        workspace = services.workspace
        attach_manifest(workspace, services.workers, manifest, SilentJob())
        with workspace.reading() as session:
            rows = list_filed(session)
        registry = workspace.registry()
        edit_item(workspace, rows[0].item, ItemEdit(remark=REMARK))
        mark_not_applicable(workspace, MarkPlace("县财政局", "60", "material_check", 3), REASON)
        place = place_of(workspace.facts.framework, "60", None, None)
        with workspace.database.writing() as work:
            for unit, value in (("县司法局", 2), ("县公安局", 0)):
                state_figure(work, place, registry.unit(unit).id, value)
            named = CaseName("行政执法案卷评查", "示例县创建工作方案（示法办〔2021〕1号）")
            set_case_names(work, workspace.facts.framework, {"60": named})
            work.commit()
        review(services, rows)
        # What was converted once lies in the cache of every copy.
        services.dossiers.compile(folder / "卷", DossierOptions(), SilentJob())
    return root


def review(services: Services, rows: list[FiledRow]) -> None:
    """Accept everything but one item of indicator 63, which goes back."""
    workspace = services.workspace
    registry = workspace.registry()

    def slot(indicator: str, unit: str, task: str = "material_check") -> SlotKey:
        return SlotKey(indicator, task, registry.unit(unit).id)

    slots = {slot(r.indicator, r.unit, r.task_code) for r in rows}
    slots.add(slot("60", "县财政局"))
    submit_slots(workspace, sorted(slots, key=str))
    back = next(r for r in rows if r.indicator == "63")
    returned = slot(back.indicator, back.unit, back.task_code)
    rulings = [Ruling(returned, ReviewDecision.RETURNED, item=back.item, reasons=("illegible",))]
    rulings += [
        Ruling(returned, ReviewDecision.ACCEPTED, item=r.item)
        for r in rows
        if slot(r.indicator, r.unit, r.task_code) == returned and r.item != back.item
    ]
    decide(workspace, rulings)
    accept_slots(workspace, sorted(slots - {returned}, key=str))


@pytest.fixture
def services(county: Path, tmp_path: Path) -> Iterator[Services]:
    with open_services(copy_workspace(county, tmp_path / "工作区")) as opened:
        yield opened


def compile_it(services: Services, edition: Edition = Edition.INSPECTION, **options):
    folder = usual_folder(services.workspace.layout.exports, edition)
    chosen = DossierOptions(edition=edition, **options)
    return services.dossiers.compile(folder, chosen, SilentJob()), folder


def own_pages(path: Path) -> list[str]:
    """The words of the pages that the program made itself, without spaces inside Chinese."""
    with pikepdf.open(path) as pdf:
        labels = [page.label for page in pdf.pages]
    return [
        text for label, text in zip(labels, page_texts(path), strict=True) if not label.isdecimal()
    ]


def around_pages(path: Path) -> str:
    """Bookmarks, titles of links, and all metadata."""
    with pikepdf.open(path) as pdf:
        with pdf.open_outline() as outline:
            waiting, titles = list(outline.root), []
            while waiting:
                entry = waiting.pop()
                titles.append(entry.title)
                waiting += entry.children
        info = [str(value) for value in pdf.docinfo.values()]
        if "/Metadata" in pdf.Root:
            info.append(pdf.Root.Metadata.read_bytes().decode("utf-8"))
        return "\n".join((*titles, *info))


@pytest.mark.parametrize(
    "options",
    [{}, {"scope": Scope.UNIT}, {"scope": Scope.METHOD}, {"scope": Scope.COMBINED, "pdfa": True}],
)
def test_nothing_internal_is_in_the_folder(services: Services, options: dict[str, object]):
    result, folder = compile_it(services, **options)
    assert all(dossier.complete for dossier in result.dossiers)
    for path in sorted(folder.rglob("*.pdf")):
        own = own_pages(path)
        with pikepdf.open(path) as pdf:
            whole = page_texts(path) if len(pdf.pages) else []
        searched = "\n".join(own) + around_pages(path) + path.name
        for word in FORBIDDEN:
            assert word not in searched, (path.name, word)
        everything = "".join("".join(whole).split())
        assert REMARK not in everything
        assert "考试成绩" not in path.stem
    beside = [p for p in folder.rglob("*") if p.is_file() and p.suffix in {".txt", ".json"}]
    assert not [p.name for p in beside if "清点单" in p.name]
    for path in beside:
        text = path.read_text(encoding="utf-8-sig")
        assert not [word for word in ("退回", "不完整", REMARK) if word in text], path.name


def test_the_house_is_told_what_was_left_out(services: Services):
    result, folder = compile_it(services)
    states = {entry.file: entry for entry in result.ledger.entries}
    failed = [e for e in states.values() if e.state is LedgerState.FAILED]
    assert all(entry.number for entry in failed)
    assert [e.file for e in failed] == ["决策目录报送稿（损坏）.docx"]
    assert "已损坏" in failed[0].reason
    assert any(e.reason == "审核退回" for e in states.values())
    account = json.loads((folder.parent / "清点单（检查组版）.json").read_text(encoding="utf-8"))
    assert account["failed"] == 1
    assert account["inputs"] == result.ledger.inputs


def test_what_it_says_instead(services: Services):
    result, _ = compile_it(services, indicators=("60",))
    words = "".join("".join(own_pages(result.dossiers[0].path)).split())
    assert "第60项指标行政执法案卷评查" in words
    assert "文本出处：示例县创建工作方案（示法办〔2021〕1号）" in words
    assert "鲁山县" not in words.replace("市生态环境局鲁山分局", "")
    assert "县司法局2次/年材料60-20-1至60-20-7" in words
    assert "县公安局0次/年由填报单位报送" in words
    assert f"县财政局不涉及（{REASON}）" in words
    assert "60-20-3至60-20-6" in words
    assert "应装材料" not in words


def test_the_working_edition_still_says_everything(services: Services):
    result, _ = compile_it(services, Edition.WORKING)
    words = "".join("".join("".join(own_pages(d.path)).split()) for d in result.dossiers)
    for told in ("退回", "不完整", "缺页", "未能装入", REMARK):
        assert told in words
    assert not next(d for d in result.dossiers if d.indicator == "31").complete


def test_editions_are_never_mixed_in_a_folder(services: Services, tmp_path: Path):
    def into(edition: Edition):
        options = DossierOptions(indicators=("60",), edition=edition)
        return services.dossiers.compile(tmp_path / "卷", options, SilentJob())

    into(Edition.WORKING)
    before = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "卷").iterdir()}
    with pytest.raises(FolderHoldsOtherEdition):
        into(Edition.INSPECTION)
    assert {p.name: p.stat().st_mtime_ns for p in (tmp_path / "卷").iterdir()} == before


def test_a_dossier_that_vanishes_leaves_the_folder_that_is_handed_over(services: Services):
    first, folder = compile_it(services, indicators=("60",))
    with services.workspace.database.writing() as work:
        names = {"60": CaseName("另一个题名")}
        set_case_names(work, services.workspace.facts.framework, names)
        work.commit()
    second, _ = compile_it(services, indicators=("60",))
    assert second.dossiers[0].path.name == "060 另一个题名.pdf"
    assert not first.dossiers[0].path.exists()
    assert [p.parent for p in second.retired] == [folder.parent / "作废卷宗"]


@pytest.mark.parametrize("edition", list(Edition))
def test_a_retention_of_its_own_is_printed_and_noticed(services: Services, edition: Edition):
    workspace = services.workspace
    keys = ("indicator:60", "indicator:63")
    chosen = {"indicators": ("60", "63")}

    def printed(code: str) -> str:
        found = next(d for d in result.dossiers if d.indicator == code)
        return "".join(own_pages(found.path)[0].split())

    result, folder = compile_it(services, edition, **chosen)
    assert "保管期限30年" in printed("60")
    before = put_case_names(workspace, {"60": CaseName("案卷评查", "", "永久")})
    changes = read_changes(workspace, folder, DossierOptions(edition=edition), keys)
    assert [changes[key].choices for key in keys] == [("case",), ()]
    result, _ = compile_it(services, edition, **chosen)
    assert [d.fresh for d in result.dossiers] == [True, False]
    assert "保管期限永久" in printed("60")
    assert "保管期限30年" in printed("63")
    catalogue = "".join("".join(page_texts(next(folder.glob("案卷目录*.pdf")))).split())
    assert ("永久" in catalogue, "30年" in catalogue) == (True, True)
    assert not read_changes(workspace, folder, DossierOptions(edition=edition), keys)[keys[0]].any
    put_case_names(workspace, before)
    result, _ = compile_it(services, edition, **chosen)
    assert [d.fresh for d in result.dossiers] == [True, False]
    assert "保管期限30年" in printed("60")
