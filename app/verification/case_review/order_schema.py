"""The data file of an order template (正卷顺序): the pieces of a case file, for authors."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from app.framework.checks import Fault
from app.framework.findings import FindingKind
from app.framework.schema import described_schema
from app.framework.values import Identifier, Name, OptionalText, Value

MOST_PIECES = 120


class PieceKind(Value):
    """A kind of piece that a case file has, in its place."""

    id: Identifier
    """材料种类的标识，英文小写；用过的不要再改。"""
    title: Name
    """名称，如 立案审批表。"""
    also: tuple[Name, ...] = ()
    """材料题名里也认的其他写法。"""
    needed: bool = False
    """每卷必有。"""
    needed_when: OptionalText = ""
    """什么情况下要有，如 当事人申请听证的；由人判断，不作为缺件。"""


class CaseOrder(Value):
    """The order of the pieces in the case files of one category (一案一卷)."""

    format: Annotated[int, Field(ge=1, le=1)]
    """文件格式，固定为 1。"""
    id: Identifier
    """模板的标识；与自带模板相同的，用县里的代替自带的。"""
    title: Name
    """模板的名称，如 行政处罚案卷（正卷）。"""
    about: OptionalText = ""
    """怎样使用，一两句话。"""
    category: Name
    """案卷类别，与案卷台账的“类别”一列相同。"""
    days: Annotated[int, Field(ge=1, le=3660)] | None = None
    """办案期限，从立案到结案的自然日，由县里填；不填的不检查。"""
    days_basis: OptionalText = ""
    """期限的依据。"""
    pieces: Annotated[tuple[PieceKind, ...], Field(min_length=1, max_length=MOST_PIECES)]
    """卷内材料，照装订的先后。"""

    def piece(self, id_: str) -> PieceKind | None:
        """The kind of this id; None if there is none."""
        return next((piece for piece in self.pieces if piece.id == id_), None)


def checked(data: object) -> tuple[CaseOrder, list[Fault]]:
    """The template that plain data says, and its faults. Raises ``ValidationError``."""
    order = CaseOrder.model_validate(data)
    return order, list(_faults(order))


def _faults(order: CaseOrder) -> Iterator[Fault]:
    ids = [piece.id for piece in order.pieces]
    for number, id_ in enumerate(ids):
        if id_ in ids[:number]:
            yield ("pieces", number, "id"), FindingKind.DUPLICATE_ID, {"code": id_}


def json_schema() -> dict[str, Any]:
    """The JSON schema of the data files."""
    return described_schema(CaseOrder)
