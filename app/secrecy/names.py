"""Marks of state secrecy in names: of files, folders, sheets and members of archives.

A name bears a mark if a part of it is a level (【机密】会议纪要, 绝密/方案), if a level has a ★,
or if it says that what it names is of a level (绝密文件汇编, 机密材料). Names of rules, training
and campaigns speak of the levels and pass (机密文件管理制度); so do words that only contain the
characters (计算机密码, 国家秘密, 秘密花园).
"""

import re

from app.secrecy.folding import folded

_LEVEL = "(?:绝密|机密|秘密)"
_STAR = r"[★☆✩-✰⭐🌟✦✱-✺∗⁎⋆﹡※*\uf0ab\uf0b6]"
_TERM = r"(?:\d{1,3}(?:年|个月|月)|长期|启用前)"
_STARRED = re.compile(rf"(?<!商业)(?<!工作)(?<!企业)({_LEVEL}级?\s*{_STAR}\s*{_TERM}?)")
#: A level that is stated as one; nothing else may follow, such as another level.
_STATED = re.compile(rf"密级\s*[:：_\-—]\s*({_LEVEL})级?(?=[\s_\-—.,，、)\]】/\\]|$)(?!.*{_LEVEL})")
_PARTS = re.compile(r"[\s_\-—–+()\[\]【】〔〕<>《》「」『』.·、,，;；:：/\\#&“”\"'!！|~=]+")
#: What a thing of a level is called; any number of these words may follow one another.
_THINGS = (
    "文件|材料|资料|档案|案卷|卷宗|汇编|汇总|合订本|清单|目录|台账|名单|名册|方案|纪要|会议|报告|请示|通知|"
    "批复|批示|信息|数据|公文|电报|传真|图纸|情况|记录|讲话|计划|部署|决定|意见|函|件|级|卷|册|类|表|稿|"
    "附件|正文|扫描|复印|原件|照片|专报|简报|内参|新建|文件夹|副本|最终|定稿|年|月|日|第|号|份|期|"
    "县|市|省|委|政府|\\d|一|二|三|四|五|六|七|八|九|十|[a-z]"
)
_THING = re.compile(rf"(?:\d|年|月|日|第|号|份|期)*({_LEVEL})(?:{_TERM}|{_THINGS})*", re.IGNORECASE)
_ENDS = re.compile(rf".*[^商业国家工作业个人]({_LEVEL})(?:级|件)?(?:{_TERM})?")
#: A name with one of these speaks about secrets.
_ABOUT = re.compile(
    "管理|制度|规定|办法|条例|规则|细则|守则|保密|保守|法律|法规|普法|宣传|宣教|警示教育|培训|案例|讲解|"
    "课件|保护|协议|承诺|载体|防范|泄密|泄露|窃密|失密|销毁|解密|定密|密级|划分|区别|区分|范围|测试|"
    "考试|试题|题库|问卷|知识|须知|手册|指南|指引|商业秘密|国家秘密|工作秘密|个人秘密|职业秘密|技术秘密|"
    "标志|样式|模板|示范|影评|小说|电影|电视|读后感|观后感|花园|武器|解析|责任书|学习|解读|怎样|如何|什么|押运"
)
_BRACKETED = re.compile(rf"[\(\[【〔<]{_LEVEL}[^\)\]】〕>]{{0,8}}[\)\]】〕>]")
#: In these a level may be a word of the title, or what a paper once was.
_MERELY_NAMED = re.compile(
    rf"{_ABOUT.pattern}|第.{{1,3}}[章节回]|散文|诗|歌曲|日记|作文|故事|读《|分级|原|以上|\d+[份件台]"
)
#: 秘密 in everyday speech.
_EVERYDAY = re.compile(
    r"(?:[的小大]|家庭|公司|企业|商业|技术|党的|严守.{0,4})(?:秘密|机密)$|严守.{0,4}机密|机密不可"
)
#: Words that hold the characters of a level by chance.
_BY_CHANCE = re.compile(
    r"[计算司手飞梯时主动电危随契良投相洗打复游农收].{0,2}?机密[码封钥切集度闭林布码匙]|机密[码封钥切集度闭林布码匙性]"
    r"|绝密[切集度封闭]|(?:隔|拒|断|谢|杜|灭|拒)绝密|绝密接|秘密[码写]"
)


def judge_name(name: str) -> tuple[str, bool] | None:
    """The mark in a name or path, and whether it is certain; None if there is none."""
    whole = folded(name).strip()
    if "密" not in whole:
        return None
    starred = _STARRED.search(whole)
    if starred and not _ABOUT.search(whole[: starred.start()] + whole[starred.end() :]):
        return re.sub(r"\s+", "", starred.group(1)), True
    stated = _STATED.search(whole)
    if stated:
        return stated.group(1), True
    doubtful = ("", False)
    if starred:
        doubtful = (re.sub(r"\s+", "", starred.group(1)), False)
    for step in re.split(r"[/\\]+", whole):
        if len({*re.findall(_LEVEL, step)}) > 1:
            continue  # the levels are listed
        for place, part in enumerate(filter(None, _PARTS.split(step))):
            found = _THING.fullmatch(part)
            if found is None:
                continue
            rest = step.replace(part, "", 1)
            if not _MERELY_NAMED.search(rest) or (place == 0 and not _ABOUT.search(rest)):
                return found.group(1), True
            if _BRACKETED.match(step):
                return found.group(1), True
            doubtful = doubtful if doubtful[0] else (found.group(1), False)
        bare = _BY_CHANCE.sub("", step)
        level = re.search(_LEVEL, bare)
        spoken = _EVERYDAY.search(re.sub(r"\.\w{1,5}$", "", bare))
        if level is None or spoken or _ABOUT.search(step):
            continue
        if level.group() != "秘密" or _ENDS.fullmatch(re.sub(r"\.\w{1,5}$", "", bare)):
            doubtful = (level.group(), False)
    return doubtful if doubtful[0] else None
