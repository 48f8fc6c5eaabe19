"""What a person typed and did not store yet, in a file beside the database.

A draft belongs to the computer it was typed on: it is in no package, no backup and no log.
"""

import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.paths import extended
from app.private_files import write_private_file
from app.secrecy.typed import bears_mark

log = logging.getLogger(__name__)

_VERSION = 1


@dataclass(frozen=True, slots=True)
class FormDraft:
    """Text of one form.

    Attributes:
        key: what it is about, as the program finds it again ("item/0190…").
        name: what it is about, as a person calls it.
        fields: the text of each field that differs from what is stored.
    """

    key: str
    name: str
    fields: Mapping[str, str]


class DraftFile:
    """Reads and writes the drafts of one workspace. There is no file while there are none."""

    def __init__(self, path: Path) -> None:
        self._path = extended(path)

    def read(self) -> tuple[FormDraft, ...]:
        """What was left. A file that cannot be read is put aside, not deleted."""
        try:
            content = json.loads(self._path.read_text("utf-8"))
            return tuple(
                FormDraft(
                    str(one["key"]),
                    str(one["name"]),
                    {str(name): str(text) for name, text in one["fields"].items()},
                )
                for one in content["drafts"]
            )
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            log.warning("drafts cannot be read: %s", self._path, exc_info=True)
            self._put_aside()
            return ()

    def write(self, drafts: Iterable[FormDraft]) -> None:
        """Keep just these. A kill or a power cut leaves the old file or the new one.

        Raises:
            OSError: the file cannot be written.
        """
        # Words with a mark of state secrecy are refused when they are stored, and not kept here.
        kept = [
            {
                "key": draft.key,
                "name": draft.name,
                "fields": {n: text for n, text in draft.fields.items() if not bears_mark(text)},
            }
            for draft in drafts
        ]
        if not kept:
            self._path.unlink(missing_ok=True)
            return
        text = json.dumps({"version": _VERSION, "drafts": kept}, ensure_ascii=False, indent=1)
        write_private_file(self._path, text)

    def _put_aside(self) -> None:
        try:
            self._path.replace(self._path.with_name(f"{self._path.name}.damaged"))
        except OSError:
            log.warning("drafts cannot be put aside", exc_info=True)
