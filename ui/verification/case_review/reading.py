"""What the window of a review reads: a case as one person may see it, and its case file."""

from dataclasses import dataclass

from app.verification.case_review.cases import case_orders, case_register, read_cases
from app.verification.case_review.draws import Draw, DrawnCase
from app.verification.case_review.pieces import CaseFile, case_file, read_pieces
from app.verification.case_review.scores import CaseView, view_case
from app.workspace.opening import Workspace


@dataclass(frozen=True, slots=True)
class CaseAtHand:
    """A case that is reviewed; ``file`` is None where the register has it no more."""

    view: CaseView
    file: CaseFile | None


def read_case(workspace: Workspace, draw: Draw, case: DrawnCase, viewer: str) -> CaseAtHand:
    """Read a case for a person, who sees nothing of the other reviewer's sheet."""
    orders = case_orders(workspace)
    with workspace.reading() as session:
        view = view_case(session, draw, case, viewer)
        cases = read_cases(session, case_register(workspace))
        pieces = read_pieces(session)
    found = next((one for one in cases if one.id == case.case_id), None)
    file = None
    if found is not None:
        file = case_file(found, orders.for_category(case.category), pieces)
    return CaseAtHand(view, file)
