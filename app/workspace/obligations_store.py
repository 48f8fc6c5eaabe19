"""Where it is stored who owes the points."""

from sqlalchemy.orm import Session

from app.settings import load_choice
from app.unit_of_work import UnitOfWork
from app.workspace.obligations import BEFORE, Obligations, OwingRule
from models import Setting

_KEY = "obligations"


def load_obligations(session: Session) -> Obligations:
    """Who owes what; a workspace without the setting goes on as before there was a choice."""
    kept = load_choice(session, _KEY)
    if kept is None:
        return BEFORE
    return Obligations(
        OwingRule(kept["rule"]),
        {code: OwingRule(rule) for code, rule in kept["indicators"].items()},
    )


def keep_obligations(session: Session, obligations: Obligations) -> None:
    """Store who owes what, without a word in the log: for a workspace that is being made."""
    stored = session.get(Setting, _KEY)
    if stored is not None:
        session.delete(stored)
        session.flush()
    if obligations.chosen:
        own = {code: rule.value for code, rule in sorted(obligations.own.items())}
        value = {"rule": obligations.rule.value, "indicators": own}
        session.add(Setting(key=_KEY, value=value))
    session.flush()


def save_obligations(work: UnitOfWork, obligations: Obligations) -> None:
    """Store who owes what, with an entry in the log."""
    keep_obligations(work.session, obligations)
    work.record(
        "obligations.changed",
        _KEY,
        owing=obligations.rule.value,
        indicators=sorted(obligations.own),
        **({"exceptions": len(obligations.own)} if obligations.own else {}),
    )
