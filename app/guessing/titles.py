"""题名: a document's title, from its heading or from its file's name."""

import re
from collections.abc import Sequence

from app.filetypes.formats import PROMISES
from app.guessing.numbers import number_in_name, number_of_line
from app.guessing.organs import is_organ, organ_before_about
from app.guessing.plain_text import clean, close_up, plain

#: Words that a document's title ends with (文种 and everyday kinds of evidence).
_KINDS = (
    "通知|意见|方案|报告|决定|决议|办法|规定|条例|细则|纪要|请示|批复|函|公告|通告|公报|通报|命令|令|议案|总结|要点|"
    "计划|规划|清单|目录|汇总表|统计表|一览表|登记表|审批表|情况表|明细表|台账|名册|名单|花名册|表|说明|制度|规则|"
    "规程|规范|标准|预案|简报|讲话|发言|致辞|协议|协议书|合同|判决书|裁定书|决定书|意见书|建议书|告知书|通知书|"
    "承诺书|责任书|委托书|申请书|倡议书|起诉书|答复书|答辩书|调解书|评估|测评|公示|声明|证明|证书|章程|"
    "发票|收据|汇编|材料|记录|笔录|签到表|议程|日程|须知|指南|手册|教案|试卷|试题|信息|动态|成果|案例|案卷|档案|信|书|"
    "情况|综述|心得|体会|提案|建议|答复|回复|解读|问答|流程|流程图|图|照片|报表|决算|预算|经验|做法|调查|问卷"
)
_TRAILER = r"(?:\s*[（(〔\[][^（）()]{1,30}[）)〕\]])*"  # （试行）, （征求意见稿）, （2021—2025年）
_TRAILING = re.compile(rf"{_TRAILER}$")
_ENDS_AS_TITLE = re.compile(rf"(?:{_KINDS}){_TRAILER}[》”]?$")
_BREAKS_SENTENCE = re.compile(r"[。；;！!？?]|[：:，,]$")
_ADDRESSEES = re.compile(r"[：:]$")
_HEADING_LINES = 16
_LONGEST_TITLE = 120
#: A shorter heading (会议纪要, 签到表) says less than most file names do.
_TELLING_LENGTH = 6
#: A table's heading is among its first cells.
_LONE_LINES = 3
#: Papers of courts and of administrative enforcement, and minutes, have their number below the
#: heading.
_NUMBERED_BELOW = re.compile(r"(?:(?:判决|裁定|决定|调解|通知|告知|意见|复议|催告|履行)书|纪要)$")
#: "《…规定》已经…会议通过，现予公布": what a decree puts in force is what it is looked for by.
_DECREED = re.compile(r"^《([^《》]{4,60})》(?:已|经)")
#: A last line that only says what kind of document it is: "…三项制度" + "实施方案".
_ONLY_KIND = re.compile(
    r"(?:实施|工作|管理|暂行|专题|情况){0,2}"
    r"(?:方案|意见|办法|总结|报告|规划|计划|要点|通知|细则|规定|决定|汇报|说明|通报|函|批复|请示)"
)
#: A title that passes something on ends with what it is itself, not with what it passes on.
_PASSES_ON = re.compile(r"关于(?:印发|公布|批?转发|发布|下发|颁布|征求|修订|修改|废止)")
_PASSED_ON = re.compile(
    rf"的(?:通知|意见|决定|函|公告|通告|命令|请示|报告|批复|通报|说明){_TRAILER}$"
)
#: A further line of a heading, at most.
_SHORT = 20
#: What a web site prints above its pages.
_SITE_HEAD = re.compile(r"[>›»]|网站?$|^(?:当前|您的)?位置")
_SERIAL_LINE = re.compile(r"^[—\-－\s]*\d*[—\-－\s]*$|^第?\s*\d+\s*页|^附件\s*\d*[:：]?$")


def title_in_content(lines: Sequence[str], *, joining: bool = True) -> tuple[str, bool]:
    """The heading at the top of a page, joined from its lines, and whether it is beyond doubt.

    A heading stands after the document number, or is the first run of short lines that ends with
    the name of a kind of document. Returns ("", False) if nothing looks like one.

    Args:
        lines: the first page.
        joining: False for tables and slides, whose lines are cells and bullets of their own.
    """
    title, certain = _heading_in_lines(lines) if joining else _lone_heading(lines)
    return _without_gaps(title), certain


