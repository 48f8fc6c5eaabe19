"""Every list of records in a package is known wherever something is said of each of them."""

from app.exchange.envelope import bounds
from app.exchange.payload.records import OfficeRecords, UnitRecords
from app.exchange.payload.slicing import office_records, unit_records
from app.exchange.payload.table import KINDS
from app.wording.records import RECORD_COUNTS, RECORD_NAMES
from app.workspace.opening import Workspace

LISTS = set(OfficeRecords.model_fields)


def test_every_list_is_bounded_stored_checked_and_named():
    for known in (bounds.LISTS, KINDS, RECORD_NAMES, RECORD_COUNTS):
        assert not LISTS - set(known)


def test_the_table_has_the_lists_in_their_order():
    # Rows are stored in the order of the table, and sent in the order of the lists.
    assert list(KINDS) == list(OfficeRecords.model_fields)
    entered = [name for name, kind in KINDS.items() if kind.entered]
    assert entered == list(UnitRecords.model_fields)


def test_every_list_is_read_from_the_database(workspace: Workspace):
    unit = workspace.registry().unit("县司法局")
    with workspace.database.reading() as session:
        own = unit_records(session, unit.id, by_office=False)
        office = office_records(session, unit.id)
    assert own.model_fields_set == set(UnitRecords.model_fields)
    assert office.model_fields_set == LISTS


def test_each_record_says_what_its_row_holds():
    for kind in KINDS.values():
        columns = {attribute.key for attribute in kind.model.__mapper__.column_attrs}
        assert set(kind.record.model_fields) - {"revisions"} <= columns
        assert columns <= set(kind.record.model_fields)
        assert set(kind.once) <= columns
