"""What was typed and left: where each draft leads."""

import pytest

from ui.left_drafts import place_of
from ui.pages import PAGES


@pytest.mark.parametrize(
    "key",
    [
        *("item/0190", "selfcheck/60", "figure/60/material_check/1", "notice/0190", "stage/2"),
        *("settings/issuer", "answer/0190", "copy/0190", "ask/indicators/mark/60/x/1/县司法局"),
        *("ask/review/60/material_check/0190/None", "ask/rectification/close/0190"),
        *("ask/exchange/task", "ask/settings/person/new", "ask/web_check/60/web_check/县司法局"),
    ],
)
def test_every_draft_leads_to_a_page_that_there_is(key):
    page, _ = place_of(key)
    assert page in {spec.entry.key for spec in PAGES}
