"""The ways by which a program or a document with macros may come in, and where it must not lie."""

import io
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import py7zr
import pytest
from pikepdf import AttachedFileSpec, Dictionary, Name, String

from app.bootstrap import Services, open_services
from app.dossier_options import DossierOptions
from app.evidence.places import Target
from app.filetypes import sniff
from app.filetypes.programs import runnable, runnable_content, runnable_name
from app.intake.attach import attach_files
from app.intake.embedded.filing import file_embedded
from app.intake.errors import EmbeddedUnknown
from app.intake.inbox.watch import Inbox, WatchSettings
from app.intake.report import AttachState
from app.intake.requests import AttachRequest
from app.intake.together import attach_together
from app.jobs import SilentJob
from app.not_evidence import may_lie_beside
from app.wording.errors import describe_error
from models import Attachment, Blob, EvidenceItem, ItemRevision
from tests.support import documents
from tests.support.documents import mails
from tests.support.documents.embedded import bare_word, ole_object, packed_file, stored_object
from tests.support.pdf_description import page_texts
from tests.support.programs import CONTENTS, windows_program
from tests.support.workspaces import copy_workspace, rows

TARGET = Target("60", "材料查证", "县司法局")
JOB = SilentJob()
#: Programs by content, by name, and by both.
PROGRAMS = {
    "content": ("报告.pdf", windows_program()),
    "name": ("报告.pdf.bat", b"%PDF-1.4\n"),
    "both": ("安装.exe", windows_program()),
    "link": ("报告.lnk", CONTENTS["link"]),
    "drawing script": ("acaddoc.lsp", b'(load "x")'),
}
Wrapping = Callable[[Path, str, bytes], Path]


@pytest.fixture
def services(tmp_path: Path, office_template: Path) -> Iterator[Services]:
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as opened:
        yield opened


def macros(folder: Path) -> bytes:
    """A Word document with macros that is called like one without."""
    path = documents.word(folder / "宏.docx", ["正文"])
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")
    return path.read_bytes()


def in_zip(folder: Path, name: str, content: bytes) -> Path:
    return documents.archive(folder / "包.zip", {"材料/" + name: content, "说明.txt": b"x"})


def in_zip_in_zip(folder: Path, name: str, content: bytes) -> Path:
    inner = in_zip(folder, name, content).read_bytes()
    return documents.archive(folder / "外.zip", {"内.zip": inner})


def in_tar(folder: Path, name: str, content: bytes) -> Path:
    path = folder / "包.tar.gz"
    with tarfile.open(path, "w:gz") as target:
        member = tarfile.TarInfo(name)
        member.size, member.mode = len(content), 0o777
        target.addfile(member, io.BytesIO(content))
    return path


def in_seven_zip(folder: Path, name: str, content: bytes) -> Path:
    path = folder / "包.7z"
    with py7zr.SevenZipFile(path, "w") as target:
        target.writestr(content, name)
    return path


def in_folder(folder: Path, name: str, content: bytes) -> Path:
    place = folder / "文件夹" / "内层"
    place.mkdir(parents=True)
    (place / name).write_bytes(content)
    return place.parent


