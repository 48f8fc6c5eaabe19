"""Words for who owes the material."""

from app.translating import Translate, chinese
from app.workspace.obligations import Obligations, OwingRule

RULE_NAMES = {
    OwingRule.LEADS: "只由牵头单位交",
    OwingRule.EVERYONE: "牵头、参与单位都要交",
    OwingRule.HOLDERS: "谁有材料谁交",
}

#: What each rule means, in a sentence.
RULE_MEANINGS = {
    OwingRule.LEADS: "牵头单位要交，参与单位可以补充；没有牵头单位的指标，列名的单位都要交",
    OwingRule.EVERYONE: "每个牵头、参与单位都要交齐每个要点",
    OwingRule.HOLDERS: "哪个单位在一个要点交了材料，就由它交齐；没有交的不欠",
}


def describe_obligations(obligations: Obligations, translate: Translate = chinese) -> str:
    """The rule for all, and how many indicators have one of their own; no full stop."""
    told = translate(RULE_NAMES[obligations.rule])
    if not obligations.own:
        return told
    more = translate("{count} 项指标另有规定").format(count=len(obligations.own))
    return translate("，").join((told, more))
