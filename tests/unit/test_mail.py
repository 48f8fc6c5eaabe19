"""Mails of every format: head, text, pictures and attachments."""

import email.message
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.filetypes import sniff
from app.findings.looking import find
from app.mail.mime import read_mime
from app.mail.model import Mail, MailEnclosure, NoMail, Text
from app.mail.outlook import read_outlook
from app.mail.rtf import decompressed, text_of_rtf
from app.mail.tnef import NotTnef, read_tnef
from app.mail.unpacking import MailUnpacking, unpack
from app.mail.writing import as_mime
from app.problems import ProblemKind
from tests.support.documents import mails, png

SENT = datetime(2021, 4, 9, 2, tzinfo=UTC)


def read(path):
    return read_mime(path.read_bytes())


def found(path):
    return {p.kind: dict(p.detail) for p in find(path, sniff(path, path.name))}


def names(mail):
    return [one.name for one in mail.attachments]


def test_head_and_text_of_a_plain_mail(tmp_path):
    mail = read(mails.mail(tmp_path / "a.eml", "第一行\n第二行"))
    assert (mail.sender, mail.to) == ("县司法局 <a@example.invalid>", "创建办 <b@example.invalid>")
    assert mail.subject == "报送材料"
    assert mail.sent == SENT
    assert mail.texts[0].plain.strip() == "第一行\n第二行"


def test_chinese_programs_are_understood(tmp_path):
    path = mails.chinese_mail(
        tmp_path / "a.eml",
        "关于报送朱镕基材料的函",
        "喆、堃同志：\n请查收。",
        ("附件一.docx", b"x"),
    )
    mail = read(path)
    assert mail.subject == "关于报送朱镕基材料的函"
    assert mail.sender == "县司法局 <a@example.invalid>"
    assert mail.to == "创建办 <b@example.invalid>、c@example.invalid"
    assert mail.texts[0].plain == "喆、堃同志：\n请查收。"
    assert mail.sent == SENT
    assert [(one.name, one.content) for one in mail.attachments] == [("附件一.docx", b"x")]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_mail_without_any_encoding_is_read(tmp_path, encoding):
    raw = "From: 李四 <l@x.invalid>\nSubject: 情况报告\nDate: 4月9日\n\n法治政府建设。\n"
    mail = read_mime(raw.encode(encoding))
    assert mail.subject == "情况报告"
    assert mail.sender == "李四 <l@x.invalid>"
    assert mail.texts[0].plain == "法治政府建设。\n"
    assert (mail.sent, mail.sent_as_told) == (None, "4月9日")


def test_attachment_names_in_the_new_and_the_old_form():
    raw = (
        "From: a@x.invalid\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Disposition: attachment; filename*=gb2312''%B8%BD%BC%FE.txt\n\nx\n"
        "--b\nContent-Type: text/plain; name*0*=utf-8''%E6%8A%A5; name*1*=%E5%91%8A.txt\n\nx\n"
        "--b\nContent-Type: application/pdf\nContent-Disposition: attachment\n\nx\n"
        '--b\nContent-Disposition: attachment; filename="../../a:b?.txt"\n\nx\n--b--\n'
    )
    assert names(read_mime(raw.encode())) == ["附件.txt", "报告.txt", "附件3", "..／..／a：b？.txt"]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_attachment_names_without_any_encoding_are_read(encoding):
    raw = (
        "From: a@x.invalid\nContent-Type: multipart/mixed; boundary=b\n\n"
        '--b\nContent-Type: text/csv; name="附件表.csv"\n'
        'Content-Disposition: attachment; filename="附件表.csv"\n\nx\n'
        '--b\nContent-Type: application/pdf; name="情况报告.pdf"\n\nx\n--b--\n'
    )
    assert names(read_mime(raw.encode(encoding))) == ["附件表.csv", "情况报告.pdf"]


