"""The data files of questionnaires: the county's own replace or add to the built-in ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from app.errors import FolderNotWritable
from app.framework.findings import Finding, FindingKind
from app.framework.loader import MAX_BYTES, parse_document
from app.framework.schema import Framework
from app.paths import extended
from app.plain_files import NotPlain, read_plain
from app.replacing import replace_with
from app.verification.interview.errors import QuestionnaireFileInvalid, QuestionnaireUnknown
from app.verification.interview.schema import Questionnaire, checked
from resources import resource, resource_bytes

METHOD = "interview"
FOLDER = "questionnaires"
#: What explains the files to a county.
_GUIDE = "README.md"
_GUIDE_NAME = "说明.md"
_SUFFIXES = frozenset({".yaml", ".yml"})
#: More files than a county has questionnaires are somebody's folder.
_MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class Questionnaires:
    """The questionnaires that can be used, and what is wrong with the county's own files."""

    all: tuple[Questionnaire, ...]
    own: frozenset[str] = frozenset()
    invalid: tuple[QuestionnaireFileInvalid, ...] = ()

    def find(self, words: str) -> Questionnaire:
        """The questionnaire of this id or title, or of a title with these words.

        Raises ``QuestionnaireUnknown`` if there is none, or if several fit.
        """
        wanted = words.strip()
        exact = [q for q in self.all if wanted in {q.id, q.title}]
        fitting = exact or [q for q in self.all if wanted and wanted in q.title]
        if len(fitting) != 1:
            raise QuestionnaireUnknown(words, tuple(q.title for q in fitting or self.all))
        return fitting[0]

    def serving(self, framework: Framework, indicator: str) -> tuple[Questionnaire, ...]:
        """The questionnaires that were written for an indicator."""
        return tuple(q for q in self.all if indicator in q.serves.get(framework.code, ()))


def load_questionnaires(folder: Path) -> Questionnaires:
    """Every questionnaire: the built-in ones, and those of the county's own ``folder``."""
    found = {questionnaire.id: questionnaire for questionnaire in built_in()}
    own: set[str] = set()
    invalid: list[QuestionnaireFileInvalid] = []
    for path in _own_files(folder):
        try:
            questionnaire = read_questionnaire(path)
        except QuestionnaireFileInvalid as error:
            invalid.append(error)
            continue
        found[questionnaire.id] = questionnaire
        own.add(questionnaire.id)
    return Questionnaires(tuple(found.values()), frozenset(own), tuple(invalid))


def read_questionnaire(path: Path) -> Questionnaire:
    """Read a data file. Raises ``QuestionnaireFileInvalid`` with every fault and its line."""
    try:
        data = read_plain(path, MAX_BYTES + 1)
    except (NotPlain, OSError) as error:
        unreadable = (Finding(0, "", FindingKind.UNREADABLE),)
        raise QuestionnaireFileInvalid(path, unreadable) from error
    return parse_questionnaire(path, data)


def parse_questionnaire(path: Path, data: bytes) -> Questionnaire:
    """Check the content of a data file. Raises ``QuestionnaireFileInvalid``."""
    return parse_document(data, path, checked, QuestionnaireFileInvalid)


@lru_cache(maxsize=1)
def built_in() -> tuple[Questionnaire, ...]:
    """The questionnaires that come with the program, in the order of their files."""
    return tuple(
        parse_document(content, Path(name), checked, QuestionnaireFileInvalid)
        for name, content in built_in_files()
    )


def built_in_files() -> tuple[tuple[str, bytes], ...]:
    """The data files that come with the program, by name."""
    files = (file for file in resource(FOLDER).iterdir() if file.name.endswith(".yaml"))
    return tuple((file.name, file.read_bytes()) for file in sorted(files, key=lambda f: f.name))


def lay_out_files(folder: Path, only: str | None = None) -> tuple[Path, ...]:
    """Put the built-in data files into a folder, for a county to change; returns the new ones.

    How they are written lies beside them. A file that is there stays as it is. ``only`` is the id
    of the one that is wanted.

    Raises:
        FolderNotWritable: the folder cannot be written to.
    """
    written = []
    try:
        extended(folder).mkdir(exist_ok=True)
        for (name, content), questionnaire in zip(built_in_files(), built_in(), strict=True):
            if only in {None, questionnaire.id} and _put(folder / name, content):
                written.append(folder / name)
        _put(folder / _GUIDE_NAME, resource_bytes(f"{FOLDER}/{_GUIDE}"))
    except OSError as error:
        raise FolderNotWritable(folder, error.strerror or str(error)) from error
    return tuple(written)


def save_edition(folder: Path, questionnaire: Questionnaire, known: Questionnaires) -> Path:
    """Write a questionnaire as the county's own file, as its next edition; returns the file.

    The edition is one more than that of the questionnaire of the same id which is known. Rounds
    keep the edition that they were held with.

    Raises:
        FolderNotWritable: the folder cannot be written to.
        QuestionnaireFileInvalid: what it says does not go together; the faults name their fields.
    """
    earlier = next((q for q in known.all if q.id == questionnaire.id), None)
    edition = earlier.edition + 1 if earlier is not None else questionnaire.edition
    content = as_text(questionnaire.model_copy(update={"edition": edition})).encode()
    target = next(
        (path for path in _own_files(folder) if _is_of(path, questionnaire.id)),
        folder / f"{questionnaire.id}.yaml",
    )
    parse_document(content, target, checked, QuestionnaireFileInvalid)
    try:
        extended(folder).mkdir(exist_ok=True)
        replace_with(target, partial(_write, content))
    except OSError as error:
        raise FolderNotWritable(folder, error.strerror or str(error)) from error
    return target


def as_text(questionnaire: Questionnaire) -> str:
    """A questionnaire as its data file says it."""
    import yaml

    data = questionnaire.model_dump(mode="json", exclude_defaults=True)
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)


def _is_of(path: Path, id_: str) -> bool:
    try:
        return read_questionnaire(path).id == id_
    except QuestionnaireFileInvalid:
        return False


def _own_files(folder: Path) -> Iterator[Path]:
    try:
        names = sorted(extended(folder).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return
    found = [path for path in names if path.suffix.lower() in _SUFFIXES]
    yield from (folder / path.name for path in found[:_MOST_FILES])


def _put(target: Path, content: bytes) -> bool:
    """Write a file unless it is there; says if it was written."""
    if extended(target).exists():
        return False
    replace_with(target, partial(_write, content))
    return True


def _write(content: bytes, path: Path) -> None:
    path.write_bytes(content)
