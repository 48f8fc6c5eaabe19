"""The tools of verification methods. The window, the command line and dossiers go over ``TOOLS``.

What a tool does is named, not imported, so that lists of commands stay quick.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class MethodTool:
    """Something that a method offers beyond attaching files; a method may have several.

    Attributes:
        method: the method's id in the indicator set; a set without it does not show the tool.
        sheets: the tables that dossiers bind behind the divider of each of its tasks:
            ``module:function`` below ``app.verification``, see ``app.verification.lines``; "" for
            none.
        answers: which points its rows answer: ``module:function`` below ``app.verification``, see
            ``app.verification.answers``; "" where they make none of them 齐备.
        panel: ``module:class`` below ``ui.verification``, see ``ui.verification.panels``; "" for
            none.
        command: the word of its group of commands; "" for none.
        words: what these are for.
        commands: by name, ``module:function`` below ``app.cli.commands`` and the first line of
            its help.
    """

    method: str
    sheets: str = ""
    answers: str = ""
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
        sheets="web_check.sheet:sheet_lines",
        answers="web_check.answering:held_rows",
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
        "interview",
        sheets="interview.paper:sheet_lines",
        panel="interview.rounds:RoundPanel",
        command="interview",
        words="随机访谈：问卷、抽取对象、录入和导入答卷，满意度自动算出，填入量化要求。",
        commands={
            "print": (
                "interview_sheets:print_",
                "印制可扫描的纸质问卷（PDF，A4 双面）：每份有编号和二维码。",
            ),
            "scan": (
                "interview_sheets:scan",
                "读取扫描的纸质问卷：没有疑问的录入，扫描件收为材料，有疑问的列出来由人录入。",
            ),
            "list": ("interview:list_all", "列出访谈活动：应访、收回、有效和满意度。"),
            "questionnaires": ("interview:questionnaires", "列出问卷，或查看一份问卷的各题。"),
            "files": (
                "interview:files",
                "把自带的问卷放进工作区的 questionnaires 文件夹，供县里修改；已有的不动。",
            ),
            "new": ("interview:new", "登记一次访谈活动：指标、问卷、名称、日期、地点、应访人数。"),
            "edit": ("interview:edit", "修改一次访谈活动；只改写明的各项。"),
            "remove": ("interview:remove", "移除一次访谈活动，可用 --restore 恢复。"),
            "draw": (
                "interview:draw",
                "从名单中分组抽取访谈对象：种子相同，抽取结果相同；以前的抽取保留。",
            ),
            "sheets": ("interview:sheets", "列出一次活动的答卷，两次录入不一致的写明哪些题。"),
            "enter": (
                "interview:enter",
                "录入一份答卷，编号已有的作为第二次录入；--settle 写定不一致的题。",
            ),
            "void": ("interview:void", "写明原因，作废几份答卷；原因留空为恢复有效。"),
            "import": (
                "interview:import_file",
                "导入问卷星等导出的 xlsx 或 csv：按表头对应各题，对应关系记住下次再用。",
            ),
            "results": ("interview:results", "查看统计：回收率、各题、满意度、分组和开放题。"),
            "topics": ("interview:topics", "设定开放题的归类：名称和关键词。"),
            "fill": (
                "interview:fill",
                "把满意度、访谈率填入指标的量化要求，连同依据；已填的不同时改为算出的。",
            ),
            "rectify": (
                "interview:rectify",
                "把开放题里的意见建议转为整改，写明来自哪次访谈、哪份答卷。",
            ),
            "export": ("interview:export", "另存为 xlsx：答卷和统计；姓名、电话默认隐去。"),
        },
    ),
    MethodTool("interview", panel="interview.questionnaires:QuestionnairePanel"),
    MethodTool(
        "site_check",
        sheets="site_check.sites:sheet_lines",
        answers="site_check.answering:held_rows",
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
        answers="material_check.registers.answering:held_rows",
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
    MethodTool("exam", panel="exam.bank:BankPanel"),
    MethodTool(
        "exam",
        sheets="exam.sheet:sheet_lines",
        panel="exam.exams:ExamPanel",
        command="exam",
        words="随机抽考：题库、组卷、抽取考生、录入答卷、成绩和补考、个人学时。",
        commands={
            "list": ("exam:list_all", "列出考试：日期、试卷、应考、参考和合格人数。"),
            "add": ("exam:add", "登记一场考试：名称、日期、地点。"),
            "edit": ("exam:edit", "修改一场考试的名称、日期、地点；只改写明的各栏。"),
            "remove": ("exam:remove", "移除一场考试，可用 --restore 恢复。"),
            "bank": (
                "exam:bank",
                "列出题库：每道题的题型、章、难度、答案和依据，各章各题型有多少。",
            ),
            "bank-add": ("exam:bank_add", "往题库里添加一道题。"),
            "bank-edit": (
                "exam:bank_edit",
                "修改题库里的一道题；只改写明的各栏，已组好的试卷不变。",
            ),
            "bank-remove": (
                "exam:bank_remove",
                "移除题库里的一道题，可用 --restore 恢复；已组好的试卷不变。",
            ),
            "bank-import": (
                "exam:bank_import",
                "导入题目：xlsx 或 csv；有错的指出行，全部改好才收。",
            ),
            "bank-starter": (
                "exam:bank_starter",
                "把自带的例题放进题库；例题供参考，用前请由县里核对。",
            ),
            "bank-export": ("exam:bank_export", "题库另存为 xlsx，改后可以再导入。"),
            "bank-template": (
                "exam:bank_template",
                "写出题库模板（xlsx）：列名、可选的题型和难度、每种题型一道例题。",
            ),
            "blueprints": ("exam:blueprints", "列出组卷方案；县里自己的方案有错的，指出行和字段。"),
            "files": (
                "exam:files",
                "把自带的组卷方案放进工作区的 exams 文件夹，供县里修改；已有的不动。",
            ),
            "make": ("exam:make", "按组卷方案从题库抽题组卷，分 A、B 卷；题目不够时说明缺什么。"),
            "people": ("exam:people", "考试名单：添上一批人，或只列出来。"),
            "draw": (
                "exam:draw",
                "从名单里随机抽取考生，排考号、座位和试卷；同一名单、同一种子，抽出的人相同。",
            ),
            "absent": ("exam:absent", "标明缺考的人，可用 --undo 改回。"),
            "makeup": ("exam:makeup", "把缺考和不合格的人列入补考。"),
            "enter": ("exam:enter", "录入一张答卷的答案和评分；立即算出得分。"),
            "import": (
                "exam:import_file",
                "导入答卷：一行一张，有错的指出考号和题号，全部改好才收。",
            ),
            "results": ("exam:results", "查看成绩：每人得分、合格率、分布、补考。"),
            "items": ("exam:items", "查看试题分析：每题的难度、区分度和与总分的相关。"),
            "papers": (
                "exam:papers",
                "生成考试的 Word 文书：试卷、参考答案、签到表、抽取记录、成绩单、合格证明。",
            ),
            "templates": (
                "exam:templates",
                "把考试文书的模板放进工作区的 templates 文件夹，可用 Word、WPS 修改；已有的不动。",
            ),
            "sheets": (
                "exam:sheets",
                "打印答题卡（PDF）：每名考生一张，带考号和二维码，扫描后自动读取。",
            ),
            "scan": (
                "exam:scan",
                "读取扫描的答题卡：没有疑问的存下，有疑问的列出来由人录入。",
            ),
            "fill": ("exam:fill", "把合格率填入组卷方案写明的量化要求，连同依据。"),
            "hours": ("exam:hours", "查看每人每年的学时，还差多少；学时登记在“个人学时台账”里。"),
        },
    ),
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


def named(function: str) -> Callable[..., Any]:
    """A function that a tool names."""
    module, _, name = function.partition(":")
    found: Callable[..., Any] = getattr(import_module(f"app.verification.{module}"), name)
    return found


def tools_of(method: str) -> tuple[MethodTool, ...]:
    """The tools of a method, in their order."""
    return tuple(tool for tool in TOOLS if tool.method == method)
