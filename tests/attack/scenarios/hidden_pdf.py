"""PDFs in which something hides at any place, written in any way, converted and bound."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pypdfium2

from app.conversion.model import Made, Order
from app.conversion.pdf.converter import examine
from tests.attack.playing import Attack, Outcome
from tests.support.conversion import source_of
from tests.support.dossiers import bind_items, item_of
from tests.support.hostile_pdf import DRAWN, MARK, PLACES, WRITINGS, base_pdf
from tests.support.pdf_walk import foreign_parts

#: The pages have no resources of their own after that, in which anything else could hide.
_LAST = "resources above the pages"


def play(random: Random, cases: int, folder: Path) -> Iterator[Outcome]:
    """Hide one to three things in a file, write it, convert it and bind it."""
    for number in range(cases):
        work = folder / str(number)
        work.mkdir()
        places = random.sample(sorted(PLACES), random.randint(1, 3))
        writing = random.choice(sorted(WRITINGS))
        case = f"{number}: {', '.join(places)}, {writing}"
        try:
            yield Outcome(case, *_tried(random, work, places, writing))
        except Exception as error:  # the program must not fail, whatever stands in the file
            yield Outcome(case, held=False, detail=f"{type(error).__name__}: {error}")


def _tried(random: Random, work: Path, places: list[str], writing: str) -> tuple[bool, str]:
    clean, hostile = base_pdf(), base_pdf()
    for place in sorted(places, key=_LAST.__eq__):
        PLACES[place](hostile)
    plain, spoilt, bound = work / "plain.pdf", work / "spoilt.pdf", work / "bound.pdf"
    plain.write_bytes(WRITINGS[writing](clean, clean, random))
    spoilt.write_bytes(WRITINGS[writing](hostile, clean, random))
    made = examine(Order(source_of(spoilt), work / "target.pdf"))
    if not isinstance(made, Made):
        return False, f"not bound: {made.kind}"
    bind_items([item_of(made.target)], bound)
    if left := foreign_parts(bound, MARK):
        return False, f"left: {left[:3]}"
    if not DRAWN.intersection(places) and _pictures(made.target) != _pictures(plain):
        return False, "pages look different"
    return True, writing


def _pictures(path: Path) -> list[bytes]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.render().to_pil().tobytes() for page in document]


ATTACK = Attack(
    name="hidden-pdf",
    promise="However a PDF is written, nothing foreign in it is bound, and pages look the same.",
    cases=500,
    play=play,
)
