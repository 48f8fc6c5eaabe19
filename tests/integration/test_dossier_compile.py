"""The main job on real workspaces: files in, dossiers out, only what changed, atomic results."""

import csv
import gc
import json
import multiprocessing
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import psutil
import pypdfium2
import pytest
from sqlalchemy import select

from app.bootstrap import Services, open_services
from app.dossier.output.ledger import LedgerState
from app.dossier.output.lists import LEDGER_STEM, MASTER_NAME, SPINES_NAME
from app.dossier.output.manifest import MANIFEST_STEM
from app.dossier.output.record import RECORD_NAME
from app.dossier.output.retiring import RETIRED_FOLDER
from app.dossier.output.start_page import INDEX_HTML, INDEX_PDF
from app.dossier.result import CompileResult
from app.dossier_options import ArchiveFields, DossierOptions, Numbering, Scope
from app.errors import UnitUnknown
from app.evidence.descriptions import Description
from app.evidence.places import Target
from app.framework.errors import IndicatorUnknown
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import Cancelled, CancelToken, Progress, SilentJob
from app.originals import digest_file
from app.replacing import part_of
from models import EvidenceItem, ItemRevision, Placement
from tests.support.documents import broken_pdf, encrypted_pdf, jpeg, sound, text_pdf
from tests.support.pdf_description import describe_pdf, page_texts
from tests.support.workspaces import copy_workspace

UNIT = "县司法局"


@pytest.fixture
def services(tmp_path: Path, office_template: Path) -> Iterator[Services]:
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as opened:
        yield opened


def attach(
    services: Services,
    *files: Path,
    indicator: str = "60",
    unit: str = UNIT,
    title: str | None = None,
    point: int | None = None,
) -> None:
    (method, *_) = (
        task.code for task in services.workspace.facts.framework.indicator(indicator).tasks
    )
    request = AttachRequest(
        files,
        Target(indicator, method, unit, point),
        Description(title, None, None, "2021-04-09"),
    )
    report = attach_files(services.workspace, services.workers, request, SilentJob())
    assert len(report.outcomes) == len(files)


def compile_to(
    services: Services, folder: Path, options: DossierOptions | None = None
) -> CompileResult:
    return services.dossiers.compile(folder, options or DossierOptions(), SilentJob())


def test_an_indicator_becomes_a_dossier(services: Services, tmp_path: Path) -> None:
    attach(services, text_pdf(tmp_path / "a.pdf", ["甲一", "甲二"]), title="关于甲的通知")
    attach(services, text_pdf(tmp_path / "b.pdf", ["乙一"]), title="关于镕基喆的决定")
    result = compile_to(services, tmp_path / "out")
    (dossier,) = result.dossiers
    assert dossier.indicator == "60"
    assert dossier.complete
    assert dossier.path.name == "060 建立行政执法日常检查监督机制.pdf"
    assert dossier.numbered_pages == 3
    with pikepdf.open(dossier.path) as pdf:
        assert len(pdf.pages) == dossier.pages
    texts = page_texts(dossier.path)
    told = describe_pdf(dossier.path)
    by_label = dict(zip(told["labels"], texts, strict=True))
    assert by_label["1"].splitlines() == ["甲一", "1"]
    assert by_label["3"].splitlines() == ["乙一", "3"]
    whole = "".join("".join(texts).split())
    assert "关于甲的通知" in whole
    assert "关于镕基喆的决定" in whole
    titles = [title for _, title, _, _ in told["outline"]]
    assert titles[:4] == ["封面", "指标说明", "卷内文件目录", "材料查证"]
    # The test's own sources name two fonts without embedding them; all of ours are embedded.
    loose = {name for name, embedded in told["fonts"].items() if not embedded}
    assert loose <= {"STSong-Light", "Helvetica"}
    assert (result.ledger.inputs, result.ledger.included) == (2, 2)
    assert result.to_json()["dossiers"] == [
        {
            "indicator": "60",
            "path": str(dossier.path),
            "files": [str(dossier.path)],
            "pages": dossier.pages,
            "numbered_pages": 3,
            "volumes": 1,
            "complete": True,
            "fresh": True,
        }
    ]


