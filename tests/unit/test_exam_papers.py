"""Papers by blueprint as pure functions, and the templates of exams as they are kept."""

import zipfile
from io import BytesIO

import pytest

from app.framework.findings import FindingKind
from app.reports.exam_papers import ExamPaperKind, ExamTemplate
from app.reports.templates import built_in
from app.verification.exam.blueprints import built_in as blueprints
from app.verification.exam.marking import folded, points_for, read_answer
from app.verification.exam.papers import Lack, Paper, Printed, draw_paper, restored, stored
from app.verification.exam.question_files import read_rows
from app.verification.exam.questions import Difficulty, Question, QuestionKind, faults_of, tidy
from app.verification.exam.schema import Blueprint, checked
from app.verification.exam.starter import starter_questions
from resources.templates.make_templates import drawn_for_exams

SINGLE = QuestionKind.SINGLE


def question(number: int, chapter: str, difficulty: Difficulty = Difficulty.EASY) -> Question:
    return Question(SINGLE, f"问题{number}？", chapter, ("A",), ("甲", "乙"), difficulty=difficulty)


def blueprint(*takes: dict[str, object]) -> Blueprint:
    part = {"kind": "single", "points": 2, "takes": list(takes)}
    plain = {"format": 1, "id": "t", "title": "测", "minutes": 30, "pass_percent": 60}
    found, faults = checked(plain | {"parts": [part]})
    assert not faults
    return found


def test_takes_that_overlap_give_way_to_each_other():
    bank = [("1", question(1, "甲")), ("2", question(2, "乙")), ("3", question(3, "甲"))]
    wanted = blueprint({"count": 1}, {"count": 2, "chapter": "甲"})
    for seed in range(20):
        paper = draw_paper(wanted, bank, "", f"种子{seed}")
        assert isinstance(paper, Paper)
        assert {q.id for q in paper.questions} == {"1", "2", "3"}
        assert {q.id for q in paper.questions[1:]} == {"1", "3"}


def test_everything_that_lacks_is_told():
    bank = [("1", question(1, "甲")), ("2", question(2, "乙", Difficulty.HARD))]
    wanted = blueprint({"count": 2, "chapter": "甲"}, {"count": 3, "difficulty": "hard"})
    assert draw_paper(wanted, bank, "", "1") == (
        Lack(SINGLE, "甲", None, 2, 1),
        Lack(SINGLE, "", Difficulty.HARD, 3, 1),
    )


def test_the_same_question_is_never_asked_twice():
    bank = [("1", question(1, "甲")), ("2", question(1, "乙")), ("3", question(2, "甲"))]
    paper = draw_paper(blueprint({"count": 2}), bank, "", "1")
    assert isinstance(paper, Paper)
    assert {q.stem for q in paper.questions} == {"问题1？", "问题2？"}


def test_ids_do_not_matter_and_the_seed_does():
    bank = [(str(n), q) for n, q in enumerate(starter_questions().questions)]
    other = [(f"x{n}", q) for n, q in reversed(list(enumerate(starter_questions().questions)))]
    for wanted in blueprints():
        first = draw_paper(wanted, bank, "2026-03-01", "7")
        second = draw_paper(wanted, other, "2026-03-01", "7")
        third = draw_paper(wanted, bank, "2026-03-01", "8")
        assert isinstance(first, Paper)
        assert [q.stem for q in first.questions] == [q.stem for q in second.questions]
        assert first.versions == second.versions
        assert [q.stem for q in first.questions] != [q.stem for q in third.questions]
        assert restored(stored(first)) == first
        assert first.total == wanted.total == 100


def test_the_starter_bank_is_complete_and_says_where_it_is_from():
    reading = starter_questions()
    assert not reading.faults
    assert len(reading.questions) >= 60
    assert {q.kind for q in reading.questions} == set(QuestionKind)


