"""Every sample file gets its pages or a reason that a liaison officer understands."""

import pytest

from app.conversion.model import ConversionSettings, Failure
from app.conversion.office.program import find_office
from app.conversion.registry import open_conversion
from app.filekind import FileKind
from app.jobs import SilentJob
from app.names.problems import describe_problem
from app.problems import ProblemKind
from tests.support.conversion import source_of

#: Files that are broken or locked on purpose, and what is to be said of them.
EXPECTED = {
    "testHEIC_livePhoto.heic": ProblemKind.DAMAGED,
    "testWORD_truncated.docx": ProblemKind.DAMAGED,
    "password.xls": ProblemKind.PASSWORD_REQUIRED,
    "libreoffice-writer-password.pdf": ProblemKind.PASSWORD_REQUIRED,
}


@pytest.mark.samples
@pytest.mark.office
@pytest.mark.skipif(find_office(None) is None, reason="LibreOffice is not installed")
def test_all_samples(samples, tmp_path, workers):
    sources = [
        source_of(path)
        for folder in ("pdf", "images", "ofd", "office")
        for path in sorted((samples / folder).iterdir())
    ]
    service = open_conversion(tmp_path / "cache", ConversionSettings(), workers)
    report = service.render(sources, SilentJob())
    failures = {
        source.name: outcome.problem
        for source in sources
        if isinstance(outcome := report.outcomes[source.sha256], Failure)
    }
    assert {name: problem.kind for name, problem in failures.items()} == EXPECTED
    for problem in failures.values():
        assert describe_problem(problem).remedy
    again = service.render(sources, SilentJob())
    assert again.from_cache == len(again.outcomes)
    assert again.outcomes == report.outcomes


def test_every_kind_has_a_converter(tmp_path, workers):
    service = open_conversion(tmp_path / "cache", ConversionSettings(), workers)
    assert set(service.kinds) == set(FileKind)
