"""What the sample files say, as plain values that can become Word, PDF, a scan or a web page."""

from dataclasses import dataclass, field
from datetime import date

COUNTY = "示例县"
#: Stands on every sample, so that nobody takes one for a real document.
NOTE = "（演示材料，内容均为虚构）"


@dataclass(frozen=True, slots=True)
class Letter:
    """An official document (公文) after GB/T 9704-2012.

    A body line that begins with "一、" is a heading of the first level, with "（一）" of the
    second.
    ``signed`` is false for papers without a red head (制度、总结、笔录).
    """

    issuer: str
    number: str
    title: str
    body: tuple[str, ...]
    day: date
    to: str = ""
    signed: bool = True
    seal: str = ""

    @property
    def day_text(self) -> str:
        """The date as official documents write it: no leading zeros."""
        return f"{self.day.year}年{self.day.month}月{self.day.day}日"


@dataclass(frozen=True, slots=True)
class Table:
    """A ledger (台账, 汇总表): its header and its rows."""

    title: str
    issuer: str
    day: date
    header: tuple[str, ...]
    rows: tuple[tuple[str | int | float, ...], ...]
    widths: tuple[int, ...] = field(default=())

    @property
    def foot(self) -> str:
        """What stands under the table."""
        return f"填报单位：{self.issuer}    填报时间：{self.day.isoformat()}    {NOTE}"
