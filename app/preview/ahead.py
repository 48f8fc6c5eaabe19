"""Converting files before anybody looks at them, so that their previews open at once."""

from collections.abc import Iterable
from dataclasses import replace

from app.conversion.model import Source
from app.conversion.service import ConversionService
from app.errors import OriginalMissing
from app.jobs import JobContext
from app.preview.copies import source_of
from app.preview.showing import NamedOriginal
from app.workspace.opening import Workspace


def convert_ahead(
    workspace: Workspace,
    conversion: ConversionService,
    wanted: Iterable[NamedOriginal],
    job: JobContext,
) -> int:
    """Convert what is not in the cache yet; returns how many files that were.

    What cannot be converted is told when somebody looks at it.

    Raises:
        Cancelled: something else is more urgent; what was converted stays.
        DiskFull: there is no room for the pages.
    """
    sources: list[Source] = []
    for one in wanted:
        try:
            source = source_of(workspace, one.sha256, one.name)
        except OriginalMissing:
            continue
        sources.append(replace(source, choices=one.choices))
    known = conversion.known(sources)
    missing = [source for source in sources if source.key not in known]
    if missing:
        conversion.render(missing, job)
    return len(missing)
