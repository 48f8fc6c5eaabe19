"""What the page 进度 shows first, and how it says what is covered."""

from datetime import date

from app.completeness.states import Tally
from app.stages.progress import UnitWork, unit_stages
from app.stages.schedule import default_schedule, shifted
from ui.stages.rows import figures_in_words, first_stage


def test_the_next_stage_that_asks_for_material_is_shown_first(framework):
    schedule = shifted(default_schedule(framework), 2027)
    assert schedule.stage(1).goal == 0
    # 动员部署 comes next and asks for nothing: no unit could be told from another there.
    assert first_stage(schedule, date(2027, 4, 1)) == 2
    assert first_stage(schedule, date(2027, 5, 11)) == 3
    assert first_stage(schedule, date(2030, 1, 1)) == 6


def test_a_stage_that_asks_for_none_shows_what_is_covered(framework):
    schedule = shifted(default_schedule(framework), 2027)
    rows = unit_stages([UnitWork("县司法局", Tally(150, 28))], schedule, date(2027, 4, 1))
    assert [figures_in_words(row) for row in rows[:2]] == ["28", "28/38"]
