import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversion.model import Made, Order
from app.conversion.ofd.converter import draw
from app.filetypes import sniff
from app.findings.looking import find
from app.names.problems import describe_problem
from app.ofd.losses import Losses, Lost, runs
from app.problems import Problem, ProblemKind, listed
from tests.support import documents
from tests.support.conversion import source_of

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
DOCUMENT, CONTENT = "Doc_0/Document.xml", "Doc_0/Pages/Page_0/Content.xml"


def changed(path: Path, changes: dict[str, tuple[str, str]], more: dict[str, bytes]) -> Path:
    """Replace a piece of some parts of an OFD and add others."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    for name, (before, after) in changes.items():
        assert before.encode() in parts[name]
        parts[name] = parts[name].replace(before.encode(), after.encode(), 1)
    with zipfile.ZipFile(path, "w") as new:
        for name, data in {**parts, **more}.items():
            new.writestr(name, data)
    return path


def found_in(path: Path) -> tuple[Problem, ...]:
    return find(path, sniff(path, path.name))


def notes_of(path: Path) -> tuple[Problem, ...]:
    made = draw(Order(source_of(path), path.with_suffix(".pdf")))
    assert isinstance(made, Made), made
    return made.notes


def with_attachments(path: Path, entries: str) -> Path:
    listing = f"<ofd:Attachments {SPACE}>{entries}</ofd:Attachments>"
    end = "</ofd:Document>"
    return changed(
        path,
        {DOCUMENT: (end, f"<ofd:Attachments>Attachs/A.xml</ofd:Attachments>{end}")},
        {"Doc_0/Attachs/A.xml": listing.encode(), "Doc_0/Attachs/评查表.csv": b"a,b"},
    )


def test_plain_file_has_no_findings(tmp_path):
    path = documents.ofd(tmp_path / "a.ofd", ["一", "二"])
    assert found_in(path) == notes_of(path) == ()


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ('Name="评查表" Format="csv"', "评查表.csv"),
        ('Name="评查表.csv" Format="CSV"', "评查表.csv"),
        ('Name="" Format="csv"', "评查表.csv"),
        ('Name="评查表"', "评查表.csv"),
        ('Name="评查表" Format="csv" Visible="false"', "评查表.csv"),
    ],
)
def test_attachments_are_told_at_once_and_with_the_pages(tmp_path, entry, name):
    path = with_attachments(
        documents.ofd(tmp_path / "a.ofd"),
        f'<ofd:Attachment ID="50" {entry}><ofd:FileLoc>评查表.csv</ofd:FileLoc></ofd:Attachment>',
    )
    told = Problem(ProblemKind.ATTACHMENTS_NOT_CARRIED, {"count": 1, "names": name})
    assert found_in(path) == notes_of(path) == (told,)
    assert f"1 个附件（{name}）" in describe_problem(told).reason


def test_sound_and_film_count_as_files_inside(tmp_path):
    media = (
        '<ofd:MultiMedias><ofd:MultiMedia ID="60" Type="Video" Format="mp4"><ofd:MediaFile>v.mp4'
        "</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>"
    )
    path = changed(
        documents.ofd(tmp_path / "a.ofd"),
        {"Doc_0/PublicRes.xml": ("</ofd:Res>", media)},
        {"Doc_0/Res/v.mp4": b"film"},
    )
    told = Problem(ProblemKind.ATTACHMENTS_NOT_CARRIED, {"count": 1, "names": "v.mp4"})
    assert found_in(path) == notes_of(path) == (told,)


def test_remarks_are_told_by_number(tmp_path):
    end = "</ofd:Document>"
    remarks = "".join(
        f'<ofd:Annot ID="{n}" Type="Highlight" Visible="true"><ofd:Remark>请核对</ofd:Remark>'
        '<ofd:Appearance Boundary="0 0 1 1"/></ofd:Annot>'
        for n in (80, 81)
    )
    path = changed(
        documents.ofd(tmp_path / "a.ofd"),
        {DOCUMENT: (end, f"<ofd:Annotations>N.xml</ofd:Annotations>{end}")},
        {
            "Doc_0/N.xml": f'<ofd:Annotations {SPACE}><ofd:Page PageID="10"><ofd:FileLoc>P.xml'
            "</ofd:FileLoc></ofd:Page></ofd:Annotations>".encode(),
            "Doc_0/P.xml": f"<ofd:PageAnnot {SPACE}>{remarks}</ofd:PageAnnot>".encode(),
        },
    )
    told = Problem(ProblemKind.NOT_PRINTED, {"count": 2})
    assert found_in(path) == notes_of(path) == (told,)


def test_missing_page_is_told_and_keeps_its_place(tmp_path):
    path = documents.ofd(tmp_path / "a.ofd", ["一", "二", "三"])
    changed(path, {DOCUMENT: ("Pages/Page_1/Content.xml", "Pages/Page_9/Content.xml")}, {})
    told = Problem(ProblemKind.PARTS_NOT_DRAWN, {"pages": "2", "label": "整页"})
    assert found_in(path) == notes_of(path) == (told,)
    assert describe_problem(told).reason == "第 2 页有内容没有转出（整页）"


def test_missing_template_is_told(tmp_path):
    use = '<ofd:Template TemplateID="7"/><ofd:Content>'
    path = changed(documents.ofd(tmp_path / "a.ofd"), {CONTENT: ("<ofd:Content>", use)}, {})
    told = Problem(ProblemKind.PARTS_NOT_DRAWN, {"pages": "1", "label": "模板"})
    assert found_in(path) == notes_of(path) == (told,)


def test_picture_of_an_unknown_format_is_told(tmp_path):
    media = (
        '<ofd:MultiMedias><ofd:MultiMedia ID="60" Type="Image" Format="GBIG2"><ofd:MediaFile>p.gb2'
        "</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>"
    )
    use = '<ofd:ImageObject ID="9" Boundary="0 0 9 9" ResourceID="60"/></ofd:Layer>'
    path = changed(
        documents.ofd(tmp_path / "a.ofd"),
        {"Doc_0/PublicRes.xml": ("</ofd:Res>", media), CONTENT: ("</ofd:Layer>", use)},
        {"Doc_0/Res/p.gb2": b"no picture at all"},
    )
    told = Problem(ProblemKind.PARTS_NOT_DRAWN, {"pages": "1", "label": "图片"})
    assert found_in(path) == notes_of(path) == (told,)


def two_documents(tmp_path: Path) -> Path:
    """One file with two documents of two pages and one."""
    path = documents.ofd(tmp_path / "a.ofd", ["甲文一", "甲文二"])
    with zipfile.ZipFile(documents.ofd(tmp_path / "b.ofd", ["乙文"])) as other:
        more = {
            name.replace("Doc_0", "Doc_1"): other.read(name)
            for name in other.namelist()
            if name.startswith("Doc_0")
        }
    body = (
        "</ofd:DocBody><ofd:DocBody><ofd:DocInfo><ofd:DocID>b</ofd:DocID></ofd:DocInfo>"
        "<ofd:DocRoot>Doc_1/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )
    return changed(path, {"OFD.xml": ("</ofd:DocBody></ofd:OFD>", body)}, more)


def test_all_documents_of_a_file_are_bound(tmp_path):
    path = two_documents(tmp_path)
    made = draw(Order(source_of(path), path.with_suffix(".pdf")))
    assert isinstance(made, Made)
    assert made.expected_pages == made.facts.page_count == 3
    assert found_in(path) == made.notes == ()


def test_second_document_that_is_missing_is_never_left_out_in_silence(tmp_path):
    path = two_documents(tmp_path)
    changed(path, {"OFD.xml": ("Doc_1/Document.xml", "Doc_2/Document.xml")}, {})
    assert [one.kind for one in found_in(path)] == [ProblemKind.DAMAGED]
    result = draw(Order(source_of(path), path.with_suffix(".pdf")))
    assert isinstance(result, Problem)
    assert result.kind is ProblemKind.DAMAGED


@pytest.mark.parametrize("keep", [100, 400, 900])
def test_torn_file_is_damaged_early_and_late(tmp_path, keep):
    path = documents.ofd(tmp_path / "a.ofd")
    kind = sniff(path, path.name)
    path.write_bytes(path.read_bytes()[:keep])
    damaged = Problem(ProblemKind.DAMAGED, {"label": kind.label})
    assert find(path, kind) == (damaged,)
    assert draw(Order(source_of(path, None, kind), tmp_path / "a.pdf")) == damaged


def test_torn_page_is_damaged_early_and_late(tmp_path):
    path = documents.ofd(tmp_path / "a.ofd", ["一", "二"])
    changed(path, {CONTENT: ("</ofd:Layer>", "")}, {})
    damaged = Problem(ProblemKind.DAMAGED, {"label": sniff(path, path.name).label})
    assert found_in(path) == (damaged,)
    assert draw(Order(source_of(path), tmp_path / "a.pdf")) == damaged


@given(st.sets(st.integers(1, 40), min_size=1))
def test_runs_name_every_page_once(pages):
    named = runs(pages)
    spans = [part.split("–") for part in named.removesuffix("等").split("、")]
    found = [n for span in spans for n in range(int(span[0]), int(span[-1]) + 1)]
    assert found == sorted(pages)[: len(found)]
    assert named.endswith("等") == (len(found) < len(pages))


def test_losses_of_survey_and_painter_become_one():
    one, other = Losses(), Losses()
    one.add(Lost.PICTURE, 3)
    other.add(Lost.PATTERN, 4)
    other.add(Lost.PAGE, 1)
    one.merge(other)
    assert [dict(problem.detail) for problem in one.problems()] == [
        {"pages": "1、3–4", "label": "整页、图片、底纹"},
    ]
    assert listed(f"{n}.csv" for n in range(7)) == "0.csv、1.csv、2.csv、3.csv、4.csv等"
