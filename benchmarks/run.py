"""Measure 卷宗 against the usual tools and print one line for each ratio with its limit.

    python -m benchmarks.run [--small] [--only NAME …] [--work FOLDER]

Everything of ours runs through the command line, as a user would start it. Each side runs in its
own process, over files that were read once before. The results also go to
``benchmarks/results/<date>.json``. Exit code 1 if a limit is passed.
"""

import argparse
import csv
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import packages, window
from benchmarks.corpus import FULL, SMALL, Corpus, build, changed_pdf
from benchmarks.county import build_county
from benchmarks.exchange import play_county
from benchmarks.measuring import Run, machine, median, peak_memory, run, warm

HERE = Path(__file__).resolve().parent
JUANZONG = (sys.executable, "-m", "app.cli.main")
#: What every command line program with a database has to load.
LIBRARIES = (sys.executable, "-c", "import typer, sqlalchemy")
MEGABYTE = 1_000_000
#: Items of a workspace when only trying whether all runs.
SMALL_ITEMS = 300
#: Units and items of the county that plays with packages, whole and only for a trial.
COUNTY, SMALL_COUNTY = (80, 10_000), (3, 24)


@dataclass(frozen=True, slots=True)
class Result:
    """One measurement: ours, the reference's, and how their ratio stands to its limit."""

    name: str
    title: str
    ours: float
    reference: float
    limit: float
    unit: str = "s"

    @property
    def ratio(self) -> float:
        """Ours ÷ the reference."""
        return self.ours / self.reference

    @property
    def kept(self) -> bool:
        """Whether the limit is kept."""
        return self.ratio <= self.limit

    def __str__(self) -> str:
        """The line that is printed."""
        mark = "✓" if self.kept else "✗"
        if self.unit != "s":
            limit = f"上限 {self.reference:.0f} {self.unit}"
            return f"{mark} {self.title}：{self.ours:.0f} {self.unit}（{limit}）"
        return (
            f"{mark} {self.title}：{self.ours:.2f} 秒 ÷ {self.reference:.2f} 秒 = {self.ratio:.3f}"
            f"（上限 {self.limit:g}）"
        )


