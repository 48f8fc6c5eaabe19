"""随机访谈 from the list of people to the figure: drawn, entered twice, imported, filled, bound."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from app.bootstrap import open_services
from app.completeness.figures import put_figures
from app.dossier_options import DossierOptions, Edition
from app.eventlog import LogFilter, read_log
from app.evidence.places import Target
from app.framework.keys import SlotKey
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.names.verification import ACTIONS
from app.rectification.reading import read_register
from app.review.service import accept_slots, submit_slots
from app.table_files.errors import TableUnreadable
from app.verification.errors import NoteIncomplete, NoteUnknown, ToolNotOffered
from app.verification.interview.drawing import Listed, draw_people, repeats
from app.verification.interview.entering import (
    alter_round,
    change_sheets,
    enter_again,
    enter_sheet,
    make_void,
    read_round,
    settle,
)
from app.verification.interview.errors import (
    AnswerNotPossible,
    DaysOutOfOrder,
    NothingSuggested,
    ReasonMissing,
    RoundHasAnswers,
    SheetNumberTaken,
)
from app.verification.interview.exporting import export_round
from app.verification.interview.filling import figure_proposals, fill_figures
from app.verification.interview.importing import (
    RowFault,
    import_answers,
    read_answer_table,
)
from app.verification.interview.rectifying import (
    one_by_one,
    open_notices,
    remove_notices,
    suggestions_of,
    together,
)
from app.verification.interview.results import results_of
from app.verification.interview.rounds import ROUNDS, GroupPlan, Topic
from app.verification.interview.sheets import SHEETS, AnswerOrigin, AnswerSheet
from app.verification.material_check.registers.filling import FillState, read_stated
from app.verification.notes import NoteChanges, add_note, restore_note, withdraw_note
from app.verification.slots import Slot
from app.wording.errors import describe_error
from tests.support.cli import Cli
from tests.support.documents import text_pdf
from tests.support.interviews import INDICATOR, YAML, answered, questionnaire, round_said
from tests.support.pdf_description import page_texts
from tests.support.workspaces import copy_workspace

UNIT = "县人大办公室"
SLOT = Slot(UNIT, INDICATOR, "interview")
PEOPLE = [
    Listed(n, f"张{n}", ("人大代表", "政协委员")[n % 2], "13800001111") for n in range(1, 351)
]
PLAN = (GroupPlan("人大代表", 175, 40), GroupPlan("政协委员", 175, 30))


@pytest.fixture
def round_id(workspace) -> str:
    return add_note(workspace, ROUNDS, SLOT, round_said())


def typed(round_id: str, number: int, **answers: str) -> AnswerSheet:
    return AnswerSheet(round_id, number, "人大代表", {"who": "1", **answers}, "李四")


def actions(workspace) -> list[str]:
    with workspace.database.reading() as session:
        return [entry.action for entry in read_log(session, LogFilter())]


def test_a_round_is_noted_altered_and_taken_back(workspace, round_id):
    there = read_round(workspace, round_id)
    assert there.round.said == round_said()
    assert there.round.slot == SLOT
    before = alter_round(workspace, round_id, replace(round_said(), held_to="2026年3月9日"))
    assert before == round_said()
    assert read_round(workspace, round_id).round.said.held_to == "2026-03-09"
    withdraw_note(workspace, ROUNDS, round_id)
    with pytest.raises(NoteUnknown):
        read_round(workspace, round_id)
    restore_note(workspace, ROUNDS, round_id)
    assert read_round(workspace, round_id).round.said.held_to == "2026-03-09"
    assert set(actions(workspace)) & set(ACTIONS) == {
        f"noted.interview_round_{done}" for done in ("added", "altered", "withdrawn", "restored")
    }


@pytest.mark.parametrize(
    ("change", "slot", "error"),
    [
        ({"name": " "}, SLOT, NoteIncomplete),
        ({"held_to": "2026-03-01"}, SLOT, DaysOutOfOrder),
        ({}, Slot(UNIT, INDICATOR, "material_check"), ToolNotOffered),
    ],
)
def test_what_is_refused_of_a_round(workspace, change, slot, error):
    with pytest.raises(error) as caught:
        add_note(workspace, ROUNDS, slot, replace(round_said(), **change))
    assert describe_error(caught.value).remedy


def test_a_draw_is_recorded_and_can_be_repeated(workspace, round_id):
    before = draw_people(workspace, round_id, PEOPLE, "2026030500", PLAN)
    assert before == round_said()
    said = read_round(workspace, round_id).round.said
    first = said.draw
    assert [(g.group, g.listed, g.drawn) for g in first.groups] == [
        ("政协委员", 175, 30),
        ("人大代表", 175, 40),
    ]
    assert len({p.place for p in first.people}) == 70
    assert repeats(first, PEOPLE)
    assert not repeats(first, PEOPLE[:-1])
    assert not repeats(replace(first, seed="别的"), PEOPLE)
    with pytest.raises(ReasonMissing):
        draw_people(workspace, round_id, PEOPLE, "x", PLAN)
    draw_people(workspace, round_id, PEOPLE, "x", PLAN, reason="名单补充")
    after = read_round(workspace, round_id).round.said
    assert after.draws[0] == first
    assert after.draw.reason == "名单补充"
    assert {p.place for p in after.draw.people} != {p.place for p in first.people}
    alter_round(workspace, round_id, said)
    assert read_round(workspace, round_id).round.said.draws == (first,)


def test_a_sheet_is_entered_twice_and_settled(workspace, round_id):
    id_ = enter_sheet(workspace, typed(round_id, 1, overall="1", days="12"))
    assert enter_again(workspace, round_id, id_, {"who": "1", "overall": "2", "days": "12"}) == (2,)
    there = read_round(workspace, round_id)
    assert [note.id for note in there.unsettled] == [id_]
    back = settle(workspace, round_id, id_, {"who": "1", "overall": "2", "days": "12"})
    there = read_round(workspace, round_id)
    assert there.unsettled == ()
    assert there.sheet(1).said.answers["overall"] == "2"
    change_sheets(workspace, round_id, back)
    assert read_round(workspace, round_id).unsettled[0].said.answers["overall"] == "1"


def test_a_void_sheet_is_kept_and_does_not_count(workspace, round_id):
    ids = [enter_sheet(workspace, typed(round_id, n, overall="1")) for n in (1, 2)]
    back = make_void(workspace, round_id, ids[:1], "没有写完")
    there = read_round(workspace, round_id)
    response = results_of(there.round.said, there.numbered).response
    assert (response.returned, response.valid) == (2, 1)
    assert there.sheet(1).said.void == "没有写完"
    change_sheets(workspace, round_id, back)
    there = read_round(workspace, round_id)
    assert results_of(there.round.said, there.numbered).response.valid == 2


def test_no_number_comes_twice_and_nothing_is_kept_of_a_bad_change(workspace, round_id):
    id_ = enter_sheet(workspace, typed(round_id, 1))
    with pytest.raises(SheetNumberTaken) as caught:
        enter_sheet(workspace, typed(round_id, 1))
    assert describe_error(caught.value).reason
    good, bad = typed(round_id, 2), typed(round_id, 3, overall="7")
    with pytest.raises(AnswerNotPossible):
        change_sheets(workspace, round_id, NoteChanges(added=[good, bad]))
    assert len(read_round(workspace, round_id).sheets) == 1
    withdraw_note(workspace, SHEETS, id_)
    enter_sheet(workspace, typed(round_id, 1))
    with pytest.raises(SheetNumberTaken):
        change_sheets(workspace, round_id, NoteChanges(restored=[id_]))


def test_a_round_with_answers_keeps_its_questions(workspace, round_id):
    asked = questionnaire()
    other = asked.model_copy(update={"questions": asked.questions[:2], "fills": ()})
    alter_round(workspace, round_id, replace(round_said(), questionnaire=other))
    alter_round(workspace, round_id, round_said())
    enter_sheet(workspace, typed(round_id, 1))
    with pytest.raises(RoundHasAnswers):
        alter_round(workspace, round_id, replace(round_said(), questionnaire=other))
    renamed = asked.model_copy(update={"title": "满意度问卷"})
    alter_round(workspace, round_id, replace(round_said(), questionnaire=renamed))


HEAD = ["序号", "所用时间", "1、您是", "2、您对办理结果是否满意？", "3、承办单位怎样与您沟通？",
        "4、多少天收到答复？", "5、您有什么意见建议？", "组别"]  # fmt: skip
LINES = [
    ["1", "60秒", "A.人大代表", "非常满意", "电话┋其他〖微信〗", "12 天", "排队太久", "一组"],
    ["2", "61秒", "政协委员", "比较满意", "(跳过)", "(跳过)", "(空)", "二组"],
    ["3", "62秒", "政协委员", "还行吧", "上门", "3", "", "二组"],
    ["二", "63秒", "政协委员", "一般", "上门", "3", "", "二组"],
    ["1", "64秒", "政协委员", "一般", "上门", "3", "", "二组"],
    ["6", "65秒", "", "", "", "", "", "二组"],
]


def table_file(path: Path, lines) -> Path:
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line)
    book.save(path)
    return path


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_table_of_a_survey_service_is_taken_in(workspace, round_id, tmp_path, suffix):
    path = tmp_path / f"问卷星{suffix}"
    if suffix == ".xlsx":
        table_file(path, [HEAD, *LINES])
    else:
        path.write_text("\n".join(",".join(line) for line in [HEAD, *LINES]), encoding="gb18030")
    table = read_answer_table(workspace, round_said(), path)
    done = import_answers(workspace, round_id, table)
    assert done.added == 2
    assert [(f.line, f.fault, f.question, f.text) for f in done.faulty] == [
        (4, RowFault.NO_ANSWER, 2, "还行吧"),
        (5, RowFault.NO_NUMBER, 0, "二"),
        (6, RowFault.TAKEN, 0, "1"),
        (7, RowFault.EMPTY, 0, ""),
    ]
    first, second = (note.said for note in read_round(workspace, round_id).sheets)
    assert first.answers == {
        "who": "1", "overall": "1", "ways": "1,4", "ways.other": "微信", "days": "12",
        "wish": "排队太久",
    }  # fmt: skip
    assert (first.group, first.origin) == ("一组", AnswerOrigin.IMPORTED)
    assert second.answers == {"who": "2", "overall": "2"}
    again = import_answers(workspace, round_id, table)
    assert (again.added, len(again.faulty)) == (0, 6)
    change_sheets(workspace, round_id, done.back)
    assert read_round(workspace, round_id).sheets == ()


def test_chosen_columns_are_remembered(workspace, round_id, tmp_path):
    path = table_file(tmp_path / "表.xlsx", [["身份", "满意否"], ["人大代表", "一般"]])
    table = read_answer_table(workspace, round_said(), path)
    with pytest.raises(TableUnreadable):
        import_answers(workspace, round_id, table)
    matching = replace(
        table.matching, heading=0, headings=("身份", "满意否"), targets=("who", "overall")
    )
    assert import_answers(workspace, round_id, replace(table, matching=matching)).added == 1
    again = read_answer_table(workspace, round_said(), path)
    assert again.matching.targets == ("who", "overall")
    assert import_answers(workspace, round_id, again).added == 1  # without numbers: the next one
    assert [note.said.number for note in read_round(workspace, round_id).sheets] == [1, 2]


def test_thousands_of_sheets_are_one_step_and_fill_the_figure(workspace, round_id):
    sheets = answered(seed=5, count=2_000, round_id=round_id)
    before = len(actions(workspace))
    back = change_sheets(workspace, round_id, NoteChanges(added=sheets))
    assert len(actions(workspace)) == before + 1
    there = read_round(workspace, round_id)
    assert [note.said for note in there.sheets] == list(sheets)
    (proposal,) = offered(workspace, there)
    assert proposal.state is FillState.OPEN
    valid = [s.answers for s in sheets if not s.void and s.answers.get("overall", "6") != "6"]
    satisfied = sum(answers["overall"] in {"1", "2"} for answers in valid)
    assert (proposal.share.counted, proposal.share.of) == (satisfied, len(valid))
    assert proposal.value == pytest.approx(100 * satisfied / len(valid), abs=0.00501)
    assert proposal.met is False
    words = ("建议提案办理满意度问卷", "第2版", f"满意 {satisfied} 份 / 作答 {len(valid)} 份")
    assert all(word in proposal.basis for word in words)
    said = fill_figures(workspace, UNIT, [proposal])
    (filled,) = offered(workspace, there)
    assert filled.state is FillState.SAME
    assert filled.stated.basis == proposal.basis
    change_sheets(workspace, round_id, back)
    put_figures(workspace, UNIT, said)
    (emptied,) = offered(workspace, read_round(workspace, round_id))
    assert (emptied.state, emptied.stated) == (FillState.NOTHING, None)


def offered(workspace, there):
    unit_id = workspace.registry().unit(UNIT).id
    with workspace.database.reading() as session:
        stated = read_stated(session, unit_id)
    return figure_proposals(workspace.facts.framework, there, stated, 2026)


def register(workspace):
    with workspace.database.reading() as session:
        return read_register(session, workspace.today())


def test_suggestions_are_put_right_with_their_origin(workspace, round_id):
    topic = Topic("wish", "排队", ("排队",))
    alter_round(workspace, round_id, replace(round_said(), topics=(topic,)))
    words = ("排队太久", "很好，手机13812345678", "停车和排队")
    sheets = [typed(round_id, n, wish=text) for n, text in enumerate(words, 1)]
    change_sheets(workspace, round_id, NoteChanges(added=sheets))
    there = read_round(workspace, round_id)
    answers = suggestions_of(there)
    done = open_notices(workspace, there, together(there, answers), deadline="2099-06-30")
    (row,) = register(workspace)
    assert row.notice.problem == (
        "随机访谈“2026年春季访谈”（排队）答卷 1 第 5 题：排队太久；答卷 3 第 5 题：停车和排队"
    )
    assert (row.notice.indicator, row.notice.task_code) == (INDICATOR, "interview")
    again = open_notices(workspace, there, together(there, answers))
    assert (again.notices, len(again.known)) == ((), 1)
    single = open_notices(workspace, there, one_by_one(there, answers[1:2]))
    assert "138****5678" in register(workspace)[1].notice.problem
    remove_notices(workspace, (*done.notices, *single.notices), removed=True)
    assert register(workspace) == ()
    with pytest.raises(NothingSuggested):
        open_notices(workspace, there, [])


def test_a_workbook_names_nobody_unless_it_is_wanted(workspace, round_id, tmp_path):
    draw_people(workspace, round_id, [Listed(1, "欧阳小明", "", "13812345678")], "s",
                [GroupPlan("", 1, 1)])  # fmt: skip
    wish = "=1+1 请打13812345678"
    enter_sheet(workspace, typed(round_id, 1, wish=wish, ways="1,3", overall="1"))
    there = read_round(workspace, round_id)
    for mask in (True, False):
        path = tmp_path / f"{mask}.xlsx"
        assert export_round(there, path, mask=mask) == 1
        book = openpyxl.load_workbook(path)
        assert book.sheetnames == ["答卷", "统计", "抽取记录"]
        cells = [c for sheet in book for row in sheet.iter_rows() for c in row if c.value]
        texts = [str(cell.value) for cell in cells]
        assert ("欧阳小明" in texts) is not mask
        assert any("13812345678" in text for text in texts) is not mask
        assert "100%（1/1）" in texts
        assert "电话；书面" in texts
        assert all(cell.data_type != "f" for cell in cells)


def _compiled(tmp_path: Path, template: Path, edition: Edition) -> str:
    options = DossierOptions(indicators=(INDICATOR,), edition=edition)
    with open_services(copy_workspace(template, tmp_path / "工作区")) as services:
        workspace = services.workspace
        file = text_pdf(tmp_path / "访谈照片.pdf", ["访谈照片"])
        target = Target(INDICATOR, "interview", UNIT)
        attach_files(workspace, services.workers, AttachRequest((file,), target), SilentJob())
        round_id = add_note(workspace, ROUNDS, SLOT, round_said())
        draw_people(workspace, round_id, PEOPLE, "2026030500", PLAN)
        sheets = list(answered(seed=9, count=60, round_id=round_id))
        sheets[0] = replace(
            sheets[0], void="", answers={**sheets[0].answers, "wish": "13812345678"}
        )
        change_sheets(workspace, round_id, NoteChanges(added=sheets))
        if edition is Edition.INSPECTION:
            slot = SlotKey(INDICATOR, "interview", workspace.registry().unit(UNIT).id)
            submit_slots(workspace, [slot])
            accept_slots(workspace, [slot])
        (dossier,) = services.dossiers.compile(tmp_path / "卷", options, SilentJob()).dossiers
        return "".join("".join(text.split()) for text in page_texts(dossier.path))


def test_the_working_edition_has_all_of_a_round(tmp_path, office_template):
    text = _compiled(tmp_path, office_template, Edition.WORKING)
    for words in ("随机访谈情况表", "随机访谈统计表", "随机访谈分组情况表", "随机访谈意见建议",
                  "随机访谈对象抽取记录", "《建议提案办理满意度问卷》第2版", "抽签种子2026030500",
                  "收回60份", "涂改", "13812345678", "13800001111"):  # fmt: skip
        assert words in text, words


def test_the_inspection_edition_names_nobody(tmp_path, office_template):
    text = _compiled(tmp_path, office_template, Edition.INSPECTION)
    assert "随机访谈对象抽取记录" in text
    assert "138****5678" in text
    for words in ("13812345678", "13800001111", "涂改", "张1政", "电话"):
        assert words not in text.replace("电话85", "").replace("怎样与您沟通？电话", ""), words


def test_by_command_line(office_template, tmp_path, capsys):
    cli = Cli(capsys)
    root = copy_workspace(office_template, tmp_path / "工作区")
    (root / "questionnaires").mkdir()
    (root / "questionnaires" / "代表.yaml").write_text(YAML, encoding="utf-8")
    assert "deputies" in [one["id"] for one in cli.json("interview", "questionnaires", root)]
    made = cli.json(
        "interview", "new", root, "--indicator", INDICATOR, "--questionnaire", "建议提案",
        "--name", "春季", "--unit", UNIT, "--from", "2026-03-02", "--group", "人大代表=2/9",
        "--group", "政协委员=1",
    )  # fmt: skip
    people = tmp_path / "名单.csv"
    lines = ["姓名,组别", *(f"{p.name},{p.group}" for p in PEOPLE[:20])]
    people.write_text("\n".join(lines), encoding="utf-8")
    drawn = cli.json("interview", "draw", root, "春季", people, "--seed", "7")
    assert [(g["group"], g["listed"], g["drawn"]) for g in drawn["groups"]] == [
        ("政协委员", 10, 1),
        ("人大代表", 10, 2),
    ]
    assert cli.json("interview", "draw", root, "春季", people, "--check") == {"same": True}
    assert "原因" in cli.text("interview", "draw", root, "春季", people, code=2)
    cli.json("interview", "enter", root, "春季", "--answer", "1=1", "--answer", "2=1",
             "--answer", "3=1,4", "--answer", "3.other=微信", "--answer", "5=排队太久")  # fmt: skip
    told = cli.text("interview", "enter", root, "春季", "--number", "1", "--answer", "2=2")
    assert "不一致的题：1、2、3、5" in told
    settled = cli.json(
        "interview", "enter", root, "春季", "--number", "1", "--settle", "--answer", "2=2"
    )
    assert (settled["answers"]["overall"], settled["differing"]) == ("2", [])
    table = table_file(tmp_path / "表.xlsx", [HEAD, *LINES])
    assert cli.json("interview", "import", root, "春季", table, "--dry-run")["usable"] == 1
    done = cli.json("interview", "import", root, "春季", table)
    assert [fault["line"] for fault in done["faulty"]] == [2, 4, 5, 6, 7]
    assert "第 4 行：第 2 题的“还行吧”对不上选项" in done["faulty"][1]["words"]
    cli.json("interview", "void", root, "春季", "2", "--reason", "空白")
    assert [s["void"] for s in cli.json("interview", "sheets", root, "春季")] == ["", "空白"]
    cli.json("interview", "topics", root, "春季", "--topic", "排队=排队、等候")
    found = cli.json("interview", "results", root, "春季", "--by", "1")
    assert found["response"]["valid_rate"] == {"counted": 1, "of": 2, "percent": 50.0}
    assert found["topics"] == [
        {"name": "排队", "sheets": [1]},
        {"name": None, "sheets": [1]},  # what stands behind 其他
    ]
    assert found["figures"][0]["percent"] == 100.0
    assert cli.json("interview", "fill", root, "春季")[0]["value"] == 100.0
    assert len(cli.json("interview", "rectify", root, "春季")["notices"]) == 1
    assert "100%（1/1）" in cli.text("interview", "results", root, "春季")
    assert cli.json("interview", "export", root, "春季")["sheets"] == 2
    assert cli.json("interview", "list", root)[0]["satisfaction"]["counted"] == 1
    cli.json("interview", "edit", root, "春季", "--name", "夏季")
    cli.json("interview", "remove", root, "夏季")
    assert cli.json("interview", "list", root) == []
    cli.json("interview", "remove", root, made["id"], "--restore")
    assert cli.json("interview", "list", root)[0]["returned"] == 2
