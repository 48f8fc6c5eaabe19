from datetime import date

from app.bootstrap import open_services
from app.jobs import SilentJob
from app.rectification.reading import read_register
from app.workspace.making import create_workspace
from tests.support.workspaces import COUNTY, lushan
from ui.staging import UNIT, lay_out


def test_an_office_and_a_unit_are_left_in_the_middle_of_their_work(tmp_path):
    office = tmp_path / "示例县创建"
    create_workspace(office, lushan(), COUNTY)
    stage = lay_out(office, tmp_path)
    with open_services(stage.unit) as services:
        assert services.workspace.facts.unit_name == UNIT
        with services.workspace.database.reading() as session:
            (notice,) = read_register(session, date(2026, 11, 1))
        assert notice.notice.indicator == "60"
    with open_services(stage.office) as services:
        before = services.exchange.history()
        services.exchange.merge([stage.package], SilentJob())
        assert len(services.exchange.history()) == len(before) + 1
        assert len(list(services.workspace.layout.inbox.iterdir())) >= 3