def _without_gaps(title: str) -> str:
    """A title without the gaps that programs set around figures: 县司法局 2021 年度工作总结."""
    return re.sub(r"(?<=[\u3400-\u9fff]) (?=\d)|(?<=\d) (?=[\u3400-\u9fff])", "", title)


def _heading_in_lines(lines: Sequence[str]) -> tuple[str, bool]:
    raw = [close_up(line) for line in lines[: _HEADING_LINES + 8]]
    numbered = next((n for n, line in enumerate(raw) if number_of_line(line)), None)
    top = [_without_field(line) for line in raw]
    if numbered:  # web pages print the number below the heading
        above = _heading_within(top[:numbered], 0)
        if "关于" in above or _NUMBERED_BELOW.search(above):
            return above, True
        if top[numbered - 1].endswith("令") and (decreed := _decreed(raw[numbered + 1 :])):
            return decreed, True
    after = 0 if numbered is None else numbered + 1
    title = _heading_within(top, after)
    if title:
        return title, "关于" in title or len(_TRAILING.sub("", title)) >= _TELLING_LENGTH
    first = next((line for line in top[after:] if _may_begin(line)), "")
    return (clean(first), False) if 4 <= len(first) <= 50 else ("", False)


def _decreed(lines: Sequence[str]) -> str:
    found = (_DECREED.match(line) for line in lines[:3])
    return next((clean(match[1]) for match in found if match), "")


def _lone_heading(lines: Sequence[str]) -> tuple[str, bool]:
    top = [_without_field(close_up(line)) for line in lines[:_LONE_LINES]]
    for line in top:
        if _may_begin(line) and len(line) >= _TELLING_LENGTH and _ENDS_AS_TITLE.search(line):
            return clean(line), True
    first = next((line for line in top if _may_begin(line)), "")
    return (clean(first), False) if _TELLING_LENGTH <= len(first) <= 50 else ("", False)


def _heading_within(lines: Sequence[str], after: int) -> str:
    for start in range(after, min(len(lines), after + _HEADING_LINES)):
        if not _may_begin(lines[start]):
            continue
        title = _joined_heading(lines[start:])
        if title or after or "关于" in lines[start]:
            return title
    return ""


def _without_field(line: str) -> str:
    """A heading without the field that stands beside it ("电子发票  发票号码：24112…")."""
    return re.sub(r"(?:\s|(?<=[）)]))[^\s（）()]{2,8}[:：]\s*\S*$", "", line)


def _may_begin(line: str) -> bool:
    return not line.endswith("文件") and _may_stand(line)


def _may_stand(line: str) -> bool:
    """True if the line may belong to a heading, also further down in it."""
    if _SERIAL_LINE.search(line) or len(line) < 2 or len(line) > _LONGEST_TITLE:
        return False
    if _SITE_HEAD.search(line):
        return False
    if re.search(
        r"\||[:：]\s*\d|^签发人|^密级|^附件|^[索文]\s*[引号]|^[(（]?第.{1,4}[号期][)）]?$",
        line,
    ) or number_of_line(line):
        return False
    if re.search("[:：]", line) and not _ENDS_AS_TITLE.search(line):
        return False
    return not _BREAKS_SENTENCE.search(line)


def _joined_heading(lines: Sequence[str]) -> str:
    """The title that begins with the first line; "" if none ends within a few lines."""
    joined = passed_on = ""
    second = lines[1] if len(lines) > 1 else ""
    organ_first = is_organ(lines[0]) and re.match("关于|[批印]?[转发]发|印发", second)
    if len(lines[0]) < _TELLING_LENGTH and not organ_first:
        lines = lines[:1]
    for position, line in enumerate(lines[:5]):
        if position > 1 and not re.search("关于|《", joined):
            break  # labels of a drawing or cells of a table, not a heading in lines
        if position and (re.search(r"[:：。；;|]", line) or not _may_stand(line)):
            break
        joined = _append(joined, line)
        if len(joined) > _LONGEST_TITLE:
            break
        if joined.count("《") > joined.count("》"):
            continue  # 关于征求《…办法 + （征求意见稿）》意见的函
        if _ENDS_AS_TITLE.search(joined) and len(joined) >= 4:
            following = lines[position + 1] if position + 1 < len(lines) else ""
            if _continues(joined, following):
                continue
            title = clean(_with_trailer(joined, following))
            if not _PASSES_ON.search(joined) or _PASSED_ON.search(joined):
                return title
            passed_on = passed_on or title  # 关于印发…规定 + 和…办法的通知
    return passed_on


