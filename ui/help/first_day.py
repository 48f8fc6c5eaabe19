"""The stops of the first tour, for the office and for a unit."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.help.tour import TourStop
from ui.rail import Rail
from ui.translation import tr


def tour_stops(
    rail: Rail, foot: QWidget, page: Callable[[], QWidget | None], *, office: bool
) -> tuple[TourStop, ...]:
    """What a person sees on the first day, in the order of the work."""

    def on_rail(key: str) -> Callable[[], QWidget]:
        return lambda: rail.button(key)

    begin = TourStop(
        tr("这是工作台"),
        tr("左边是还差多少，右边是等着处理的事。点一下任何一行，就到该做的地方。"),
        page,
    )
    gather = TourStop(
        tr("材料放在“指标”里"),
        tr("选一项指标，把文件拖到右边的材料要点上。题名、文号先由程序猜好，请核对一遍。"),
        on_rail("indicators"),
    )
    inbox = TourStop(
        tr("拿不准放哪里的，先放收件箱"),
        tr("扫描仪、同事把文件存进收件箱文件夹，到这里一件一件归。"),
        on_rail("inbox"),
    )
    exchange = TourStop(
        tr("创建办和单位之间传包"),
        tr("任务包发给单位，报送包收回来；都可以用 U 盘带，合并之前能先看，合并错了能撤销。")
        if office
        else tr("收任务包、退回包，做报送包，都在这里；看到“已校验，可以拔出”再拔 U 盘。"),
        on_rail("exchange"),
    )
    review = TourStop(
        tr("在这里审核") if office else tr("退回的材料在这里"),
        tr("N 下一个待审，A 通过，R 退回并选原因。")
        if office
        else tr("哪一件、为什么退回，都列着；按“去改正”就到那件材料。"),
        on_rail("review"),
    )
    bind = TourStop(
        tr("编成卷宗"),
        tr("一按就编成带封面、目录、页号的 PDF；装不进去的写在清点单里。"),
        on_rail("dossiers"),
    )
    end = TourStop(
        tr("提示写在窗口最下面"),
        tr(
            "做过的事、能不能撤销，都在这一行。"
            "不知道怎么做时按 F1，手册会翻到这一页；按 F6 换到下一栏。"
        ),
        lambda: foot,
    )
    return (begin, gather, inbox, exchange, review, bind, end)
