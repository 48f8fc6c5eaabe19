"""The field's own words for our fixed values, as its documents write them."""

from models.vocabulary import IndicatorKind, ResponsibilityRole, VerificationMethod, WorkspaceRole

#: Who the log and packages name while nobody is registered: never the name of the login.
UNNAMED_PERSON = "未登记使用人"

METHOD_NAMES = {
    VerificationMethod.WEB_CHECK: "网络检索",
    VerificationMethod.MATERIAL_CHECK: "材料查证",
    VerificationMethod.INTERVIEW: "随机访谈",
    VerificationMethod.SITE_CHECK: "实地核验",
    VerificationMethod.CASE_REVIEW: "案卷评查",
    VerificationMethod.EXAM: "随机抽考",
}

KIND_NAMES = {
    IndicatorKind.CREATION: "创建指标",
    IndicatorKind.BONUS: "加分项",
    IndicatorKind.PENALTY: "减分项",
}

ROLE_NAMES = {ResponsibilityRole.LEAD: "牵头", ResponsibilityRole.PARTICIPANT: "参与"}

WORKSPACE_ROLE_NAMES = {WorkspaceRole.OFFICE: "创建办", WorkspaceRole.UNIT: "责任单位"}
