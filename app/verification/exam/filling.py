"""The figures that the pass rate of an exam fills, with what they rest on."""

from dataclasses import replace
from fractions import Fraction

from app.completeness.figures import FigureSaid, place_of, put_figures, threshold_of
from app.framework.errors import IndicatorUnknown, MethodNotRequired, PointUnknown, ThresholdUnknown
from app.framework.schema import Framework
from app.names.verification.exam import pass_basis_words
from app.verification.exam.errors import NoResults
from app.verification.exam.exams import Exam, find_exam
from app.verification.exam.people import read_people
from app.verification.exam.statistics import Tally, results_of, tally_of
from app.verification.material_check.registers.filling import Stated, read_stated
from app.verification.material_check.registers.rates import rounded
from app.workspace.opening import Workspace


def figures_of(framework: Framework, exam: Exam, tally: Tally) -> tuple[FigureSaid, ...]:
    """The figures that an exam's blueprint names, as the exam says them. Pure.

    Raises ``NoResults`` as long as nobody's points are complete.
    """
    if not tally.scored:
        raise NoResults(exam.name)
    found = []
    for fill in exam.rules.fills if exam.rules is not None else ():
        if fill.framework != framework.code:
            continue
        try:
            place = place_of(framework, fill.indicator, fill.task, fill.point)
            threshold = threshold_of(place, fill.threshold)
        except (IndicatorUnknown, MethodNotRequired, PointUnknown, ThresholdUnknown):
            continue  # another version of the set, which does not ask for it
        value = rounded(Fraction(100 * tally.passed, tally.scored), threshold)
        basis = pass_basis_words(exam.name, exam.held_on, tally.passed, tally.scored)
        found.append(FigureSaid(place, threshold.text, float(value), 0, basis))
    return tuple(found)


def fill(workspace: Workspace, exam: str) -> tuple[FigureSaid, ...]:
    """State the figures that an exam fills, for its unit.

    Raises:
        ExamUnknown, NoPaper, NoResults: there is nothing to state.
        OwnedByUnit, WorkspaceReadOnly: see ``put_figures``.
    """
    with workspace.database.reading() as session:
        note = find_exam(session, exam)
        people = [person.said for person in read_people(session, note.id)]
    tally = tally_of(results_of(note.said, people))
    figures = figures_of(workspace.facts.framework, note.said, tally)
    state(workspace, note.slot.unit, figures)
    return figures


def state(
    workspace: Workspace, unit: str, figures: tuple[FigureSaid, ...]
) -> tuple[FigureSaid, ...]:
    """State figures of a unit; returns what takes that back. Raises: see ``put_figures``."""
    with workspace.database.reading() as session:
        stated = read_stated(session, workspace.registry().unit(unit).id)
    put_figures(workspace, unit, figures)
    return tuple(_as_before(said, stated) for said in figures)


def _as_before(said: FigureSaid, stated: Stated) -> FigureSaid:
    before = stated.get((said.place.key, said.text, said.year))
    if before is None or not before.own:
        return replace(said, value=None, basis="")
    return replace(said, value=before.value, basis=before.basis)
