"""All commands by name: where the code of each is, and its line in lists of commands.

The code is loaded when a command is called for, so lists of commands cannot take the line from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.verification.tools import TOOLS


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        code: ``module:function``, the module below ``app.cli.commands``.
        words: the first line of the function's own help.
    """

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class CommandGroup:
    """Commands under one word.

    Attributes:
        words: what they are for.
        members: the commands by name, in the order of lists.
        default: the one that is meant where none is named; "" if one must be named.
    """

    words: str
    members: "Mapping[str, Command | CommandGroup]"
    default: str = ""


COMMANDS = CommandGroup(
    "卷宗：示范创建和考核迎检材料的整理与装订。本软件为非涉密软件，严禁存储、处理涉密信息。",
    {
        "init": Command("workspace:init", "新建工作区：创建办的，或一个责任单位的。"),
        "indicators": Command(
            "indicators:indicators",
            "列出指标、核验任务、材料要点和责任单位。",
        ),
        "attach": Command(
            "attach:attach",
            "添加材料：原件入库，归到指标的核验方式和材料要点。",
        ),
        "status": Command(
            "status:status",
            "查看齐备情况：哪些要点有材料，缺什么，哪些文件待处理。",
        ),
        "figure": Command(
            "statements:figure",
            "填报量化要求的实际数值，如满意率、办复率。",
        ),
        "mark": Command(
            "statements:mark",
            "把核验任务或其中的材料要点标为“本单位不涉及”，并写明原因；可以一次标几项，要么全标上，要么都不变。",
        ),
        "years": Command(
            "years:years",
            "按年份查看材料：每个要点每年有几件、缺哪年，也可指定材料的年份。",
        ),
        "checklist": Command(
            "checklist:checklist",
            "查看、采用或修改各要点的应有材料（通知、方案、记录等），说明材料已齐。",
        ),
        "compile": Command(
            "compile:compile_dossiers",
            "编制案卷：封面、指标说明、目录、材料、备考表，装订成 PDF。",
        ),
        "print-plan": Command(
            "printing:print_plan",
            "打印计划：上次打印以来改动的卷、页数、A3 和彩色页、用纸、份数。",
        ),
        "case": CommandGroup(
            "案卷题名、文本出处和保管期限：列出、修改。",
            {
                "list": Command("cases:list_all", "列出每项指标的案卷题名、文本出处和保管期限。"),
                "name": Command(
                    "cases:name",
                    "修改案卷题名、文本出处或保管期限，印在封面、目录和指标说明上；"
                    "可以一次改几项。",
                ),
            },
        ),
        "check": Command(
            "workspace:check",
            "体检：核对每份原件和每条记录，有问题时逐条列出。",
        ),
        "watch": Command(
            "watch:watch",
            "看守收件箱：inbox/指标/核验方式/ 下的文件自动归集，其余等人归集。",
        ),
        "inbox": CommandGroup(
            "收件箱：列出等着归集的、归到指标、移出、放回。",
            {
                "list": Command(
                    "waiting:list_all",
                    "列出等着归集的、没有收成的和已移出的文件。",
                ),
                "assign": Command(
                    "waiting:assign",
                    "把收件箱里的文件归到指标的核验方式和材料要点。",
                ),
                "out": Command(
                    "waiting:out",
                    "把不是材料的文件移出收件箱，放到旁边的“已移出”文件夹。",
                ),
                "back": Command("waiting:back", "把移出的、没有收成的文件放回收件箱。"),
            },
        ),
        "units": CommandGroup(
            "责任单位和单位集合：列出、导入名单、改名、停用、填写集合。",
            {
                "list": Command(
                    "units:show",
                    "查看责任单位和单位集合，登记单位，填写集合的成员。",
                ),
                "import": Command(
                    "units:import_list",
                    "导入单位名单：列有名称、别名、单位集合、联络人、电话的表格，或每行一个单位。",
                ),
                "group": Command("units:group", "查看一个单位集合的成员，加入或退出单位。"),
                "rename": Command(
                    "units:rename",
                    "给单位改名；原名称留作别名，旧文件里的写法仍然认得。",
                ),
                "alias": Command("units:alias", "增加或去掉单位的别名。"),
                "retire": Command(
                    "units:retire",
                    "停用单位：它的材料都保留，只是不再列为责任单位。",
                ),
                "revive": Command("units:revive", "恢复使用停用的单位。"),
            },
            default="list",
        ),
        "backup": CommandGroup(
            "备份：列出、立即备份、恢复。",
            {
                "list": Command("backup:list_all", "列出现有的备份，新的在前。"),
                "make": Command("backup:make", "立即备份数据库，并核对它所列的原件都在。"),
                "restore": Command(
                    "backup:restore",
                    "把工作区恢复到一份备份；先自动备份现在的状态。",
                ),
            },
        ),
        "settings": Command(
            "workspace:settings",
            "查看或修改工作区的设置：案卷封面各项、页号位置、每卷页数上限等。",
        ),
        "stages": Command(
            "stages:stages",
            "创建步骤：查看和修改各阶段日期，看谁逾期、谁有延误风险，导出日历文件（.ics）。",
        ),
        "owing": CommandGroup(
            "由谁交材料，一个单位要交什么。",
            {
                "show": Command(
                    "owing:show",
                    "查看由谁交材料；写明单位的（单位的工作区就是本单位），列出它要交什么、到哪天。",
                ),
                "set": Command(
                    "owing:choose",
                    "规定由谁交材料：全部指标，或其中几项。单位收到下一个任务包后照此计算。",
                ),
            },
            default="show",
        ),
        "report": Command(
            "reports:report",
            "生成文书：任务分解表、材料清单、催报通知、进展通报、移交清单、总台账等。",
        ),
        "order": Command(
            "order:order",
            "装订顺序：列出；或由创建办按日期、手工排定，重点材料排前，锁定。",
        ),
        "item": CommandGroup(
            "材料：列出、改正、换版本、附打印件、移动、比较、查重、另存、移除、恢复。",
            {
                "list": Command(
                    "items:list_all",
                    "列出材料：归在哪里、题名、文号、责任者、日期、问题。",
                ),
                "edit": Command(
                    "items:edit",
                    "改正或确认材料的题名、文号、责任者、日期。",
                ),
                "edit-many": Command(
                    "many_items:edit_many",
                    "成批改正或确认材料：责任者、日期、份数、备注、要点，按格式起题名。",
                ),
                "points": Command(
                    "many_items:choose_task_points",
                    "让材料归在这些要点：一件材料可以同时证明几个要点。",
                ),
                "sort": Command(
                    "many_items:sort_by_date",
                    "把一条核验任务的材料按日期先后排列，没有日期的在后。",
                ),
                "revise": Command(
                    "items:revise",
                    "换上新版本的文件，旧版本保留，相关审核需复审。",
                ),
                "edit-copy": Command(
                    "copies:edit_copy",
                    "做一份可修改的副本，用 WPS、Word 改；改好用 item copies 收为新版本。",
                ),
                "copies": Command(
                    "copies:copies",
                    "列出工作副本和各份有没有改动；收为新版本，或丢弃。",
                ),
                "companion": Command(
                    "items:companion",
                    "附上打印的 PDF，装订时用它的页面。",
                ),
                "attachment": Command(
                    "items:attachment",
                    "添加附件，装订时跟在正文之后，同为一件。",
                ),
                "parts": Command("parts:parts", "列出一件的各个文件，或改它们的图注。"),
                "photos": Command(
                    "photos:photos",
                    "列出照片的题名、时间、地点、人物、摄影者、文字说明，或填写它们。",
                ),
                "join": Command(
                    "parts:join",
                    "把几件合为一件：原来的题名成为图注，其余各件移入回收站。",
                ),
                "split": Command(
                    "parts:split",
                    "把附件另成一件，放在同一位置；合并以前是单独一件的，恢复原来的著录。",
                ),
                "pages": Command(
                    "pages:pages",
                    "查看和设置一份文件怎样装订：转页、选页、纸张、长图切页；不写选项只查看，原件不变。",
                ),
                "place": Command(
                    "items:place",
                    "把材料同时用于另一处：一件材料可以证明几项指标。",
                ),
                "findings": Command(
                    "findings:findings",
                    "列出存疑：文件里有、装订页上看不到或不一样的内容。",
                ),
                "dismiss": Command(
                    "findings:dismiss",
                    "核实一条存疑：看过了，不需要处理，写明理由。",
                ),
                "bind": Command(
                    "findings:bind",
                    "选择修订、批注和隐藏内容怎样装订；不写选项则恢复为通常的样子。",
                ),
                "take-out": Command(
                    "embedded:take_out",
                    "取出文件里的内嵌附件，随件装订或另作一件。",
                ),
                "remove": Command(
                    "items:remove",
                    "把材料移入回收站，可随时恢复，原件保留。",
                ),
                "restore": Command("items:restore", "从回收站恢复材料到原来的位置。"),
                "move": Command(
                    "library:move",
                    "把材料移到另一项指标、核验方式或要点。",
                ),
                "copy": Command(
                    "library:copy",
                    "把几件材料同时用于另一项指标，原来的位置不变。",
                ),
                "bin": Command(
                    "library:bin_list",
                    "列出回收站：移除的材料，和从某处移除的；原件都在，随时可以恢复。",
                ),
                "restore-place": Command(
                    "library:restore_places",
                    "恢复从某处移除的材料，回到原来的位置和次序。",
                ),
                "revisions": Command("library:revisions", "列出材料的各个版本。"),
                "compare": Command(
                    "library:compare",
                    "比较材料的两个版本：说明、文件和文字各有什么不同。",
                ),
                "duplicates": Command(
                    "library:duplicates",
                    "列出内容相同或题名相近的材料。",
                ),
                "export": Command(
                    "library:export",
                    "另存原件：把材料的文件复制到文件夹，不覆盖已有的文件。",
                ),
            },
        ),
        "framework": CommandGroup(
            "指标体系：列出、查看、检验、安装、换版。",
            {
                "list": Command("framework:list_all", "列出本机可用的指标体系。"),
                "show": Command(
                    "framework:show",
                    "查看一套指标体系：指标、任务、要点、责任单位、阶段。",
                ),
                "validate": Command(
                    "framework:validate",
                    "检验一个指标体系文件，有错时指出行号和字段。",
                ),
                "install": Command(
                    "framework:install",
                    "安装一个指标体系文件，之后可用代码引用。",
                ),
                "upgrade": Command(
                    "upgrade:upgrade",
                    "把工作区换到指标体系的另一个版本，并列出变化。",
                ),
            },
        ),
        "review": CommandGroup(
            "审核：报送、通过、退回、下一个待审、进度表、退回原因。",
            {
                "list": Command(
                    "review:list_all",
                    "列出各处材料的状态：谁的哪项材料报送了、退回了、通过了。",
                ),
                "matrix": Command(
                    "review:matrix",
                    "指标 × 责任单位的审核进度；表格里每个单位一行，逐格的情况用 --json 取。",
                ),
                "next": Command(
                    "review:next_one",
                    "下一处待审的材料，连同它的要点和材料。",
                ),
                "show": Command(
                    "review:show",
                    "查看一处材料：要点、材料、每件的审核结果、全部经过。",
                ),
                "submit": Command(
                    "review:submit",
                    "报送：写明指标和核验方式则报送那一处，不写则报送本单位全部有更新的；创建办可代为报送。",
                ),
                "withdraw": Command("review:withdraw", "撤回还没有审核的报送。"),
                "accept": Command(
                    "review:accept",
                    "审核通过一处材料、一个要点或一件；加 --all 则成批通过。退回的材料不受影响。",
                ),
                "return": Command(
                    "review:give_back",
                    "退回一处材料、一个要点或一件，写明原因。",
                ),
                "returned": Command(
                    "review:returned",
                    "列出退回的内容和原因；责任单位的工作区里就是本单位要改的。",
                ),
                "undo": Command(
                    "review:undo",
                    "撤销审核决定，恢复到决定之前；经过照样留在操作记录里。",
                ),
                "redo": Command("review:redo", "恢复撤销了的审核决定。"),
                "reasons": Command("review:reasons", "退回原因：列出、增加、停用。"),
            },
        ),
        "rectify": CommandGroup(
            "整改：问题台账、整改情况、验收销号。",
            {
                "list": Command(
                    "rectify:list_all",
                    "列出整改台账：问题、时限、措施、状态，超期的排在前面。",
                ),
                "open": Command(
                    "rectify:open_one",
                    "把一个问题列入整改台账，或由一次退回转入。",
                ),
                "edit": Command("rectify:edit", "修改问题、整改要求、时限。"),
                "reply": Command(
                    "rectify:answer",
                    "填写整改情况：措施、责任人、完成时间、佐证材料。",
                ),
                "close": Command("rectify:close", "验收通过，销号。"),
                "back": Command("rectify:back", "验收不通过，退回继续整改。"),
                "reopen": Command("rectify:reopen", "撤销验收结论，恢复到验收之前。"),
                "remove": Command(
                    "rectify:remove",
                    "从台账移去一条，序号不再用；可用编号恢复。",
                ),
                "restore": Command("rectify:restore", "恢复移去的一条。"),
            },
        ),
        "selfcheck": CommandGroup(
            "自查自评：各单位逐项填写、进度。",
            {
                "list": Command(
                    "selfcheck:list_all",
                    "各单位自查进度：填了几项，自评如何。",
                ),
                "show": Command("selfcheck:show", "一个单位的自查自评，逐项列出。"),
                "set": Command(
                    "selfcheck:set_one",
                    "填写一项指标的自查自评；只改写明的各栏。",
                ),
                "clear": Command("selfcheck:clear", "撤回一项指标的自查自评。"),
            },
        ),
        "capture": CommandGroup(
            "网页采集：用本机的浏览器保存网页；不能上网的，用网检信使。",
            {
                "pages": Command(
                    "capture:pages",
                    "采集网页：整页截图、PDF、网页存档和记录；可直接收入工作区，作为材料。",
                ),
                "pack": Command(
                    "capture:pack",
                    "制作网检信使：把网址清单和采集程序放到 U 盘，拿到能上网的电脑上采集。",
                ),
                "run": Command(
                    "capture:run",
                    "在能上网的电脑上按网检信使的清单采集，做出带回的结果文件。",
                ),
                "receive": Command(
                    "capture:take_back",
                    "收回网检信使带回的结果，和用浏览器保存的网页，各归各的任务。",
                ),
                "recheck": Command(
                    "capture:look_again",
                    "复查收过的网址：打不开的、改址的、内容有变的，影响哪些指标。",
                ),
            },
            default="pages",
        ),
        **{
            tool.command: CommandGroup(
                tool.words, {name: Command(*each) for name, each in tool.commands.items()}
            )
            for tool in TOOLS
            if tool.command
        },
        "pack": CommandGroup(
            "制作包：任务包、报送包、退回包、恢复包。",
            {
                "task": Command(
                    "exchange:pack_task",
                    "制作任务包：指标体系、责任分工、创建步骤，发给责任单位。",
                ),
                "submission": Command(
                    "exchange:pack_submission",
                    "制作报送包：本单位的全部材料记录，和创建办还没有的原件。",
                ),
                "return": Command(
                    "exchange:pack_return",
                    "制作退回包：审核结论、整改通知、收件回执和最新的期限。",
                ),
                "recovery": Command(
                    "exchange:pack_recovery",
                    "制作恢复包：单位的电脑丢了、坏了时，把已合并的材料和原件全部还给它。",
                ),
            },
        ),
        "identity": CommandGroup(
            "身份：本工作区的密钥和口令、使用人、已确认的对方密钥。",
            {
                "show": Command(
                    "identity:show",
                    "查看工作区是谁的、密钥指纹、是否设有口令、现在由谁使用。",
                ),
                "people": Command(
                    "identity:people",
                    "查看、登记使用本工作区的人，指定现在由谁使用。",
                ),
                "passphrase": Command(
                    "identity:passphrase",
                    "设置、更改或取消口令；口令从终端输入，或按先旧后新逐行读入。",
                ),
                "trust": Command(
                    "identity:trust",
                    "查看已确认的对方密钥指纹；确认在合并数据包时用 merge --trust 进行。",
                ),
                "save-keys": Command(
                    "identity:save_keys",
                    "另存密钥以备换机，密钥文件必须设口令。",
                ),
                "restore-keys": Command(
                    "identity:restore_keys",
                    "用另存的密钥文件恢复密钥，替换现在的密钥；之后请重新设置口令。",
                ),
            },
        ),
        "log": Command("log:show", "查看操作记录，按人员、材料、时间筛选，或导出。"),
        "inspect": Command(
            "exchange:inspect",
            "查看一个包：谁发给谁、第几号、是否完好、签名指纹。",
        ),
        "merge": Command(
            "exchange:merge",
            "合并收到的包；工作区还不存在时，用任务包或恢复包新建本单位的工作区。",
        ),
        "packages": Command("exchange:packages", "列出发出和收到的包，以及没有收到的号。"),
    },
)
