"""Bring the translations up to date: ``python -m resources.i18n.make_translations [folder]``.

``juanzong_en.ts`` is a file for Qt Linguist: new texts come in as unfinished, those that are no
longer used go, translations stay. ``juanzong_en.qm`` is what ``lrelease`` makes of it.

The texts are found here and not by ``lupdate``, which puts those of a Python class in a context
of its own and does not know the sentences of the app layer, which are Qt-free.
"""

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

NAME = "juanzong_en"
_MARKS = frozenset({"tr", "QT_TR_NOOP"})
#: Tables of names and sentences that the window shows through ``tr``.
_WHOLE = (
    "app/terms.py",
    "app/shares.py",
    "app/names/**/*.py",
    "app/wording/*.py",
    "app/exchange/kinds.py",
    "app/filetypes/*.py",
    "app/reports/papers.py",
)
_TITLES = "app/settings.py"
_CHINESE = re.compile(r"[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]")
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


class Text(NamedTuple):
    """A text of the window, and what tells it apart from another of the same wording."""

    source: str
    meaning: str = ""

    @property
    def forms(self) -> int:
        """How many forms an English translation has: singular and plural, or one."""
        return 2 if "{count}" in self.source else 1


class ReleaseFailed(RuntimeError):
    """``pyside6-lrelease`` is not there, or refuses the file."""


def texts_of(root: Path) -> dict[Text, str]:
    """Every text that the window shows in words of its own, and the file that it comes first in."""
    found: dict[Text, str] = {}
    for path in sorted((root / "ui").rglob("*.py")):
        for text in _marked(_parsed(path)):
            found.setdefault(text, path.relative_to(root).as_posix())
    for pattern in _WHOLE:
        for path in sorted(root.glob(pattern)):
            for source in _chinese(_parsed(path)):
                found.setdefault(Text(source), path.relative_to(root).as_posix())
    for source in _titles(_parsed(root / _TITLES)):
        found.setdefault(Text(source), _TITLES)
    return found


def translations_in(path: Path) -> dict[Text, tuple[str, ...]]:
    """The translations of a ``.ts`` file, singular and plural; none for what is unfinished."""
    found = {}
    for message in ElementTree.parse(path).getroot().iterfind("context/message"):
        forms = tuple(form.text or "" for form in message.iterfind("translation/numerusform"))
        forms = forms or (message.findtext("translation") or "",)
        text = Text(message.findtext("source") or "", message.findtext("comment") or "")
        found[text] = forms if all(forms) else ()
    return found


def written(texts: Mapping[Text, str], translations: Mapping[Text, tuple[str, ...]]) -> str:
    """The ``.ts`` file of ``texts``, sorted by file and text."""
    root = ElementTree.Element("TS", version="2.1", language="en", sourcelanguage="zh_CN")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name")
    for text, place in sorted(texts.items(), key=lambda item: (item[1], item[0])):
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "location", filename=f"../../{place}")
        ElementTree.SubElement(message, "source").text = text.source
        if text.meaning:
            ElementTree.SubElement(message, "comment").text = text.meaning
        translation = ElementTree.SubElement(message, "translation")
        forms = translations.get(text) or ("",) * text.forms
        if not all(forms):
            translation.set("type", "unfinished")
        if text.forms == 1:
            translation.text = forms[0]
            continue
        message.set("numerus", "yes")
        for number in range(text.forms):  # what is the same in both may be written once
            form = ElementTree.SubElement(translation, "numerusform")
            form.text = forms[min(number, len(forms) - 1)]
    ElementTree.indent(root, "    ")
    return _HEAD + ElementTree.tostring(root, encoding="unicode") + "\n"


def release(source: Path, target: Path) -> None:
    """Make the ``.qm`` file of a ``.ts`` file, the same bytes each time.

    Raises:
        ReleaseFailed: The tool is missing or fails.
    """
    tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    if tool is None:
        raise ReleaseFailed("pyside6-lrelease is not installed beside this Python")
    command = [tool, "-silent", str(source), "-qm", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ReleaseFailed(done.stderr)


def main(arguments: list[str] | None = None) -> int:
    """Bring the files up to date; 1 if something waits to be translated."""
    given = sys.argv[1:] if arguments is None else arguments
    here = Path(__file__).resolve().parent
    folder = Path(given[0]) if given else here
    source = folder / f"{NAME}.ts"
    known = translations_in(source) if source.exists() else {}
    texts = texts_of(here.parent.parent)
    source.write_text(written(texts, known), encoding="utf-8", newline="\n")
    release(source, source.with_suffix(".qm"))
    waiting = [text for text in texts if not known.get(text)]
    for text in waiting:
        print(f"{texts[text]}: {text.source!r} {text.meaning}")  # noqa: T201  (a tool's own message)
    return 1 if waiting else 0


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _marked(tree: ast.Module) -> Iterator[Text]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in _MARKS
            and isinstance(node.args[0], ast.Constant)
        ):
            yield Text(*(str(a.value) for a in node.args if isinstance(a, ast.Constant)))


def _chinese(tree: ast.Module) -> Iterator[str]:
    """Every whole literal with Chinese in it, docstrings apart; f-strings are for papers."""
    aside = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    aside |= {id(v) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for v in n.values}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in aside
            and _CHINESE.search(node.value)
        ):
            yield node.value


def _titles(tree: ast.Module) -> Iterator[str]:
    """The names of settings on screen; their values are for papers."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "title":
            yield str(ast.literal_eval(node.value))


if __name__ == "__main__":
    sys.exit(main())
