r"""Set up, demonstrate, test and measure 卷宗 with nothing but Python's standard library.

    python3 packaging/bootstrap.py setup | run | test | bench | attack | format | clean
    python3 packaging/bootstrap.py screenshots | translations | versions | build
    py packaging\bootstrap.py run          (Windows)

``make`` calls the same commands. Exit codes: 0 fine, 1 something failed, 2 wrong usage.
This file must stay readable for older versions of Python, so that they can be told so politely.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST, NEWEST = (3, 11), (3, 14)
ROOT = Path(__file__).resolve().parent.parent
CACHES = (".pytest_cache", ".ruff_cache", ".mypy_cache", ".import_linter_cache", ".hypothesis")


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace", line_buffering=True)
    options = _parser().parse_args(arguments)
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        return _with_another_python(sys.argv[1:] if arguments is None else arguments)

    from setup_steps import SetupFailed

    try:
        code: int = options.command(options)
    except SetupFailed as failure:
        print(f"\n✗ {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\n已取消。再次运行会接着做完。", file=sys.stderr)
        return 1
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bootstrap.py", description="卷宗：安装、演示、测试")
    commands = parser.add_subparsers(required=True, metavar="命令")
    for name, command, text in (
        ("setup", _setup, "准备运行环境"),
        ("run", _run, "准备环境，生成示例县演示工作区并装订卷宗，有显示器时打开窗口"),
        ("screenshots", _screenshots, "用示例县演示工作区画出窗口的每一页，存入 docs/screenshots"),
        ("translations", _translations, "让英文译文与程序里的文字对上，列出还没有译的"),
        ("versions", _versions, "换用各依赖的最新版本，记入 packaging/versions.txt"),
        ("test", _test, "准备环境并运行全部检查和测试"),
        ("build", _build, "打包成不用安装 Python 的程序，试跑一遍，放进 dist"),
        ("bench", _bench, "准备环境并运行速度测量"),
        ("attack", _attack, "用恶意和损坏的文件、数据包考验程序，列出守住了多少"),
        ("format", _format, "统一代码格式"),
        ("clean", _clean, "删除演示、测试与测量产生的文件"),
    ):
        sub = commands.add_parser(name, help=text, description=text)
        sub.set_defaults(command=command)
        if name == "bench":
            sub.add_argument("--small", action="store_true", help="用很小的材料试跑一遍")
            sub.add_argument("--only", nargs="+", default=[], metavar="项", help="只测这些项")
        if name == "test":
            sub.add_argument("--coverage", action="store_true", help="再量出测试走到了哪些代码")
        if name == "attack":
            sub.add_argument("--seed", type=int, default=1, help="同一个数重现同一批攻击")
            sub.add_argument("--only", nargs="+", default=[], metavar="项", help="只试这些项")
        if name == "clean":
            sub.add_argument("--all", action="store_true", help="连同 .venv 一起删除")
    return parser


def _with_another_python(arguments: list[str]) -> int:
    """Hand over to a suitable Python on this machine, or say which one is needed."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other and os.path.realpath(other) != os.path.realpath(sys.executable):
            return subprocess.call([other, str(Path(__file__).resolve()), *arguments])
    found = ".".join(str(part) for part in sys.version_info[:3])
    print(
        f"卷宗需要 Python 3.11 至 3.14，当前是 {found}。\n"
        "Debian 12、Ubuntu 24.04 及以上自带合适的版本；Windows 请安装 Python 3.12，"
        "再用 py -3.12 packaging\\bootstrap.py run 运行。",
        file=sys.stderr,
    )
    return 1


def _setup(_options: argparse.Namespace) -> int:
    import setup_steps

    setup_steps.prepare(ROOT)
    print("✓ 环境已就绪。接着可以运行 make run 看演示，或 juanzong --help 看命令。")
    return 0


def _run(_options: argparse.Namespace) -> int:
    import demonstration
    import setup_steps
    import window

    checkout = setup_steps.prepare(ROOT)
    code = demonstration.show(checkout)
    return code or window.open_window(checkout, demonstration.workspace_of(checkout))


def _screenshots(_options: argparse.Namespace) -> int:
    import demonstration
    import setup_steps
    import window

    checkout = setup_steps.prepare(ROOT)
    code = demonstration.show(checkout)
    return code or window.paint_pages(checkout, demonstration.workspace_of(checkout))


def _translations(_options: argparse.Namespace) -> int:
    import setup_steps

    checkout = setup_steps.prepare(ROOT, groups=("dev",), system=())
    return checkout.call("-m", "resources.i18n.make_translations")


def _versions(_options: argparse.Namespace) -> int:
    import setup_steps

    checkout = setup_steps.prepare(ROOT, groups=("dev",), system=())
    setup_steps.renew_versions(checkout, groups=("dev", "build"))
    print(f"✓ 已写入 {setup_steps.VERSIONS}。请运行 make test，通过后再提交。")
    return 0


def _test(options: argparse.Namespace) -> int:
    import checks
    import setup_steps

    system = setup_steps.OFFICE + setup_steps.WINDOW + setup_steps.REFERENCES + setup_steps.DISPLAY
    system += setup_steps.BROWSER
    checkout = setup_steps.prepare(ROOT, groups=("dev",), system=system)
    return checks.run_all(checkout, coverage=options.coverage)


def _build(_options: argparse.Namespace) -> int:
    import freezing
    import setup_steps

    checkout = setup_steps.prepare(ROOT, groups=("build",))
    return freezing.build(checkout)


def _bench(options: argparse.Namespace) -> int:
    import setup_steps

    checkout = setup_steps.prepare(ROOT, system=setup_steps.OFFICE + setup_steps.REFERENCES)
    arguments = ["-m", "benchmarks.run"] + (["--small"] if options.small else [])
    if options.only:
        arguments += ["--only", *options.only]
    return checkout.call(*arguments)


def _attack(options: argparse.Namespace) -> int:
    import setup_steps

    checkout = setup_steps.prepare(ROOT, groups=("dev",), system=setup_steps.OFFICE)
    arguments = ["-m", "tests.attack.run", "--seed", str(options.seed)]
    if options.only:
        arguments += ["--only", *options.only]
    return checkout.call(*arguments)


def _format(_options: argparse.Namespace) -> int:
    import setup_steps

    checkout = setup_steps.prepare(ROOT, groups=("dev",), system=())
    fixed = checkout.call("-m", "ruff", "check", "--fix", ".")
    return checkout.call("-m", "ruff", "format", ".") or fixed


def _clean(options: argparse.Namespace) -> int:
    names = ["demo", "build", "dist", "htmlcov", ".coverage", "benchmarks/corpus", *CACHES]
    if options.all:
        names.append(".venv")
    for name in names:
        path = ROOT / name
        if path.is_dir():
            shutil.rmtree(path)
        elif path.exists():
            path.unlink()
        else:
            continue
        print(f"已删除 {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
