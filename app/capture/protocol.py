"""A small client of the DevTools protocol: commands, their answers, and events.

One thread reads the pipe; all else happens in the caller's thread, while it waits.
"""

from __future__ import annotations

import json
import queue
import threading
import time
from collections.abc import Callable, Mapping
from typing import IO, Any

#: How often a waiting caller is asked whether to stop, in seconds.
_POLL = 0.1
_BLOCK = 1 << 20

Event = Callable[[str, Mapping[str, Any], str], None]


class BrowserGone(Exception):
    """The browser ended, or does not answer."""


class CommandFailed(Exception):
    """The browser refused a command; the text is its own."""


class TooLate(Exception):
    """The answer did not come in time."""


class Client:
    """Speaks to one browser.

    ``heard`` is called with method, parameters and session of each event. ``check`` is called
    while waiting; what it raises passes through.
    """

    def __init__(
        self, to: IO[bytes], source: IO[bytes], heard: Event, check: Callable[[], None]
    ) -> None:
        self._to = to
        self._heard = heard
        self._check = check
        self._number = 0
        self._answers: dict[int, Mapping[str, Any]] = {}
        self._unasked: set[int] = set()
        self._inbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        threading.Thread(target=self._read, args=[source], name="browser", daemon=True).start()

    def call(
        self, method: str, session: str = "", *, within: float = 30, **parameters: object
    ) -> Mapping[str, Any]:
        """Give a command and wait for its answer.

        Raises:
            CommandFailed: the browser refuses.
            TooLate: no answer came ``within`` so many seconds.
            BrowserGone: the browser ended.
        """
        number = self._send(method, session, parameters)
        until = time.monotonic() + within
        while number not in self._answers:
            if time.monotonic() > until:
                self._unasked.add(number)
                raise TooLate(method)
            self._step(until)
        answer = self._answers.pop(number)
        if "error" in answer:
            raise CommandFailed(str(answer["error"].get("message", "")))
        result: Mapping[str, Any] = answer.get("result", {})
        return result

    def tell(self, method: str, session: str = "", **parameters: object) -> None:
        """Give a command without waiting; what comes of it is not looked at."""
        self._unasked.add(self._send(method, session, parameters))

    def wait(self, seconds: float, done: Callable[[], object] = lambda: False) -> bool:
        """Hear events for so long, or until ``done``; returns whether it was."""
        until = time.monotonic() + seconds
        while not done():
            if time.monotonic() >= until:
                return False
            self._step(until)
        return True

    def _send(self, method: str, session: str, parameters: Mapping[str, object]) -> int:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        data = memoryview(json.dumps(message).encode() + b"\0")
        try:
            while data:  # a raw pipe may take a part only
                data = data[self._to.write(data) :]
        except (OSError, ValueError):
            raise BrowserGone(method) from None
        return self._number

    def _step(self, until: float) -> None:
        """Take one message in, or wait a little for one."""
        self._check()
        try:
            raw = self._inbox.get(timeout=max(0.0, min(_POLL, until - time.monotonic())))
        except queue.Empty:
            return
        if raw is None:
            self._inbox.put(None)  # whoever waits next hears it as well
            raise BrowserGone
        message = json.loads(raw)
        number = message.get("id")
        if number is None:
            self._heard(message["method"], message.get("params", {}), message.get("sessionId", ""))
        elif number in self._unasked:
            self._unasked.discard(number)
        else:
            self._answers[number] = message

    def _read(self, source: IO[bytes]) -> None:
        waiting: list[bytes] = []
        try:
            while block := source.read(_BLOCK):
                first, *others = block.split(b"\0")
                waiting.append(first)
                for one in others:
                    self._inbox.put(b"".join(waiting))
                    waiting = [one]
        except (OSError, ValueError):
            pass  # closed while it was read; it ends all the same
        self._inbox.put(None)
