"""Embedded files taken out of items: how they are bound, and what the finding says then."""

import zipfile

import pikepdf
import pytest

from app.checkup.checking import check_workspace
from app.errors import OwnedByUnit
from app.evidence.errors import ItemUnknown
from app.evidence.items import current
from app.evidence.judging import Verdict, judge_item
from app.evidence.listing import list_filed
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.embedded.filing import (
    file_embedded,
    put_embedded_back,
    take_embedded_again,
)
from app.intake.embedded.findings import Bound
from app.intake.embedded.listing import embedded_in
from app.intake.errors import ClassifiedRefused, EmbeddedNotTakenOut, EmbeddedUnknown
from app.intake.report import AttachState
from app.intake.requests import AttachRequest
from app.jobs import Cancelled, SilentJob
from app.problems import ProblemKind
from models import Blob, Event
from tests.support import documents
from tests.support.compound import compound
from tests.support.county import make_county, open_county
from tests.support.documents import mails
from tests.support.documents.embedded import (
    NAMESPACES,
    bare_open_document,
    bare_word,
    ole_object,
    packed_file,
    relationships,
    stored_object,
)
from tests.support.workspaces import rows

JOB = SilentJob()
TARGET = Target("60", "材料查证", "县司法局", 1)
INSIDE = ProblemKind.ATTACHMENTS_NOT_CARRIED
ADDED, PART, PRESENT = AttachState.ADDED, AttachState.PART, AttachState.PRESENT
REFUSED, FAILED = AttachState.REFUSED, AttachState.FAILED


@pytest.fixture
def attach(workspace, workers):
    def run(path):
        (outcome,) = attach_files(workspace, workers, AttachRequest((path,), TARGET), JOB).outcomes
        assert outcome.state is ADDED
        return outcome.item_id

    return run


@pytest.fixture
def take(workspace, workers):
    def run(item, chosen=None, **how):
        return file_embedded(workspace, workers, item, JOB, chosen, **how)

    return run


@pytest.fixture(autouse=True)
def _sound_afterwards(workspace):
    yield
    assert check_workspace(workspace, JOB).sound


def letter_with(path, files):
    """A .docx with files inside, each as a part of the package."""
    parts = {f"word/embeddings/{name}": content for name, content in files.items()}
    links = tuple((f"r{n}", "package", f"embeddings/{name}", False) for n, name in enumerate(files))
    body = "".join(ole_object(f"r{n}", "Package") for n in range(len(files)))
    return bare_word(path, "<w:p><w:r><w:t>正文</w:t></w:r></w:p>" + body, links, parts)


@pytest.fixture
def book(tmp_path):
    return documents.spreadsheet(tmp_path / "book.xlsx").read_bytes()


@pytest.fixture
def note(tmp_path):
    return documents.word(tmp_path / "note.docx", ["整改说明", "正文"]).read_bytes()


@pytest.fixture
def letter(tmp_path, book, note):
    return letter_with(tmp_path / "案卷评查报告.docx", {"台账.xlsx": book, "说明.docx": note})


def parts_of(workspace, item):
    with workspace.database.reading() as session:
        _, revision = current(session, item)
        return [part.file_name for part in revision.attachments]


def finding(workspace, item, name=None):
    """The finding of embedded files that a file of the item has; None if it has none."""
    with workspace.database.reading() as session:
        (row,) = [row for row in list_filed(session) if row.item == item]
    told = [
        f.problem
        for f in row.findings
        if f.problem.kind in {INSIDE, ProblemKind.PORTFOLIO} and name in {None, f.file_name}
    ]
    assert len(told) <= 1
    return told[0] if told else None


def states(report):
    return [(outcome.file.rpartition("/")[2], outcome.state) for outcome in report.outcomes]


def test_all_files_become_parts_and_the_finding_is_settled(workspace, attach, take, letter):
    item = attach(letter)
    assert finding(workspace, item).detail == {"count": 2, "names": "台账.xlsx、说明.docx"}
    report, _ = take(item)
    assert states(report) == [("台账.xlsx", PART), ("说明.docx", PART)]
    assert report.outcomes[0].file == "案卷评查报告.docx/台账.xlsx"
    assert parts_of(workspace, item) == ["台账.xlsx", "说明.docx"]
    settled = finding(workspace, item)
    assert settled.detail == {"count": 2, "names": "台账.xlsx、说明.docx"}
    assert settled.dismissal.reason == "已取出并随件装订：台账.xlsx、说明.docx"
    assert settled.dismissal.by
    actions = [event.action for event in rows(workspace, Event) if event.subject == item]
    assert actions.count("item.file_added") == 2
    assert "item.finding_dismissed" in actions


