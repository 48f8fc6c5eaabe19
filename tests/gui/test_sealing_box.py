"""The box that says whether a package is encrypted, and the words on what travels in clear."""

import pytest

from app.exchange.kinds import PackageKind
from app.signatures.sealing import is_sealed
from tests.gui.conftest import agree_to_submit, open_in
from tests.support.county import copy_county, make_county, open_county
from ui.exchange.make_dialog import MakeDialog
from ui.wording import UNSEALED

LAW = "县司法局"
UNITS = (LAW,)


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    root = tmp_path_factory.mktemp("county") / "县"
    make_county(root, UNITS)
    return root


@pytest.fixture
def county(template, tmp_path):
    root = tmp_path / "县"
    copy_county(template, root)
    with open_county(root, UNITS) as partners:
        partners.named(LAW).attach("普法总结", "一年的普法工作")
    return root


def _quiet(window, qtbot):
    qtbot.waitUntil(lambda: window.context.session.is_quiet, timeout=30_000)


def _made(unit, window, folder, qtbot):
    """Press the button; gives the package that was written."""
    before = set(folder.glob("报送包-*.zip"))
    unit.form.destination.choose(folder)
    qtbot.waitUntil(unit.pack_action.isEnabled, timeout=30_000)
    unit.pack_action.trigger()
    agree_to_submit(unit)
    qtbot.waitUntil(lambda: len(set(folder.glob("报送包-*.zip")) - before) == 1, timeout=30_000)
    qtbot.waitUntil(lambda: unit.result.heading.text() == "已校验，可以拔出", timeout=30_000)
    _quiet(window, qtbot)
    (package,) = set(folder.glob("报送包-*.zip")) - before
    return package


def test_a_unit_encrypts_unless_it_says_otherwise(window, county, qtbot):
    open_in(window, county / LAW, qtbot)
    window.show_page("exchange")
    unit = window.stack.currentWidget().view
    _quiet(window, qtbot)
    form = unit.form
    assert form.seal.isVisibleTo(unit)
    assert form.seal.isChecked()
    assert form.clear_words.text() == ""
    assert is_sealed(_made(unit, window, county / "U盘", qtbot))
    form.seal.click()
    assert form.clear_words.isVisibleTo(unit)
    assert form.clear_words.text() == UNSEALED[PackageKind.SUBMISSION]
    form.seal.click()
    assert not form.clear_words.isVisibleTo(unit)


def test_unticking_sends_in_clear(window, county, qtbot):
    open_in(window, county / LAW, qtbot)
    window.show_page("exchange")
    unit = window.stack.currentWidget().view
    _quiet(window, qtbot)
    unit.form.seal.click()
    assert not is_sealed(_made(unit, window, county / "U盘", qtbot))


def test_an_office_is_told_whose_key_is_missing(window, county, qtbot):
    open_in(window, county / "创建办", qtbot)
    dialog = MakeDialog(window.context, PackageKind.TASK, (LAW,), window)
    qtbot.addWidget(dialog)
    form = dialog.form
    qtbot.waitUntil(lambda: bool(form.clear_words.text()), timeout=30_000)
    assert not form.seal.isChecked()
    assert not form.seal.isEnabled()
    assert form.clear_words.text().startswith(LAW)
    assert form.clear_words.text().endswith(UNSEALED[PackageKind.TASK])
