"""A new version of an item's file."""

from pathlib import Path

from app.evidence.descriptions import Description, normalised
from app.evidence.filing import Fields, add_revision, ensure_blobs, fields_of, merged_problems
from app.evidence.items import FIELDS, current, judge_period, touch
from app.evidence.uses import Uses
from app.filekind import FileKind
from app.guessing.guess import GuessSource
from app.intake.errors import RevisionUnchanged
from app.intake.parts.single import take_one
from app.isolation import Workers
from app.jobs import JobContext
from app.problems import Problem, problem_of
from app.workspace.opening import Workspace
from models import Attachment, ItemRevision
from models.base import new_id
from models.vocabulary import AttachmentRole


def revise_item(
    workspace: Workspace,
    workers: Workers,
    item_id: str,
    path: Path,
    job: JobContext,
    description: Description | None = None,
) -> tuple[Problem, ...]:
    """Give an item a new version of its file; the old version is kept. Returns what is wrong.

    Confirmed fields stay, guesses give way to those of the new file. Parts of the item come
    along; a PDF printed from the old file does not. The attachments of a mail become parts.
    Reviews that rest on the item become stale.

    Raises:
        ItemUnknown: there is no such item.
        RevisionUnchanged: the content is that of the present version.
        ClassifiedRefused, FileUnreadable, DiskFull, WorkspaceReadOnly, Cancelled: see ``take_one``.
    """
    stated = normalised(description or Description(), workspace.today())
    with workspace.database.reading() as session:
        current(session, item_id)
    ready = take_one(workspace, workers, path, job)
    with workspace.database.writing() as work:
        item, old = current(work.session, item_id)
        if old.blob_sha256 == ready.original.sha256:
            raise RevisionUnchanged(ready.file_name)
        content = ready.original.sha256
        used_at = Uses(work.session, workspace.facts.framework, [content]).in_words(content)
        ensure_blobs(work, [ready])
        fields = _carried(old, fields_of(ready.guess, stated), stated)
        problems = merged_problems(ready.problems, None, used_at)
        new = add_revision(work, item, old.number + 1, ready, fields, problems)
        new.copies, new.remark, new.binding = old.copies, old.remark, dict(old.binding)
        for part in old.attachments:
            if part.role is AttachmentRole.ATTACHMENT:
                new.attachments.append(
                    Attachment(
                        id=new_id(),
                        position=part.position,
                        role=part.role,
                        blob_sha256=part.blob_sha256,
                        file_name=part.file_name,
                        problems=part.problems,
                    )
                )
        item.current_revision = new.number
        work.session.flush()
        judge_period(work.session, item, workspace.facts.framework)
        touch(work, item)
        work.record(
            "item.revised",
            item.id,
            revision=new.number,
            file_name=ready.file_name,
            sha256=ready.original.sha256,
            before=old.blob_sha256,
        )
        work.commit()
        found = tuple(problem_of(problem) for problem in new.problems)
    if ready.file_type.kind is not FileKind.MAIL:
        return found
    from app.intake.parts.mails import add_mail_parts, problems_now  # which needs this module

    add_mail_parts(workspace, workers, item_id, job)
    return problems_now(workspace, item_id)


#: A file's or folder's name says less than the document itself, and a new version is often called
#: 通知（改）2.docx.
_NAMES = frozenset({GuessSource.FILE_NAME.value, GuessSource.FOLDER_NAME.value})


def _carried(old: ItemRevision, new: Fields, stated: Description) -> Fields:
    """The fields of a new version: stated, or confirmed before, or guessed again.

    A guess from a name does not replace what the document said.
    """
    values = {name: getattr(new, name) for name in FIELDS}
    guesses = dict(new.guesses)
    for name in FIELDS:
        before = getattr(old, name)
        confirmed = name not in old.guesses
        weaker = guesses.get(name) in _NAMES and old.guesses.get(name) not in _NAMES
        if getattr(stated, name) is not None or (values[name] and not before):
            continue
        if confirmed or weaker or not values[name]:
            values[name] = before
            guesses.pop(name, None)
            if name in old.guesses:
                guesses[name] = old.guesses[name]
    return Fields(guesses=guesses, **values)
