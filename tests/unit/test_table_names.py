"""Tables of the database in words."""

import re

import pytest

from app.storage.defects import DefectKind, Doubts
from app.wording.tables import TABLE_NAMES, spoken_subject, table_name
from app.wording.workspace import defect_subject, describe_doubts
from models import Base
from models.seals import DEFINITIONS

_ENGLISH = re.compile("[a-z]{2}")


def test_every_table_has_words():
    assert TABLE_NAMES.keys() >= {*Base.metadata.tables, DEFINITIONS, "alembic_version"}
    assert not any(map(_ENGLISH.search, TABLE_NAMES.values()))
    assert len(set(TABLE_NAMES.values())) == len(TABLE_NAMES)


@pytest.mark.parametrize("table", [*Base.metadata.tables, DEFINITIONS])
def test_changed_rows_are_told_in_words(table):
    ((reason, _),) = describe_doubts(Doubts(changed=(table,)))
    assert not _ENGLISH.search(reason)
    assert not _ENGLISH.search(defect_subject(DefectKind.CONTENT_CHANGED, table))


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("item_revision.title #3", "材料的版本.title #3"),
        ("placement#5 → blob", "材料所在的位置#5 → 原件登记"),
        ("60/material_check/2", "60/材料查证/2"),
        ("items/0191a7c4-6c1e-7b5a-9d3e-6a7561ee7a01 title",
         "材料/0191a7c4-6c1e-7b5a-9d3e-6a7561ee7a01 title"),
        ("a_table_of_tomorrow", "a_table_of_tomorrow"),
    ],
)  # fmt: skip
def test_a_subject_keeps_what_has_no_words(subject, told):
    assert spoken_subject(subject) == told


def test_what_a_file_is_called_is_no_table():
    assert defect_subject(DefectKind.ORIGINAL_MISSING, "review") == "review"
    assert table_name("later") == "later"


@pytest.mark.parametrize(
    ("kind", "subject", "told"),
    [
        (DefectKind.LOG_BROKEN, "4", "第 4 条"),
        (DefectKind.DATABASE_DAMAGED, "file is not a database", "不是数据库文件，或文件头坏了"),
        (DefectKind.DATABASE_DAMAGED, "row 7 missing from index", "row 7 missing from index"),
    ],
)
def test_what_sqlite_says_often_is_in_words(kind, subject, told):
    assert defect_subject(kind, subject) == told
