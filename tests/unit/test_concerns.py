"""What somebody should know before items are handed in or accepted."""

from dataclasses import dataclass, field

from app.evidence.concerns import Concern, concerns_about, concerns_at, concerns_of
from app.framework.keys import TaskKey
from app.names.concerns import describe_concerns

TASK, OTHER = TaskKey("60", "material_check"), TaskKey("61", "material_check")


@dataclass
class Row:
    item: str
    title: str = "关于开展案卷评查的通知"
    blocked: bool = False
    guesses: dict = field(default_factory=dict)
    task: TaskKey = TASK
    unit: str = "县司法局"


ROWS = [
    Row("a"),
    Row("b", title="IMG_0231"),
    Row("b", title="IMG_0231"),
    Row("c", title="QQ截图20210506", guesses={"title": "file_name"}),
    Row("d", blocked=True, task=OTHER),
    Row("e", guesses={"doc_date": "content"}, unit="县公安局"),
]


def test_each_item_is_judged_by_itself():
    assert concerns_of(ROWS[0]) == frozenset()
    assert concerns_of(ROWS[3]) == {Concern.NAMELESS, Concern.UNCONFIRMED}
    # A title that a person confirmed is still only the name of a file.
    assert concerns_of(ROWS[1]) == {Concern.NAMELESS}
    assert concerns_of(Row("x", title="评查通知.pdf")) == {Concern.NAMELESS}
    assert concerns_of(Row("x", title="新建 Microsoft Word 文档")) == {Concern.NAMELESS}


def test_items_count_once_and_by_their_slot():
    concerns = concerns_about(ROWS)
    assert concerns.nameless == ("b", "c")
    assert concerns.unreadable == ("d",)
    assert concerns.unconfirmed == ("c", "e")
    here = concerns_at(ROWS, {(TASK, "县司法局")})
    assert (here.unreadable, here.nameless, here.unconfirmed) == ((), ("b", "c"), ("c",))
    assert not concerns_about(ROWS[:1])


def test_the_words_name_what_there_is():
    assert describe_concerns(concerns_about(ROWS[:1])) == ""
    assert (
        describe_concerns(concerns_about(ROWS))
        == "1 件不能印成页面，2 件的题名还是文件名，2 件的著录还没有核对"
    )