def _append(joined: str, line: str) -> str:
    latin = joined[-1:].isascii() and line[:1].isascii()
    return f"{joined} {line}" if joined and latin else joined + line


def _continues(joined: str, following: str) -> bool:
    """True if the next line still belongs to the heading: "…工作总结" + "和2022年工作计划"."""
    if _BREAKS_SENTENCE.search(following) or len(following) > 40:
        return False
    if _ONLY_KIND.fullmatch(following):
        return True
    if joined.endswith(("”", "》")) and len(following) <= _SHORT:  # …“三项制度” + 任务分解表
        return _may_stand(following) and bool(_ENDS_AS_TITLE.search(following))
    return bool(re.match(r"^[的和及与暨]", following) and _ENDS_AS_TITLE.search(following))


def _with_trailer(joined: str, following: str) -> str:
    trailer = re.fullmatch(
        r"[（(](?:试行|暂行|[^（）()\d]{0,8}稿|\d{4}[—\-至]\d{4}年)[）)]", following
    )
    return joined + following if trailer else joined


# --- file names ----------------------------------------------------------------------------------

_COPY_MARKS = (
    r"\s*\(\d{1,2}\)",  # what Windows and browsers add; full-width （1） is a person's own
    r"\s*[-—_]?\s*(?:副本|拷贝|复件|[Cc]opy)\s*(?:\(?\d{0,2}\)?)",
    r"[\s_\-—+]*[(（\[【]?(?:最终|最新|终|定|正式|修改|修订|打印|盖章|已盖章|发文|电子|纯净|清洁|扫描|PDF|pdf|word)"
    r"(?:版本|版|稿|件|本|扫描件|确定版|扫描版)\d{0,2}[)）\]】]?",
    r"[\s_\-—+]*[(（\[【]?(?:已盖章|盖章|终稿|定稿|最终|红头|签字版|签章版|(?<![A-Za-z])(?:OK|ok))[)）\]】]?",
    r"\s*[(（\[【](?:扫描|复印|影印|打印|盖章)[)）\]】]",
    r"[\s_\-—]*[vV]\d{1,2}(?:\.\d{1,2}){0,2}",
)
_ENDING = re.compile(rf"(?:{'|'.join(_COPY_MARKS)})$")
_BEGINNING = re.compile(r"^(?:复件|副本|拷贝)\s*(?:[(（]\d+[)）])?\s*[-—_]*\s*")
_ORDINAL = re.compile(
    r"^\s*(?:"
    r"[(（]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[)）]\s*[、.．_\-]?"
    r"|[①-⑳]\s*"
    r"|[一二三四五六七八九十]{1,3}\s*[、.．]"
    r"|\d{1,3}(?:[-.．]\d{1,3}){1,4}(?:[\s_、]+|[-.．](?=[^\d\s]))"  # 6-2-1 …, 1.2.…
    r"|\d{1,3}(?:[-.．]\d{1,3}){1,4}(?=关于)"
    r"|\d{1,3}\s*[、．)）_]\s*"
    r"|\d{1,3}\s*[.\-—–+](?:(?!\s*\d)|(?=\s*(?:19|20)\d\d\s*年))\s*"
    r"|0\d{1,2}(?=[\u3400-\u9fff])"
    r"|\d{1,3}\s+(?=[\u3400-\u9fff（《“])"
    r"|\d{1,3}(?=关于)"
    r")"
)
_STAMP = re.compile(
    r"^(?:19|20)\d{6}[\s_\-—]+|[\s_\-—]*[(（]?(?:19|20)\d{2}[-._]?[01]\d[-._]?[0-3]\d(?:[_\-]?\d{4,6})?[)）]?$"
    r"|^(?:19|20)\d{2}[-._]\d{1,2}[-._]\d{1,2}[\s_\-—]*"
    r"|[（(](?:(?:19|20)\d{2}|[一二][〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,3}月"
    r"[\d一二三四五六七八九十]{1,3}日[)）]$"
)

