"""网址 and 检索时间 of an item in packages: they belong to the unit, and go with a merge."""

import pytest

from app.errors import OwnedByUnit
from app.evidence.items import ItemEdit, current, edit_item
from app.web_origin import OriginEdit, WebOrigin
from tests.support.county import dump, own_work, seen_by_office

FIRST = OriginEdit("https://www.shili.gov.cn/1.html", looked_up_at="2021-04-09 15:30")


def origin_of(partner, item):
    with partner.workspace.database.reading() as session:
        return WebOrigin.of_stored(current(session, item)[1].origin)


def test_it_travels_is_reviewed_and_goes_with_the_merge_that_is_undone(county, unit):
    office = county.office
    item = unit.attach("公示", "公示正文")
    edit_item(unit.workspace, item, ItemEdit(origin=FIRST))
    office.merge(unit.submit(county.stick / "1.zip"))
    seen = WebOrigin("https://www.shili.gov.cn/1.html", looked_up_at="2021-04-09T15:30")
    assert origin_of(office, item) == seen
    with pytest.raises(OwnedByUnit):
        edit_item(office.workspace, item, ItemEdit(origin=OriginEdit(site="县政府网")))
    edit_item(unit.workspace, item, ItemEdit(origin=OriginEdit(site="县政府网")))
    before = dump(office.path)
    office.merge(unit.submit(county.stick / "2.zip"))
    assert origin_of(office, item).site == "县政府网"
    assert seen_by_office(office, unit.unit_id) == own_work(unit)
    office.exchange.undo()
    assert dump(office.path) == before
    assert origin_of(office, item) == seen
