"""Files that came in are converted before anybody looks at them."""

from dataclasses import replace

import pytest

from app.evidence.listing import list_filed
from app.evidence.places import Target
from app.filekind import FileKind
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.preview.ahead import convert_ahead
from tests.gui.conftest import reread
from tests.support.documents.embedded import bare_word
from ui.preview.ahead import PreviewAhead, came_in


@pytest.fixture
def rows(filled):
    with filled.context.session.services.workspace.reading() as session:
        return list_filed(session)


def test_only_slow_files_that_are_new_are_wanted(rows):
    slow = replace(rows[0], kind=FileKind.WORD, sha256="a", problems=())
    assert [one.sha256 for one in came_in(rows, [*rows, slow, slow])] == ["a"]
    assert came_in([slow], [slow]) == ()
    assert came_in([], [replace(slow, kind=FileKind.PDF)]) == ()


@pytest.mark.office
def test_what_came_in_is_in_the_cache_before_it_is_looked_at(opened, qtbot, tmp_path):
    session = opened.context.session
    services = session.services
    ahead = PreviewAhead(session)
    letter = bare_word(tmp_path / "评查通知.docx", "")
    request = AttachRequest((letter,), Target("60", "material_check", "县司法局", 2))
    attach_files(services.workspace, services.workers, request, SilentJob())
    reread(opened, qtbot)
    assert len(ahead.waiting) == 1
    (wanted,) = ahead.waiting
    qtbot.waitUntil(lambda: not ahead.waiting, timeout=60_000)
    again = convert_ahead(services.workspace, services.conversion, [wanted], SilentJob())
    assert again == 0


def test_closing_does_not_wait_for_it(opened, qtbot, tmp_path):
    session = opened.context.session
    ahead = PreviewAhead(session)
    letter = bare_word(tmp_path / "评查通知.docx", "")
    services = session.services
    request = AttachRequest((letter,), Target("60", "material_check", "县司法局", 2))
    attach_files(services.workspace, services.workers, request, SilentJob())
    reread(opened, qtbot)
    assert ahead.waiting
    assert session.close()
    assert session.closing