def in_portfolio(folder: Path, name: str, content: bytes) -> Path:
    path = documents.text_pdf(folder / "文件包.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.attachments["附件"] = AttachedFileSpec(pdf, content, filename=name)
        pdf.Root.Collection = Dictionary(Type=Name.Collection)
        pdf.save(path)
    return path


def in_zip_in_portfolio(folder: Path, name: str, content: bytes) -> Path:
    return in_portfolio(folder, "内.zip", in_zip_in_zip(folder, name, content).read_bytes())


def in_pdf_in_portfolio(folder: Path, name: str, content: bytes) -> Path:
    inner = in_portfolio(folder, name, content).read_bytes()
    return in_portfolio(folder, "内.pdf", inner)


def in_portfolio_in_zip(folder: Path, name: str, content: bytes) -> Path:
    inner = in_portfolio(folder, name, content).read_bytes()
    return documents.archive(folder / "外.zip", {"内.pdf": inner})


def in_letter(folder: Path, name: str, content: bytes) -> Path:
    body = stored_object(folder, {"\x01Ole10Native": packed_file(name, content, wide=True)})
    return bare_word(
        folder / "信.docx",
        "<w:p><w:r><w:t>正文</w:t></w:r></w:p>" + ole_object("r1", "Package"),
        (("r1", "oleObject", "embeddings/a.bin", False),),
        {"word/embeddings/a.bin": body},
    )


def in_mail(folder: Path, name: str, content: bytes) -> Path:
    return mails.mail(folder / "邮件.eml", attachments=[(name, content)], subject=name)


def in_zip_in_mail_in_mail(folder: Path, name: str, content: bytes) -> Path:
    package = in_zip_in_zip(folder, name, content).read_bytes()
    inner = mails.message_of(attachments=[("包.zip", package), (name, content)])
    return mails.mail(folder / "外.eml", attachments=[inner], subject=name)


def in_tnef(folder: Path, name: str, content: bytes) -> Path:
    packed = mails.tnef("正文", name, content)
    return mails.mail(folder / "老.eml", attachments=[("winmail.dat", packed)], subject=name)


WRAPPINGS: dict[str, Wrapping] = {
    one.__name__: one
    for one in (
        in_zip,
        in_zip_in_zip,
        in_tar,
        in_seven_zip,
        in_folder,
        in_portfolio,
        in_zip_in_portfolio,
        in_pdf_in_portfolio,
        in_portfolio_in_zip,
        in_letter,
        in_mail,
        in_zip_in_mail_in_mail,
        in_tnef,
    )
}


def taken_out(services: Services) -> None:
    """Take the files out of every item, as parts and as items of their own."""
    for item in rows(services.workspace, EvidenceItem):
        for separate in (True, False):
            try:
                file_embedded(services.workspace, services.workers, item.id, JOB, separate=separate)
            except EmbeddedUnknown:
                break


def demand_no_program(services: Services, out: Path) -> None:
    for blob in rows(services.workspace, Blob):
        assert runnable_content(services.workspace.originals.path(blob.sha256)) is None
    for file in (*rows(services.workspace, ItemRevision), *rows(services.workspace, Attachment)):
        assert runnable_name(file.file_name) is None
    services.dossiers.compile(out, DossierOptions(), JOB)
    for file in (one for one in out.rglob("*") if one.is_file()):
        assert runnable(file, file.name) is None
        assert may_lie_beside(file, file.name, sniff(file, file.name))


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_no_program_comes_in_by_any_way(services, tmp_path, wrapping):
    paths = []
    for program, (name, content) in PROGRAMS.items():
        folder = tmp_path / program
        folder.mkdir()
        paths.append(WRAPPINGS[wrapping](folder, name, content))
    request = AttachRequest(tuple(paths), TARGET)
    attach_files(services.workspace, services.workers, request, JOB)
    taken_out(services)
    demand_no_program(services, tmp_path / "out")


@pytest.mark.parametrize("wrapping", ["in_zip", "in_zip_in_zip", "in_portfolio_in_zip"])
def test_an_archive_that_is_kept_whole_does_not_lie_beside_with_a_program(
    services, tmp_path, wrapping
):
    path = WRAPPINGS[wrapping](tmp_path, "报告.pdf", windows_program())
    request = AttachRequest((path,), TARGET, expand=False)
    attach_files(services.workspace, services.workers, request, JOB)
    services.dossiers.compile(tmp_path / "out", DossierOptions(), JOB)
    assert not list((tmp_path / "out").rglob("*.zip"))


def test_no_program_becomes_a_part_of_an_item(services, tmp_path):
    folder = tmp_path / "一件"
    folder.mkdir()
    documents.text(folder / "a.txt", "正文")
    for name, content in PROGRAMS.values():
        (folder / name).write_bytes(content)
    request = AttachRequest((folder,), TARGET)
    attach_together(services.workspace, services.workers, request, JOB)
    assert len(rows(services.workspace, Blob)) == 1
    demand_no_program(services, tmp_path / "out")


def test_no_program_is_filed_from_the_inbox(services):
    inbox = Inbox(
        services.workspace, services.workers, describe_error, WatchSettings(stable_seconds=3.0)
    )
    place = inbox.folder / "指标60 执法监督检查" / "材料查证" / "县司法局"
    place.mkdir(parents=True)
    for name, content in PROGRAMS.values():
        (place / name).write_bytes(content)
    inbox.step(0.0, JOB)
    inbox.step(4.0, JOB)
    assert not rows(services.workspace, Blob)


MAY = {
    "in_portfolio": True,
    "in_zip": True,
    "in_zip_in_zip": True,
    "in_tar": True,
    "in_seven_zip": True,
    "in_zip_in_portfolio": True,
    "in_pdf_in_portfolio": True,
    "in_portfolio_in_zip": True,
}


@pytest.mark.parametrize("wrapping", MAY)
def test_documents_with_macros_do_not_lie_beside_however_deep(tmp_path, wrapping):
    clean = documents.word(tmp_path / "清.docx", ["正文"]).read_bytes()
    for content, may in ((clean, True), (macros(tmp_path), False)):
        path = WRAPPINGS[wrapping](tmp_path, "说明.docx", content)
        assert may_lie_beside(path, path.name, sniff(path, path.name)) is may


def test_a_portfolio_with_a_macro_document_does_not_lie_beside_its_dossier(services, tmp_path):
    path = in_portfolio(tmp_path, "说明.docx", macros(tmp_path))
    request = AttachRequest((path,), TARGET)
    attach_files(services.workspace, services.workers, request, JOB)
    result = services.dossiers.compile(tmp_path / "out", DossierOptions(), JOB)
    assert not (tmp_path / "out" / "随卷原件").exists()
    (dossier,) = result.dossiers
    assert "原件没有随卷另存" in "".join("".join(page_texts(dossier.path)).split())


@pytest.mark.parametrize("kind", ["script", "launch"])
def test_a_portfolio_that_runs_something_itself_does_not_lie_beside(tmp_path, kind):
    path = in_portfolio(tmp_path, "附表.txt", "表".encode())
    assert may_lie_beside(path, path.name, sniff(path, path.name))
    action = Dictionary(S=Name.JavaScript, JS=String("1"))
    if kind == "launch":
        action = Dictionary(S=Name.Launch, F=String("cmd.exe"))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.OpenAction = action
        pdf.save(path)
    assert not may_lie_beside(path, path.name, sniff(path, path.name))


ACCESS = {
    "人员.mdb": b"\x00\x01\x00\x00Standard Jet DB\x00" + b"\0" * 4096,
    "人员.accdb": b"\x00\x01\x00\x00Standard ACE DB\x00" + b"\0" * 4096,
    "人员.dat": b"\x00\x01\x00\x00Standard Jet DB\x00" + b"\0" * 4096,
    "人员二.mdb": b"written by some other program",
}


@pytest.mark.parametrize("name", ACCESS)
@pytest.mark.parametrize("wrapping", [None, "in_zip", "in_portfolio", "in_seven_zip"])
def test_databases_of_access_do_not_lie_beside(tmp_path, name, wrapping):
    if wrapping is None:
        path = tmp_path / name
        path.write_bytes(ACCESS[name])
    else:
        path = WRAPPINGS[wrapping](tmp_path, name, ACCESS[name])
    assert not may_lie_beside(path, path.name, sniff(path, path.name))


def test_other_databases_lie_beside(tmp_path):
    path = tmp_path / "人员.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\0" * 4096)
    assert may_lie_beside(path, path.name, sniff(path, path.name))


