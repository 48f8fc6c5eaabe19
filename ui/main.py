"""``juanzong-gui [工作区]``: start the window."""

import argparse
import multiprocessing
import sys
from pathlib import Path

from ui.translation import tr


def main(arguments: list[str] | None = None) -> int:
    """Run the window until it is closed; returns the exit code."""
    multiprocessing.freeze_support()
    options, rest = _parser().parse_known_args(sys.argv[1:] if arguments is None else arguments)

    from ui.application import make_application
    from ui.crash import CrashHook, log_file, start_logging
    from ui.language import Language
    from ui.main_window import MainWindow
    from ui.preferences import Preferences
    from ui.smoothness import BuildAhead, ConvertAhead, Smoothness

    log_path = log_file()
    start_logging(log_path)
    preferences = Preferences()
    language = Language(options.language) if options.language else None
    application, theme = make_application([sys.argv[0], *rest], preferences, language)
    hook = CrashHook(log_path, application)
    hook.install()
    Smoothness(application)
    window = MainWindow(preferences, theme)
    BuildAhead(window)
    ConvertAhead(window)
    window.show()
    if options.workspace is not None:
        window.open_workspace(options.workspace)
    elif not options.check:
        window.reopen_last()
    if not options.check:
        window.workspace_shown.connect(window.helping.offer_tour)
    if options.check:
        from ui.start_check import check_start

        check_start(window)
    code: int = application.exec()
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="juanzong-gui", description=tr("卷宗：窗口"), add_help=True
    )
    parser.add_argument(
        "workspace", nargs="?", type=Path, metavar=tr("工作区"), help=tr("要打开的工作区")
    )
    parser.add_argument(
        "--language",
        choices=("system", "zh_CN", "en"),
        help=tr("这一次用的语言；不写就用设置里选的"),
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help=tr("打开工作区、建好每一页就退出，用来看安装得是否完好"),
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