@pytest.mark.parametrize(
    ("given", "points"),
    [("ACD", 4), ("AC", 1), ("A", 1), ("AB", 0), ("ABCD", 0), ("", 0), ("BD", 0)],
)
def test_some_of_several_bring_what_the_paper_says(given, points):
    first = _multiple(partial=1)
    assert points_for(first, given) == points
    whole = _multiple(partial=None)
    assert points_for(whole, given) == (4 if given == "ACD" else 0)


def test_blanks_count_each_for_itself():
    said = Question(QuestionKind.BLANKS, "有____和____。", "章", ("二百|200", "三千"))
    part = {"kind": "blanks", "points": 3, "takes": [{"count": 1}]}
    paper = draw_paper(_of(part), [("1", said)], "", "1")
    (printed,) = paper.printed("A")
    assert points_for(printed, "２００；三千") == 3
    assert points_for(printed, "200;三万") == 1.5
    assert points_for(printed, "；三千") == 1.5
    assert points_for(printed, "三千；200") == 0
    assert folded("《行政处罚法》") == folded("行政处罚法")


@pytest.mark.parametrize(
    ("text", "kept", "fault"),
    [
        ("b", "B", None),
        ("Ｂ ", "B", None),
        ("", "", None),
        ("AB", "AB", "several"),
        ("E", "E", "no_option"),
    ],
)
def test_answers_are_read_as_people_write_them(text, kept, fault):
    paper = draw_paper(blueprint({"count": 1}), [("1", question(1, "甲"))], "", "1")
    (printed,) = paper.printed("A")
    assert read_answer(printed, text) == (kept, fault)


def test_a_table_is_read_whatever_it_calls_its_columns():
    rows = [
        ["题目类型", "试题", "A", "B", "正确答案", "知识点"],
        ["单选题", "问（  ）？", "甲", "乙", "b", "章"],
        ["单选题", "问（）？", "甲", "乙", "A", "章"],
    ]
    reading = read_rows("表", rows)
    assert reading.questions[0].answers == ("B",)
    assert [fault.row for fault in reading.faults] == [3]


def test_a_question_that_contradicts_itself_has_faults():
    wrong = tidy(Question(QuestionKind.MULTIPLE, "", "", ("A", "F"), ("甲", "甲"), valid_from="2"))
    names = {fault.value for fault in faults_of(wrong)}
    assert {"no_stem", "no_chapter", "options_few", "options_alike", "answer_no_option"} <= names


def test_a_blueprint_with_faults_names_them():
    part = {"kind": "single", "points": 2, "partial": 1, "takes": [{"count": 1}]}
    plain = {"format": 1, "id": "t", "title": "测", "minutes": 30, "pass_percent": 60}
    _, faults = checked(plain | {"parts": [part, part]})
    kinds = {kind for _, kind, _ in faults}
    assert kinds == {FindingKind.PARTIAL_MISPLACED, FindingKind.DUPLICATE_ID}


def test_the_kept_templates_are_those_that_are_drawn():
    made = drawn_for_exams()
    assert set(made) == {f"{kind.value}.docx" for kind in ExamPaperKind}
    for kind in ExamPaperKind:
        kept, new = (
            {name: archive.read(name) for name in archive.namelist()}
            for archive in (
                zipfile.ZipFile(BytesIO(built_in(ExamTemplate(kind)))),
                zipfile.ZipFile(BytesIO(made[f"{kind.value}.docx"])),
            )
        )
        assert kept == new, kind


def _of(part: dict[str, object]) -> Blueprint:
    plain = {"format": 1, "id": "t", "title": "测", "minutes": 30, "pass_percent": 60}
    return checked(plain | {"parts": [part], "shuffle_options": False})[0]


def _multiple(partial: float | None) -> Printed:
    said = Question(QuestionKind.MULTIPLE, "问？", "章", ("A", "C", "D"), ("甲", "乙", "丙", "丁"))
    part = {"kind": "multiple", "points": 4, "partial": partial, "takes": [{"count": 1}]}
    paper = draw_paper(_of(part), [("1", said)], "", "1")
    assert isinstance(paper, Paper)
    return paper.printed("A")[0]
