"""What every converter must do; each one's test class inherits these tests."""

from pathlib import Path

import pikepdf
import pytest

from app.conversion.admitting import admit
from app.conversion.model import Converter, Made, Order
from app.jobs import Cancelled, CancelToken, SilentJob
from app.pdf.restricting import is_catalogue_quiet, restrict
from app.problems import Problem
from tests.support.conversion import source_of


class ConverterContract:
    """Tests for one converter; a subclass provides the fixtures ``converter``, ``good``, ``bad``.

    ``good`` is a list of files that must convert, ``bad`` one that cannot.
    """

    @pytest.fixture
    def orders(self, good: list[Path], bad: Path, tmp_path: Path) -> list[Order]:
        targets = tmp_path / "targets"
        targets.mkdir()
        return [
            Order(source_of(path), targets / f"{number}.pdf")
            for number, path in enumerate([*good, bad])
        ]

    @pytest.fixture
    def answers(
        self, converter: Converter, orders: list[Order], tmp_path: Path
    ) -> list[tuple[Order, Made | Problem]]:
        work = tmp_path / "work"
        work.mkdir()
        return list(converter.convert(orders, work, SilentJob()))

    def test_every_order_is_answered_once(
        self, orders: list[Order], answers: list[tuple[Order, Made | Problem]]
    ) -> None:
        assert sorted(order.target for order, _ in answers) == [order.target for order in orders]

    def test_good_files_become_pages_beside_a_bad_one(
        self, bad: Path, answers: list[tuple[Order, Made | Problem]]
    ) -> None:
        for order, result in answers:
            if order.source.path == bad:
                assert isinstance(result, Problem)
                assert result.blocking
                continue
            assert isinstance(result, Made), f"{order.source.name}: {result}"
            with pikepdf.open(result.target) as pdf:
                assert len(pdf.pages) >= 1
                assert result.expected_pages in {None, len(pdf.pages)}
                assert result.facts is None or result.facts.page_count == len(pdf.pages)

    def test_pages_hold_nothing_that_acts(
        self, answers: list[tuple[Order, Made | Problem]]
    ) -> None:
        for made in (result for _, result in answers if isinstance(result, Made)):
            if made.facts is None:  # then whoever ordered the pages cuts them down
                admit(made.target)
            with pikepdf.open(made.target) as pdf:
                assert not pdf.is_encrypted
                assert is_catalogue_quiet(pdf)
                assert not restrict(pdf).entries

    def test_sources_stay_as_they_are_and_nothing_is_left_elsewhere(
        self,
        converter: Converter,
        orders: list[Order],
        good: list[Path],
        bad: Path,
        tmp_path: Path,
    ) -> None:
        work = tmp_path / "work"
        work.mkdir()
        before = {path: path.read_bytes() for path in [*good, bad]}
        known = {path for path in tmp_path.rglob("*") if path.is_file()}
        list(converter.convert(orders, work, SilentJob()))
        assert {path: path.read_bytes() for path in [*good, bad]} == before
        new = {path for path in tmp_path.rglob("*") if path.is_file()} - known
        targets = {order.target for order in orders}
        assert not {path for path in new - targets if work not in path.parents}

    def test_cancelling_is_heard(
        self, converter: Converter, orders: list[Order], tmp_path: Path
    ) -> None:
        work = tmp_path / "work"
        work.mkdir()
        token = CancelToken()
        token.cancel()
        with pytest.raises(Cancelled):
            list(converter.convert(orders, work, SilentJob(token)))

    def test_name_and_version_make_a_folder_name(self, converter: Converter) -> None:
        assert f"{converter.name}-{converter.version}".replace("-", "").isalnum()
        assert converter.kinds