def test_attachments_of_one_name_keep_apart(tmp_path):
    path = mails.mail(tmp_path / "a.eml", attachments=[("a.txt", b"1"), ("A.txt", b"2")])
    assert names(read(path)) == ["a.txt", "A（2）.txt"]


def test_plain_text_is_shown_unless_the_other_form_shows_more(tmp_path):
    assert not Text("文", "<p>文</p>").as_html
    assert Text("", "<p>文</p>").as_html
    assert Text("文", "<table><tr><td>文</td></tr></table>").as_html
    picture = png(tmp_path / "a.png", (20, 20)).read_bytes()
    path = mails.mail(
        tmp_path / "a.eml", html='<img src="cid:p10">', pictures={"p10": picture, "p1": picture}
    )
    mail = read(path)
    assert [one.identifiers for one in mail.pictures] == [("cid:p10",)]
    assert len(mail.attachments) == 1  # the picture that the text does not show


def test_mail_inside_a_mail_is_an_attachment(tmp_path):
    inner = mails.message_of("内层", [("表.txt", b"x")], subject="转发的邮件")
    path = mails.mail(tmp_path / "a.eml", attachments=[inner])
    mail = read(path)
    assert [text.plain.strip() for text in mail.texts] == ["现将材料报送，请查收。"]
    assert names(mail) == ["转发的邮件.eml"]
    folder = tmp_path / "parts"
    folder.mkdir()
    parts = unpack(MailUnpacking(path, sniff(path, "a.eml"), folder))
    assert [part.name for part in parts] == ["转发的邮件.eml", "转发的邮件.eml/表.txt"]
    assert parts[1].path.read_bytes() == b"x"


@pytest.mark.parametrize(
    "head",
    [
        "Content-Type: application/pkcs7-mime; smime-type=enveloped-data",
        'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b',
    ],
)
def test_sealed_mail_is_told(tmp_path, head):
    path = tmp_path / "a.eml"
    text = f"From: a@x.invalid\nTo: b@x.invalid\nMIME-Version: 1.0\n{head}\n\n--b\n\n--b--\n"
    path.write_text(text)
    assert read(path).locked
    assert found(path) == {ProblemKind.MAIL_TEXT_LOCKED: {}}


def test_signature_is_no_attachment():
    raw = (
        "From: a@x.invalid\nContent-Type: multipart/signed; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\n正文\n"
        "--b\nContent-Type: application/pkcs7-signature; name=smime.p7s\n\nx\n--b--\n"
    )
    mail = read_mime(raw.encode())
    assert mail.signed
    assert not mail.locked
    assert mail.attachments == ()
    assert mail.texts[0].plain.strip() == "正文"


def test_what_outlook_packs_is_unpacked(tmp_path):
    packed = mails.tnef("正文在此", "统计年报.docx", b"content")
    message = email.message.EmailMessage()
    message["From"] = "a@x.invalid"
    message.set_content("")
    message.add_attachment(packed, "application", "ms-tnef", filename="winmail.dat")
    mail = read_mime(message.as_bytes())
    assert [(one.name, one.content) for one in mail.attachments] == [("统计年报.docx", b"content")]
    assert "正文在此" in [text.plain for text in mail.texts]


def test_broken_winmail_dat_stays_an_attachment():
    message = email.message.EmailMessage()
    message["From"] = "a@x.invalid"
    message.add_attachment(b"\x78\x9f\x3e\x22xx", "application", "ms-tnef", filename="winmail.dat")
    assert names(read_mime(message.as_bytes())) == ["winmail.dat"]


@given(st.binary(max_size=400))
def test_hostile_bytes_are_refused_by_name(data):
    for make in (
        lambda: read_mime(data),
        lambda: read_tnef(b"\x78\x9f\x3e\x22\x01\x00" + data),
    ):
        try:
            make()
        except (NoMail, NotTnef):
            continue


