"""PDF/A, photos on shared pages, printed companions, and the description of a whole dossier."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pikepdf
import pytest
from pikepdf import pdfa
from sqlalchemy import select

from app.bootstrap import Services, open_services
from app.dossier.result import CompileResult
from app.dossier_options import ArchiveFields, DossierOptions
from app.evidence.descriptions import Description
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from models import Attachment, EvidenceItem, ItemRevision
from models.vocabulary import AttachmentRole
from tests.support.documents import encrypted_pdf, jpeg, text_pdf
from tests.support.hostile_pdf import MARK, hostile_pdf
from tests.support.pdf_description import describe_pdf, page_texts
from tests.support.pdf_walk import foreign_parts
from tests.support.workspaces import copy_workspace

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "dossier.json"


@pytest.fixture
def services(tmp_path: Path, office_template: Path) -> Iterator[Services]:
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as opened:
        yield opened


def attach(services: Services, file: Path, title: str, indicator: str = "60") -> str:
    """Attach one file; returns the id of its revision."""
    request = AttachRequest(
        (file,),
        Target(indicator, "材料查证", "县司法局", None),
        Description(title, "鲁法办〔2021〕1号", "县司法局", "2021-04-09"),
    )
    attach_files(services.workspace, services.workers, request, SilentJob())
    with services.workspace.database.reading() as session:
        return session.scalars(select(ItemRevision.id).filter_by(title=title)).one()


def join(services: Services, revision: str, other: str, role: AttachmentRole) -> None:
    """Make the file of ``other`` an attachment of ``revision``; ``other`` stays no item."""
    with services.workspace.database.writing() as work:
        second = work.session.get_one(ItemRevision, other)
        item = work.session.get_one(EvidenceItem, second.item_id)
        for placement in item.placements:
            work.session.delete(placement)
        count = len(work.session.get_one(ItemRevision, revision).attachments)
        work.session.add(
            Attachment(
                revision_id=revision,
                position=count + 1,
                role=role,
                blob_sha256=second.blob_sha256,
                file_name=second.file_name,
            )
        )
        work.commit()


def compile_to(services: Services, folder: Path, options: DossierOptions) -> CompileResult:
    return services.dossiers.compile(folder, options, SilentJob())


def test_the_archive_edition_conforms(services: Services, tmp_path: Path) -> None:
    # Its font is not embedded, so that no page of it can be PDF/A.
    attach(services, text_pdf(tmp_path / "a.pdf", ["关于开展案卷评查的通知", "第二页"]), "通知")
    attach(services, jpeg(tmp_path / "b.jpg", (800, 600)), "照片")
    result = compile_to(services, tmp_path / "out", DossierOptions(pdfa=True))
    (dossier,) = result.dossiers
    assert dossier.complete
    assert pdfa.validate_written(dossier.path, "2b").verdict == "pass"
    with pikepdf.open(dossier.path) as pdf:
        assert b"pdfaid:part" in pdf.Root.Metadata.read_bytes()
    for name in ("案卷目录.pdf", "卷脊.pdf"):
        assert pdfa.validate_written(tmp_path / "out" / name, "2b").verdict == "pass"
    told = describe_pdf(dossier.path)
    assert all(told["fonts"].values())
    by_label = dict(zip(told["labels"], told["text"], strict=True))
    assert by_label["1"].splitlines() == ["关于开展案卷评查的通知", "1"]
    assert by_label["2"].splitlines() == ["第二页", "2"]
    end = "".join(told["text"][-1].split())
    assert "第1件：第1—2页不符合长期保存格式，以图像页装订" in end
    assert "第2件：第" not in end
    # The verdicts are remembered, and the plain edition has the original's own pages again.
    again = compile_to(services, tmp_path / "out", DossierOptions(pdfa=True))
    assert not again.dossiers[0].fresh
    plain = compile_to(services, tmp_path / "out", DossierOptions())
    assert "图像页" not in "".join(page_texts(plain.dossiers[0].path)[-1].split())


def test_the_archive_edition_of_hostile_files_conforms(services: Services, tmp_path: Path) -> None:
    """What is cut down leaves what PDF/A needs; what binding adds for it stays alone."""
    for number, place in enumerate(("output intents", "link: a chain", "page /AF", "layers")):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(hostile_pdf(place, "escaped names", Random(number)))
        attach(services, path, f"通知{number}")
    (dossier,) = compile_to(services, tmp_path / "out", DossierOptions(pdfa=True)).dossiers
    assert dossier.complete
    assert pdfa.validate_written(dossier.path, "2b").verdict == "pass"
    assert foreign_parts(dossier.path, MARK) == []
    with pikepdf.open(dossier.path) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == pikepdf.Name.GTS_PDFA1
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
        assert b"pdfaid:part" in pdf.Root.Metadata.read_bytes()
        assert "/ID" in pdf.trailer


def test_photos_of_an_item_share_pages(services: Services, tmp_path: Path) -> None:
    first = attach(services, jpeg(tmp_path / "照片1.jpg", (800, 600)), "现场照片")
    for number in (2, 3):
        file = jpeg(tmp_path / f"照片{number}.jpg", (800 + number, 600))
        join(services, first, attach(services, file, f"临时{number}"), AttachmentRole.ATTACHMENT)
    for per_page, pages in ((1, 3), (2, 2), (4, 1)):
        options = DossierOptions(photos_per_page=per_page)
        result = compile_to(services, tmp_path / "out", options)
        assert result.dossiers[0].numbered_pages == pages
        assert (result.ledger.inputs, result.ledger.included) == (3, 3)
        assert sum(entry.pages for entry in result.ledger.entries) == pages
    whole = "".join("".join(page_texts(result.dossiers[0].path)).split())
    assert "照片2" in whole


def test_a_printed_companion_stands_for_what_cannot_be_converted(
    services: Services, tmp_path: Path
) -> None:
    locked = attach(services, encrypted_pdf(tmp_path / "密.pdf", user="123"), "加密的文件")
    printed = attach(services, text_pdf(tmp_path / "打印.pdf", ["打印出来的内容"]), "打印件")
    join(services, locked, printed, AttachmentRole.COMPANION_PDF)
    sound = attach(services, text_pdf(tmp_path / "好.pdf", ["自己的内容"]), "好的文件")
    needless = attach(services, text_pdf(tmp_path / "多余.pdf", ["多余的内容"]), "多余")
    join(services, sound, needless, AttachmentRole.COMPANION_PDF)
    result = compile_to(services, tmp_path / "out", DossierOptions())
    (dossier,) = result.dossiers
    assert dossier.complete
    whole = "".join("".join(page_texts(dossier.path)).split())
    assert "打印出来的内容" in whole
    assert "自己的内容" in whole
    assert "多余的内容" not in whole
    assert "“密.pdf”不能直接转成页面，以打印件装订" in whole
    assert {e.file: (e.state.value, e.pages) for e in result.ledger.entries} == {
        "密.pdf": ("included", 0),
        "打印.pdf": ("included", 1),
        "好.pdf": ("included", 1),
        "多余.pdf": ("excluded", 0),
    }


def test_a_dossier_is_as_it_is_described(services: Services, tmp_path: Path) -> None:
    outline = (("一、总则", 0, 0), ("（一）目的", 1, 1))
    attach(
        services, text_pdf(tmp_path / "甲.pdf", ["甲一", "甲二"], outline=outline), "关于甲的通知"
    )
    attach(services, text_pdf(tmp_path / "乙.pdf", ["乙一"], (842, 595)), "关于乙的决定")
    options = DossierOptions(
        archive=ArchiveFields(
            category_name="法治政府建设示范创建",
            fonds_name="示例县司法局",
            fonds_code="Z109",
            category_code="FZ",
            filed_by="张三",
            checked_by="李四",
            filed_on=date(2021, 5, 1),
        ),
        last_year=2021,
    )
    result = compile_to(services, tmp_path / "out", options)
    told = describe_pdf(result.dossiers[0].path)
    told["text"] = ["".join(text.split()) for text in told["text"]]
    told["text"][-1] = told["text"][-1].partition("SHA-256")[0]  # the sources' bytes may change
    found = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    if not GOLDEN.exists():
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(found, encoding="utf-8", newline="\n")
        pytest.fail(f"{GOLDEN.name} was missing and has been written; look at it")
    assert json.loads(found) == json.loads(GOLDEN.read_text(encoding="utf-8"))
