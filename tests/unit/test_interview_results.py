"""What answers come to, against an independent computation; questionnaires, cells, draws."""

import statistics
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import pytest

from app.framework.findings import FindingKind
from app.names.verification.interview import number_words
from app.shares import share_words
from app.verification.interview.answering import (
    answer_words,
    differences,
    fitting,
    missing,
    settled,
)
from app.verification.interview.drawing import (
    Listed,
    drawn,
    list_digest,
    listed_from,
    proposed_plan,
)
from app.verification.interview.errors import (
    AnswerNotPossible,
    NothingListed,
    QuestionnaireFileInvalid,
    QuestionnaireUnknown,
    QuestionUnknown,
)
from app.verification.interview.files import (
    as_text,
    built_in,
    load_questionnaires,
    read_questionnaire,
    save_edition,
)
from app.verification.interview.matching import match, read_cell, target_named
from app.verification.interview.results import (
    OpenAnswer,
    by_topic,
    cross_table,
    numbers_of,
    results_of,
)
from app.verification.interview.rounds import Topic
from app.verification.interview.schema import Measure, Question, QuestionKind
from app.verification.sampling import GroupTooSmall, NotEnoughToDraw
from app.wording.errors import describe_error
from tests.support.interviews import YAML, answered, questionnaire, round_said


def numbered(sheets):
    return [(str(sheet.number), sheet) for sheet in sheets]


@pytest.fixture(scope="module")
def sheets():
    return answered(seed=7, count=3_000)


@pytest.fixture(scope="module")
def found(sheets):
    return results_of(round_said(), numbered(sheets))


def test_sheets_are_counted(sheets, found):
    void = sum(sheet.void != "" for sheet in sheets)
    assert 0 < void < 3_000
    response = found.response
    assert (response.returned, response.valid, response.void) == (3_000, 3_000 - void, void)
    assert (response.total, response.asked) == (350, 70)
    assert response.return_rate.percent == Fraction(300_000, 70)
    assert response.interview_rate.percent == Fraction(100 * (3_000 - void), 350)


def test_counts_and_satisfaction_agree_with_a_plain_count(sheets, found):
    valid = [sheet.answers for sheet in sheets if not sheet.void]
    said = Counter(answers["overall"] for answers in valid if "overall" in answers)
    overall = found.overall
    assert [o.share.counted for o in overall.options] == [said[str(n)] for n in range(1, 7)]
    assert {o.share.of for o in overall.options} == {said.total()}
    assert overall.answered.of == len(valid)
    assert overall.answered.counted == said.total() < len(valid)
    rated = said.total() - said["6"]
    assert (overall.satisfaction.counted, overall.satisfaction.of) == (said["1"] + said["2"], rated)
    ways = Counter(place for a in valid for place in a.get("ways", "").split(",") if place)
    answering = sum("ways" in answers for answers in valid)
    assert [(o.share.counted, o.share.of) for o in found.of("ways").options] == [
        (ways[str(n)], answering) for n in range(1, 5)
    ]


def test_means_agree_with_the_standard_library(sheets, found):
    valid = [sheet.answers for sheet in sheets if not sheet.void]
    days = [Fraction(answers["days"]) for answers in valid if "days" in answers]
    numbers = found.of("days").numbers
    assert (numbers.mean, numbers.median) == (statistics.mean(days), statistics.median(days))
    assert (numbers.least, numbers.most) == (min(days), max(days))
    scores = [(5, 4, 3, 2, 1, 0)[int(a["overall"]) - 1] for a in valid if "overall" in a]
    assert found.overall.numbers.mean == statistics.mean(map(Fraction, scores))
    assert found.overall.numbers.median == statistics.median(scores)


@pytest.mark.parametrize("values", [[], [3], [1, 2], [5, 1, 3], [Decimal("0.1"), Decimal("0.2")]])
def test_small_lists_of_numbers(values):
    numbers = numbers_of([Decimal(value) for value in values])
    if not values:
        assert numbers is None
    else:
        exact = [Fraction(value) for value in values]
        assert numbers.mean == statistics.mean(exact)
        assert numbers.median == statistics.median(exact)


