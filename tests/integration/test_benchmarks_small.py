import shutil

import pikepdf
import pytest

from benchmarks.corpus import SMALL, build, changed_pdf, commented
from benchmarks.measuring import CommandFailed, peak_memory, run
from benchmarks.run import Result, main


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    """A folder to measure in, with the small corpus."""
    folder = tmp_path_factory.mktemp("work")
    build(folder / "small", SMALL)
    return folder


@pytest.fixture
def corpus(work):
    return build(work / "small", SMALL)


def test_small_corpus_has_no_two_files_alike(work, corpus, tmp_path):
    contents = {file.read_bytes() for file in (*corpus.all, changed_pdf(tmp_path / "更.pdf", 0))}
    assert len(contents) == len(corpus.all) + 1
    assert corpus.pages >= SMALL.scan_pdfs * SMALL.scan_pages + SMALL.text_pdfs
    before = [file.stat().st_mtime_ns for file in corpus.all]
    assert build(work / "small", SMALL) == corpus
    assert [file.stat().st_mtime_ns for file in corpus.all] == before


def test_comment_leaves_the_pixels(corpus):
    data = corpus.photos[0].read_bytes()
    longer = commented(data, 7)
    assert longer != data
    assert longer.endswith(data[2:])


def test_result_line_names_ratio_and_limit():
    kept = Result("x", "某项", 2.0, 4.0, 1.0)
    passed = Result("x", "某项", 5.0, 4.0, 1.0)
    assert kept.kept
    assert "0.500" in str(kept)
    assert not passed.kept
    assert str(passed).startswith("✗")
    assert str(Result("m", "内存", 380.0, 400, 1.0, "MB")) == "✓ 内存：380 MB（上限 400 MB）"


def test_failing_command_is_told(tmp_path):
    with pytest.raises(CommandFailed):
        run(["python3", "-c", "import sys; sys.exit(3)"])
    assert run(["python3", "-c", "import sys; sys.exit(3)"], allowed=(3,)).seconds > 0


def test_memory_of_child_processes_counts():
    hold = "x = bytearray(60_000_000); import time; time.sleep(0.5)"
    script = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}])"
    peak = peak_memory(["python3", "-c", script])
    assert peak.own == peak.whole > 60_000_000


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is the reference program")
def test_bench_runs_on_a_small_corpus(work, capsys):
    assert main(["--small", "--only", "attach", "compile", "--work", str(work)]) == 0
    said = capsys.readouterr().out
    assert said.count("上限") == 5
    assert not list(work.glob("work-*"))


def test_corpus_opens_as_pdf(corpus):
    for file in corpus.pdfs:
        with pikepdf.open(file) as pdf:
            assert not pdf.check_pdf_syntax()


@pytest.mark.skipif(
    shutil.which("zip") is None or shutil.which("unzip") is None, reason="they are the reference"
)
def test_packages_are_measured_on_a_small_corpus(work):
    assert main(["--small", "--only", "exchange", "--work", str(work)]) == 0
    assert [p.name for p in work.iterdir()] == ["small"]


def test_a_county_is_played_in_small(work, capsys):
    assert main(["--small", "--only", "county", "--work", str(work)]) == 0
    assert "合计" in capsys.readouterr().out
