from dataclasses import replace

import pytest

from app.conversion.model import BindingChoices
from app.dossier.case_names import CaseName
from app.dossier.changes import changes_since, choices_of
from app.dossier.estimate import SizedRow, estimate
from app.dossier.gathering.reading import EvidenceRow, StoredFile
from app.dossier.output.files import WrittenFile
from app.dossier.output.produced import BoundFile, Produced, ProducedVolume
from app.dossier_options import DossierOptions, Numbering, Scope
from app.filekind import FileKind, FileType
from app.sheets.content import MasterRow, Spine

OPTIONS = DossierOptions()


def row(title, sha="", *, indicator="60", unit="县司法局", attachments=(), companions=()):
    kind = FileType(FileKind.TEXT, "text/plain", ".txt", "文本")

    def file(name):
        return StoredFile(f"{name}.txt", name, "", 10, kind)

    return EvidenceRow(
        title,
        f"{title}-1",
        indicator,
        "material_check",
        "material_check",
        1,
        unit,
        title,
        "",
        "",
        "2021-04-09",
        1,
        "",
        file(sha or title),
        tuple(map(file, attachments)),
        tuple(map(file, companions)),
        removed=False,
    )


def made_of(*rows, key="indicator:60"):
    contents = tuple(
        BoundFile(
            number, r.title, r.doc_number, r.issuer, r.date, r.unit, 1, 1,
            file.name, file.size, 1, file.sha256, file.sm3,
        )
        for number, r in enumerate(rows, 1)
        for file in (r.main, *r.attachments)
    )  # fmt: skip
    master = MasterRow(*[""] * len(MasterRow.__dataclass_fields__))
    spine = Spine(*[""] * len(Spine.__dataclass_fields__))
    volume = ProducedVolume(WrittenFile("a.pdf", 1, 1, "", ""), 1, 1, "", master, spine, contents)
    return Produced(key, "第60项", ("60",), complete=True, volumes=(volume,), beside=())


A, B, C = row("甲"), row("乙"), row("丙")


def test_nothing_changed():
    found = changes_since(made_of(A, B), choices_of(OPTIONS), [A, B], OPTIONS)
    assert not found.any


def test_new_changed_and_removed_items_are_told_apart():
    renamed = replace(B, title="乙（修订）")
    found = changes_since(made_of(A, B), {}, [renamed, C], OPTIONS)
    assert (found.new, found.changed, found.removed) == (("丙",), ("乙（修订）",), ("甲",))


@pytest.mark.parametrize(
    "later",
    [
        row("甲", "另一版本"),
        replace(A, doc_number="示政〔2021〕5号"),
        replace(A, date="2021"),
        row("甲", attachments=("附件",)),
    ],
)
def test_another_file_or_description_is_a_change(later):
    found = changes_since(made_of(A), {}, [later], OPTIONS)
    assert (found.new, found.changed, found.removed) == ((), ("甲",), ())


def test_an_unused_companion_is_no_change():
    assert not changes_since(made_of(A), {}, [row("甲", companions=("打印件",))], OPTIONS).any


def test_order_counts():
    found = changes_since(made_of(A, B, C), {}, [C, A, B], OPTIONS)
    assert found.reordered
    assert not (found.new)
    assert not (found.changed)
    assert not (found.removed)
    assert not changes_since(made_of(A, B, C), {}, [A, C], OPTIONS).reordered


def test_twins_are_matched_one_to_one():
    twin = row("甲")
    found = changes_since(made_of(A, twin), {}, [A], OPTIONS)
    assert found.removed == ("甲",)
    assert changes_since(made_of(A), {}, [A, twin], OPTIONS).new == ("甲",)


def test_other_choices_are_named():
    other = replace(OPTIONS, numbering=Numbering.DUPLEX_OUTER, volume_limit=150)
    found = changes_since(made_of(A), choices_of(OPTIONS), [A], other)
    assert found.choices == ("numbering", "volume_limit")
    assert changes_since(made_of(A), {}, [A], other).choices == ()