def test_what_is_left_is_told_until_it_is_taken_out_too(workspace, attach, take, letter):
    item = attach(letter)
    take(item, [2])
    assert parts_of(workspace, item) == ["说明.docx"]
    left = finding(workspace, item)
    assert left.open_finding
    assert left.detail == {"count": 1, "names": "台账.xlsx"}
    report, change = take(item, [1], separate=True)
    assert states(report) == [("台账.xlsx", ADDED)]
    assert finding(workspace, item).dismissal.reason == (
        "已取出并随件装订：说明.docx；已取出，另作一件：台账.xlsx"
    )
    put_embedded_back(workspace, change)
    assert finding(workspace, item) == left
    assert parts_of(workspace, item) == ["说明.docx"]


def test_separate_items_lie_at_the_same_place_and_are_described(workspace, attach, take, letter):
    item = attach(letter)
    report, _ = take(item, separate=True)
    with workspace.database.reading() as session:
        filed = {row.item: row for row in list_filed(session)}
    others = [filed[outcome.item_id] for outcome in report.outcomes]
    assert [(row.indicator, row.task_code, row.point, row.unit) for row in others] == [
        (filed[item].indicator, filed[item].task_code, 1, "县司法局")
    ] * 2
    assert [row.title for row in others] == ["台账", "说明"]
    assert parts_of(workspace, item) == []
    assert finding(workspace, item).dismissal.reason.startswith("已取出，另作一件：台账.xlsx、")


def test_taking_out_can_be_undone_and_done_again(workspace, attach, take, letter):
    item = attach(letter)
    for separate in (False, True):
        _, change = take(item, separate=separate)
        settled, parts = finding(workspace, item), parts_of(workspace, item)
        put_embedded_back(workspace, change)
        assert finding(workspace, item).open_finding
        assert parts_of(workspace, item) == []
        with workspace.database.reading() as session:
            assert [row.item for row in list_filed(session)] == [item]
        take_embedded_again(workspace, change)
        assert (finding(workspace, item), parts_of(workspace, item)) == (settled, parts)
        put_embedded_back(workspace, change)


def test_what_is_a_part_already_is_told_and_not_doubled(workspace, workers, attach, take, letter):
    item = attach(letter)
    take(item)
    report, change = take(item)
    assert [state for _, state in states(report)] == [PRESENT, PRESENT]
    assert change.empty
    assert len(parts_of(workspace, item)) == 2
    listed = embedded_in(workspace, workers, item, JOB)
    assert [one.bound for one in listed] == [Bound.PART, Bound.PART]


def test_equal_files_become_one_part(workspace, attach, take, tmp_path, note):
    item = attach(letter_with(tmp_path / "a.docx", {"甲.docx": note, "乙.docx": note}))
    report, _ = take(item)
    assert states(report) == [("甲.docx", PART), ("乙.docx", PRESENT)]
    assert parts_of(workspace, item) == ["甲.docx"]
    assert finding(workspace, item).settled


def test_a_mark_of_secrecy_inside_keeps_the_host_out(workspace, workers, tmp_path, book):
    marked = documents.word(tmp_path / "m.docx", ["机密★1年", "通知"]).read_bytes()
    path = letter_with(tmp_path / "a.docx", {"通知.docx": marked, "台账.xlsx": book})
    (outcome,) = attach_files(workspace, workers, AttachRequest((path,), TARGET), JOB).outcomes
    assert outcome.state is REFUSED
    assert isinstance(outcome.error, ClassifiedRefused)
    assert rows(workspace, Blob) == list(workspace.originals.stored()) == []


def test_an_empty_file_is_taken_out_and_told_to_be_empty(workspace, attach, take, tmp_path):
    empty = stored_object(tmp_path, {"\x01Ole10Native": packed_file("空.txt", b"")})
    item = attach(letter_with(tmp_path / "a.docx", {"oleObject1.bin": empty}))
    report, _ = take(item)
    (outcome,) = report.outcomes
    assert (outcome.state, [p.kind for p in outcome.problems]) == (PART, [ProblemKind.EMPTY_FILE])
    assert not report.clean
    assert finding(workspace, item).settled