_MACHINE_WORDS = (
    "img|image|dsc|dscn|dscf|dcim|pic|picture|photo|scan|scanned|scanner|doc|docx|document|file|untitled|"
    "mmexport|wx_camera|mvimg|vid|video|screenshot|xerox|camscanner|book|sheet|new|test|temp|copy|"
    "无标题|未命名|未标题|新建|扫描|扫描件|扫描文件|扫描图片|扫描全能王|微信图片|微信文件|微信视频|微信截图|QQ图片|QQ截图|"
    "QQ浏览器截图|屏幕截图|截图|截屏|图片|图像|照片|相片|文档|文件|表格|附件|工作簿|演示文稿|副本|录音|录屏|视频|"
    "新建文档|新建文件夹|新建文本文档|新建表格|幻灯片|白描|全能扫描|"
    "企业微信截图|钉钉截图|微信聊天图片|浏览器截图|网页截图|长截图|粘贴的图片|粘贴图片|剪贴板|"
    "复印件|拍照|拼图|画板|clipboard|snipaste|capture|wechat|com.tencent.mm|com.tencent.mobileqq"
)
_MACHINE = re.compile(
    rf"^(?:(?:{_MACHINE_WORDS}|microsoft|word|excel|powerpoint|wps|adobe|pdf|office|工作表|文字|演示)"
    r"|[\d\W_]|[0-9a-f]{12,}|(?<![\u3400-\u9fff])[a-z]{1,2}(?=\d|$))+$",
    re.IGNORECASE,
)


def stem_of(name: str) -> str:
    """A file name without its suffixes, also where two follow each other (通知.doc.pdf)."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1]
    for _ in range(3):
        head, dot, suffix = stem.rpartition(".")
        if not (dot and head and f".{suffix.lower()}" in PROMISES):
            break
        stem = head
    return stem


def title_in_name(name: str) -> str:
    """What a file's name says the document is called; "" if a machine made the name up."""
    stem = clean(stem_of(name))
    found = number_in_name(stem)
    title = found.rest if found else stem
    title = _trimmed(title)
    return "" if is_machine_name(title) else title


def _trimmed(title: str) -> str:
    before = None
    while before != title:
        before = title
        for pattern in (_BEGINNING, _ENDING, _ORDINAL, _STAMP):
            shorter = pattern.sub("", title, count=1).strip(" _-—–+.、，,")
            # What would leave nothing behind is the title itself.
            title = shorter if len(shorter) > 1 else title
    title = re.sub(r"(?<=[\u3400-\u9fff])_+(?=[\u3400-\u9fff])", " ", title)
    return close_up(title) if re.search(r"[\u3400-\u9fff]", title) else clean(title)


def is_described(title: str) -> bool:
    """True if a title says what the document is; False for the name that a machine gave its file.

    IMG_0231, QQ截图…, 微信图片_2021…, 扫描件001, 新建 Microsoft Word 文档 describe nothing, with or
    without a suffix, and neither does a title without any letter. With the suffix of a file any
    title is only a file name.
    """
    whole = clean(title)
    _, dot, suffix = whole.rpartition(".")
    named = bool(dot) and f".{suffix.lower()}" in PROMISES
    return not named and not is_machine_name(whole)


def is_machine_name(stem: str) -> bool:
    """True for IMG_1234, 微信图片_2021…, 新建 Microsoft Word 文档, 扫描0001 and their like."""
    return bool(_MACHINE.match(plain(stem).replace(" ", ""))) or not stem


_JUNK_PROPERTY = re.compile(
    r"^(?:untitled|无标题|未命名|powerpoint演示文稿|幻灯片\d*|microsoftword-|ppt模板|slide\d*|文档\d*|document\d*"
    r"|print|打印|公文|word文档|title|标题|样式|模板|presentation|工作簿\d*|book\d*)$",
    re.IGNORECASE,
)


def title_in_properties(title: str) -> str:
    """The title that a document's properties give; "" for what programs put there by themselves."""
    kept = re.sub(r"^Microsoft (?:Word|Excel|PowerPoint) - ", "", clean(title), flags=re.I)
    kept = stem_of(kept)
    folded = plain(kept).replace(" ", "")
    if len(folded) < 4 or _JUNK_PROPERTY.match(folded) or is_machine_name(kept):
        return ""
    return _trimmed(kept)[:_LONGEST_TITLE]


def organ_in_title(title: str) -> str:
    """The organ that a title begins with ("示例县司法局关于…"); "" if there is none."""
    organ = organ_before_about(title)
    return organ if organ and is_organ(organ) else ""
