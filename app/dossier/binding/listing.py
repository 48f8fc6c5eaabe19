"""Lists over all dossiers of a folder, written beside each other in worker processes."""

from collections.abc import Sequence

from app.dossier.binding.orders import ListOrder
from app.dossier.binding.task import error_of, write_list
from app.dossier.output.files import WrittenFile
from app.dossier.output.produced import Produced
from app.dossier.output.record import BuildRecord
from app.errors import JuanzongError
from app.isolation import Done, IsolatedCall, Result, Workers
from app.jobs import JobContext

#: The time that a list may take: at least, and for each of its rows.
_SECONDS, _SECONDS_PER_ROW = 60.0, 0.5


def write_lists(
    orders: Sequence[ListOrder],
    prefix: str,
    title: str,
    record: BuildRecord,
    workers: Workers,
    job: JobContext,
) -> list[tuple[Produced, Produced | None]]:
    """Write the lists that print something else now, and note them in the record.

    ``prefix`` is what their keys in the record begin with, ``title`` what they are called there.
    Returns each list that was there before, with what it became.

    Raises:
        BindingFailed, FolderNotWritable, DiskFull: a list could not be written.
        Cancelled, WorkersNotStarted, MemoryShort: see ``Workers.run_each``.
    """
    replaced: list[tuple[Produced, Produced | None]] = []
    tasks = [
        IsolatedCall(order, _SECONDS + _SECONDS_PER_ROW * order.content.rows)
        # The longest first, so that nobody waits for it alone at the end.
        for order in sorted(orders, key=lambda order: order.content.rows, reverse=True)
        if record.up_to_date(prefix + order.content.name, order.content.fingerprint) is None
    ]
    # They bring qpdf and the fonts, which this process does without.
    for order, result in workers.run_each(write_list, tasks, job):
        content = order.content
        key = prefix + content.name
        old = record.produced(key)
        files = _written(result, content.name)
        made = Produced(key, title, (), complete=True, volumes=(), beside=files)
        record.keep(content.fingerprint, made)
        if old is not None:
            replaced.append((old, made))
    return replaced


def _written(
    result: Result[tuple[WrittenFile, ...] | JuanzongError], name: str
) -> tuple[WrittenFile, ...]:
    outcome = result.value if isinstance(result, Done) else error_of(result, name)
    if isinstance(outcome, JuanzongError):
        raise outcome
    return outcome
