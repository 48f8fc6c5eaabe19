"""What tools hold that answers points of the indicator set, as completeness counts it.

A tool that names ``answers`` decides by itself, and carefully: what is begun, faulty or says the
opposite answers nothing. A tool without it is shown and bound, and makes no point 齐备.
"""

from sqlalchemy.orm import Session

from app.completeness.rows import HeldRow
from app.framework.schema import Framework
from app.storage.layout import Layout
from app.verification.tools import TOOLS, named
from app.workspace.registry import Registry


def read_held(
    session: Session, framework: Framework, registry: Registry, layout: Layout | None = None
) -> tuple[HeldRow, ...]:
    """What every tool holds for points; ``layout`` tells where the county's data files lie.

    Each function that a tool names as ``answers`` takes the same and gives such rows.
    """
    return tuple(
        row
        for tool in TOOLS
        if tool.answers
        for row in named(tool.answers)(session, framework, registry, layout)
    )
