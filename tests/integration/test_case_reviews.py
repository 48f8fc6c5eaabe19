"""案卷评查: 600 cases, 60 drawn, each scored by two people, arbitrated, counted and bound."""

import json
import random
import statistics
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest

from app.bootstrap import Services, open_services
from app.dossier_options import DossierOptions, Edition
from app.eventlog import LogFilter, read_log
from app.evidence.arranging import arrange
from app.evidence.places import Target
from app.framework.keys import SlotKey, TaskKey
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.names.verification.case_review import ACTIONS
from app.rectification.reading import read_register
from app.rectification.service import remove_notice
from app.review.service import accept_slots, submit_slots
from app.verification.case_review.binding import arrange_by_case
from app.verification.case_review.cases import (
    Case,
    Notice,
    case_orders,
    case_register,
    find_case,
    notices_of,
    read_cases,
)
from app.verification.case_review.drawing import Wanted, repeats
from app.verification.case_review.draws import (
    Draw,
    DrawnCase,
    DrawRequest,
    draw_cases,
    find_draw,
    read_draws,
    restore_draw,
    withdraw_draw,
)
from app.verification.case_review.errors import (
    BothConcluded,
    DrawNotNamed,
    DrawReviewed,
    ItemNotOfUnit,
    NoDifference,
    NotConcluded,
    NothingToDraw,
    PointsNotPossible,
    ReviewerInvolved,
    ReviewersComplete,
    ReviewerTwice,
    SheetConcluded,
    SheetIncomplete,
    StandardUnknown,
)
from app.verification.case_review.exporting import export_results
from app.verification.case_review.pieces import (
    case_file,
    piece_titles,
    put_pieces,
    put_pieces_back,
    read_pieces,
)
from app.verification.case_review.rectifying import open_notices, problems_of
from app.verification.case_review.results import results_of
from app.verification.case_review.scores import (
    CaseView,
    Comment,
    Reviewed,
    SheetText,
    arbitrate,
    assign_reviewers,
    put_back,
    read_reviewed,
    reopen_sheet,
    save_sheet,
    view_case,
)
from app.verification.case_review.scoring import CaseState, Grade, Mark, Seat, Verdict
from app.verification.material_check.registers.importing import import_rows, read_file
from app.workspace.errors import OfficeOnly
from app.workspace.opening import Workspace, open_workspace
from tests.support.cli import Cli
from tests.support.documents import text_pdf
from tests.support.pdf_description import page_texts
from tests.support.workspaces import add_item, copy_workspace, demand_sound

UNITS = ("县公安局", "县市场监管局", "县司法局")
CATEGORIES = ("行政许可", "行政处罚")
HEAD = ("案号", "类别", "案件名称", "当事人姓名或名称", "立案时间", "结案时间", "承办人")
SHEET = """\
format: 1
id: {id}
title: {category}评查表（县里的）
category: {category}
serves: {{lushan-2021: ["50", "53"]}}
basics:
  - {{id: competent, text: 主体有权}}
  - {{id: facts, text: 事实清楚}}
generals:
  - {{id: filing, group: 立案, text: 立案手续齐全, points: 20}}
  - {{id: served, group: 送达, text: 送达回证齐全, points: 30}}
  - {{id: told, group: 告知, text: 告知权利, points: 30}}
  - {{id: bound, group: 归档, text: 装订规范, points: 20}}
excellent: 90
passing: 60
limit: 10
"""
ORDER = """\
format: 1
id: county_penalty
title: 行政处罚案卷（县里的）
category: 行政处罚
days: 90
pieces:
  - {id: decision, title: 处罚决定书, also: [决定书], needed: true}
  - {id: filing, title: 立案审批表, needed: true}
  - {id: hearing, title: 听证笔录, needed_when: 举行听证的}
"""
STANDARDS = ("competent", "facts", "filing", "served", "told", "bound")
POINTS = {"filing": 20, "served": 30, "told": 30, "bound": 20}


