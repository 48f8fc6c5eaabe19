"""The field's own words for our fixed values, as its documents write them."""

from models.vocabulary import ResponsibilityRole, WorkspaceRole

#: Who the log and packages name while nobody is registered: never the name of the login.
UNNAMED_PERSON = "未登记使用人"

#: What most indicator sets call their methods and kinds. A set names its own; these are listed
#: only so that the window can show them in another language.
USUAL_NAMES = (
    "网络检索",
    "材料查证",
    "随机访谈",
    "实地核验",
    "案卷评查",
    "随机抽考",
    "创建指标",
    "加分项",
    "减分项",
)

ROLE_NAMES = {ResponsibilityRole.LEAD: "牵头", ResponsibilityRole.PARTICIPANT: "参与"}

WORKSPACE_ROLE_NAMES = {WorkspaceRole.OFFICE: "创建办", WorkspaceRole.UNIT: "责任单位"}