def test_a_letter_in_a_letter_tells_of_its_own_files(workspace, attach, take, tmp_path, book):
    inner = letter_with(tmp_path / "i.docx", {"台账.xlsx": book}).read_bytes()
    item = attach(letter_with(tmp_path / "外.docx", {"内.docx": inner}))
    report, _ = take(item)
    assert [p.kind for p in report.outcomes[0].problems] == [INSIDE]
    assert finding(workspace, item, "外.docx").settled
    assert finding(workspace, item, "内.docx").open_finding
    report, _ = take(item)
    assert states(report) == [("内.docx", PRESENT), ("台账.xlsx", PART)]
    assert parts_of(workspace, item) == ["内.docx", "台账.xlsx"]
    assert finding(workspace, item, "内.docx").settled


def test_mails_inside_bring_their_attachments(workspace, attach, take, tmp_path):
    mail = mails.mail(tmp_path / "a.eml", attachments=[("b.txt", "甲".encode())]).read_bytes()
    item = attach(letter_with(tmp_path / "a.docx", {"来函.eml": mail}))
    report, change = take(item)
    assert parts_of(workspace, item) == ["来函.eml", "b.txt"]
    assert [outcome.state for outcome in report.outcomes] == [PART, PART]
    put_embedded_back(workspace, change)
    assert parts_of(workspace, item) == []
    with workspace.database.reading() as session:
        _, revision = current(session, item)
        assert {p["kind"] for p in revision.problems} == {INSIDE.value}


def test_what_cannot_be_taken_out_is_said_by_name(workspace, attach, take, tmp_path):
    path = documents.text_pdf(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for name in ("好.csv", "坏.csv"):
            pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, b"a,b", filename=name)
        broken = pdf.attachments["坏.csv"].obj.EF.F
        broken.write(b"nonsense", filter=pikepdf.Name.FlateDecode)
        pdf.save(path)
    item = attach(path)
    report, _ = take(item)
    assert dict(states(report)) == {"好.csv": PART, "坏.csv": FAILED}
    (failed,) = [o for o in report.outcomes if o.state is FAILED]
    assert isinstance(failed.error, EmbeddedNotTakenOut)
    assert failed.error.name == "坏.csv"
    assert finding(workspace, item).detail == {"count": 1, "names": "坏.csv"}


def excel(tmp_path, book):
    path = documents.spreadsheet(tmp_path / "a.xlsx")
    links = (("r1", "package", "../embeddings/附表.xlsx", False),)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/embeddings/附表.xlsx", book)
        package.writestr("xl/worksheets/_rels/sheet1.xml.rels", relationships(links))
    return path, "附表.xlsx"


def slides(tmp_path, book):
    with zipfile.ZipFile(tmp_path / "a.pptx", "w") as package:
        package.writestr(
            "[Content_Types].xml",
            '<Types><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.'
            'openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>',
        )
        main = (("r", "officeDocument", "ppt/presentation.xml", False),)
        package.writestr("_rels/.rels", relationships(main))
        package.writestr("ppt/presentation.xml", f"<p:presentation {NAMESPACES}/>")
        package.writestr("ppt/slides/slide1.xml", f"<p:sld {NAMESPACES}/>")
        package.writestr("ppt/embeddings/附表.xlsx", book)
        links = (("r1", "package", "../embeddings/附表.xlsx", False),)
        package.writestr("ppt/slides/_rels/slide1.xml.rels", relationships(links))
    return tmp_path / "a.pptx", "附表.xlsx"


def open_text(tmp_path, book):
    body = '<text:p><draw:frame><draw:object-ole xlink:href="./Object 1"/></draw:frame></text:p>'
    return bare_open_document(
        tmp_path / "a.odt", "text", body, {"Object 1": book}
    ), "嵌入对象1.xlsx"


def old_workbook(tmp_path, book):
    streams = {"Workbook": b"\x09\x08" + bytes(4094), "MBD01/WordDocument": b"\xec\xa5" * 3000}
    return compound(tmp_path / "a.xls", streams), "嵌入对象1.doc"


