"""The browser's process, headless, spoken to through a pair of pipes.

When the pipe ends, the browser does: so it dies with the program, even if that is killed. Its
profile is a fresh folder, which goes with it.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from app.capture.model import Installed

#: Nothing that calls home, asks, or shows; see Chromium's own list of switches.
_SWITCHES = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pings",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-client-side-phishing-detection",
    "--disable-domain-reliability",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-search-engine-choice-screen",
    "--metrics-recording-only",
    "--mute-audio",
    "--hide-scrollbars",
    "--lang=zh-CN",
    "--password-store=basic",
    "--window-size=1280,900",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-features=Translate,MediaRouter,OptimizationHints,HttpsUpgrades,AutofillServerCommunication",
)
_PREFERENCES = {
    # A PDF is kept as the file that it is, not as a picture of a viewer.
    "plugins": {"always_open_pdf_externally": True},
    "download": {"prompt_for_download": False},
    "profile": {
        "default_content_setting_values": {"notifications": 2, "geolocation": 2, "popups": 2}
    },
}
_GOES_WITHIN = 5.0


class Process:
    """A running browser; ``close`` ends it and removes its profile.

    Raises ``OSError`` if it cannot be started.
    """

    def __init__(self, browser: Installed, room: Path, proxy_port: int) -> None:
        self._profile = room / "profile"
        _write_preferences(self._profile)
        command = [
            browser.path,
            *_SWITCHES,
            *([] if _may_use_sandbox() else ["--no-sandbox"]),
            f"--user-data-dir={self._profile}",
            f"--proxy-server=127.0.0.1:{proxy_port}",
            "--proxy-bypass-list=<-loopback>",  # nothing goes past the gateway
        ]
        start = _start_on_windows if sys.platform == "win32" else _start_elsewhere
        self._process, self.to_browser, self.from_browser = start(command, room)

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """True while it runs."""
        return self._process.poll() is None

    def close(self) -> None:
        """End it with all its processes, and remove its profile."""
        # The end of its pipe asks it to go; killing comes second, so that it takes its children.
        with contextlib.suppress(OSError):
            self.to_browser.close()
        try:
            self._process.wait(_GOES_WITHIN)
        except subprocess.TimeoutExpired:
            self._kill()
        else:
            self._kill_rest()
        with contextlib.suppress(OSError):
            self.from_browser.close()
        _remove(self._profile)

    def kill(self) -> None:
        """End it at once, as when somebody cancels; ``close`` tidies up after it."""
        self._kill()

    def _kill(self) -> None:
        if sys.platform == "win32":
            number = str(self._process.pid)
            subprocess.run(
                ["taskkill", "/T", "/F", "/PID", number], capture_output=True, check=False
            )
        else:
            self._kill_rest()
        with contextlib.suppress(OSError):
            self._process.kill()
        self._process.wait()

    def _kill_rest(self) -> None:
        """End what is left of its process group."""
        if sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)


def _start_elsewhere(
    command: Sequence[str], room: Path
) -> tuple[subprocess.Popen[bytes], IO[bytes], IO[bytes]]:
    # Chromium reads 3 and writes 4. A shell puts the pipes there: between fork and exec of a
    # program with threads, Python must not run.
    with (room / "browser.log").open("wb") as errors:
        process = subprocess.Popen(
            ["/bin/sh", "-c", 'exec "$@" 3<&0 4>&1 </dev/null >/dev/null', "sh", *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd=room,
            bufsize=0,
            start_new_session=True,
        )
    if process.stdin is None or process.stdout is None:
        raise OSError("no pipes")
    return process, process.stdin, process.stdout


def _start_on_windows(
    command: Sequence[str], room: Path
) -> tuple[subprocess.Popen[bytes], IO[bytes], IO[bytes]]:
    if sys.platform != "win32":
        raise OSError("not Windows")
    import msvcrt  # only Windows has it

    their_in, to_browser = os.pipe()
    from_browser, their_out = os.pipe()
    try:
        handles = [msvcrt.get_osfhandle(end) for end in (their_in, their_out)]
        for handle in handles:
            os.set_handle_inheritable(handle, True)  # noqa: FBT003
        startup = subprocess.STARTUPINFO()
        startup.lpAttributeList = {"handle_list": handles}
        switch = f"--remote-debugging-io-pipes={handles[0]},{handles[1]}"
        with (room / "browser.log").open("wb") as errors:
            process = subprocess.Popen(
                [*command, switch],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                cwd=room,
                startupinfo=startup,
                creationflags=subprocess.CREATE_NO_WINDOW,
            )
    except BaseException:
        os.close(to_browser)
        os.close(from_browser)
        raise
    finally:
        os.close(their_in)
        os.close(their_out)
    return process, os.fdopen(to_browser, "wb", 0), os.fdopen(from_browser, "rb", 0)


def _may_use_sandbox() -> bool:
    """Chromium refuses its sandbox to root."""
    return sys.platform == "win32" or os.geteuid() != 0


def _write_preferences(profile: Path) -> None:
    folder = profile / "Default"
    folder.mkdir(parents=True)
    (folder / "Preferences").write_text(json.dumps(_PREFERENCES), encoding="utf-8")


def _remove(folder: Path) -> None:
    """Remove a profile; on Windows a scanner may hold a file for a moment."""
    until = time.monotonic() + _GOES_WITHIN
    while folder.exists():
        shutil.rmtree(folder, ignore_errors=True)
        if time.monotonic() > until:
            return  # the room that holds it is removed as well
        if folder.exists():
            time.sleep(0.05)
