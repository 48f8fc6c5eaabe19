"""Changes to a problem that belong together: one transaction each."""

from dataclasses import dataclass

from app.evidence.presence import Presence, carry_out
from app.rectification.service import (
    NoticeEdit,
    ReplyEdit,
    open_for_return_in,
    set_removed_in,
    write_edit,
    write_reply,
)
from app.rectification.stored import grow, live_notice, own_reply
from app.review.service import Ruling, decide_in, set_decisions_in
from app.workspace.access import is_office
from app.workspace.opening import Workspace


@dataclass(frozen=True, slots=True)
class Before:
    """What stood where something was filled in.

    ``edit`` and ``reply`` put it back; ``replied`` is True if a reply was stored, which is
    withdrawn if there was none before.
    """

    edit: NoticeEdit | None
    reply: ReplyEdit | None
    replied: bool


def fill_in(
    workspace: Workspace, notice_id: str, edit: NoticeEdit | None, reply: ReplyEdit | None
) -> Before:
    """Store what was typed about a problem: the office's part, the unit's part, or both.

    Raises as ``edit_notice`` and ``reply``; then nothing changed.
    """
    was_edit, was_reply = None, None
    with workspace.database.writing() as work:
        if edit is not None:
            was_edit = write_edit(work, workspace, notice_id, edit)
        if reply is not None:
            was_reply = write_reply(work, workspace, notice_id, reply)
        work.commit()
    return Before(was_edit, was_reply, reply is not None)


def take_back(workspace: Workspace, notice_id: str, before: Before) -> None:
    """Let a problem be as it was before ``fill_in``. Raises as that."""
    with workspace.database.writing() as work:
        if before.edit is not None:
            write_edit(work, workspace, notice_id, before.edit)
        if before.reply is not None:
            write_reply(work, workspace, notice_id, before.reply)
        elif before.replied:
            notice = live_notice(work, notice_id)
            row = own_reply(work, notice, by_office=is_office(workspace))
            row.removed_at = work.now
            grow(work, row)
            work.record("notice.reply_withdrawn", notice.id, number=notice.number)
        work.commit()


def change_evidence(
    workspace: Workspace, notice_id: str, evidence: tuple[str, ...], change: Presence
) -> None:
    """Let these items prove that a problem is solved, while items leave or come back.

    Raises as ``reply`` and ``change_presence``; then nothing changed.
    """
    with workspace.database.writing() as work:
        carry_out(work, workspace, change)
        write_reply(work, workspace, notice_id, ReplyEdit(evidence=evidence))
        work.commit()


@dataclass(frozen=True, slots=True)
class ReturnedSlot:
    """A slot that was returned, and the notice that was opened for it."""

    decisions: tuple[str, ...]
    notice: str


def return_and_open(workspace: Workspace, ruling: Ruling, *, deadline: str = "") -> ReturnedSlot:
    """Return a slot and open a notice for it. Raises as ``decide`` and ``open_for_return``."""
    with workspace.database.writing() as work:
        decisions = decide_in(work, workspace, [ruling])
        notice = open_for_return_in(work, workspace, decisions[0], deadline=deadline)
        work.commit()
    return ReturnedSlot(decisions, notice)


def set_return(workspace: Workspace, returned: ReturnedSlot, *, removed: bool) -> None:
    """Take both back, or let both count again. Raises as ``remove_notice`` and ``take_back``."""
    with workspace.database.writing() as work:
        set_removed_in(work, workspace, returned.notice, removed=removed)
        set_decisions_in(work, workspace, returned.decisions, removed=removed)
        work.commit()
