"""YAML as plain data with the line of every value; bad input gives findings, no crash.

Every scalar stays text (``null``, ``~`` and nothing become None): the schema turns it into numbers
and dates, so that ``version: 1.0`` and ``code: 60`` mean what their author sees. Anchors, aliases
and tags are refused, which leaves no room for alias bombs or foreign types.
"""

import re
from dataclasses import dataclass, field
from typing import TypeAlias

from yaml import CSafeLoader, parse
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)
from yaml.reader import ReaderError

from app.framework.findings import Finding, FindingKind
from models.texts import HIDING, REORDERING

MAX_DEPTH = 12
#: How many values and keys are read; the Lushan set has a thirtieth of it.
MAX_VALUES = 250_000
#: Line ends to a YAML 1.1 parser and to no editor: nobody sees where a text would break.
_UNSEEN_LINE_END = re.compile("[\x85\u2028\u2029]")

#: The way to a value: keys and list places, the latter from 0.
Place: TypeAlias = tuple[str | int, ...]
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"

_SYNTAX_HINTS = (
    ("mapping values are not allowed", FindingKind.SYNTAX_COLON),
    ("could not find expected ':'", FindingKind.SYNTAX_COLON),
    ("expected ',' or", FindingKind.SYNTAX_BRACKET),
    ("while scanning a quoted scalar", FindingKind.SYNTAX_QUOTE),
    ("while parsing a flow", FindingKind.SYNTAX_BRACKET),
    ("did not find expected key", FindingKind.SYNTAX_INDENT),
    ("did not find expected '-' indicator", FindingKind.SYNTAX_INDENT),
    ("maximum nesting depth", FindingKind.TOO_DEEP),
)


@dataclass(frozen=True, slots=True)
class YamlText:
    """What a YAML text holds: its data, the line (from 1) of each place, and its faults."""

    data: Plain
    lines: dict[Place, int]
    findings: tuple[Finding, ...] = ()

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest thing around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 0)