def test_groups_add_up_to_the_whole(sheets, found):
    for by in ("", "who"):
        table = cross_table(round_said(), numbered(sheets), "overall", by)
        assert [group.group for group in table] == ["人大代表", "政协委员"]
        for place, option in enumerate(found.overall.options):
            parts = [group.result.options[place].share.counted for group in table]
            assert sum(parts) == option.share.counted
        satisfied = [group.result.satisfaction for group in table]
        assert sum(s.counted for s in satisfied) == found.overall.satisfaction.counted


def test_sheets_of_no_group_come_last():
    some = [replace(s, group="") for s in answered(1, 5)] + list(answered(2, 30))
    table = cross_table(round_said(), numbered(some), "overall")
    assert [group.group for group in table] == ["人大代表", "政协委员", ""]


def test_open_answers_are_grouped_by_words():
    answers = [
        OpenAnswer(str(n), n, "", "wish", words)
        for n, words in enumerate(["排队太久", "停车难，也要排队", "很好"], 1)
    ]
    topics = (Topic("", "排队", ("排队", "等候")), Topic("wish", "停车", ("停车",)))
    found = by_topic((*topics, Topic("other", "别的题", ("很好",))), answers)
    told = [(g.topic.name if g.topic else None, [a.number for a in g.answers]) for g in found]
    assert told == [("排队", [1, 2]), ("停车", [2]), (None, [3])]


def test_nothing_answered_comes_to_nothing():
    found = results_of(replace(round_said(), plan=()), [])
    assert found.response.return_rate.percent is None
    assert found.overall.satisfaction.percent is None
    assert found.overall.numbers is None
    assert share_words(0, 0) == "—"


def test_answers_that_no_question_takes_count_for_nothing():
    """A package may bring any text."""
    (sheet,) = answered(3, 1)
    hostile = {"overall": "9", "ways": "0,77", "days": "NaN", "who": "1,2", "gone": "5"}
    found = results_of(round_said(), numbered([replace(sheet, answers=hostile, void="")]))
    assert [result.answered.counted for result in found.questions] == [0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("counted", "of", "words"),
    [
        (42, 46, "91.3%（42/46）"),
        (46, 46, "100%（46/46）"),
        (0, 46, "0%（0/46）"),
        (4_999, 5_000, "99.9%（4999/5000）"),
        (1, 5_000, "0.1%（1/5000）"),
        (1, 8, "12.5%（1/8）"),
    ],
)
def test_rates_stand_beside_their_counts(counted, of, words):
    assert share_words(counted, of) == words


def test_means_have_two_decimals():
    assert number_words(Fraction(4_346, 1_000)) == "4.35"
    assert number_words(Decimal(12), "天") == "12 天"
    assert number_words(Fraction(100)) == "100"


def test_answers_are_brought_into_one_form():
    asked = questionnaire()
    typed = {"who": " 2 ", "ways": "4，1,1", "ways.other": " 微 信\n群", "days": "1,200.50"}
    with pytest.raises(AnswerNotPossible) as caught:
        settled(asked, typed)
    assert (caught.value.number, caught.value.text) == (4, "1,200.50")
    found = settled(asked, typed | {"days": "12.50"})
    assert found == {"who": "2", "ways": "1,4", "ways.other": "微 信 群", "days": "12.5"}
    assert answer_words(asked.questions[2], found) == "电话；其他（微 信 群）"
    assert answer_words(asked.questions[3], found) == "12.5 天"
    assert missing(asked, found) == (2,)
    assert differences(asked, found, {**found, "who": "1", "ways.other": "信"}) == (1, 3)
    with pytest.raises(QuestionUnknown):
        settled(asked, {"nothing": "1"})


@pytest.mark.parametrize(
    "answers",
    [
        {"who": "3"},
        {"who": "1,2"},
        {"who": "0"},
        {"who": "²"},
        {"ways": "x"},
        {"ways": "1", "ways.other": "微信"},
        {"days": "-1"},
        {"days": "1e99"},
        {"days": "NaN"},
    ],
)
def test_answers_that_cannot_be_are_refused(answers):
    with pytest.raises(AnswerNotPossible) as caught:
        settled(questionnaire(), answers)
    told = describe_error(caught.value)
    assert "不能答" in told.reason


def test_what_is_stored_is_read_again():
    for sheet in answered(11, 200):
        for question in questionnaire().questions:
            text = sheet.answers.get(question.id, "")
            assert fitting(question, text) == text


