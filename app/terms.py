"""Chinese names of the stored values, as the documents of the field write them.

``app.names`` has the names of each package's own values, ``app.wording`` the sentences.
"""

from collections.abc import Mapping

from app.translating import Translate, chinese
from models.vocabulary import ResponsibilityRole, WorkspaceRole

#: Who the log and packages name while nobody is registered: never the name of the login.
UNNAMED_PERSON = "未登记使用人"

#: What most indicator sets call their methods and kinds, by identifier. A set names its own; these
#: are for sets of format 1, which had no words for them, and for other languages of the window.
USUAL_METHODS = {
    "web_check": "网络检索",
    "material_check": "材料查证",
    "interview": "随机访谈",
    "site_check": "实地核验",
    "case_review": "案卷评查",
    "exam": "随机抽考",
}
USUAL_KINDS = {"creation": "创建指标", "bonus": "加分项", "penalty": "减分项"}

ROLE_NAMES = {ResponsibilityRole.LEAD: "牵头", ResponsibilityRole.PARTICIPANT: "参与"}

WORKSPACE_ROLE_NAMES = {WorkspaceRole.OFFICE: "创建办", WorkspaceRole.UNIT: "责任单位"}

#: The fields of where something was seen on the web, in the order in which they are shown.
ORIGIN_NAMES: Mapping[str, str] = {
    "address": "网址",
    "final_address": "跳转后的网址",
    "site": "网站名称",
    "section": "栏目",
    "published_on": "发布时间",
    "looked_up_at": "检索时间",
    "looked_up_by": "检索人",
}


def indicator_heading(code: str, translate: Translate = chinese) -> str:
    """What an indicator is called in headings and lines of lists: "指标 63"."""
    return translate("指标 {code}").format(code=code)


def task_heading(indicator: str, task: str, *more: str, translate: Translate = chinese) -> str:
    """What a task is called in headings and lines of lists: "指标 63　材料查证".

    ``more`` are parts that follow it; empty ones are left out.
    """
    place = translate("指标 {code}　{method}").format(code=indicator, method=task)
    return "　".join(filter(None, (place, *more)))
