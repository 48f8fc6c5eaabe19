"""What the head and the foot of a notice say, for showing it before there is one."""

from dataclasses import dataclass
from datetime import date

from app.reports.draft import head_values
from app.reports.filling import LINE_BREAK
from app.reports.reading import letterhead_of
from app.reports.word_filling import drawn_together
from app.settings import WorkspaceSettings
from app.workspace.opening import Facts


@dataclass(frozen=True, slots=True)
class NoticeHead:
    """The parts that settings decide, as the built-in templates set them.

    ``narrow`` and ``small`` say, in hundredths, how the mark is drawn together. ``copies`` is ""
    where nothing is sent on.
    """

    mark: str
    narrow: int
    small: int
    number: str
    title: tuple[str, ...]
    signer: str
    day: str
    contact: str
    copies: str
    printed_by: str
    printed_on: str


def notice_head(facts: Facts, settings: WorkspaceSettings, today: date) -> NoticeHead:
    """The head and foot of a notice that would be made ``today``."""
    head = letterhead_of(facts, settings, today)
    values = {
        name: str(value)
        for name, value in head_values(head, f"关于抓紧报送{head.programme}材料的通知").items()
    }
    mark = f"{values['发文机关']}文件"
    narrow, small = drawn_together(len(mark))
    return NoticeHead(
        mark=mark,
        narrow=narrow,
        small=small,
        number=values["发文字号"],
        title=tuple(values["标题"].split(LINE_BREAK)),
        signer=values["发文机关"],
        day=values["成文日期"],
        contact=f"（联系人：{values['联系人']}，联系电话：{values['联系电话']}）",
        copies=f"抄送：{values['抄送']}。" if values["抄送"] else "",
        printed_by=values["印发机关"],
        printed_on=f"{values['成文日期']}印发",
    )
