"""Where things lie in a workspace folder."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from app.errors import WorkspaceObstructed
from app.paths import extended
from app.private_files import exposed, make_private_folder, tighten

DATABASE_NAME = "juanzong.db"
#: What SQLite puts beside a database in WAL mode.
SIDES = ("-wal", "-shm")
#: People find it beside the inbox, so it has a name of their language.
COPIES_FOLDER = "工作副本"


@dataclass(frozen=True, slots=True)
class Layout:
    """The places in one workspace folder."""

    root: Path

    @property
    def database(self) -> Path:
        """The SQLite database."""
        return self.root / DATABASE_NAME

    @property
    def restoring(self) -> Path:
        """The database that is being made of a backup, until it takes its place."""
        return self.root / f"{DATABASE_NAME}.restoring"

    @property
    def lock(self) -> Path:
        """Locked while a program writes."""
        return self.root / "juanzong.lock"

    @property
    def holder(self) -> Path:
        """Says who holds the lock, for the message to the next one."""
        return self.root / "juanzong.holder.json"

    @property
    def drafts(self) -> Path:
        """What was typed and is not stored yet; there only while there is some."""
        return self.root / "juanzong.drafts.json"

    @property
    def copies_note(self) -> Path:
        """What is known of the working copies; there only once somebody has had one made."""
        return self.root / "juanzong.copies.json"

    @property
    def courier_note(self) -> Path:
        """Where results of couriers belong; there only once one was sent."""
        return self.root / "juanzong.courier.json"

    @property
    def wiping(self) -> Path:
        """What is being wiped, until all of it is."""
        return self.root / "juanzong.wiping.json"

    @property
    def wiped(self) -> Path:
        """What was wiped once, and is wiped again if it comes back."""
        return self.root / "juanzong.wiped.json"

    @property
    def originals(self) -> Path:
        """The originals by content."""
        return self.root / "originals"

    @property
    def inbox(self) -> Path:
        """收件箱: what lies here is taken in."""
        return self.root / "inbox"

    @property
    def cache(self) -> Path:
        """Everything that can be made again."""
        return self.root / "cache"

    @property
    def unpacking(self) -> Path:
        """Rooms for what comes out of packages while they are opened."""
        return self.cache / "packages"

    @property
    def opened(self) -> Path:
        """Copies of originals for other programs."""
        return self.cache / "opened"

    @property
    def copies(self) -> Path:
        """工作副本: writable copies of originals that people change in other programs."""
        return self.root / COPIES_FOLDER

    @property
    def converting(self) -> Path:
        """Rooms for converters at work."""
        return self.cache / "work"

    @property
    def exports(self) -> Path:
        """Dossiers, packages and reports."""
        return self.root / "exports"

    @property
    def templates(self) -> Path:
        """The county's own templates of papers; there only once somebody has put some."""
        return self.root / "templates"

    @property
    def registers(self) -> Path:
        """The county's own data files of registers; there only once somebody has put some."""
        return self.root / "registers"

    @property
    def exams(self) -> Path:
        """The county's own blueprints of exams; there only once somebody has put some."""
        return self.root / "exams"

    @property
    def backups(self) -> Path:
        """Copies of the database."""
        return self.root / "backups"

    def obstacles(self) -> tuple[Path, ...]:
        """Things of another kind in the places of the program's own files and folders.

        A folder, or the database, may be a link to one on another disk. Other places may
        not be one.
        """
        folders = (
            *(self.originals, self.inbox, self.cache, self.exports, self.backups),
            *(self.unpacking, self.opened, self.converting, self.copies),
        )
        wrong = [f for f in folders if os.path.lexists(extended(f)) and not extended(f).is_dir()]
        wrong += [
            f
            for f in (self.lock, self.holder, self.drafts, self.copies_note, self.courier_note)
            if _is_no_file(f)
        ]
        return (*self.database_obstacles(), *wrong)

    def database_obstacles(self) -> tuple[Path, ...]:
        """Those in the place of the database and its journals: it cannot even be read then."""
        database = extended(self.database)
        lost = os.path.lexists(database) and not database.is_file()
        sides = [self.database.with_name(DATABASE_NAME + side) for side in (*SIDES, "-journal")]
        return (*([self.database] if lost else []), *filter(_is_no_file, sides))

    def demand_free(self, *, for_reading: bool = False) -> None:
        """Raise ``WorkspaceObstructed`` if there are ``obstacles``, to reading or at all."""
        if wrong := self.database_obstacles() if for_reading else self.obstacles():
            names = "、".join(path.relative_to(self.root).as_posix() for path in wrong)
            raise WorkspaceObstructed(self.root, names)

    def make_folders(self) -> None:
        """Make the folders that are missing; nobody else can look into them."""
        for folder in (self.originals, self.inbox, self.cache, self.exports, self.backups):
            make_private_folder(folder)

    @property
    def secret_folders(self) -> tuple[Path, ...]:
        """Folders of which nobody else may read a file; what is exported keeps usual rights."""
        return (self.originals, self.inbox, self.cache, self.backups, self.copies)

    @property
    def secret_files(self) -> tuple[Path, ...]:
        """Files beside the folders that nobody else may read, as far as they are there."""
        files = [self.database.with_name(self.database.name + side) for side in ("", *SIDES)]
        files += [self.drafts, self.copies_note, self.courier_note, self.holder, self.lock]
        return tuple(f for f in files if f.exists())

    def tighten(self) -> None:
        """Let only the owner read the workspace, as far as the drive knows rights."""
        tighten(self.root, self.secret_folders, self.secret_files)

    def exposed(self) -> tuple[Path, ...]:
        """Files that other users of this computer can still read."""
        return exposed(self.root, self.secret_folders, self.secret_files)


def _is_no_file(path: Path) -> bool:
    try:
        return not stat.S_ISREG(extended(path).lstat().st_mode)
    except OSError:
        return False


def clear_unfinished(layout: Layout) -> None:
    """Remove what a killed restore left; only for who holds the lock."""
    for side in ("", "-journal", *SIDES):
        layout.restoring.with_name(layout.restoring.name + side).unlink(missing_ok=True)
