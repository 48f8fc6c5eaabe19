"""Every list of records in a package is known wherever lists are named one by one."""

from app.checkup.impossible import _RECORDS
from app.exchange.envelope import bounds
from app.exchange.errors import Flood
from app.exchange.merge.storing import TABLES
from app.exchange.payload.records import OfficeRecords, UnitRecords
from app.exchange.payload.slicing import office_records, unit_records
from app.wording.merge import RECORD_NAMES
from app.workspace.opening import Workspace

LISTS = set(OfficeRecords.model_fields)


def test_every_list_is_bounded_stored_checked_and_named():
    flooding = {flood.value for flood in Flood}
    for known in (bounds.LISTS, flooding, TABLES, _RECORDS, RECORD_NAMES):
        assert not LISTS - set(known)


def test_every_list_is_read_from_the_database(workspace: Workspace):
    unit = workspace.registry().unit("县司法局")
    with workspace.database.reading() as session:
        own = unit_records(session, unit.id, by_office=False)
        office = office_records(session, unit.id)
    assert own.model_fields_set == set(UnitRecords.model_fields)
    assert office.model_fields_set == LISTS


def test_each_record_says_what_its_row_holds():
    for name, table in TABLES.items():
        columns = {attribute.key for attribute in table.__mapper__.column_attrs}
        assert set(_RECORDS[name].model_fields) - {"revisions"} <= columns
        assert columns <= set(_RECORDS[name].model_fields)