CHOICE = Question(id="a", text="满意吗", options=("满意", "不满意", "其他"), other=3)
SEVERAL = Question(
    id="b", kind=QuestionKind.MULTIPLE, text="哪些", options=("电话、短信", "上门", "其他"), other=3
)
POINTS = Question(
    id="c", kind=QuestionKind.SCALE, text="打分", options=tuple(f"{n}分" for n in range(10, 0, -1))
)
DAYS = Question(id="d", kind=QuestionKind.NUMBER, text="几天", unit="天")


@pytest.mark.parametrize(
    ("question", "cell", "answer"),
    [
        (CHOICE, "满意", ("1", "")),
        (CHOICE, "A.满意", ("1", "")),
        (CHOICE, "Ａ、 满意", ("1", "")),
        (CHOICE, "2", ("2", "")),
        (CHOICE, "b", ("2", "")),
        (CHOICE, "其他〖没办过〗", ("3", "没办过")),
        (CHOICE, "(跳过)", ("", "")),
        (CHOICE, "", ("", "")),
        (CHOICE, "-3", ("", "")),
        (CHOICE, "一般", None),
        (CHOICE, "4", None),
        (CHOICE, "满意┋不满意", None),
        (SEVERAL, "电话、短信┋其他〖微信〗", ("1,3", "微信")),
        (SEVERAL, "上门;电话、短信", ("1,2", "")),
        (SEVERAL, "电话、短信", ("1", "")),
        (SEVERAL, "A,B", ("1,2", "")),
        (SEVERAL, "电话、短信┋传真", None),
        (POINTS, "10", ("1", "")),
        (POINTS, "1分", ("10", "")),
        (POINTS, "11", None),
        (DAYS, "5 天", ("5", "")),
        (DAYS, "五天", None),
    ],
)
def test_cells_of_survey_services_are_read(question, cell, answer):
    assert read_cell(question, cell) == answer


def test_headings_find_their_questions():
    head = [
        "序号", "提交答卷时间", "1、您是（单选题）", "Q2", "3.承办单位怎样与您沟通？[多选题]",
        "多少天收到答复", "5、您有什么意见建议？", "来自IP", "备用",
    ]  # fmt: skip
    matching = match(questionnaire(), [["问卷结果"], head])
    assert matching.heading == 1
    assert matching.targets == (
        "number", "", "who", "overall", "ways", "days", "wish", "", "",
    )  # fmt: skip
    assert matching.unused == ("备用",)
    assert matching.unanswered(questionnaire()) == ()
    chosen = match(questionnaire(), [head], {"备用": "group", "Q2": ""})
    assert chosen.targets[8] == "group"
    assert chosen.targets[3] == ""
    columns = match(questionnaire(), [["3(电话)", "3(书面)", "承办单位怎样与您沟通?:上门"]])
    assert columns.targets == ("ways#1", "ways#3", "ways#2")


def test_targets_are_named_by_number_and_text():
    asked = questionnaire()
    assert target_named(asked, "3") == "ways"
    assert target_named(asked, "3#2") == "ways#2"
    assert target_named(asked, "您是") == "who"
    assert target_named(asked, "组别") == "group"
    assert target_named(asked, "没有这一题") is None


def test_a_list_is_read_with_and_without_a_heading():
    rows = [["序号", "姓名", "电话", "窗口"], ["1", "张三", "13800001111", "一窗"], ["", ""]]
    assert listed_from(rows) == (Listed(1, "张三", "一窗", "13800001111"),)
    bare = listed_from([["李四", "二窗"], ["王五"]])
    assert bare == (Listed(1, "李四", "二窗"), Listed(2, "王五"))
    numbered = listed_from([["1", "李四"], ["2", "王五"]])
    assert numbered == (Listed(1, "李四"), Listed(2, "王五"))
    with pytest.raises(NothingListed):
        listed_from([["姓名", "组别"]])