def portable(tmp_path, book):
    path = documents.text_pdf(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.attachments["附表.xlsx"] = pikepdf.AttachedFileSpec(pdf, book, filename="附表.xlsx")
        pdf.save(path)
    return path, "附表.xlsx"


def portfolio(tmp_path, book):
    path, name = portable(tmp_path, book)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Collection = pikepdf.Dictionary(Type=pikepdf.Name.Collection)
        pdf.save(path)
    return path, name


def paper_clip(tmp_path, book):
    path = documents.text_pdf(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        held = pikepdf.AttachedFileSpec(pdf, book, filename="附表.xlsx")
        clip = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.FileAttachment,
            Rect=[100, 100, 120, 120],
            FS=held.obj,
        )
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(clip)])
        pdf.save(path)
    return path, "附表.xlsx"


def layout(tmp_path, book):
    path = documents.ofd(tmp_path / "a.ofd")
    space, end = 'xmlns:ofd="http://www.ofdspec.org/2016"', "</ofd:Document>"
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    listed = f"<ofd:Attachments>A.xml</ofd:Attachments>{end}".encode()
    parts["Doc_0/Document.xml"] = parts["Doc_0/Document.xml"].replace(end.encode(), listed)
    parts["Doc_0/A.xml"] = (
        f'<ofd:Attachments {space}><ofd:Attachment ID="50" Name="附表" Format="xlsx">'
        "<ofd:FileLoc>b.xlsx</ofd:FileLoc></ofd:Attachment></ofd:Attachments>"
    ).encode()
    parts["Doc_0/b.xlsx"] = book
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path, "附表.xlsx"


@pytest.mark.parametrize(
    "make",
    [excel, slides, open_text, old_workbook, portable, portfolio, paper_clip, layout],
    ids=lambda make: make.__name__,
)
def test_every_family_gives_its_files(workspace, attach, take, tmp_path, book, make):
    path, name = make(tmp_path, book)
    item = attach(path)
    assert finding(workspace, item).detail["names"] == name
    report, _ = take(item)
    assert states(report) == [(name, PART)]
    assert finding(workspace, item).dismissal.reason == f"已取出并随件装订：{name}"


def test_a_reason_that_a_person_gave_stays(workspace, attach, take, letter):
    item = attach(letter)
    judge_item(workspace, item, [Verdict(INSIDE, "都是空表")])
    take(item)
    assert finding(workspace, item).dismissal.reason == "都是空表"


def test_what_is_not_there_is_not_taken_out(workspace, attach, take, letter, tmp_path):
    item = attach(letter)
    with pytest.raises(EmbeddedUnknown):
        take(item, [3])
    with pytest.raises(EmbeddedUnknown):
        take(attach(documents.text_pdf(tmp_path / "b.pdf")))
    with pytest.raises(ItemUnknown):
        take("nothing")


def test_the_office_takes_nothing_out_of_what_a_unit_entered(workers, tmp_path, letter):
    make_county(tmp_path / "县", ["县司法局"])
    with open_county(tmp_path / "县", ["县司法局"]) as county:
        unit, office = county.units[0], county.office
        request = AttachRequest((letter,), Target("60", "材料查证", None, 1))
        (outcome,) = attach_files(unit.workspace, workers, request, JOB).outcomes
        office.merge(unit.submit(county.stick / "一.zip"))
        stored = set(office.workspace.originals.stored())
        with pytest.raises(OwnedByUnit):
            file_embedded(office.workspace, workers, outcome.item_id, JOB)
        assert set(office.workspace.originals.stored()) == stored
        _, change = file_embedded(unit.workspace, workers, outcome.item_id, JOB)
        office.merge(unit.submit(county.stick / "二.zip"))
        assert finding(office.workspace, outcome.item_id).settled
        assert parts_of(office.workspace, outcome.item_id) == ["台账.xlsx", "说明.docx"]
        put_embedded_back(unit.workspace, change)
        office.merge(unit.submit(county.stick / "三.zip"))
        assert finding(office.workspace, outcome.item_id).open_finding
        assert parts_of(office.workspace, outcome.item_id) == []


def test_cancel_enters_nothing(workspace, workers, attach, letter):
    class Stopped(SilentJob):
        def check_cancelled(self):
            raise Cancelled

    item = attach(letter)
    with pytest.raises(Cancelled):
        file_embedded(workspace, workers, item, Stopped())
    assert parts_of(workspace, item) == []
    assert finding(workspace, item).open_finding