def register(workspace: Workspace, folder: Path) -> tuple[Case, ...]:
    """200 cases of each unit: both categories, two years, the last two of each with faults."""
    chance = random.Random(14)
    for number, unit in enumerate(UNITS):
        book = openpyxl.Workbook()
        book.active.append(HEAD)
        for n in range(200):
            year, month, day = 2020 + n % 2, chance.randint(1, 6), chance.randint(1, 28)
            filed, closed = f"{year}-{month:02}-{day:02}", f"{year}-{month + 4:02}-{day:02}"
            if n >= 198:
                closed = "某日" if n == 198 else f"{year - 1}-01-01"
            kind = CATEGORIES[n // 2 % 2]
            named = (f"案〔{year}〕{number}{n:03}号", kind, "占道经营", "张三丰")
            book.active.append((*named, filed, closed, "李承办" if n % 2 else "王一、李承办"))
        path = folder / f"{number}.xlsx"
        book.save(path)
        chosen = case_register(workspace)
        import_rows(workspace, chosen, unit, read_file(workspace, chosen, path))
    return cases_in(workspace)


def cases_in(workspace: Workspace) -> tuple[Case, ...]:
    with workspace.database.reading() as session:
        return read_cases(session, case_register(workspace))


def lay_sheets(workspace: Workspace) -> None:
    folder = workspace.layout.review_sheets
    folder.mkdir()
    for number, category in enumerate(CATEGORIES):
        text = SHEET.format(id=f"county_{number}", category=category)
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")


def drawn(workspace: Workspace, seed: str = "20211201", total: int = 60, **more: object) -> Draw:
    request = DrawRequest("2021年度评查", Wanted(total, **more), seed, "赵六")
    return draw_of(workspace, draw_cases(workspace, request))


def draw_of(workspace: Workspace, words: str = "") -> Draw:
    with workspace.database.reading() as session:
        return find_draw(read_draws(session), words)


def reviewed_of(workspace: Workspace) -> Reviewed:
    with workspace.database.reading() as session:
        (found,) = read_reviewed(session)
    return found


def seen(workspace: Workspace, draw: Draw, case: DrawnCase, viewer: str) -> CaseView:
    with workspace.database.reading() as session:
        return view_case(session, draw, case, viewer)


def written(failed: dict[str, str | None], away: tuple[str, ...] = ()) -> SheetText:
    """A whole sheet on which these standards are not met, with the points that they lose."""
    marks = []
    for standard in STANDARDS:
        if standard in away:
            marks.append(Mark(standard, Verdict.NOT_APPLICABLE))
        elif standard in failed:
            lost = failed[standard]
            marks.append(Mark(standard, Verdict.FAILED, Decimal(lost) if lost else None, "缺"))
        else:
            marks.append(Mark(standard, Verdict.MET))
    return SheetText(tuple(marks), concluded=True)


def points(failed: dict[str, str | None], away: tuple[str, ...]) -> Decimal:
    """The score of such a sheet, worked out apart from the program."""
    base = {standard: value for standard, value in POINTS.items() if standard not in away}
    of = Decimal(sum(base.values()))
    lost = [Decimal(failed[one] or value) for one, value in base.items() if one in failed]
    return ((of - sum(lost)) * 100 / of).quantize(Decimal("0.01"), ROUND_HALF_UP)


def on_paper(score: Decimal) -> Grade:
    return Grade.EXCELLENT if score >= 90 else Grade.PASSED if score >= 60 else Grade.FAILED


@pytest.fixture(scope="module")
def registered(tmp_path_factory: pytest.TempPathFactory, office_template: Path) -> Path:
    """A workspace with 600 cases and review sheets that the county filled in, to be copied."""
    folder = tmp_path_factory.mktemp("cases")
    path = copy_workspace(office_template, folder / "office")
    with open_workspace(path) as opened:
        register(opened, folder)
        lay_sheets(opened)
    return path


@pytest.fixture
def ready(registered: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of it, open for writing."""
    with open_workspace(copy_workspace(registered, tmp_path / "示例县创建")) as opened:
        yield opened


class TestRegister:
    def test_cases_are_read_checked_and_masked(self, ready):
        found = cases_in(ready)
        assert len(found) == 600
        assert sum(case.faulty for case in found) == 6
        assert {case.party for case in found} == {"张某某"}
        entry = next(case for case in found if case.number == "案〔2020〕0000号")
        assert (entry.year, entry.category, entry.unit) == (2020, "行政许可", UNITS[0])
        assert b"\xe5\xbc\xa0\xe4\xb8\x89\xe4\xb8\xb0" not in ready.layout.database.read_bytes()

    def test_time_limits_and_years_are_noticed_where_the_county_filled_them(self, ready):
        found = cases_in(ready)
        penalty = next(c for c in found if c.category == "行政处罚" and not c.faulty)
        assert penalty.days > 90
        assert notices_of(penalty, case_orders(ready)) == ()
        ready.layout.case_orders.mkdir()
        (ready.layout.case_orders / "1.yaml").write_text(ORDER, encoding="utf-8")
        orders = case_orders(ready)
        assert notices_of(penalty, orders) == (Notice.OVERDUE,)
        other = penalty.year + 1
        assert notices_of(penalty, orders, other) == (Notice.OVERDUE, Notice.OTHER_YEAR)
        assert notices_of(replace(penalty, closed="", year=0), orders) == (Notice.NOT_CLOSED,)


class TestDrawing:
    def test_the_same_seed_draws_the_same_and_another_one_does_not(self, ready):
        first, again = drawn(ready), drawn(ready)
        other = drawn(ready, seed="另一个种子")
        numbers = [case.number for case in first.cases]
        assert len(set(numbers)) == 60
        assert numbers == [case.number for case in again.cases]
        assert numbers != [case.number for case in other.cases]
        with ready.database.reading() as session:
            assert len(read_draws(session)) == 3
        assert all(repeats(first.seed, stratum) for stratum in first.strata)
        changed = replace(first.strata[0], drawn=first.strata[0].population[:1] * 5)
        assert not repeats(first.seed, changed)

    def test_the_draw_is_what_anybody_can_work_out(self, ready):
        # The tickets of the first stratum by hand: sha256 of seed, stratum and number, in lines.
        stratum = drawn(ready).strata[0]
        name = f"{stratum.unit}/{stratum.category}/{stratum.year}"
        tickets = sorted(
            stratum.population,
            key=lambda number: sha256(f"20211201\n{name}\n{number}".encode()).hexdigest(),
        )
        assert list(stratum.drawn) == tickets[: stratum.wanted]

    def test_every_stratum_has_its_share_and_faulty_cases_have_none(self, ready):
        draw = drawn(ready)
        assert len(draw.strata) == 3 * 2 * 2
        assert {len(stratum.drawn) for stratum in draw.strata} == {5}
        assert draw.population == 594
        assert draw.left_out == 6
        faulty = {case.number for case in cases_in(ready) if case.faulty}
        assert not faulty & {number for s in draw.strata for number in s.population}
        assert Counter(case.unit for case in draw.cases) == dict.fromkeys(UNITS, 20)

    def test_it_keeps_to_what_is_asked_for(self, ready):
        draw = drawn(ready, total=0, each=2, year=2021, units=UNITS[:1])
        assert [(s.category, s.year, len(s.drawn)) for s in draw.strata] == [
            ("行政处罚", 2021, 2),
            ("行政许可", 2021, 2),
        ]
        with pytest.raises(NothingToDraw):
            drawn(ready, year=1999)

    def test_a_draw_is_taken_back_only_before_it_is_reviewed(self, ready):
        draw = drawn(ready)
        withdraw_draw(ready, draw.round_id)
        with pytest.raises(DrawNotNamed):
            draw_of(ready)
        restore_draw(ready, draw.round_id)
        assert draw_of(ready) == draw
        save_sheet(ready, draw, draw.cases[0], "甲", SheetText((Mark("facts", Verdict.MET),)))
        with pytest.raises(DrawReviewed):
            withdraw_draw(ready, draw.round_id)

    def test_what_changes_later_changes_no_draw(self, ready):
        draw = drawn(ready)
        for path in ready.layout.review_sheets.iterdir():
            path.unlink()
        assert draw_of(ready) == draw
        assert draw.sheet_of(draw.cases[0]).scored


class TestReviewing:
    def test_neither_reviewer_gets_the_others_sheet_before_both_concluded(self, ready):
        draw = drawn(ready)
        case = draw.cases[0]
        save_sheet(ready, draw, case, "甲", written({"filing": "5"}))
        for viewer in ("乙", "", "主任"):
            assert seen(ready, draw, case, viewer).scores == {}
        assert set(seen(ready, draw, case, "甲").scores) == {Seat.FIRST}
        half = replace(written({"told": None}), concluded=False)
        save_sheet(ready, draw, case, "乙", half)
        assert set(seen(ready, draw, case, "甲").scores) == {Seat.FIRST}
        assert set(seen(ready, draw, case, "乙").scores) == {Seat.SECOND}
        assert reviewed_of(ready).scores[case.draw_id, case.case_id] == {}
        told = [str(entry.data) for entry in log_of(ready) if "score" in entry.action]
        assert len(told) == 2
        assert not any("told" in words or "filing" in words for words in told)
        save_sheet(ready, draw, case, "乙", replace(half, concluded=True))
        for viewer in ("甲", "乙", "主任"):
            assert set(seen(ready, draw, case, viewer).scores) == {Seat.FIRST, Seat.SECOND}
        last = json.loads(log_of(ready)[-1].data)
        assert last["sheets"]["first"]["filing"] == "failed -5"

    def test_three_seats_are_held_by_three_people_who_did_not_handle_the_case(self, ready):
        draw = drawn(ready)
        case = draw.cases[0]
        with pytest.raises(ReviewerInvolved):
            save_sheet(ready, draw, case, "李承办", written({}))
        save_sheet(ready, draw, case, "甲", written({}))
        with pytest.raises(NotConcluded):
            arbitrate(ready, draw, case, "丙", written({}))
        save_sheet(ready, draw, case, "乙", written({}))
        with pytest.raises(ReviewersComplete):
            save_sheet(ready, draw, case, "丙", written({}))
        with pytest.raises(NoDifference):
            arbitrate(ready, draw, case, "丙", written({}))
        other = draw.cases[1]
        save_sheet(ready, draw, other, "甲", written({}))
        save_sheet(ready, draw, other, "乙", written({"facts": None}))
        with pytest.raises(ReviewerTwice):
            arbitrate(ready, draw, other, "乙", written({}))

    def test_reviewers_are_named_beforehand(self, ready):
        draw = drawn(ready)
        assert assign_reviewers(ready, draw, dict.fromkeys(draw.cases, ("甲", "乙"))) == 120
        assert assign_reviewers(ready, draw, {draw.cases[0]: ("甲", "乙")}) == 0
        with pytest.raises(ReviewersComplete):
            save_sheet(ready, draw, draw.cases[0], "丙", written({}))
        with pytest.raises(ReviewerTwice):
            assign_reviewers(ready, draw, {draw.cases[1]: ("丁", "丁")})
        assert save_sheet(ready, draw, draw.cases[0], "乙", written({})).seat is Seat.SECOND
        withdrawn = reviewed_of(ready).places[draw.cases[1].draw_id, draw.cases[1].case_id]
        assert [place.reviewer for place in withdrawn.values()] == ["甲", "乙"]

    @pytest.mark.parametrize(
        ("text", "error"),
        [
            (SheetText((Mark("facts", Verdict.MET),), concluded=True), SheetIncomplete),
            (SheetText((Mark("none", Verdict.MET),)), StandardUnknown),
            (SheetText((Mark("told", Verdict.FAILED, Decimal(31)),)), PointsNotPossible),
            (SheetText((Mark("told", Verdict.FAILED, Decimal(0)),)), PointsNotPossible),
            (SheetText((Mark("facts", Verdict.FAILED, Decimal(1)),)), PointsNotPossible),
        ],
    )
    def test_what_is_not_possible_is_refused(self, ready, text, error):
        draw = drawn(ready)
        with pytest.raises(error):
            save_sheet(ready, draw, draw.cases[0], "甲", text)
        assert seen(ready, draw, draw.cases[0], "甲").places == {}

    def test_a_sheet_is_saved_taken_back_and_reopened_while_it_is_blind(self, ready):
        draw = drawn(ready)
        case = draw.cases[0]
        comment = Comment("日期涂改", page=12, standard="filing")
        begun = SheetText((Mark("filing", Verdict.FAILED),), (comment,), "整体较好")
        first = save_sheet(ready, draw, case, "甲", begun)
        done = save_sheet(ready, draw, case, "甲", written({}))
        with pytest.raises(SheetConcluded):
            save_sheet(ready, draw, case, "甲", begun)
        put_back(ready, done)
        own, _ = seen(ready, draw, case, "甲").scores[Seat.FIRST]
        assert own.text == begun
        put_back(ready, first)
        assert seen(ready, draw, case, "甲").places == {}
        save_sheet(ready, draw, case, "甲", written({}))
        reopen_sheet(ready, draw, case, "甲")
        save_sheet(ready, draw, case, "甲", written({}))
        last = save_sheet(ready, draw, case, "乙", written({}))
        with pytest.raises(BothConcluded):
            reopen_sheet(ready, draw, case, "甲")
        with pytest.raises(BothConcluded):
            put_back(ready, last)


def log_of(workspace: Workspace) -> list:
    with workspace.database.reading() as session:
        return list(read_log(session, LogFilter()))


def review_all(workspace: Workspace, draw: Draw) -> dict[str, tuple[Decimal, Grade]]:
    """Let 甲 and 乙 review every case and 丙 arbitrate; what counts, worked out by the test."""
    chance = random.Random(1)
    expected: dict[str, tuple[Decimal, Grade]] = {}
    for case in draw.cases:
        sheets = []
        for name in ("甲", "乙"):
            failed: dict[str, str | None] = {}
            for standard in ("filing", "served", "told", "bound"):
                if chance.random() < 0.25:
                    failed[standard] = chance.choice(("2.5", "10", None))
            if chance.random() < 0.1:
                failed["facts"] = None
            away = ("bound",) if chance.random() < 0.3 else ()
            save_sheet(workspace, draw, case, name, written(failed, away))
            score = points(failed, away)
            grade = Grade.FAILED if "facts" in failed else on_paper(score)
            sheets.append((score, grade, "facts" in failed))
        (one, grade, basic), (two, other, basic_too) = sheets
        if basic != basic_too or grade is not other or abs(one - two) > 10:
            assert seen(workspace, draw, case, "").outcome.state is CaseState.DISPUTED
            arbitrate(workspace, draw, case, "丙", written({"filing": "5"}))
            expected[case.number] = (Decimal("95.00"), Grade.EXCELLENT)
        else:
            mean = ((one + two) / 2).quantize(Decimal("0.01"), ROUND_HALF_UP)
            expected[case.number] = (mean, grade)
    return expected


class TestResults:
    def test_sixty_cases_are_scored_arbitrated_and_counted(self, ready):
        draw = drawn(ready)
        expected = review_all(ready, draw)
        reviewed = reviewed_of(ready)
        found = {case.number: reviewed.outcomes[case.draw_id, case.case_id] for case in draw.cases}
        assert {n: (one.score, one.grade) for n, one in found.items()} == expected
        arbitrated = sum(one.arbitrated for one in found.values())
        assert 10 < arbitrated < 50

        results = results_of(reviewed)
        scores = [score for score, _ in expected.values()]
        mean = statistics.mean(scores).quantize(Decimal("0.01"), ROUND_HALF_UP)
        assert results.whole.mean == mean
        assert results.whole.grades == {
            grade: sum(one is grade for _, one in expected.values()) for grade in Grade
        }
        assert (results.whole.cases, results.whole.decided) == (60, 60)
        for line in results.units:
            own = [expected[case.number][0] for case in draw.cases if case.unit == line.unit]
            assert line.tally.mean == statistics.mean(own).quantize(Decimal("0.01"), ROUND_HALF_UP)
        means = [line.tally.mean for line in results.units]
        assert means == sorted(means, reverse=True)
        assert [line.rank for line in results.units] == [1, 2, 3]
        assert sum(line.tally.cases for line in results.parts) == 60
        counted = Counter(
            (case.category, standard)
            for case in draw.cases
            for standard in (*found[case.number].failed, *found[case.number].defects)
        )
        assert {(d.category, d.standard): d.count for d in results.defects} == counted
        assert [d.count for d in results.defects] == sorted(counted.values(), reverse=True)
        assert {d.of for d in results.defects} == {30}
        demand_sound(ready)

    def test_without_points_nothing_is_scored_and_only_basics_decide(self, ready):
        for path in ready.layout.review_sheets.iterdir():
            text = path.read_text("utf-8").replace(", points: 30", "")
            path.write_text(text, encoding="utf-8")
        draw = drawn(ready, total=0, each=1, year=2021, units=UNITS[:1])
        first, second = draw.cases
        for name in ("甲", "乙"):
            save_sheet(ready, draw, first, name, written({"filing": None}))
            save_sheet(ready, draw, second, name, written({"facts": None}))
        results = results_of(reviewed_of(ready))
        assert results.whole.mean is None
        assert results.whole.ungraded == 1
        assert results.whole.grades[Grade.FAILED] == 1
        assert [(d.basic, d.count, d.of) for d in results.defects] == [
            (True, 1, 1),
            (False, 1, 1),
        ]

    def test_the_workbook_says_the_same_and_names_nobody(self, ready, tmp_path):
        draw = drawn(ready)
        expected = review_all(ready, draw)
        target = tmp_path / "结果.xlsx"
        assert export_results(reviewed_of(ready), target) == 60
        book = openpyxl.load_workbook(target)
        rows = list(book["案卷"].iter_rows(min_row=2, values_only=True))
        assert {row[1]: Decimal(row[6]) for row in rows} == {n: s for n, (s, _) in expected.items()}
        assert {row[3] for row in rows} == {"张某某"}
        assert not any("李承办" in str(row[4]) for row in rows)
        total = list(book["评查结果"].iter_rows(values_only=True))[-1]
        assert total[2:4] == (60, 60)

    def test_defects_become_notices_once(self, ready):
        draw = drawn(ready, total=12)
        review_all(ready, draw)
        reviewed = reviewed_of(ready)
        problems = problems_of(reviewed)
        assert problems
        opened = open_notices(ready, reviewed, problems, deadline="2030-01-01")
        assert len(opened.notices) == len(problems)
        with ready.database.reading() as session:
            notices = read_register(session, ready.today())
        assert {row.notice.problem for row in notices} == {one.problem for one in problems}
        assert {row.notice.indicator for row in notices} == {"50"}
        assert all(draw.name in row.notice.problem for row in notices)
        remove_notice(ready, opened.notices[0])
        again = open_notices(ready, reviewed, problems)
        assert (len(again.notices), len(again.known)) == (1, len(problems) - 1)

    def test_a_unit_opens_no_notices(self, unit_template, tmp_path):
        path = copy_workspace(unit_template, tmp_path / "unit")
        with open_workspace(path) as opened, pytest.raises(OfficeOnly):
            open_notices(opened, None, [])


class TestCaseFiles:
    def test_pieces_stand_in_the_order_and_missing_ones_are_named(self, ready):
        ready.layout.case_orders.mkdir()
        (ready.layout.case_orders / "1.yaml").write_text(ORDER, encoding="utf-8")
        unit = UNITS[0]
        case = next(c for c in cases_in(ready) if c.unit == unit and c.category == "行政处罚")
        items = [add_piece(ready, unit, title) for title in ("立案审批表", "照片")]
        order = case_orders(ready).for_category(case.category)
        back = put_pieces(ready, case, {items[1]: "", items[0]: "filing"})
        found = file_of(ready, case)
        assert [kind.id for kind in found.missing] == ["decision"]
        assert found.items == (items[0], items[1])
        with ready.database.reading() as session:
            assert piece_titles(session, found) == dict(
                zip(items, ("立案审批表", "照片"), strict=True)
            )
        assert order.piece("filing").needed
        other = next(c for c in cases_in(ready) if c.unit == unit and c.number != case.number)
        moved = put_pieces(ready, other, {items[1]: ""})
        assert file_of(ready, case).items == (items[0],)
        put_pieces_back(ready, other, moved)
        assert file_of(ready, case).items == (items[0], items[1])
        put_pieces_back(ready, case, back)
        assert file_of(ready, case).items == ()

    def test_dossiers_keep_each_case_together_under_its_number(self, ready, tmp_path):
        ready.layout.case_orders.mkdir()
        (ready.layout.case_orders / "1.yaml").write_text(ORDER, encoding="utf-8")
        unit = UNITS[0]
        own = [c for c in cases_in(ready) if c.unit == unit and c.category == "行政处罚"][:2]
        titles = ("总结", "甲立案", "乙立案", "甲决定", "乙决定")
        items = {title: add_piece(ready, unit, title) for title in titles}
        put_pieces(ready, own[0], {items["甲立案"]: "filing", items["甲决定"]: "decision"})
        put_pieces(ready, own[1], {items["乙立案"]: "filing", items["乙决定"]: "decision"})
        ready.close()
        with open_services(ready.layout.root) as services:
            before = arrange_by_case(services.workspace, TaskKey("50", "case_review"))
            words = catalogue_of(services, tmp_path / "一")
            first, second = (case.number for case in own)
            order = ("总结", first, "甲决定", "甲立案", second, "乙决定", "乙立案")
            assert sorted(order, key=words.index) == list(order)
            arrange(services.workspace, before)
            words = catalogue_of(services, tmp_path / "二")
            assert sorted(titles, key=words.index) == list(titles)

    def test_another_units_item_is_refused(self, ready):
        foreign = add_piece(ready, UNITS[1], "立案审批表")
        case = next(c for c in cases_in(ready) if c.unit == UNITS[0])
        with pytest.raises(ItemNotOfUnit):
            put_pieces(ready, case, {foreign: ""})
        assert file_of(ready, case).items == ()


def catalogue_of(services: Services, folder: Path) -> str:
    """The words of the dossier of indicator 50 from its catalogue on, without spaces."""
    options = DossierOptions(indicators=("50",))
    (made,) = services.dossiers.compile(folder, options, SilentJob()).dossiers
    text = "".join("".join(page.split()) for page in page_texts(made.path))
    return text[text.index("卷内文件目录") :]


def add_piece(workspace: Workspace, unit: str, title: str) -> str:
    file = workspace.layout.root / f"{title}.txt"
    file.write_text(f"{unit}{title}", encoding="utf-8")
    with workspace.database.writing() as work:
        item = add_item(work, workspace, file, unit=unit, indicator="50", method="case_review")
        work.commit()
    return item


def file_of(workspace: Workspace, case: Case):
    with workspace.database.reading() as session:
        return case_file(
            case, case_orders(workspace).for_category(case.category), read_pieces(session)
        )


@pytest.mark.parametrize("edition", [Edition.WORKING, Edition.INSPECTION])
def test_dossiers_bind_the_sheets_without_names_for_inspectors(ready, tmp_path, edition):
    draw = drawn(ready, total=12)
    review_all(ready, draw)
    path = ready.layout.root
    ready.close()
    with open_services(path) as services:
        opened = services.workspace
        file = text_pdf(tmp_path / "总结.pdf", ["案卷评查总结"])
        target = Target("53", "case_review", UNITS[0])
        attach_files(opened, services.workers, AttachRequest((file,), target), SilentJob())
        slot = SlotKey("53", "case_review", opened.registry().unit(UNITS[0]).id)
        submit_slots(opened, [slot])
        accept_slots(opened, [slot])
        options = DossierOptions(indicators=("53",), edition=edition)
        (made,) = services.dossiers.compile(tmp_path / "卷", options, SilentJob()).dossiers
        text = "".join("".join(page.split()) for page in page_texts(made.path))
    for title in ("案卷抽取记录", "案卷评查记录表", "案卷评查结果", "案卷评查常见问题"):
        assert title in text
    assert ("李承办" in text) is (edition is Edition.WORKING)
    assert ("评查人" in text) is (edition is Edition.WORKING)
    assert draw.cases[0].number in text


def test_the_commands_lead_from_the_list_to_the_results(ready, capsys):
    path = str(ready.layout.root)
    ready.close()
    cli = Cli(capsys)
    drawn_by_command = cli.json(
        "case-review", "draw", path, "--name", "试抽", "--total", "12", "--seed", "七"
    )
    assert len(drawn_by_command["cases"]) == 12
    assert drawn_by_command["repeats"]
    number = drawn_by_command["cases"][0]["number"]
    for name in ("甲", "乙"):
        said = cli.json(
            *("case-review", "score", path, number, "--reviewer", name, "--rest-met"),
            *("--mark", "3=不符合:5:缺审批" if name == "甲" else "served=不符合", "--conclude"),
        )
    assert said["outcome"]["state"] == "disputed"
    said = cli.json(
        *("case-review", "arbitrate", path, number, "--reviewer", "丙"),
        *("--like", "first", "--conclude"),
    )
    assert said["outcome"] == {
        "state": "decided",
        "score": 95.0,
        "grade": "excellent",
        "failed": [],
        "defects": ["filing"],
        "differences": ["grade", "points"],
        "arbitrated": True,
    }
    results = cli.json("case-review", "results", path)
    assert results["whole"]["decided"] == 1
    assert results["defects"][0]["count"] == 1
    assert len(cli.json("case-review", "cases", path, "--unit", UNITS[0])) == 200


def test_what_is_done_is_in_the_log_in_words(ready):
    draw = drawn(ready)
    save_sheet(ready, draw, draw.cases[0], "甲", written({}))
    actions = {entry.action for entry in log_of(ready)}
    assert {"noted.case_draw_added", "noted.case_score_concluded"} <= actions & set(ACTIONS)


def test_a_case_is_found_by_its_number(ready):
    every = cases_in(ready)
    assert find_case(every, every[5].number) == every[5]