def test_a_database_of_access_is_bound_as_a_sheet_and_stays_in_the_workspace(services, tmp_path):
    path = tmp_path / "人员.mdb"
    path.write_bytes(ACCESS[path.name])
    attach_files(services.workspace, services.workers, AttachRequest((path,), TARGET), JOB)
    result = services.dossiers.compile(tmp_path / "out", DossierOptions(), JOB)
    assert not (tmp_path / "out" / "随卷原件").exists()
    (dossier,) = result.dossiers
    assert "原件没有随卷另存" in "".join("".join(page_texts(dossier.path)).split())


def test_an_archive_that_nobody_can_look_into_does_not_lie_beside(tmp_path):
    path = tmp_path / "包.cab"
    path.write_bytes(b"MSCF\0\0\0\0" + b"\0" * 60)
    assert not may_lie_beside(path, path.name, sniff(path, path.name))


def test_a_locked_archive_is_judged_by_the_names_in_it(tmp_path):
    for member, may in (("通知.txt", True), ("安装.exe", False), ("表.xlsm", False)):
        path = tmp_path / f"{may}{member}.7z"
        with py7zr.SevenZipFile(path, "w", password="x") as target:
            target.writestr(b"x", member)
        assert may_lie_beside(path, path.name, sniff(path, path.name)) is may


def test_a_saved_page_is_evidence_whatever_its_server_ran(services, tmp_path):
    """A page that a browser saved keeps the suffix of the server's program."""
    page = "<!DOCTYPE html><html><head><meta charset=utf-8></head><body><p>公示{}</p></body></html>"
    names = [f"公示.{suffix}" for suffix in ("aspx", "asp", "jsp", "php")]
    paths = tuple(documents.text(tmp_path / name, page.format(name)) for name in names)
    report = attach_files(services.workspace, services.workers, AttachRequest(paths, TARGET), JOB)
    assert {one.state for one in report.outcomes} == {AttachState.ADDED}
    result = services.dossiers.compile(tmp_path / "out", DossierOptions(), JOB)
    assert [entry.pages for entry in result.ledger.entries] == [1, 1, 1, 1]
    assert not (tmp_path / "out" / "随卷原件").exists()
