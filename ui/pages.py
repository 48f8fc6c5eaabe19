"""The pages there are.

A new page takes three files: this one, with a ``PageSpec`` and the function that loads the page,
and ``__init__.py`` and ``page.py`` in its own folder. See ``ui.page`` for the parts of a page. The
rail, its shortcuts and the tests that visit every page read ``PAGES``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ui.page import Page, PageContext
from ui.rail import RailEntry
from ui.translation import QT_TR_NOOP

MakePage = Callable[[PageContext], Page]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page's place on the rail, and how its modules are loaded.

    Loading takes a while, so it is done in a thread when a workspace is opened; what it returns
    makes the page.
    """

    entry: RailEntry
    load: Callable[[], MakePage]


def _indicators() -> MakePage:
    from ui.indicators.page import IndicatorsPage

    return IndicatorsPage


def _desk() -> MakePage:
    from ui.desk.page import DeskPage

    return DeskPage


def _library() -> MakePage:
    from ui.library.page import LibraryPage

    return LibraryPage


def _inbox() -> MakePage:
    from ui.inbox.page import InboxPage

    return InboxPage


def _review() -> MakePage:
    from ui.review.page import ReviewPage

    return ReviewPage


def _rectification() -> MakePage:
    from ui.rectification.page import RectificationPage

    return RectificationPage


def _stages() -> MakePage:
    from ui.stages.page import StagesPage

    return StagesPage


def _exchange() -> MakePage:
    from ui.exchange.page import ExchangePage

    return ExchangePage


def _dossiers() -> MakePage:
    from ui.dossiers.page import DossiersPage

    return DossiersPage


def _settings() -> MakePage:
    from ui.settings.page import SettingsPage

    return SettingsPage


PAGES = (
    PageSpec(
        RailEntry(
            "desk",
            QT_TR_NOOP("工作台"),
            "desk",
            "Ctrl+1",
            QT_TR_NOOP("期限、齐备情况和等着处理的事"),
        ),
        _desk,
    ),
    PageSpec(
        RailEntry(
            "indicators",
            QT_TR_NOOP("指标"),
            "indicators",
            "Ctrl+2",
            QT_TR_NOOP("各项指标和它们的材料"),
        ),
        _indicators,
    ),
    PageSpec(
        RailEntry("inbox", QT_TR_NOOP("收件箱"), "inbox", "Ctrl+3", QT_TR_NOOP("等着归集的文件")),
        _inbox,
    ),
    PageSpec(
        RailEntry(
            "library",
            QT_TR_NOOP("材料库"),
            "library",
            "Ctrl+4",
            QT_TR_NOOP("全部材料、重复的材料和回收站"),
        ),
        _library,
    ),
    PageSpec(
        RailEntry(
            "review",
            QT_TR_NOOP("审核"),
            "review",
            "Ctrl+5",
            QT_TR_NOOP("各单位报送的材料，通过或退回"),
        ),
        _review,
    ),
    PageSpec(
        RailEntry(
            "rectification",
            QT_TR_NOOP("整改"),
            "rectify",
            "Ctrl+6",
            QT_TR_NOOP("问题台账、整改情况、销号"),
        ),
        _rectification,
    ),
    PageSpec(
        RailEntry(
            "exchange",
            QT_TR_NOOP("报送"),
            "exchange",
            "Ctrl+7",
            QT_TR_NOOP("制作、发送、接收数据包"),
        ),
        _exchange,
    ),
    PageSpec(
        RailEntry(
            "stages",
            QT_TR_NOOP("进度"),
            "stages",
            "Ctrl+8",
            QT_TR_NOOP("创建步骤的日期、日历，各单位逾期没有"),
        ),
        _stages,
    ),
    PageSpec(
        RailEntry(
            "dossiers",
            QT_TR_NOOP("卷宗"),
            "dossier",
            "Ctrl+9",
            QT_TR_NOOP("编制卷宗、打开、看清点单"),
        ),
        _dossiers,
    ),
    PageSpec(
        RailEntry(
            "settings", QT_TR_NOOP("设置"), "settings", "Ctrl+,", QT_TR_NOOP("外观、案卷和装订")
        ),
        _settings,
    ),
)
