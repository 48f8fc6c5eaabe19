import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.evidence.comparing import compare_texts
from app.evidence.places import Target
from app.evidence.revisions import list_revisions
from app.evidence.text_difference import DiffKind, DiffLine, differences, pieces
from app.intake.attach import attach_files
from app.intake.parts.revising import revise_item
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from tests.support import documents

SENTENCES = st.lists(st.sampled_from("甲乙丙丁戊"), max_size=12)


def test_text_is_cut_at_sentences_and_lines():
    text = "一、总体要求\n以习近平新时代中国特色社会主义\n思想为指导。全面推进；稳步实施。"
    assert pieces(text, flowing=False) == (
        "一、总体要求",
        "以习近平新时代中国特色社会主义",
        "思想为指导。",
        "全面推进；",
        "稳步实施。",
    )
    assert pieces(text, flowing=True) == (
        "一、总体要求以习近平新时代中国特色社会主义思想为指导。",
        "全面推进；",
        "稳步实施。",
    )


def test_changes_with_what_stands_around_them():
    old = list("一二三四五六七八九")
    new = [*old[:5], "改", *old[6:]]
    assert differences(old, new) == (
        DiffLine(DiffKind.SKIPPED, count=3),
        DiffLine(DiffKind.SAME, "四"),
        DiffLine(DiffKind.SAME, "五"),
        DiffLine(DiffKind.GONE, "六"),
        DiffLine(DiffKind.NEW, "改"),
        DiffLine(DiffKind.SAME, "七"),
        DiffLine(DiffKind.SAME, "八"),
        DiffLine(DiffKind.SKIPPED, count=1),
    )


@given(SENTENCES, SENTENCES)
def test_nothing_is_lost_in_the_comparison(old, new):
    lines = differences(old, new)
    if not lines:
        assert old == new
        return

    def rebuilt(side, kinds):
        found = []
        for line in lines:
            if line.kind is DiffKind.SKIPPED:
                found += side[len(found) : len(found) + line.count]
            elif line.kind in kinds:
                found.append(line.text)
        return found

    assert rebuilt(old, {DiffKind.SAME, DiffKind.GONE}) == old


@pytest.fixture
def compared(workspace, workers, tmp_path):
    def run(before, after):
        request = AttachRequest((before,), Target("60", "材料查证", "县司法局"))
        item = attach_files(workspace, workers, request, SilentJob()).outcomes[0].item_id
        revise_item(workspace, workers, item, after, SilentJob())
        with workspace.database.reading() as session:
            new, old = list_revisions(session, item)
        return compare_texts(workspace, workers, old, new, SilentJob())

    return run


def test_two_text_files(compared, tmp_path):
    found = compared(
        documents.text(tmp_path / "甲.txt", "第一条不变。第二条旧的。"),
        documents.text(tmp_path / "乙.txt", "第一条不变。第二条新的。"),
    )
    assert found.readable
    assert found.whole
    assert [line.text for line in found.lines if line.kind is DiffKind.GONE] == ["第二条旧的。"]
    assert [line.text for line in found.lines if line.kind is DiffKind.NEW] == ["第二条新的。"]


def test_pictures_have_no_words(compared, tmp_path):
    from PIL import Image

    files = []
    for name, colour in (("甲.png", "white"), ("乙.png", "black")):
        Image.new("RGB", (900, 900), colour).save(tmp_path / name)
        files.append(tmp_path / name)
    assert not compared(*files).readable
