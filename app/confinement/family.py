"""A family of processes: they all end with this program, however it ends.

``open_family`` gives the way of the system: a job object on Windows, a process group with a keeper
elsewhere. Python workers join a family by themselves (``join``); other programs are started in it.
"""

import os
import sys
import threading
from multiprocessing import connection, parent_process

from app.confinement.limits import Limits
from app.confinement.model import Family, Ticket


def open_family(limits: Limits) -> Family:
    """Found a family whose processes live within ``limits``. Raises ``OSError``."""
    # Each system's module only loads there.
    if sys.platform == "win32":
        from app.confinement.windows import JobFamily

        return JobFamily(limits)
    from app.confinement.posix import GroupFamily

    return GroupFamily(limits)


def join(ticket: Ticket) -> None:
    """Let this process join a family and take on its limits; for workers, before they work."""
    _watch_parent()
    if sys.platform == "win32":
        from app.confinement.windows import join_job

        join_job(ticket)
    else:
        from app.confinement.posix import join_group

        join_group(ticket)


def _watch_parent() -> None:
    """End this process soon after the program that started it; the second line of defence."""
    parent = parent_process()
    if parent is None:
        return

    def wait_for_end(sentinel: int) -> None:
        connection.wait([sentinel])
        os._exit(1)

    threading.Thread(target=wait_for_end, args=[parent.sentinel], daemon=True).start()