def test_anyone_can_draw_the_same_people_again():
    people = [Listed(n, f"人{n}", "甲乙"[n % 2]) for n in range(1, 201)]
    chosen = drawn(people, "种子 2026", {"甲": 5, "乙": 7})
    assert [p.group for p in chosen] == ["乙"] * 7 + ["甲"] * 5
    assert drawn(list(reversed(people)), "种子 2026", {"甲": 5, "乙": 7}) != ()
    # Worked out as the record says it, without the program's own draw.
    mine = [p for p in people if p.group == "甲"]
    mine.sort(key=lambda p: sha256(f"种子 2026\n甲\n{p.place} {p.name}".encode()).hexdigest())
    assert [p for p in chosen if p.group == "甲"] == mine[:5]
    assert {p.name for p in drawn(people, "别的种子", {"甲": 5})} != {p.name for p in mine[:5]}
    with pytest.raises(GroupTooSmall):
        drawn(people, "x", {"甲": 101})


def test_the_digest_tells_lists_apart():
    people = [Listed(1, "张三", "甲"), Listed(2, "李四", "乙")]
    expected = sha256("1\t张三\t甲\t\n2\t李四\t乙\t\n".encode()).hexdigest()
    assert list_digest(people) == expected
    assert list_digest(people[::-1]) != expected


def test_a_plan_is_in_proportion():
    people = [Listed(n, str(n), "大" if n <= 75 else "小") for n in range(1, 101)]
    plan = proposed_plan(people, 20)
    assert [(line.group, line.total, line.planned) for line in plan] == [
        ("大", 75, 15),
        ("小", 25, 5),
    ]
    with pytest.raises(NotEnoughToDraw):
        proposed_plan(people, 101)


def test_a_data_file_is_read_and_written(tmp_path: Path):
    folder = tmp_path / "questionnaires"
    folder.mkdir()
    file = folder / "代表.yaml"
    file.write_text(YAML, encoding="utf-8")
    asked = read_questionnaire(file)
    assert asked == questionnaire()
    assert asked.fills[0].measure is Measure.SATISFACTION
    known = load_questionnaires(folder)
    assert known.own == {"deputies"}
    assert known.find("建议提案办理").id == "deputies"
    with pytest.raises(QuestionnaireUnknown):
        known.find("没有这份")
    changed = asked.model_copy(update={"title": "代表委员满意度问卷"})
    assert save_edition(folder, changed, known) == file
    after = load_questionnaires(folder).find("代表委员")
    assert (after.edition, after.questions) == (3, asked.questions)
    assert "edition: 3" in as_text(after)


@pytest.mark.parametrize(
    ("old", "new", "field", "kind"),
    [
        ("id: ways", "id: who", "questions[3].id", FindingKind.DUPLICATE_ID),
        ("options: [人大代表, 政协委员]", "options: [人大代表]", "questions[1].options",
         FindingKind.OPTIONS_MISPLACED),
        ("satisfied: [1, 2]", "satisfied: [1, 9]", "questions[2].satisfied",
         FindingKind.UNKNOWN_OPTION),
        ("scores: [5, 4, 3, 2, 1, 0]", "scores: [5]", "questions[2].scores",
         FindingKind.SCORES_MISPLACED),
        ("required: true, group: true", "overall: true, satisfied: [1]", "questions[2].overall",
         FindingKind.OVERALL_TWICE),
        ("unit: 天,", "suggestion: true,", "questions[4].suggestion", FindingKind.FIELD_MISPLACED),
        ("measure: satisfaction,", "question: days,", "fills[1].question",
         FindingKind.UNKNOWN_QUESTION),
        ("kind: open", "kind: essay", "questions[5].kind", FindingKind.NOT_A_CHOICE),
        ("audience: 人大代表和政协委员", "", "audience", FindingKind.MISSING),
    ],
)  # fmt: skip
def test_faults_name_their_place(tmp_path: Path, old, new, field, kind):
    assert old in YAML
    file = tmp_path / "bad.yaml"
    file.write_text(YAML.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(QuestionnaireFileInvalid) as caught:
        read_questionnaire(file)
    told = [(finding.field, finding.kind) for finding in caught.value.findings]
    assert (field, kind) in told
    assert all(finding.line for finding in caught.value.findings if finding.field != "audience")
    assert "bad.yaml" in describe_error(caught.value).reason
    assert load_questionnaires(tmp_path).invalid


def test_the_built_in_questionnaires_are_sound():
    ids = [one.id for one in built_in()]
    assert len(ids) == len(set(ids))