def test_lists_are_written_beside_the_dossiers(services: Services, tmp_path: Path) -> None:
    source = text_pdf(tmp_path / "=公式.pdf", ["甲"])
    attach(services, source, title="=1+1")
    attach(services, text_pdf(tmp_path / "b.pdf", ["乙"]), indicator="61")
    out = tmp_path / "out"
    result = compile_to(services, out)
    assert {path.name for path in out.iterdir()} == {
        *(dossier.path.name for dossier in result.dossiers),
        MASTER_NAME,
        SPINES_NAME,
        INDEX_HTML,
        INDEX_PDF,
        RECORD_NAME,
        *(f"{stem}.{s}" for stem, s in ((MANIFEST_STEM, "json"), (MANIFEST_STEM, "csv"))),
        *(f"{stem}.{s}" for stem, s in ((LEDGER_STEM, "json"), (LEDGER_STEM, "txt"))),
    }
    manifest = json.loads((out / f"{MANIFEST_STEM}.json").read_text(encoding="utf-8"))
    (first, _second) = manifest["dossiers"]
    (volume,) = first["volumes"]
    digests = digest_file(out / volume["file"])
    assert (volume["sha256"], volume["sm3"]) == (digests.sha256, digests.sm3)
    (file,) = volume["items"][0]["files"]
    assert file["sha256"] == digest_file(source).sha256
    data = (out / f"{MANIFEST_STEM}.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    assert len({len(line) for line in lines}) == 1
    assert "'=1+1" in lines[2]
    master = "".join(page_texts(out / MASTER_NAME))
    assert "第60项指标" in "".join(master.split())
    ledger = json.loads((out / f"{LEDGER_STEM}.json").read_text(encoding="utf-8"))
    assert ledger == result.ledger.to_json()


def test_bad_files_get_placeholders_and_stop_nothing(services: Services, tmp_path: Path) -> None:
    attach(services, broken_pdf(tmp_path / "坏.pdf"), title="损坏的文件")
    attach(services, encrypted_pdf(tmp_path / "密.pdf", user="123"), title="加密的文件")
    attach(services, text_pdf(tmp_path / "好.pdf", ["好"]), title="完好的文件")
    result = compile_to(services, tmp_path / "out")
    (dossier,) = result.dossiers
    assert not dossier.complete
    failed = [e for e in result.ledger.entries if e.state is LedgerState.FAILED]
    assert sorted(entry.file for entry in failed) == ["坏.pdf", "密.pdf"]
    assert all(entry.number for entry in failed)
    assert all("；" in entry.reason for entry in failed)
    texts = page_texts(dossier.path)
    assert "不完整" in "".join(texts[0].split())
    assert dossier.numbered_pages == 3
    assert "损坏的文件" in "".join("".join(texts).split())


def test_what_cannot_be_printed_lies_beside(services: Services, tmp_path: Path) -> None:
    attach(services, sound(tmp_path / "录音.wav"), title="访谈录音")
    result = compile_to(services, tmp_path / "out")
    (copy,) = (tmp_path / "out").glob("随卷原件/*/录音.wav")
    assert copy.read_bytes() == (tmp_path / "录音.wav").read_bytes()
    assert result.dossiers[0].complete


def test_a_removed_item_is_accounted_for(services: Services, tmp_path: Path) -> None:
    attach(services, text_pdf(tmp_path / "a.pdf", ["甲"]), title="甲")
    attach(services, text_pdf(tmp_path / "b.pdf", ["乙"]), title="乙")
    with services.workspace.database.writing() as work:
        revision = work.session.scalars(select(ItemRevision).filter_by(title="乙")).one()
        work.session.get_one(EvidenceItem, revision.item_id).removed_at = work.now
        work.commit()
    result = compile_to(services, tmp_path / "out")
    assert result.dossiers[0].numbered_pages == 1
    (entry,) = [e for e in result.ledger.entries if e.state is LedgerState.EXCLUDED]
    assert (entry.file, entry.reason) == ("b.pdf", "已移入回收站")


def test_an_item_whose_task_is_gone_is_not_passed_over(services: Services, tmp_path: Path) -> None:
    attach(services, text_pdf(tmp_path / "a.pdf", ["甲"]))
    with services.workspace.database.writing() as work:
        work.session.scalars(select(Placement)).one().indicator_code = "999"
        work.commit()
    result = compile_to(services, tmp_path / "out")
    assert result.dossiers == ()
    assert (result.ledger.inputs, result.ledger.excluded) == (1, 1)


def test_a_second_compile_redoes_only_what_changed(services: Services, tmp_path: Path) -> None:
    for number in (60, 61, 62):
        file = text_pdf(tmp_path / f"{number}.pdf", [f"第{number}项"])
        attach(services, file, indicator=str(number), title=f"材料{number}")
    out = tmp_path / "out"
    first = compile_to(services, out)
    assert [d.fresh for d in first.dossiers] == [True] * 3
    stamps = {d.path: d.path.stat().st_mtime_ns for d in first.dossiers}
    second = compile_to(services, out)
    assert [d.fresh for d in second.dossiers] == [False] * 3
    assert [d.pages for d in second.dossiers] == [d.pages for d in first.dossiers]
    attach(services, text_pdf(tmp_path / "new.pdf", ["新"]), indicator="61")
    third = compile_to(services, out)
    assert [d.fresh for d in third.dossiers] == [False, True, False]
    changed = [d.path for d in third.dossiers if d.path.stat().st_mtime_ns != stamps[d.path]]
    assert changed == [third.dossiers[1].path]
    # A dossier that somebody deleted or altered is made again.
    third.dossiers[0].path.unlink()
    third.dossiers[2].path.write_bytes(b"altered")
    fourth = compile_to(services, out)
    assert [d.fresh for d in fourth.dossiers] == [True, False, True]
    other = replace(DossierOptions(), archive=ArchiveFields(filed_by="张三"))
    assert all(d.fresh for d in compile_to(services, out, other).dossiers)


def test_a_dossier_that_changes_its_volumes_leaves_none_behind(
    services: Services, tmp_path: Path
) -> None:
    for number in range(3):
        attach(services, text_pdf(tmp_path / f"{number}.pdf", ["一", "二"]), title=f"材料{number}")
    out = tmp_path / "out"
    small = compile_to(services, out, DossierOptions(volume_limit=2))
    (dossier,) = small.dossiers
    assert [file.name[-9:-4] for file in dossier.files] == ["（第1卷）", "（第2卷）", "（第3卷）"]
    assert dossier.numbered_pages == 6
    large = compile_to(services, out)
    assert len(large.dossiers[0].files) == 1
    assert len(large.retired) == 3
    assert sorted(out.glob("060*")) == [large.dossiers[0].path]
    assert all(path.parent.name == RETIRED_FOLDER for path in large.retired)


def test_a_dossier_with_nothing_left_is_retired(services: Services, tmp_path: Path) -> None:
    attach(services, text_pdf(tmp_path / "a.pdf", ["甲"]), indicator="60")
    attach(services, text_pdf(tmp_path / "b.pdf", ["乙"]), indicator="61")
    out = tmp_path / "out"
    compile_to(services, out)
    with services.workspace.database.writing() as work:
        placement = work.session.scalars(select(Placement).filter_by(indicator_code="61")).one()
        placement.removed_at = work.now
        work.commit()
    only = compile_to(services, out, DossierOptions(indicators=("60",)))
    assert only.retired == ()  # 61 was not asked about
    everything = compile_to(services, out)
    assert [path.name[:3] for path in everything.retired] == ["061"]
    assert not list(out.glob("061*"))
    assert "第61项" not in "".join(page_texts(out / MASTER_NAME))
    with services.workspace.database.writing() as work:
        work.session.scalars(
            select(Placement).filter_by(indicator_code="60")
        ).one().removed_at = work.now
        work.commit()
    nothing = compile_to(services, out)
    assert nothing.dossiers == ()
    assert {path.name for path in nothing.retired} >= {MASTER_NAME, SPINES_NAME}
    assert not list(out.glob("*.pdf"))


@pytest.mark.parametrize("scope", list(Scope))
def test_each_scope_holds_every_item(services: Services, tmp_path: Path, scope: Scope) -> None:
    attach(services, text_pdf(tmp_path / "a.pdf", ["甲"]), indicator="60", unit="县司法局")
    attach(services, text_pdf(tmp_path / "b.pdf", ["乙"]), indicator="64", unit="县公安局")
    options = DossierOptions(
        scope=scope, numbering=Numbering.DUPLEX_OUTER, duplex_blanks=True, watermark="草稿"
    )
    result = compile_to(services, tmp_path / "out", options)
    assert sum(d.numbered_pages for d in result.dossiers) == 2
    expected = {Scope.INDICATOR: 2, Scope.UNIT: 2, Scope.METHOD: 1, Scope.COMBINED: 1}
    assert len(result.dossiers) == expected[scope]
    for dossier in result.dossiers:
        texts = page_texts(dossier.path)
        labels = describe_pdf(dossier.path)["labels"]
        for label, text in zip(labels, texts, strict=True):
            if label.isdecimal():
                assert text.splitlines()[-1] == label


def test_filters_take_what_exists_and_refuse_what_does_not(
    services: Services, tmp_path: Path
) -> None:
    attach(services, text_pdf(tmp_path / "a.pdf", ["甲"]), unit="县司法局")
    attach(services, text_pdf(tmp_path / "b.pdf", ["乙"]), unit="县公安局")
    result = compile_to(services, tmp_path / "out", DossierOptions(units=("县公安局",)))
    assert (result.ledger.inputs, result.dossiers[0].numbered_pages) == (1, 1)
    with pytest.raises(UnitUnknown):
        compile_to(services, tmp_path / "out", DossierOptions(units=("没有这个局",)))
    with pytest.raises(IndicatorUnknown):
        compile_to(services, tmp_path / "out", DossierOptions(indicators=("999",)))


def test_pictures_and_pdfs_bear_numbers_in_one_run(services: Services, tmp_path: Path) -> None:
    attach(services, jpeg(tmp_path / "照片.jpg", (1600, 1200), orientation=6), title="现场照片")
    attach(services, text_pdf(tmp_path / "a.pdf", ["甲"]), title="通知")
    result = compile_to(services, tmp_path / "out")
    with pypdfium2.PdfDocument(result.dossiers[0].path) as document:
        assert len(document) == result.dossiers[0].pages


class _CancelAt(SilentJob):
    """Presses cancel when the first page has been bound."""

    def __init__(self) -> None:
        super().__init__(CancelToken())

    def report(self, progress: Progress) -> None:
        if progress.stage == "bind":
            self.token.cancel()


def test_cancelling_leaves_each_file_old_or_new(services: Services, tmp_path: Path) -> None:
    for number in range(60, 68):  # more than the workers take ahead
        attach(services, text_pdf(tmp_path / f"{number}.pdf", ["旧"]), indicator=str(number))
    out = tmp_path / "out"
    compile_to(services, out)
    options = DossierOptions(watermark="草稿")
    with pytest.raises(Cancelled):
        services.dossiers.compile(out, options, _CancelAt())
    assert not list(out.glob("*.part"))
    for path in out.glob("06*.pdf"):
        with pikepdf.open(path) as pdf:
            assert len(pdf.pages) >= 5
    again = compile_to(services, out, options)
    assert len(again.dossiers) == 8
    assert again.ledger.failed == 0


class _CancelWhenBound(SilentJob):
    """Presses cancel when the last page has been bound, before the files are hashed."""

    def __init__(self) -> None:
        super().__init__(CancelToken())

    def report(self, progress: Progress) -> None:
        if progress.stage == "bind" and progress.done == progress.total:
            self.token.cancel()


def test_cancelling_while_files_are_hashed_keeps_every_volume(
    services: Services, tmp_path: Path
) -> None:
    for name in ("甲", "乙", "丙"):
        attach(services, text_pdf(tmp_path / f"{name}.pdf", [name] * 5), indicator="60")
    out = tmp_path / "out"
    options = DossierOptions(volume_limit=5)
    compile_to(services, out, options)
    before = {path: path.read_bytes() for path in out.glob("060*.pdf")}
    assert len(before) == 3
    with pytest.raises(Cancelled):
        services.dossiers.compile(out, replace(options, watermark="草稿"), _CancelWhenBound())
    assert {path: path.read_bytes() for path in out.glob("060*.pdf")} == before
    assert not list(out.glob("*.part"))


class _KillWorkers(SilentJob):
    """Kills the workers when the first volume has been bound."""

    def __init__(self) -> None:
        super().__init__()
        self.killed = 0

    def report(self, progress: Progress) -> None:
        if progress.stage == "bind" and not self.killed:
            for child in psutil.Process().children():
                if "spawn_main" in " ".join(child.cmdline()):
                    child.kill()
                    self.killed += 1


def test_a_worker_that_dies_costs_no_more_than_its_dossier(
    services: Services, tmp_path: Path
) -> None:
    for number in range(60, 68):
        attach(services, text_pdf(tmp_path / f"{number}.pdf", ["甲"]), indicator=str(number))
    out, job = tmp_path / "out", _KillWorkers()
    result = services.dossiers.compile(out, DossierOptions(), job)
    assert job.killed
    assert len(result.dossiers) + len(result.unwritten) == 8
    assert len(result.unwritten) <= job.killed
    assert len(list(out.glob("06*.pdf"))) == len(result.dossiers)
    assert not list(out.glob("*.part"))
    assert len(compile_to(services, out).dossiers) == 8


def test_a_target_that_cannot_be_replaced_keeps_its_old_file(
    services: Services, tmp_path: Path
) -> None:
    attach(services, text_pdf(tmp_path / "a.pdf", ["甲"]), indicator="60")
    attach(services, text_pdf(tmp_path / "b.pdf", ["乙"]), indicator="61")
    out = tmp_path / "out"
    blocked = out / "060 建立行政执法日常检查监督机制.pdf"
    (blocked / "占位").mkdir(parents=True)  # a folder stands where the file belongs
    result = compile_to(services, out)
    assert [d.indicator for d in result.dossiers] == ["61"]
    assert len(result.unwritten) == 1
    assert (result.ledger.included, result.ledger.failed) == (1, 1)
    assert not list(out.glob("*.part"))


def _compile_forever(workspace: str, out: str, ready: object) -> None:
    with open_services(Path(workspace), read_only=True) as services:
        ready.set()
        for turn in range(1000):
            options = DossierOptions(watermark=f"第{turn}次")
            services.dossiers.compile(Path(out), options, SilentJob())


def test_a_kill_leaves_old_or_new_files_and_the_next_run_cleans_up(
    services: Services, tmp_path: Path
) -> None:
    for number in (60, 61, 62):
        pages = [f"第{number}项第{n}页" for n in range(30)]
        attach(services, text_pdf(tmp_path / f"{number}.pdf", pages), indicator=str(number))
    out = tmp_path / "out"
    compile_to(services, out)
    context = multiprocessing.get_context("spawn")
    for patience in (0.05, 0.2, 0.45):
        ready = context.Event()
        root = str(services.workspace.layout.root)
        process = context.Process(target=_compile_forever, args=(root, str(out), ready))
        process.start()
        assert ready.wait(60)
        threading.Event().wait(patience)  # any moment will do
        process.kill()
        process.join()
        found = sorted(out.glob("06*.pdf"))
        assert len(found) == 3
        for path in found:
            with pikepdf.open(path) as pdf:
                assert len(pdf.pages) >= 35
    left = part_of(out / "x.pdf").with_name(f"x.pdf.{process.pid}.part")
    left.write_bytes(b"half")
    result = compile_to(services, out)
    assert len(result.dossiers) == 3
    assert not left.exists()
    assert all(describe_pdf(d.path)["labels"].count("30") == 1 for d in result.dossiers)


def test_memory_does_not_grow_with_compiles(services: Services, tmp_path: Path) -> None:
    attach(services, text_pdf(tmp_path / "a.pdf", ["甲"] * 20))
    out = tmp_path / "out"

    def run(turn: int) -> int:
        compile_to(services, out, DossierOptions(watermark=str(turn)))
        # In a large process Python collects seldom; what it would free by itself is no growth.
        gc.collect()
        return int(psutil.Process().memory_info().rss)

    for turn in range(5):
        before = run(turn)
    for turn in range(5, 20):
        after = run(turn)
    assert after - before < 16 << 20
