"""Right after a build nothing has changed, whatever was built; afterwards changes are told."""

from pathlib import Path

import pytest

from app.bootstrap import open_services
from app.dossier.comparing import read_changes
from app.dossier_options import DossierOptions, Edition, Numbering, Scope
from app.evidence.descriptions import Description
from app.evidence.items import ItemEdit, edit_item, remove_items
from app.evidence.placements import place_item
from app.evidence.places import Target
from app.framework.keys import SlotKey
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.review.service import Ruling, accept_slots, decide, submit_slots
from models.vocabulary import ReviewDecision
from tests.support.documents import encrypted_pdf, jpeg, text_pdf
from tests.support.workspaces import copy_workspace

METHOD = "material_check"
OFFICE, POLICE = "县司法局", "县公安局"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, office_template: Path):
    """Items out of order, one at three places, photos, one that cannot be bound, one in the bin."""
    folder = tmp_path_factory.mktemp("变化")
    with open_services(copy_workspace(office_template, folder / "工作区")) as services:
        workspace = services.workspace
        items = {}

        def add(file: Path, unit: str, code: str, point: int | None) -> None:
            request = AttachRequest(
                (file,), Target(code, "材料查证", unit, point), Description(file.stem)
            )
            report = attach_files(workspace, services.workers, request, SilentJob())
            items[file.stem] = report.outcomes[0].item_id

        for title, unit, code, point in (
            ("丁", OFFICE, "68", 2),
            ("丙", POLICE, "60", 2),
            ("乙", POLICE, "60", 1),
            ("甲", OFFICE, "60", 1),
            ("己", OFFICE, "60", None),
            ("庚", OFFICE, "63", 1),
        ):
            add(text_pdf(folder / f"{title}.pdf", [title, "二"]), unit, code, point)
        for n in (1, 2, 3):
            add(jpeg(folder / f"照片{n}.jpg", (800 + n, 600)), OFFICE, "60", 1)
        add(encrypted_pdf(folder / "锁.pdf"), OFFICE, "60", 2)
        for code, point in (("63", 1), ("60", 2)):
            place_item(workspace, items["甲"], Target(code, "材料查证", OFFICE, point))
        remove_items(workspace, [items["庚"]])
        slot = SlotKey("60", METHOD, workspace.registry().unit(OFFICE).id)
        submit_slots(workspace, [slot])
        returned = Ruling(slot, ReviewDecision.RETURNED, item=items["己"], note="缺页")
        decide(workspace, [returned])
        accept_slots(workspace, [slot])
        yield services, items


CHOICES = [
    {},
    {"indicators": ("60",)},
    {"units": (OFFICE,)},
    {"accepted_only": True},
    {"indicators": ("60", "63"), "units": (POLICE,)},
    {"numbering": Numbering.DUPLEX_OUTER, "duplex_blanks": True, "photos_per_page": 2},
    {"edition": Edition.INSPECTION},
]
CASES = [(Scope.COMBINED, choice) for choice in CHOICES]
CASES += [(scope, c) for scope in (Scope.INDICATOR, Scope.UNIT, Scope.METHOD) for c in CHOICES[1:4]]
CASES += [(Scope.INDICATOR, {"volume_limit": 2})]


@pytest.mark.parametrize(("scope", "choice"), CASES)
def test_nothing_has_changed_right_after_a_build(filled, tmp_path, scope, choice):
    services, _ = filled
    options = DossierOptions(scope=scope, **choice)
    result = services.dossiers.compile(tmp_path, options, SilentJob())
    keys = [dossier.key for dossier in result.dossiers]
    assert keys
    found = read_changes(services.workspace, tmp_path, options, keys)
    assert [c for c in found.values() if c.any] == []
    assert set(found) == set(keys)


def test_the_archive_edition_has_not_changed_either(filled, tmp_path):
    services, _ = filled
    options = DossierOptions(scope=Scope.COMBINED, pdfa=True, indicators=("68",))
    (made,) = services.dossiers.compile(tmp_path, options, SilentJob()).dossiers
    found = read_changes(services.workspace, tmp_path, options, [made.key])
    assert not found[made.key].any


def test_what_changes_later_is_told(tmp_path, office_template):
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as services:
        workspace = services.workspace
        items = {}
        for title, code in (("甲", "60"), ("乙", "60"), ("丙", "63")):
            file = text_pdf(tmp_path / f"{title}.pdf", [title])
            request = AttachRequest(
                (file,), Target(code, "材料查证", OFFICE, 1), Description(title)
            )
            report = attach_files(workspace, services.workers, request, SilentJob())
            items[title] = report.outcomes[0].item_id
        slot = SlotKey("60", METHOD, workspace.registry().unit(OFFICE).id)
        submit_slots(workspace, [slot])
        accept_slots(workspace, [slot])
        whole = DossierOptions(scope=Scope.COMBINED)
        part = DossierOptions(scope=Scope.COMBINED, indicators=("60",), accepted_only=True)
        for folder, options in (("全", whole), ("定", part)):
            services.dossiers.compile(tmp_path / folder, options, SilentJob())

        def changes(folder: str, options: DossierOptions):
            return read_changes(workspace, tmp_path / folder, options, ["combined"])["combined"]

        assert not changes("全", whole).any
        assert not changes("定", part).any
        edit_item(workspace, items["丙"], ItemEdit(title="丙改"))
        assert changes("全", whole).changed == ("丙改",)
        assert not changes("定", part).any
        edit_item(workspace, items["甲"], ItemEdit(title="甲改"))
        found = changes("定", part)  # what was accepted is no longer what lies there
        assert (found.new, found.removed) == ((), ("甲",))
