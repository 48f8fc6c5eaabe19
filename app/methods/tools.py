"""The tools of verification methods. The window, the command line and dossiers go over ``TOOLS``.

What a tool does is named, not imported, so that lists of commands stay quick.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.sheets.content import NoteColumn, NoteForm


@dataclass(frozen=True, slots=True)
class MethodTool:
    """What one method offers beyond attaching files.

    Attributes:
        method: the method's id in the indicator set; a set without it does not show the tool.
        sheet: the table that dossiers bind behind the divider of each of its tasks; None for none.
        lines: ``module:function`` below ``app.methods``, from a session to the lines of the sheet,
            in their order.
        panel: ``module:class`` below ``ui.methods``, see ``ui.methods.panels``; "" for none.
        command: the word of its group of commands; "" for none.
        words: what these are for.
        commands: by name, ``module:function`` below ``app.cli.commands`` and the first line of
            its help.
    """

    method: str
    sheet: NoteForm | None = None
    lines: str = ""
    panel: str = ""
    command: str = ""
    words: str = ""
    commands: Mapping[str, tuple[str, str]] = field(default_factory=dict)


TOOLS: tuple[MethodTool, ...] = (
    MethodTool(
        "web_check",
        NoteForm(
            "网络检索记录表",
            (
                NoteColumn("网址", 40),
                NoteColumn("检索内容", 36),
                NoteColumn("检索日期", 22, centred=True),
                NoteColumn("检索人", 16, centred=True),
                NoteColumn("结果", 24, centred=True),
                NoteColumn("说明", 20),
            ),
        ),
        lines="web_check:sheet_lines",
        panel="web_check:LookupPanel",
        command="webcheck",
        words="网络检索记录：在网上查了什么、结果如何；本软件不联网，由人逐条填写。",
        commands={
            "list": ("webcheck:list_all", "列出网络检索记录。"),
            "add": ("webcheck:add", "记一条网络检索：网址、检索内容、日期、检索人、结果。"),
            "edit": ("webcheck:edit", "修改一条网络检索记录；只改写明的各栏。"),
            "remove": ("webcheck:remove", "移除一条网络检索记录，可用 --restore 恢复。"),
        },
    ),
)


def tool_of(method: str) -> MethodTool | None:
    """The tool of a method, if it has one."""
    return next((tool for tool in TOOLS if tool.method == method), None)
