"""The field's own words for our fixed values, as its documents write them."""

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
