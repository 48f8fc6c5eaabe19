"""What the program remembers on this computer: recent workspaces, look, sizes of panes."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from ui.language import Language
from ui.theme import Scheme
from ui.translation import tr

_RECENT = "workspaces/recent"
_RECENT_LIMIT = 12


@dataclass(frozen=True, slots=True)
class RecentWorkspace:
    """A workspace that was open on this computer; ``opened`` is an ISO time."""

    path: str
    county: str
    unit: str
    opened: str

    @property
    def title(self) -> str:
        """The name of the workspace in lists."""
        return f"{self.county} · {self.unit or tr('创建办')}"

    @property
    def present(self) -> bool:
        """True if the folder is there (a USB stick may be gone)."""
        return (Path(self.path) / "juanzong.db").is_file()


class Preferences:
    """Typed access to the settings file of this person on this computer."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "juanzong", "juanzong"
        )

    def recent(self) -> list[RecentWorkspace]:
        """The workspaces, last opened first."""
        try:
            entries = json.loads(str(self._settings.value(_RECENT, "[]")))
            return [RecentWorkspace(**entry) for entry in entries]
        except (ValueError, TypeError):
            return []  # somebody edited the file by hand; nothing valuable is lost

    def remember(self, workspace: RecentWorkspace) -> None:
        """Put a workspace at the top of the list."""
        others = [r for r in self.recent() if r.path != workspace.path]
        self._store([workspace, *others][:_RECENT_LIMIT])

    def forget(self, path: str) -> None:
        """Remove a workspace from the list; its folder is not changed."""
        self._store([r for r in self.recent() if r.path != path])

    @property
    def scheme(self) -> Scheme:
        """Light, dark or the system's."""
        try:
            return Scheme(str(self._settings.value("look/scheme", Scheme.SYSTEM.value)))
        except ValueError:
            return Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._settings.setValue("look/scheme", scheme.value)

    @property
    def scale(self) -> int:
        """The text size in percent."""
        try:
            return int(str(self._settings.value("look/scale", 100)))
        except ValueError:
            return 100

    @scale.setter
    def scale(self, percent: int) -> None:
        self._settings.setValue("look/scale", percent)

    @property
    def language(self) -> Language:
        """The language of the window; Chinese by default, as many offices have English systems."""
        try:
            return Language(str(self._settings.value("look/language", Language.CHINESE.value)))
        except ValueError:
            return Language.CHINESE

    @language.setter
    def language(self, language: Language) -> None:
        self._settings.setValue("look/language", language.value)

    @property
    def reopens(self) -> bool:
        """True if the next start opens the workspace that was open at the end."""
        return str(self._settings.value("workspaces/reopen", "yes")) == "yes"

    @reopens.setter
    def reopens(self, wanted: bool) -> None:
        self._settings.setValue("workspaces/reopen", "yes" if wanted else "no")

    @property
    def left_open(self) -> Path | None:
        """The workspace that was open when the program was left, if it is still there."""
        path = self.recalled("left_open")
        present = bool(path) and (Path(path) / "juanzong.db").is_file()
        return Path(path) if present else None

    @left_open.setter
    def left_open(self, path: Path | None) -> None:
        self.keep("left_open", str(path or ""))

    def layout(self, name: str) -> QByteArray | None:
        """The remembered geometry of a window or splitter, if there is one."""
        stored = self._settings.value(f"layout/{name}")
        return stored if isinstance(stored, QByteArray) else None

    def keep_layout(self, name: str, state: QByteArray) -> None:
        """Remember the geometry of a window or splitter."""
        self._settings.setValue(f"layout/{name}", state)

    def last_folder(self, purpose: str) -> str:
        """The folder last used for a purpose ("attach", "dossiers"); "" at first."""
        return str(self._settings.value(f"folders/{purpose}", ""))

    def keep_folder(self, purpose: str, folder: str) -> None:
        """Remember the folder used for a purpose."""
        self._settings.setValue(f"folders/{purpose}", folder)

    def recalled(self, name: str) -> str:
        """A short text kept under a name ("picker/target"); "" at first."""
        return str(self._settings.value(f"kept/{name}", ""))

    def keep(self, name: str, text: str) -> None:
        """Keep a short text under a name."""
        self._settings.setValue(f"kept/{name}", text)

    def _store(self, entries: list[RecentWorkspace]) -> None:
        text = json.dumps([asdict(e) for e in entries], ensure_ascii=False)
        self._settings.setValue(_RECENT, text)
