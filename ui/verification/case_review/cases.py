"""The cases of a unit: a register, which is typed, pasted and imported like any other."""

from app.verification.case_review.cases import METHOD
from ui.translation import QT_TR_NOOP
from ui.verification.material_check.registers import RegisterPanel


class CasePanel(RegisterPanel):
    """The register of cases below the evidence of a case review."""

    method = METHOD
    name = QT_TR_NOOP("案卷台账")