class Bench:
    """The measurements over one corpus; each makes its own workspace below ``work``."""

    def __init__(self, corpus: Corpus, work: Path, times: int, items: int) -> None:
        self.corpus = corpus
        self.work = work
        self.times = times
        self.items = items
        self._tasks: list[tuple[str, str]] = []

    def start(self) -> list[Result]:
        """Commands that answer at once; against loading typer and SQLAlchemy."""
        workspace = self._workspace("start")
        commands = (("--help",), ("framework", "list"), ("indicators", workspace))
        results = []
        for command in (*commands, ("status", workspace)):
            ours, reference = [], []
            for _ in range(self.times * 3):
                reference.append(run(LIBRARIES).seconds)
                ours.append(self._juanzong(*command).seconds)
            name = " ".join(word for word in command if isinstance(word, str))
            title = f"juanzong {name} ÷ 载入 typer 和 SQLAlchemy"
            results.append(Result("start", title, min(ours), min(reference), 1.5))
        return results

    def attach(self) -> list[Result]:
        """Attach every file; against ``cp`` and ``sha256sum`` of the same files."""
        ours, whole, reference = [], [], []
        for turn in range(self.times):
            warm(self.corpus.all)
            reference.append(self._copy_and_hash())
            workspace = self._workspace(f"attach{turn}")
            manifest = self._manifest(workspace, self.corpus.all)
            warm(self.corpus.all)
            done = self._juanzong("attach", workspace, "--manifest", manifest, "--json")
            ours.append(float(json.loads(done.output)["seconds"]))
            whole.append(done.seconds)
            shutil.rmtree(workspace)
        middle = self.times // 2
        started = sorted(whole)[middle] / sorted(reference)[middle]
        title = f"归集全部文件 ÷（cp + sha256sum）（含程序启动则 {started:.2f}）"
        pair = sorted(ours)[middle], sorted(reference)[middle]
        return [Result("attach", title, *pair, 1.5)]

    def compile(self) -> list[Result]:
        """Compile the PDFs cold, against qpdf; then with nothing to do, and after one change."""
        workspace = self._filled("compile", self.corpus.pdfs)
        # In turns, so that a crowded machine slows both sides.
        pairs = [(self._compile_cold(workspace, turn), self._qpdf()) for turn in range(self.times)]
        cold, reference = (sorted(one)[len(pairs) // 2] for one in zip(*pairs, strict=True))
        idle, start = self._compile_idle(workspace)
        changed = self._compile_changed(workspace)
        again, inside = self._recompile(workspace)
        return [
            Result("compile", "首次装订全部 PDF ÷ qpdf 合并同样文件", cold, reference, 0.6),
            Result("idle", "没有变化时再次装订 ÷ juanzong status", idle, start, 1.7),
            Result("changed", "改动一份后重新装订（含程序启动）÷ 首次装订", changed, cold, 0.35),
            Result("recompile", "改动一份后重新装订（程序已打开）÷ 首次装订", again, inside, 0.05),
        ]

    def office(self) -> list[Result]:
        """Turn the Word files into dossiers, against one start of LibreOffice over all of them."""
        workspace = self._filled("office", self.corpus.words)
        reference = median(min(self.times, 2), self._soffice)
        ours = [self._compile_cold(workspace, turn) for turn in range(min(self.times, 2))]
        pair = sorted(ours)[len(ours) // 2], reference
        return [Result("office", "Word 文件转换并装订 ÷ 一次 soffice 转换", *pair, 1.1)]

    def memory(self) -> list[Result]:
        """The peak of a cold compile with all its processes: PDFs, in one file, and every kind."""
        results = []
        kinds: tuple[tuple[str, str, Sequence[Path], tuple[str, ...]], ...] = (
            ("memory-pdf", "装订 PDF 的内存峰值", self.corpus.pdfs, ()),
            ("memory-one", "全部 PDF 装成一个文件的内存峰值", self.corpus.pdfs, ("--combined",)),
            ("memory-all", "装订 PDF、照片、Word 的内存峰值", self.corpus.all, ()),
        )
        for name, title, files, options in kinds:
            workspace = self._filled(name, files)
            self._forget_cache(workspace)
            out = self.work / f"{name}-out"
            peak = peak_memory((*JUANZONG, "compile", workspace, "--out", out, *options))
            if peak.whole > peak.own:
                title += f"（不含 LibreOffice；含则 {peak.whole / MEGABYTE:.0f} MB）"
            results.append(Result(name, title, peak.own / MEGABYTE, 400, 1.0, "MB"))
            shutil.rmtree(out)
            shutil.rmtree(workspace)
        return results

    def exchange(self) -> list[Result]:
        """Write every file into a package and open it again, against ``zip -0`` and ``unzip``."""
        seconds = packages.measure(self.corpus.all, self.work, self.times)
        return [
            Result("package", "制作数据包并读回核对 ÷ zip -0 同样文件", *seconds["write"], 1.5),
            Result("unpack", "核对数据包并取出原件 ÷ unzip 同样文件", *seconds["open"], 1.5),
        ]

    def window(self) -> list[Result]:
        """The window's start, its gaps and its search, with a county's items in the workspace."""
        workspace = build_county(self.work, self.items)
        started = window.start(workspace, self.times)
        gaps = window.gaps(workspace, self.times)
        key = window.keystroke(workspace, self.times)
        frame = window.scroll(workspace, self.times)
        filled = f"（首页填好则 {started.filled:.2f} 秒）"
        title = f"窗口打开 ÷ 空窗口加 SQLAlchemy{filled}"
        names = {
            "open": "打开工作区",
            "pages": "依次打开各页",
            "attach": "收取 200 个文件",
            "compile": "编制卷宗",
        }
        return [
            Result("start", title, started.window, started.bare, 3.0),
            *(
                Result(f"gap-{name}", f"{words}时窗口最长停顿", gaps[name] * 1000, 100, 1.0, "ms")
                for name, words in names.items()
            ),
            Result("filter", "查找每按一键到画出结果", key * 1000, 50, 1.0, "ms"),
            Result("scroll", "材料库滚动每帧（95% 以内）", frame * 1000, 1000 / 60, 1.0, "ms"),
        ]

    def _juanzong(self, *arguments: str | Path) -> Run:
        return run([*JUANZONG, *arguments])

    def _workspace(self, name: str) -> Path:
        workspace = self.work / name
        self._juanzong("init", workspace, "--county", "测速县")
        if not self._tasks:
            said = self._juanzong("indicators", workspace, "--method", "材料查证", "--json").output
            self._tasks = [
                (row["code"], next(u["name"] for u in row["units"])) for row in json.loads(said)
            ]
        return workspace

    def _manifest(self, workspace: Path, files: Sequence[Path]) -> Path:
        """Spread the files evenly over the indicators that ask for material."""
        manifest = workspace.with_suffix(".csv")
        with manifest.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(("path", "indicator", "method", "unit", "title"))
            for number, file in enumerate(files):
                indicator, unit = self._tasks[number % len(self._tasks)]
                writer.writerow((file, indicator, "材料查证", unit, file.stem))
        return manifest

    def _filled(self, name: str, files: Sequence[Path]) -> Path:
        workspace = self._workspace(name)
        self._juanzong("attach", workspace, "--manifest", self._manifest(workspace, files))
        return workspace

    def _forget_cache(self, workspace: Path) -> None:
        shutil.rmtree(workspace / "cache", ignore_errors=True)
        warm(file for file in (workspace / "originals").rglob("*") if file.is_file())

    def county(self) -> list[Result]:
        """Play a whole county with packages, printing what each act took; it must end complete."""
        units, items = COUNTY if self.items > SMALL_ITEMS else SMALL_COUNTY
        if not play_county(self.work, units, items):
            raise SystemExit("往来结束时还有填报位没有通过")
        return []

    def _compile_cold(self, workspace: Path, turn: int) -> float:
        """Seconds of a compile with an empty cache, from the program's start to its end."""
        self._forget_cache(workspace)
        out = self.work / f"{workspace.name}-out{turn}"
        done = self._juanzong("compile", workspace, "--out", out, "--json")
        ledger = json.loads(done.output)["ledger"]
        if ledger["included"] != ledger["inputs"]:
            raise SystemExit(f"装订没有收全：{ledger['included']} / {ledger['inputs']}")
        return done.seconds

    def _compile_idle(self, workspace: Path) -> tuple[float, float]:
        """Seconds of a compile with nothing to do, and of a command that reads the workspace."""
        out = self.work / f"{workspace.name}-out0"
        idle, start = [], []
        for _ in range(self.times):
            start.append(self._juanzong("status", workspace).seconds)
            idle.append(self._juanzong("compile", workspace, "--out", out).seconds)
        return min(idle), min(start)

    def _compile_changed(self, workspace: Path) -> float:
        """Seconds of a compile after one file was added, from the program's start to its end."""
        out = self.work / f"{workspace.name}-out0"
        seconds = []
        for turn in range(self.times):
            added = changed_pdf(self.work / f"增加{turn}.pdf", turn)
            indicator, unit = self._tasks[turn]
            place = ("--indicator", indicator, "--method", "材料查证", "--unit", unit)
            self._juanzong("attach", workspace, added, *place)
            done = self._juanzong("compile", workspace, "--out", out, "--json")
            made = [one for one in json.loads(done.output)["dossiers"] if one["fresh"]]
            if len(made) != 1:
                raise SystemExit(f"应只重编一卷，实际重编 {len(made)} 卷")
            seconds.append(done.seconds)
        return min(seconds)

    def _recompile(self, workspace: Path) -> tuple[float, float]:
        """Seconds of compiling again after one file was added, and of the cold compile before."""
        self._forget_cache(workspace)
        changed = changed_pdf(self.work / "改动.pdf", self.times)
        indicator, unit = self._tasks[0]
        out = self.work / "recompile-out"
        module = (sys.executable, "-m", "benchmarks.recompile")
        said = json.loads(run((*module, workspace, out, changed, indicator, unit)).output)
        return float(said["again"]), float(said["cold"])

    def _copy_and_hash(self) -> float:
        target = self.work / "cp"
        target.mkdir()
        seconds = run(["cp", *self.corpus.all, target]).seconds
        seconds += run(["sha256sum", *sorted(target.iterdir())]).seconds
        shutil.rmtree(target)
        return seconds

    def _qpdf(self) -> float:
        warm(self.corpus.pdfs)
        target = self.work / "qpdf.pdf"
        # qpdf returns 3 for warnings
        done = run(["qpdf", "--empty", "--pages", *self.corpus.pdfs, "--", target], allowed=(0, 3))
        target.unlink()
        return done.seconds

    def _soffice(self) -> float:
        warm(self.corpus.words)
        target = self.work / "soffice"
        profile = (self.work / "profile").as_uri()
        done = run(
            [
                "soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
                "--outdir", target, *self.corpus.words,
            ]
        )  # fmt: skip
        made = len(list(target.glob("*.pdf")))
        if made != len(self.corpus.words):
            raise SystemExit(f"soffice 只转换了 {made} / {len(self.corpus.words)} 个文件")
        shutil.rmtree(target)
        return done.seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write down; 1 if a limit is passed."""
    parser = argparse.ArgumentParser(prog="benchmarks.run", description="卷宗速度测量")
    names = ("start", "attach", "compile", "office", "memory", "exchange", "window", "county")
    parser.add_argument("--small", action="store_true", help="很小的材料，只看能否跑通")
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="只测这些")
    parser.add_argument("--work", type=Path, default=HERE / "corpus", help="材料和中间结果的位置")
    options = parser.parse_args(arguments)
    options.work.mkdir(parents=True, exist_ok=True)
    print("准备测速材料（只有第一次需要几分钟）……", flush=True)
    scale, name = (SMALL, "small") if options.small else (FULL, "full")
    corpus = build(options.work / name, scale)
    facts = machine() | {
        "corpus": f"{len(corpus.pdfs)} 个 PDF（{corpus.pages} 页）、{len(corpus.photos)} 张照片、"
        f"{len(corpus.words)} 个 Word 文件，共 {corpus.size / MEGABYTE:.0f} MB"
    }
    for key, value in facts.items():
        print(f"{key}: {value}", flush=True)
    results: list[Result] = []
    with tempfile.TemporaryDirectory(dir=options.work, prefix="work-") as work:
        times, items = (1, SMALL_ITEMS) if options.small else (3, 10_000)
        bench = Bench(corpus, Path(work), times, items)
        steps: dict[str, Callable[[], list[Result]]] = {
            "start": bench.start,
            "attach": bench.attach,
            "compile": bench.compile,
            "office": bench.office,
            "memory": bench.memory,
            "window": bench.window,
            "exchange": bench.exchange,
            "county": bench.county,
        }
        for step in options.only:
            for result in steps[step]():
                print(result, flush=True)
                results.append(result)
    if options.small:
        print("材料太小，比值没有意义，只看能否跑通。")
        return 0
    _write_down(facts, results)
    return 0 if all(result.kept for result in results) else 1


def _write_down(facts: dict[str, str], results: Sequence[Result]) -> None:
    now = datetime.now(UTC)
    folder = HERE / "results"
    folder.mkdir(exist_ok=True)
    rows = [asdict(result) | {"ratio": result.ratio, "kept": result.kept} for result in results]
    text = json.dumps(
        {"at": now.isoformat(timespec="seconds"), "machine": facts, "results": rows},
        ensure_ascii=False,
        indent=2,
    )
    target = folder / f"{now:%Y%m%d-%H%M%S}.json"
    target.write_text(text + "\n", encoding="utf-8")
    print(f"结果已存入 {target.relative_to(HERE.parent)}")


if __name__ == "__main__":
    sys.exit(main())
