"""Programs, links and disk images: not taken in, not bound, not laid beside, not opened."""

import os
import zipfile
from pathlib import Path
from random import Random

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from app.bootstrap import Services, open_services
from app.confinement.limits import Limits
from app.dossier.output.ledger import LedgerState
from app.dossier_options import DossierOptions
from app.errors import FileUnreadable, NotForOpening
from app.evidence.exporting import save_originals
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.errors import NotTakenIn
from app.intake.inbox.arrivals import Unplaced
from app.intake.inbox.waiting import look_at_waiting
from app.intake.parts.revising import revise_item
from app.intake.report import AttachState
from app.intake.requests import AttachRequest
from app.isolation import Workers
from app.jobs import SilentJob
from app.preview.copies import copy_for_opening, inert_target
from app.problems import NOT_EVIDENCE, ProblemKind
from app.wording.errors import describe_error
from models import Blob, EvidenceItem, ItemRevision
from tests.attack.scenarios import bombs
from tests.support import documents
from tests.support.pdf_description import page_texts
from tests.support.programs import CONTENTS, windows_program
from tests.support.workspaces import add_item, copy_workspace, rows

TARGET = Target("60", "材料查证", "县司法局")


@pytest.fixture
def services(tmp_path: Path, office_template: Path):
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as opened:
        yield opened


def attach(services: Services, *paths: Path):
    request = AttachRequest(paths, TARGET)
    return attach_files(services.workspace, services.workers, request, SilentJob())


def blobs(services: Services) -> int:
    return len(rows(services.workspace, Blob))


@pytest.mark.parametrize("kind", CONTENTS)
@pytest.mark.parametrize("name", ["通知.pdf", "安装.exe", "a.dat"])
def test_a_program_is_not_taken_in_and_the_reason_is_told(services, tmp_path, kind, name):
    path = tmp_path / name
    path.write_bytes(CONTENTS[kind])
    report = attach(services, path, documents.text(tmp_path / "b.txt", "正文"))
    (refused,) = (one for one in report.outcomes if one.file == name)
    assert refused.state is AttachState.FAILED
    assert isinstance(refused.error, NotTakenIn)
    assert refused.error.problem.kind in NOT_EVIDENCE
    told = describe_error(refused.error)
    assert told.reason
    assert told.remedy
    assert report.count(AttachState.ADDED) == 1
    assert blobs(services) == 1


def test_a_program_in_an_archive_stays_out_and_the_rest_comes_in(services, tmp_path):
    path = tmp_path / "包.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("通知.txt", "正文")
        package.writestr("工具/安装.exe", windows_program())
        package.writestr("网址.url", b"[InternetShortcut]\r\nURL=http://x/\r\n")
    report = attach(services, path)
    assert report.count(AttachState.ADDED) == 1
    told = {o.file: o.error.problem.kind for o in report.outcomes if o.error is not None}
    assert told == {
        "包.zip/工具/安装.exe": ProblemKind.PROGRAM,
        "包.zip/网址.url": ProblemKind.WEB_SHORTCUT,
    }


def test_a_program_in_a_mail_stays_out(services, tmp_path):
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "材料", "a@x.cn", "b@x.cn"
    mail.set_content("见附件")
    mail.add_attachment(windows_program(), "application", "pdf", filename="附件.pdf")
    (tmp_path / "a.eml").write_bytes(bytes(mail))
    report = attach(services, tmp_path / "a.eml")
    assert [one.state for one in report.outcomes] == [AttachState.ADDED]
    (item,) = report.outcomes
    assert ProblemKind.MAIL_ATTACHMENTS_LEFT in {one.kind for one in item.problems}
    assert blobs(services) == 1


def test_no_program_becomes_a_new_version(services, tmp_path):
    attach(services, documents.text(tmp_path / "b.txt", "正文"))
    (item,) = rows(services.workspace, EvidenceItem)
    path = tmp_path / "新.pdf"
    path.write_bytes(windows_program())
    with pytest.raises(NotTakenIn):
        revise_item(services.workspace, services.workers, item.id, path, SilentJob())
    assert blobs(services) == 1


def test_a_program_that_waits_in_the_inbox_says_why(services):
    path = Path("安装.exe")
    (services.workspace.layout.inbox / path).write_bytes(windows_program())
    waiting = look_at_waiting(
        services.workspace, services.workers, [Unplaced(path)], {}, SilentJob()
    )
    assert [type(one.error) for one in waiting] == [NotTakenIn]


def stored(services: Services, path: Path) -> str:
    """What an earlier version, or another unit, took in."""
    with services.workspace.database.writing() as work:
        item = add_item(work, services.workspace, path, unit="县司法局", indicator="60")
        blob = work.session.get_one(Blob, work.session.query(ItemRevision).one().blob_sha256)
        blob.kind, blob.suffix = "other", path.suffix
        blob.media_type = "application/octet-stream"
        work.commit()
    return item


@pytest.mark.parametrize("kind", CONTENTS)
def test_what_is_stored_already_is_neither_bound_nor_laid_beside(services, tmp_path, kind):
    path = tmp_path / "旧.dat"
    path.write_bytes(CONTENTS[kind])
    stored(services, path)
    result = services.dossiers.compile(tmp_path / "out", DossierOptions(), SilentJob())
    assert [entry.state for entry in result.ledger.entries] == [LedgerState.FAILED]
    assert not list((tmp_path / "out").rglob("*旧*"))
    assert all(not os.access(one, os.X_OK) for one in (tmp_path / "out").rglob("*.*"))