@pytest.mark.parametrize(
    ("key", "belongs"),
    [
        ("indicator:60", True),
        ("indicator:61", False),
        ("unit:县司法局", True),
        ("unit:县审计局", False),
        ("method:material_check", True),
        ("combined", True),
        ("lists/indicator/总目录", False),
    ],
)
def test_only_the_dossiers_own_rows_count(key, belongs):
    assert bool(changes_since(made_of(key=key), {}, [A], OPTIONS).new) is belongs


def test_removed_rows_are_gone():
    found = changes_since(made_of(A), {}, [replace(A, removed=True)], OPTIONS)
    assert found.removed == ("甲",)


# --- estimate ---


def sized(pages, indicator="60", unit="县司法局", unknown=0, task_code="material_check"):
    return SizedRow(indicator, task_code, task_code, unit, pages, unknown, 1000)


def test_volumes_keep_items_whole():
    rows = [sized(120), sized(90), sized(100), sized(300)]
    found = estimate(rows, OPTIONS)
    assert (found.dossiers, found.volumes, found.pages, found.size) == (1, 3, 610, 4000)
    assert estimate(rows, replace(OPTIONS, scope=Scope.COMBINED)).volumes == 1


def test_scope_and_choice_decide_what_counts():
    rows = [sized(1), sized(2, "61", unknown=1), sized(3, unit="县审计局", task_code="exam")]
    assert estimate(rows, OPTIONS).dossiers == 2
    assert estimate(rows, replace(OPTIONS, scope=Scope.UNIT)).dossiers == 2
    assert estimate(rows, replace(OPTIONS, scope=Scope.METHOD)).dossiers == 2
    only = estimate(rows, replace(OPTIONS, indicators=("61",)))
    assert (only.pages, only.unknown) == (2, 1)
    assert estimate(rows, replace(OPTIONS, units=("县审计局",))).pages == 3
    assert estimate([], OPTIONS).volumes == 0


def test_blank_backs_double_the_sheets():
    plain = estimate([sized(5)], OPTIONS)
    assert estimate([sized(5)], replace(OPTIONS, duplex_blanks=True)).sheets == 2 * plain.sheets


def scanned(title, sha, **changes):
    """An item whose text gave way to a scan."""
    kind = FileType(FileKind.PDF, "application/pdf", ".pdf", "PDF")
    main = StoredFile("扫描件001.pdf", sha, "", 10, kind)
    return replace(row(title), main=main, **changes)


def test_a_stamped_scan_is_neither_removed_nor_added():
    found = changes_since(made_of(A, B), {}, [scanned("甲", "scan"), B], OPTIONS)
    assert found.any
    assert found.scanned == ("甲",)
    assert (found.new, found.changed, found.removed) == ((), (), ())
    # With another number it is more than a scan of the same paper.
    other = scanned("甲", "scan", doc_number="示政〔2021〕5号")
    assert changes_since(made_of(A), {}, [other], OPTIONS).changed == ("甲",)


def test_a_new_version_under_another_title_is_the_same_item():
    later = replace(row("甲（定稿）", "另一版本"), item=A.item)
    earlier = {A.item: frozenset({A.main.sha256, "另一版本"})}
    found = changes_since(made_of(A, B), {}, [later, B], OPTIONS, earlier)
    assert (found.new, found.changed, found.removed) == ((), ("甲（定稿）",), ())


@pytest.mark.parametrize(
    ("noted", "told"),
    [("", ("甲",)), (None, ()), ("+comments", ())],
)
def test_an_item_that_is_to_be_bound_otherwise_is_told(noted, told):
    now = replace(A, main=replace(A.main, choices=BindingChoices(comments=True)))
    made = made_of(A)
    (volume,) = made.volumes
    contents = tuple(replace(file, bound_as=noted) for file in volume.contents)
    made = replace(made, volumes=(replace(volume, contents=contents),))
    assert changes_since(made, choices_of(OPTIONS), [now], OPTIONS).changed == told


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        (CaseName(), CaseName(), ()),
        (CaseName(), CaseName(retention="永久"), ("case",)),
        (CaseName("甲"), CaseName("乙"), ("case",)),
        (None, CaseName("乙"), ()),  # earlier versions did not note it
    ],
)
def test_what_is_said_of_the_case_file_counts(then, now, told):
    noted = choices_of(OPTIONS, then)
    assert changes_since(made_of(A), noted, [A], OPTIONS, case=now).choices == told
