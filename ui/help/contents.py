"""Parts of the help that are made from what is there: the keys of a page, the methods of the set.

They are Markdown; foreign words in them are escaped.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.framework.schema import Framework
from app.manual import ManualPart, plain_markdown
from ui.translation import tr

_NATIVE = QKeySequence.SequenceFormat.NativeText


def keys_part(page: QWidget) -> ManualPart:
    """The keys that work on the page in sight."""
    return ManualPart(1, tr("这一页的键"), _table(tr("键"), tr("做什么"), _keys_of(page)))


def methods_part(framework: Framework) -> ManualPart:
    """Each method of the set: what it verifies, how many tasks use it, what one of them asks."""
    paragraphs = [tr("检查组按这些方式核验。材料放在哪种方式下，就按那种方式查。")]
    for method in framework.methods:
        tasks = [t for i in framework.indicators for t in i.tasks if t.method == method.id]
        about = [tr("共 {count} 条任务。", count=len(tasks))]
        if method.purpose:
            about.insert(0, plain_markdown(method.purpose))
        if method.aliases:
            others = tr("、").join(map(plain_markdown, method.aliases))
            about.append(tr("也叫：{names}。", names=others))
        if tasks and tasks[0].requirement:
            about.append(tr("例如：{text}", text=plain_markdown(tasks[0].requirement)))
        paragraphs.append(f"**{plain_markdown(method.name)}**　" + " ".join(about))
    return ManualPart(1, tr("核验方式要什么"), "\n\n".join(paragraphs))


def _keys_of(page: QWidget) -> Iterator[tuple[str, str]]:
    seen = set()
    for action in page.findChildren(QAction):
        keys = action.shortcut().toString(_NATIVE)
        owner = action.parent()
        if keys and keys not in seen and isinstance(owner, QWidget) and owner.isVisibleTo(page):
            seen.add(keys)
            yield keys, action.text()


def _table(left: str, right: str, rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"| {left} | {right} |", "| --- | --- |"]
    lines += [f"| {plain_markdown(a)} | {plain_markdown(b)} |" for a, b in rows]
    return "\n".join(lines)