def test_what_lies_beside_is_not_executable(services, tmp_path):
    path = documents.sound(tmp_path / "录音.wav")
    path.chmod(0o755)
    attach(services, path)
    services.dossiers.compile(tmp_path / "out", DossierOptions(), SilentJob())
    (copy,) = (tmp_path / "out").glob("随卷原件/*/录音.wav")
    assert copy.stat().st_mode & 0o111 == 0


def test_a_portfolio_with_a_program_does_not_lie_beside(services, tmp_path):
    path = documents.attachment_pdf(tmp_path / "a.pdf", "附表.exe")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Collection = Dictionary(Type=Name.Collection)
        pdf.save(path)
    attach(services, path)
    result = services.dossiers.compile(tmp_path / "out", DossierOptions(), SilentJob())
    assert not (tmp_path / "out" / "随卷原件").exists()
    (dossier,) = result.dossiers
    assert "没有随卷另存" in "".join("".join(page_texts(dossier.path)).split())


def test_a_program_is_saved_under_a_name_that_runs_nothing(services, tmp_path):
    path = tmp_path / "旧.exe"
    path.write_bytes(windows_program())
    item = stored(services, path)
    saved = save_originals(services.workspace, [item], tmp_path / "另存", SilentJob())
    assert [one.path.name for one in saved.files] == ["旧.exe.bin"]
    assert saved.files[0].path.stat().st_mode & 0o111 == 0
    assert inert_target(path, tmp_path / "b.txt").name == "b.txt.bin"


def opened(services: Services, path: Path, name: str = ""):
    return copy_for_opening(
        services.workspace, services.workers, path, "", name or path.name, SilentJob()
    )


@pytest.mark.parametrize("kind", CONTENTS)
@pytest.mark.parametrize("name", ["a.pdf", "a.exe", "a.txt"])
def test_no_program_is_opened(services, tmp_path, kind, name):
    path = tmp_path / name
    path.write_bytes(CONTENTS[kind])
    with pytest.raises(NotForOpening):
        opened(services, path)


def test_a_copy_is_named_by_what_it_is(services, tmp_path):
    path = documents.text_pdf(tmp_path / "a.pdf")
    for name, expected in (
        ("通知.pdf", "通知.pdf"),
        ("通知.docx", "通知.docx.pdf"),
        ("通知", "通知.pdf"),
        ("通知\u202etxt.pdf", "通知txt.pdf"),
    ):
        copy = opened(services, path, name)
        assert copy.path.name == expected
        assert not copy.caution
        assert copy.path.stat().st_mode & 0o333 == 0
    for name in ("通知.hta", "通知.js", "a.pdf:b.exe", "通知.bat "):
        with pytest.raises(NotForOpening):
            opened(services, path, name)


def test_what_nobody_knows_is_not_opened(services, tmp_path):
    path = tmp_path / "a.xyz"
    path.write_bytes(Random(1).randbytes(300))
    with pytest.raises(NotForOpening):
        opened(services, path)
    with pytest.raises(FileUnreadable):
        opened(services, tmp_path / "没有.pdf")


def test_a_copy_that_somebody_changed_is_made_anew(services, tmp_path):
    path = documents.text_pdf(tmp_path / "a.pdf")
    copy = opened(services, path).path
    right = copy.read_bytes()
    copy.chmod(0o600)
    copy.write_bytes(b"x" * len(right))
    assert opened(services, path).path.read_bytes() == right


def test_documents_that_may_act_are_opened_with_a_warning(services, tmp_path):
    page = documents.text(tmp_path / "a.html", "<html><script>1</script></html>")
    macros = documents.word(tmp_path / "b.docx", ["正文"])
    with zipfile.ZipFile(macros, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")
    plain = documents.word(tmp_path / "c.docx", ["正文"])
    assert opened(services, page).caution
    assert opened(services, macros, "b.docm").caution
    assert not opened(services, plain).caution


@pytest.mark.parametrize("kind", ["script", "launch", "portfolio", "too heavy", "archive"])
def test_what_another_program_would_run_is_opened_with_a_warning(services, tmp_path, kind):
    path = documents.text_pdf(tmp_path / "a.pdf")
    assert not opened(services, path, "原.pdf").caution
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        if kind == "script":
            pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=pikepdf.String("1"))
        elif kind == "launch":
            action = Dictionary(S=Name.Launch, F=pikepdf.String("cmd.exe"))
            pdf.pages[0].obj.AA = Dictionary(O=action)
        elif kind == "portfolio":
            pdf.attachments["说明.docm"] = b"x"
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    if kind == "archive":
        path = tmp_path / "a.zip"
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("说明.docm", b"x")
    if kind == "too heavy":
        path.write_bytes(bombs._pdf_objects(Random(1))[1])
        small = Limits(memory=160 << 20, file_size=1 << 20)
        with Workers(1, small) as workers:
            copy = copy_for_opening(services.workspace, workers, path, "", path.name, SilentJob())
        assert copy.caution
        return
    assert opened(services, path).caution
