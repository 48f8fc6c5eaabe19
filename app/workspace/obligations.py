"""Which units owe the material points of an indicator (应报). Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.framework.expansion import ResponsibleUnit
from models.vocabulary import ResponsibilityRole


class OwingRule(StrEnum):
    """Who owes the points of an indicator; every unit that answers for it may add material."""

    LEADS = "leads"
    EVERYONE = "everyone"
    HOLDERS = "holders"


@dataclass(frozen=True, slots=True)
class Owing:
    """Who owes the points of a task.

    ``units`` owe all of them. With ``if_held``, every other unit that answers for the task owes the
    points at which it has given something.
    """

    units: tuple[str, ...]
    if_held: bool = False


@dataclass(frozen=True)
class Obligations:
    """The rule that holds for all indicators, and for some a rule of their own.

    ``chosen`` is False in a workspace that was made before there was a choice, until the office
    makes one.
    """

    rule: OwingRule = OwingRule.LEADS
    own: Mapping[str, OwingRule] = field(default_factory=dict)
    chosen: bool = True

    def of(self, indicator: str) -> OwingRule:
        """The rule that holds for an indicator."""
        return self.own.get(indicator, self.rule)

    def document(self) -> dict[str, object]:
        """The same for programs: keys in English."""
        own = {code: each.value for code, each in sorted(self.own.items())}
        return {"rule": self.rule.value, "indicators": own, "chosen": self.chosen}

    def for_all(self, rule: OwingRule) -> "Obligations":
        """The same with another rule for all; an indicator's own rule that says the same goes."""
        own = {code: each for code, each in self.own.items() if each is not rule}
        return Obligations(rule, own)

    def for_some(self, indicators: Iterable[str], rule: OwingRule | None) -> "Obligations":
        """The same with another rule for some indicators; None: the rule for all holds for them."""
        wanted = set(indicators)
        own = {code: each for code, each in self.own.items() if code not in wanted}
        if rule is not None and rule is not self.rule:
            own |= dict.fromkeys(sorted(wanted), rule)
        return replace(self, own=own, chosen=True)


#: How workspaces that were made before there was a choice go on.
BEFORE = Obligations(OwingRule.EVERYONE, chosen=False)


def owing(rule: OwingRule, parts: Iterable[ResponsibleUnit]) -> Owing:
    """Who owes the points of a task for which these units answer.

    Where nobody leads, all who are named answer alike: then "only leads owe" means each of them.
    """
    named = tuple(parts)
    match rule:
        case OwingRule.LEADS:
            leads = tuple(p.unit for p in named if p.role is ResponsibilityRole.LEAD)
            return Owing(leads or tuple(p.unit for p in named))
        case OwingRule.EVERYONE:
            return Owing(tuple(p.unit for p in named))
        case OwingRule.HOLDERS:
            return Owing((), if_held=True)
