"""The tools of verification methods. The window, the command line and dossiers go over ``TOOLS``.

What a tool does is named, not imported, so that lists of commands stay quick.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.sheets.content import NoteColumn, NoteForm


@dataclass(frozen=True, slots=True)
class MethodTool:
    """Something that a method offers beyond attaching files; a method may have several.

    Attributes:
        method: the method's id in the indicator set; a set without it does not show the tool.
        sheet: the table that dossiers bind behind the divider of each of its tasks; None for none.
        lines: ``module:function`` below ``app.verification``, from a session to the lines of the
            sheet, in their order.
        sheets: instead of both, where a tool has sheets of several forms: ``module:function``, from
            a session and the folder of the county's own registers to forms and lines.
        panel: ``module:class`` below ``ui.verification``, see ``ui.verification.panels``; "" for
            none.
        command: the word of its group of commands; "" for none.
        words: what these are for.
        commands: by name, ``module:function`` below ``app.cli.commands`` and the first line of
            its help.
    """

    method: str
    sheet: NoteForm | None = None
    lines: str = ""
    sheets: str = ""
    panel: str = ""
    command: str = ""
    words: str = ""
    commands: Mapping[str, tuple[str, str]] = field(default_factory=dict)


TOOLS: tuple[MethodTool, ...] = (
    MethodTool(
        "web_check",
        panel="web_check.targets:TargetPanel",
        command="targets",
        words="检索清单：网络检索任务要查哪些网址、各要看到什么，查到了没有。",
        commands={
            "list": ("targets:list_all", "列出检索清单，每条查到了没有。"),
            "add": ("targets:add", "在检索清单上加一条：网址和要看到什么。"),
            "import": (
                "targets:import_list",
                "从表格导入检索清单：网址、要看到什么，可以有指标、责任单位两列。",
            ),
            "edit": ("targets:edit", "修改检索清单的一条；只改写明的各栏。"),
            "remove": ("targets:remove", "把一条移出检索清单，可用 --restore 移回。"),
            "propose": (
                "targets:propose",
                "按任务要求的文字提出检索清单的建议，一样东西一条；--adopt 才列入。",
            ),
        },
    ),
    MethodTool(
        "web_check",
        NoteForm(
            "网络检索记录表",
            (
                NoteColumn("网址", 40, address=True),
                NoteColumn("检索内容", 36),
                NoteColumn("检索日期", 22, centred=True),
                NoteColumn("检索人", 16, centred=True),
                NoteColumn("结果", 24, centred=True),
                NoteColumn("说明", 20),
            ),
        ),
        lines="web_check.sheet:sheet_lines",
        panel="web_check.lookups:LookupPanel",
        command="webcheck",
        words="网络检索记录：在网上查了什么、结果如何，由人逐条填写。",
        commands={
            "list": ("webcheck:list_all", "列出网络检索记录。"),
            "add": ("webcheck:add", "记一条网络检索：网址、检索内容、日期、检索人、结果。"),
            "edit": ("webcheck:edit", "修改一条网络检索记录；只改写明的各栏。"),
            "remove": ("webcheck:remove", "移除一条网络检索记录，可用 --restore 恢复。"),
        },
    ),
    MethodTool("web_check", panel="web_check.capture_panel:CapturePanel"),
    MethodTool(
        "site_check",
        NoteForm(
            "实地核验现场和检查清单",
            (
                NoteColumn("检查项目", 32),
                NoteColumn("看什么", 56),
                NoteColumn("责任人", 20, centred=True),
                NoteColumn("准备情况", 22, centred=True, internal=True),
                NoteColumn("备注", 28, internal=True),
            ),
        ),
        lines="site_check.sites:sheet_lines",
        panel="site_check.sites:SitePanel",
        command="site",
        words="核验现场和检查清单：检查组去哪里看、看什么、谁负责、准备得怎样。",
        commands={
            "list": ("site:list_all", "列出核验现场，或一处现场的检查清单。"),
            "add": ("site:add", "登记一处核验现场：名称、地址、负责人、电话、开放时间。"),
            "edit": ("site:edit", "修改一处核验现场；只改写明的各栏。"),
            "remove": ("site:remove", "移除一处核验现场，可用 --restore 恢复。"),
            "check": (
                "site:check",
                "检查清单：按指标要求提出建议、采用、添加、修改、删除，或从另一处现场复制。",
            ),
        },
    ),
    MethodTool("material_check", panel="material_check.years:YearPanel"),
    MethodTool(
        "material_check",
        sheets="material_check.registers.sheets:sheet_lines",
        panel="material_check.registers:RegisterPanel",
        command="register",
        words="台账：行政应诉、建议提案、规范性文件等逐行登记，比率自动算出，填入量化要求。",
        commands={
            "list": ("register:list_all", "列出全部台账：为哪些指标服务、各有多少行。"),
            "show": ("register:show", "查看一个台账的行，待改的行写明原因。"),
            "add": ("register:add", "登记一行；有错的照样记下，标为待改。"),
            "edit": ("register:edit", "修改一行里写明的各列；内容留空（列=）为清空。"),
            "remove": ("register:remove", "移除一行或几行，可用 --restore 恢复。"),
            "import": (
                "register:import_file",
                "导入 xlsx 或 csv 表格：按表头对应各列，对应关系记住下次再用。",
            ),
            "export": ("register:export", "另存为 xlsx：各行和分年度统计。"),
            "rates": ("register:rates", "查看分年度的比率和合计，以及能填入哪些量化要求。"),
            "fill": (
                "register:fill_figures",
                "把台账算出的数填入指标的量化要求，连同依据；已填的不同时改为台账的。",
            ),
            "files": (
                "register:files",
                "把自带台账的数据文件放进工作区的 registers 文件夹，供县里修改；已有的不动。",
            ),
        },
    ),
    MethodTool("case_review", panel="case_review.cases:CasePanel"),
    MethodTool(
        "case_review",
        sheets="case_review.papers:sheet_lines",
        panel="case_review.draws:DrawPanel",
        command="case-review",
        words="案卷评查：登记案卷，分层抽取，两人背靠背评查，意见不同的复核，统计结果。",
        commands={
            "cases": ("case_review:cases", "列出案卷：案号、类别、立案、结案，待改和超期的写明。"),
            "import": ("case_review:import_cases", "从 xlsx 或 csv 表格登记案卷，按表头对应各列。"),
            "draw": (
                "case_review:draw",
                "按单位、类别、年度分层抽取案卷，记下种子，谁都能重抽核对。",
            ),
            "draws": ("case_review:draws", "列出各次抽取，用同一种子重抽核对。"),
            "withdraw": ("case_review:withdraw", "撤销一次还没有评查的抽取，可用 --restore 恢复。"),
            "sheets": ("case_review:sheets", "列出评查表和卷内顺序，写明县里填了分值、等次没有。"),
            "files": (
                "case_review:files",
                "把自带的评查表和卷内顺序放进工作区，供县里修改；已有的不动。",
            ),
            "assign": ("case_review:assign", "安排两名评查人，一案两人。"),
            "sheet": (
                "case_review:sheet",
                "查看一份案卷的评查表；两人都评完以前，只给自己的那张。",
            ),
            "score": ("case_review:score", "填写评查表：逐条结论、扣分和批注；--conclude 为评完。"),
            "reopen": ("case_review:reopen", "重新打开自己评完的评查表；对方已评完的不行。"),
            "arbitrate": ("case_review:arbitrate", "复核两人意见不同的案卷，以复核人的为准。"),
            "results": ("case_review:results", "查看评查结果：单位、类别、等次、排名和常见问题。"),
            "export": (
                "case_review:export",
                "评查结果另存为 xlsx：结果、案卷、问题、抽取记录。",
            ),
            "file": (
                "case_review:file",
                "查看一份案卷的卷内材料和缺件，放入或移出材料（一案一卷）。",
            ),
            "arrange": (
                "case_review:arrange",
                "一案一卷：任务下的材料按案卷排列，卷内照卷内顺序；只有创建办能排。",
            ),
            "rectify": ("case_review:rectify", "把评查发现的问题转为整改通知，注明来自哪次评查。"),
        },
    ),
    MethodTool("case_review", panel="case_review.pieces:PiecePanel"),
)


def tools_of(method: str) -> tuple[MethodTool, ...]:
    """The tools of a method, in their order."""
    return tuple(tool for tool in TOOLS if tool.method == method)
