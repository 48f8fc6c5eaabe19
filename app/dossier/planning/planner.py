"""Rows in, plans out: decides what is bound, where, and under which number."""

from collections.abc import Sequence

from app.dossier.planning.grouping import DossierDraft
from app.dossier.planning.layout import VolumeFrame, lay_out
from app.dossier.planning.plan import DossierPlan, Measure
from app.dossier.planning.volumes import PlacedSection, divide
from app.dossier_options import DossierOptions, Scope


def plan_dossier(
    draft: DossierDraft, options: DossierOptions, measure: Measure, year: int
) -> DossierPlan:
    """Plan one dossier: divide it into volumes and lay out each of them."""
    limit = None if options.scope is Scope.COMBINED else options.volume_limit
    parts = divide(draft.sections, limit, measure)
    failing = tuple(number for number, part in enumerate(parts, 1) if _lacks_pages(part))
    volumes = tuple(
        lay_out(VolumeFrame(draft, options, year, number, len(parts), failing), part, measure)
        for number, part in enumerate(parts, 1)
    )
    return DossierPlan(draft.key, draft.title, draft.indicators, volumes, complete=not failing)


def _lacks_pages(sections: Sequence[PlacedSection]) -> bool:
    return any(
        piece.problem is not None
        for section in sections
        for placed in section.items
        if not placed.repeated
        for piece in placed.item.pieces
    )
