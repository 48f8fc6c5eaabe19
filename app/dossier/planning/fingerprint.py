"""What a dossier will be, in a few characters: whether the one in the folder still is that."""

import hashlib
from collections.abc import Mapping

from app.dossier.planning.grouping import DossierDraft
from app.dossier_options import DossierOptions

#: Goes up when the same evidence makes other files, so that older ones are made anew.
_EDITION = 3


def fingerprint_of_draft(
    draft: DossierDraft,
    options: DossierOptions,
    year: int,
    program: str,
    standing: Mapping[str, str],
) -> str:
    """What decides every byte of a dossier but its date: equal fingerprints need no new one.

    ``standing`` marks the state of each indicator's points, which the draft need not hold yet.
    """
    states = [standing.get(code, "") for code in draft.indicators]
    plain = (_EDITION, draft, _without_filters(options), year, program, states)
    return hashlib.sha256(repr(plain).encode("utf-8")).hexdigest()


def _without_filters(options: DossierOptions) -> tuple[object, ...]:
    return (
        options.scope,
        options.numbering,
        options.duplex_blanks,
        options.volume_limit,
        options.photos_per_page,
        options.watermark,
        options.pdfa,
        options.archive,
        options.edition,
    )
