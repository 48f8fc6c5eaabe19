"""Mails as they are taken in: their attachments become parts, and keep them out if classified."""

import pytest

from app.checkup.checking import check_workspace
from app.evidence.items import current
from app.evidence.places import Target
from app.intake.again import add_again
from app.intake.attach import attach_files
from app.intake.errors import ClassifiedRefused
from app.intake.parts.adding import add_attachment
from app.intake.parts.mails import add_mail_parts
from app.intake.parts.revising import revise_item
from app.intake.report import AttachState
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.problems import ProblemKind
from models import Blob
from tests.support import documents
from tests.support.documents import mails
from tests.support.workspaces import rows

JOB = SilentJob()
TARGET = Target("60", "材料查证", "县司法局")
ADDED, PART, REFUSED = AttachState.ADDED, AttachState.PART, AttachState.REFUSED


@pytest.fixture
def attach(workspace, workers):
    def run(*paths, target=TARGET):
        return attach_files(workspace, workers, AttachRequest(paths, target), JOB)

    return run


@pytest.fixture(autouse=True)
def _sound_afterwards(workspace):
    yield
    assert check_workspace(workspace, JOB).sound


def letter(tmp_path, *lines):
    return documents.word(tmp_path / "letter.docx", lines or ("报告", "正文")).read_bytes()


def parts_of(workspace, item):
    with workspace.database.reading() as session:
        _, revision = current(session, item)
        return [part.file_name for part in revision.attachments]


def problems_of(workspace, item):
    with workspace.database.reading() as session:
        _, revision = current(session, item)
        return [problem["kind"] for problem in revision.problems]


def test_attachments_become_parts_with_outcomes_of_their_own(workspace, attach, tmp_path):
    path = mails.mail(
        tmp_path / "报送.eml",
        attachments=[("报告.docx", letter(tmp_path)), ("坏.pdf", b"%PDF-1.4 nonsense")],
        subject="报送统计年报",
    )
    report = attach(path)
    assert [(o.file, o.state) for o in report.outcomes] == [
        ("报送.eml", ADDED),
        ("报送.eml/报告.docx", PART),
        ("报送.eml/坏.pdf", PART),
    ]
    mail, _, broken = report.outcomes
    assert mail.title == "报送统计年报"
    assert mail.problems == ()
    assert [problem.kind for problem in broken.problems] == [ProblemKind.DAMAGED]
    assert parts_of(workspace, mail.item_id) == ["报告.docx", "坏.pdf"]
    assert problems_of(workspace, mail.item_id) == []
    assert report.inputs == sum(report.count(state) for state in AttachState) == 3
    assert not report.clean


def test_mails_inside_mails_are_followed(workspace, attach, tmp_path):
    inner = mails.message_of("内", [("内层.docx", letter(tmp_path))], subject="转来的邮件")
    path = mails.mail(tmp_path / "a.eml", attachments=[inner, ("b.txt", "甲".encode())])
    mail, *_ = attach(path).outcomes
    assert parts_of(workspace, mail.item_id) == ["转来的邮件.eml", "内层.docx", "b.txt"]


def test_outlook_mails_have_parts_too(workspace, attach, tmp_path):
    path = mails.outlook_mail(tmp_path / "a.msg", attachments=[("b.txt", "甲".encode(), "")])
    mail, part = attach(path).outcomes
    assert part.state is PART
    assert parts_of(workspace, mail.item_id) == ["b.txt"]


def test_mails_in_an_archive_have_parts_too(workspace, attach, tmp_path):
    path = mails.mail(tmp_path / "a.eml", attachments=[("b.txt", "甲".encode())])
    packed = documents.archive(tmp_path / "邮件.zip", {"a.eml": path.read_bytes()})
    states = [(o.file, o.state) for o in attach(packed).outcomes]
    assert states == [("邮件.zip/a.eml", ADDED), ("邮件.zip/a.eml/b.txt", PART)]


@pytest.mark.parametrize("where", ["text", "html", "attachment", "name", "inner", "subject"])
def test_a_mark_of_secrecy_anywhere_keeps_the_mail_out(workspace, attach, tmp_path, where):
    marked = letter(tmp_path, "机密★1年", "通知")
    path = tmp_path / "a.eml"
    match where:
        case "text":
            mails.mail(path, "机密★1年\n通知")
        case "html":
            mails.mail(path, "通知", html="<p>机密★1年</p>")
        case "attachment":
            mails.mail(path, attachments=[("a.docx", marked)])
        case "name":
            mails.mail(path, attachments=[("机密★1年 a.txt", b"x")])
        case "inner":
            mails.mail(path, attachments=[mails.message_of(attachments=[("a.docx", marked)])])
        case "subject":
            mails.mail(path, subject="【机密】通知")
    (outcome,) = attach(path).outcomes
    assert outcome.state is REFUSED
    assert isinstance(outcome.error, ClassifiedRefused)
    assert rows(workspace, Blob) == []
    assert list(workspace.originals.stored()) == []


def test_a_mail_added_once_more_has_its_parts_again(workspace, attach, tmp_path):
    path = mails.mail(tmp_path / "a.eml", attachments=[("b.txt", "甲".encode())])
    attach(path)
    (present,) = attach(path).outcomes
    assert present.state is AttachState.PRESENT
    path.unlink()
    (added,) = add_again(workspace, [present]).outcomes
    assert added.item_id != present.item_id
    assert parts_of(workspace, added.item_id) == ["b.txt"]
    assert ProblemKind.MAIL_ATTACHMENTS_LEFT.value not in problems_of(workspace, added.item_id)


def test_a_mail_that_is_a_new_version_or_a_part_brings_its_attachments(
    workspace, workers, attach, tmp_path
):
    (item,) = attach(documents.text(tmp_path / "a.txt", "甲")).outcomes
    first = mails.mail(tmp_path / "b.eml", attachments=[("c.txt", "乙".encode())])
    assert revise_item(workspace, workers, item.item_id, first, JOB) == ()
    assert parts_of(workspace, item.item_id) == ["c.txt"]
    second = mails.mail(tmp_path / "d.eml", "另一封", [("e.txt", "丙".encode())])
    add_attachment(workspace, workers, item.item_id, second, JOB)
    assert parts_of(workspace, item.item_id) == ["c.txt", "d.eml", "e.txt"]


def test_parts_are_added_once_only(workspace, workers, attach, tmp_path):
    path = mails.mail(tmp_path / "a.eml", attachments=[("b.txt", "甲".encode())])
    mail, _ = attach(path).outcomes
    assert add_mail_parts(workspace, workers, mail.item_id, JOB) == ()
    assert parts_of(workspace, mail.item_id) == ["b.txt"]
