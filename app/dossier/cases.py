"""The case files of all indicators: what the office set, and what is printed."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.dossier.case_names import CaseName, read_case_names, source_line
from app.dossier.planning.naming import case_title
from app.framework.schema import Framework
from app.settings import load_settings


@dataclass(frozen=True, slots=True)
class Case:
    """The case file of one indicator: what was set, and what is printed."""

    code: str
    heading: str
    own: CaseName
    proposed: str
    shown_source: str
    general_retention: str

    @property
    def shown_title(self) -> str:
        """The title as covers print it behind the heading."""
        return self.own.title or self.proposed

    @property
    def shown_retention(self) -> str:
        """The 保管期限 that is printed: its own, or that of all case files."""
        return self.own.retention or self.general_retention


def list_cases(session: Session, framework: Framework, county: str) -> tuple[Case, ...]:
    """Every indicator's case file, in the order of the set."""
    names = read_case_names(session)
    settings = load_settings(session, county, framework.programme)
    cases = []
    for indicator in framework.indicators:
        own = names.get(indicator.code, CaseName())
        line = source_line(framework.source, county, own.source or settings.text_source)
        proposed = case_title(indicator.statement)
        cases.append(
            Case(indicator.code, indicator.heading, own, proposed, line, settings.retention)
        )
    return tuple(cases)