def test_outlook_file(tmp_path):
    path = mails.outlook_mail(
        tmp_path / "a.msg",
        html='<p>图</p><img src="cid:p1">',
        attachments=[("附件.txt", b"x", ""), ("a.png", b"png", "p1")],
        inside="内层邮件",
    )
    assert sniff(path, "a.msg").label == "Outlook 邮件"
    mail = read_outlook(path)
    assert mail.sender == "县司法局 <a@example.invalid>"
    assert mail.to == "创建办、 法制科"
    assert mail.sent == SENT
    assert mail.texts[0].as_html
    assert [one.identifiers for one in mail.pictures] == [("cid:p1",)]
    assert names(mail) == ["附件.txt", "内层邮件.eml"]
    inner = read_mime(mail.attachments[1].content)
    assert (inner.subject, inner.texts[0].plain.strip("\0\n")) == ("内层邮件", "内层正文")
    assert found(path) == {
        ProblemKind.MAIL_ATTACHMENTS_LEFT: {"count": 2, "names": "附件.txt、内层邮件.eml"}
    }


#: The example of [MS-OXRTFCP] 4.1.1: {\\rtf1\\ansi\\ansicpg1252\\pard hello world}
PACKED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232"
    "0af32068656c090020627705b06c647d0a800fa0"
)


def test_packed_rtf_is_unpacked():
    assert decompressed(PACKED) == rb"{\rtf1\ansi\ansicpg1252\pard hello world}" + b"\r\n"
    assert text_of_rtf(PACKED) == "hello world"
    assert text_of_rtf(b"nonsense") == ""


def test_outlook_file_that_keeps_its_text_as_rtf(tmp_path):
    path = mails.outlook_mail(tmp_path / "a.msg", text="", rtf=PACKED)
    assert [text.plain for text in read_outlook(path).texts] == ["hello world"]


def test_sealed_outlook_file_is_told(tmp_path):
    path = mails.outlook_mail(tmp_path / "a.msg", kind="IPM.Note.SMIME", text="")
    assert ProblemKind.MAIL_TEXT_LOCKED in found(path)


def test_mail_written_anew_says_the_same():
    mail = Mail(
        "主题", "甲 <a@x.invalid>", "乙", "", SENT, "", (Text("正文", "<p>正文</p>"),),
        (MailEnclosure("附件.txt", b"\0x"),),
    )  # fmt: skip
    again = read_mime(as_mime(mail))
    assert (again.subject, again.sender, again.sent) == ("主题", "甲 <a@x.invalid>", SENT)
    assert again.texts[0].plain.strip() == "正文"
    assert [(one.name, one.content) for one in again.attachments] == [("附件.txt", b"\0x")]
    assert as_mime(mail) == as_mime(mail)


def test_pictures_from_the_network_are_told(tmp_path):
    html = '<p>图</p><img src="http://x.invalid/a.png"><img src="cid:missing">'
    path = mails.mail(tmp_path / "a.eml", "", html=html)
    assert found(path) == {ProblemKind.PICTURES_NOT_STORED: {"count": 2}}
    both = mails.mail(tmp_path / "b.eml", "图", html='<p>图</p><img src="http://x.invalid/a.png">')
    assert found(both) == {ProblemKind.PICTURES_NOT_STORED: {"count": 1}}
    words = mails.mail(tmp_path / "c.eml", "图", html="<p>图</p><canvas></canvas>")
    assert found(words) == {}


def test_mail_that_breaks_off_is_told(tmp_path):
    path = mails.mail(tmp_path / "a.eml", "", [("a.txt", b"1")], html="<br>")
    assert ProblemKind.NOT_LOOKED_THROUGH not in found(path)
    path.write_bytes(path.read_bytes()[:-20])
    assert list(found(path)) == [
        ProblemKind.MAIL_ATTACHMENTS_LEFT,
        ProblemKind.NOT_LOOKED_THROUGH,
    ]


@pytest.mark.parametrize("raw", ["", "x", "你好\n世界"])
def test_what_is_no_mail_is_named(raw):
    with pytest.raises(NoMail):
        read_mime(raw.encode())
