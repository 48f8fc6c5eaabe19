"""A new version of an item's file."""

from pathlib import Path

from app.evidence.descriptions import Description, normalised
from app.evidence.filing import Fields, add_revision, ensure_blobs, fields_of, merged_problems
from app.evidence.items import FIELDS, current, judge_places, touch
from app.evidence.lookalikes import note_lookalikes
from app.evidence.page_setups import keep_setups
from app.evidence.photo_notes import keep_notes
from app.evidence.successors import attachment_again
from app.evidence.uses import Uses
from app.filekind import FileKind
from app.guessing.guess import GuessSource
from app.guessing.titles import is_described
from app.intake.errors import RevisionUnchanged
from app.intake.parts.single import take_one
from app.isolation import Workers
from app.jobs import JobContext
from app.page_setup import setups_of
from app.photos.notes import notes_of
from app.problems import Problem, problem_of
from app.web_origin import ORIGIN_FIELDS, WebOrigin
from app.workspace.opening import Workspace
from models import ItemRevision
from models.vocabulary import AttachmentRole


def revise_item(
    workspace: Workspace,
    workers: Workers,
    item_id: str,
    path: Path,
    job: JobContext,
    description: Description | None = None,
    reason: str = "",
) -> tuple[Problem, ...]:
    """Give an item a new version of its file; the old version is kept. Returns what is wrong.

    Confirmed fields stay, guesses give way to those of the new file. Parts of the item come
    along; a PDF printed from the old file does not. The attachments of a mail become parts.
    Reviews that rest on the item become stale. ``reason`` says what was changed; the office reads
    it beside both versions.

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
        fields = _carried(old, fields_of(ready.guess, stated, web=bool(old.origin)), stated)
        problems = merged_problems(ready.problems, (), used_at)
        new = add_revision(work, item, old.number + 1, ready, fields, problems)
        new.copies, new.remark, new.binding = old.copies, old.remark, dict(old.binding)
        new.reason = " ".join(reason.split())
        for part in old.attachments:
            if part.role is AttachmentRole.ATTACHMENT:
                new.attachments.append(attachment_again(part))
        keep_setups(new, setups_of(old.binding))  # not that of the file that was replaced
        # A better picture shows the same: what was noted of the old one is said of the new one.
        notes = notes_of(old.binding)
        if old.blob_sha256 in notes and ready.file_type.kind is FileKind.IMAGE:
            notes.setdefault(content, notes[old.blob_sha256])
        keep_notes(new, notes)
        item.current_revision = new.number
        work.session.flush()
        judge_places(work.session, item, workspace.facts.framework)
        note_lookalikes(work, {item.id: {content}})
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

    A guess from a name does not replace what the document said. A scan has no words of its own:
    it is the paper that the old version was printed as, so it keeps all that was known of that.
    """
    values = {name: getattr(new, name) for name in FIELDS}
    values |= {name: getattr(new.origin, name) for name in ORIGIN_FIELDS}
    told = {name: getattr(stated, name) for name in FIELDS} | stated.origin.stated()
    guesses = dict(new.guesses)
    scan = GuessSource.CONTENT.value not in guesses.values()
    for name in values:
        before = getattr(old, name) if name in FIELDS else old.origin.get(name, "")
        # A page that was saved again was seen at another time.
        confirmed = name not in old.guesses and name != "looked_up_at"
        weaker = guesses.get(name) in _NAMES and old.guesses.get(name) not in _NAMES
        known = scan and bool(before) and (name != "title" or is_described(before))
        if told.get(name) is not None or (values[name] and not before):
            continue
        if confirmed or weaker or known or not values[name]:
            values[name] = before
            guesses.pop(name, None)
            if name in old.guesses:
                guesses[name] = old.guesses[name]
    catalogue = {name: values.pop(name) for name in FIELDS}
    return Fields(**catalogue, guesses=guesses, origin=WebOrigin.of_stored(values))