class _Refused(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding


def read_yaml(text: str) -> YamlText:
    """Read one YAML document; faults of its form come back as findings, with ``data`` None."""
    builder = _Builder()
    if unseen := _UNSEEN_LINE_END.search(text):
        line = text.count("\n", 0, unseen.start()) + 1
        return _faulty(builder, line, FindingKind.CONTROL_CHARACTER)
    try:
        # libyaml reads a set in milliseconds, a parser in Python takes half a second.
        for event in parse(text, Loader=CSafeLoader):
            builder.take(event)
    except _Refused as refused:
        return YamlText(None, builder.lines, (*builder.findings, refused.finding))
    except ReaderError as error:
        # The position counts bytes.
        line = text.encode("utf-8")[: error.position].count(b"\n") + 1
        return _faulty(builder, line, FindingKind.CONTROL_CHARACTER)
    except UnicodeEncodeError as error:  # half of a surrogate pair
        line = text.count("\n", 0, error.start) + 1
        return _faulty(builder, line, FindingKind.CONTROL_CHARACTER)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return _faulty(builder, mark.line + 1 if mark else 0, _hint(error, text))
    except YAMLError:
        return _faulty(builder, 0, FindingKind.SYNTAX)
    if builder.root is None:
        return _faulty(builder, 1, FindingKind.EMPTY)
    return YamlText(builder.root, builder.lines, tuple(builder.findings))


def show_place(place: Place) -> str:
    """The place as a reader counts: ``indicators[60].tasks[1].method``."""
    shown = ""
    for step in place:
        if isinstance(step, int):
            shown += f"[{step + 1}]"
        else:
            shown += f".{step}" if shown else step
    return shown


def _faulty(builder: "_Builder", line: int, kind: FindingKind) -> YamlText:
    field = show_place(builder.place)
    return YamlText(None, builder.lines, (*builder.findings, Finding(line, field, kind)))


def _hint(error: MarkedYAMLError, text: str) -> FindingKind:
    mark = error.problem_mark
    if mark is not None and "\t" in text[mark.index - mark.column : mark.index + 1]:
        return FindingKind.SYNTAX_TAB
    said = f"{error.context or ''} {error.problem or ''}"
    return next((kind for words, kind in _SYNTAX_HINTS if words in said), FindingKind.SYNTAX)


@dataclass(slots=True)
class _Frame:
    container: list[Plain] | dict[str, Plain]
    place: Place
    key: str | None = None


@dataclass(slots=True)
class _Builder:
    """Builds the data from parse events on a stack of its own, so that depth costs nothing."""

    root: Plain = None
    lines: dict[Place, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    _stack: list[_Frame] = field(default_factory=list)
    _documents: int = 0
    _values: int = 0

    @property
    def place(self) -> Place:
        """Where the reading stands."""
        if not self._stack:
            return ()
        top = self._stack[-1]
        return top.place if top.key is None else (*top.place, top.key)

    def take(self, event: Event) -> None:
        """Add one parse event. Raises ``_Refused`` where reading on makes no sense."""
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _Refused(Finding(line, "", FindingKind.SEVERAL_DOCUMENTS))
        elif isinstance(event, AliasEvent):
            raise _Refused(Finding(line, show_place(self.place), FindingKind.ALIAS))
        elif isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent):
            self._values += 1
            if self._values > MAX_VALUES:
                limit = {"limit": str(MAX_VALUES)}
                raise _Refused(Finding(line, "", FindingKind.TOO_MANY_VALUES, limit))
            self._refuse_anchor_and_tag(event, line)
            self._node(event, line)
        elif isinstance(event, CollectionEndEvent):
            self._stack.pop()

    def _refuse_anchor_and_tag(
        self, event: ScalarEvent | SequenceStartEvent | MappingStartEvent, line: int
    ) -> None:
        if event.anchor is not None:
            raise _Refused(Finding(line, show_place(self.place), FindingKind.ALIAS))
        if event.tag is not None:
            raise _Refused(Finding(line, show_place(self.place), FindingKind.TAG))

    def _node(self, event: ScalarEvent | SequenceStartEvent | MappingStartEvent, line: int) -> None:
        top = self._stack[-1] if self._stack else None
        if top is not None and isinstance(top.container, dict) and top.key is None:
            self._key(top, event, line)
            return
        place = self.place if top is None else _next_place(top)
        self.lines.setdefault(place, line)
        if isinstance(event, ScalarEvent):
            if HIDING.search(event.value) or REORDERING.search(event.value):
                self.findings.append(
                    Finding(line, show_place(place), FindingKind.CONTROL_CHARACTER)
                )
            self._put(top, _scalar(event))
            return
        container: list[Plain] | dict[str, Plain]
        container = {} if isinstance(event, MappingStartEvent) else []
        self._put(top, container)
        if len(self._stack) >= MAX_DEPTH:
            raise _Refused(Finding(line, show_place(place), FindingKind.TOO_DEEP))
        self._stack.append(_Frame(container, place))

    def _key(
        self,
        top: _Frame,
        event: ScalarEvent | SequenceStartEvent | MappingStartEvent,
        line: int,
    ) -> None:
        key = event.value if isinstance(event, ScalarEvent) else None
        if key is None:
            raise _Refused(Finding(line, show_place(top.place), FindingKind.COMPLEX_KEY))
        place = (*top.place, key)
        if key in top.container:
            found = Finding(line, show_place(place), FindingKind.DUPLICATE_KEY, {"name": key})
            self.findings.append(found)
        self.lines[place] = line
        top.key = key

    def _put(self, top: _Frame | None, value: Plain) -> None:
        if top is None:
            self.root = value
        elif isinstance(top.container, list):
            top.container.append(value)
        else:
            top.container[top.key or ""] = value
            top.key = None


def _next_place(top: _Frame) -> Place:
    step = len(top.container) if isinstance(top.container, list) else top.key
    return top.place if step is None else (*top.place, step)


def _scalar(event: ScalarEvent) -> str | None:
    text: str = event.value
    quoted = event.style != ""
    return None if not quoted and text in {"", "~", "null", "Null", "NULL"} else text
