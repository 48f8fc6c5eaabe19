"""How a tracked change is marked in Word's XML where LibreOffice does not draw it."""

import lxml.etree

_COLOUR = "C00000"


def mark_run(run: lxml.etree._Element, *, deleted: bool) -> None:
    """Have the words of a run look deleted, or else inserted."""
    namespace = run.tag[: -len("r")]
    look = run.find(f"{namespace}rPr")
    if look is None:
        look = lxml.etree.Element(f"{namespace}rPr")
        run.insert(0, look)
    if deleted:
        lxml.etree.SubElement(look, f"{namespace}strike")
    else:
        lxml.etree.SubElement(look, f"{namespace}u").set(f"{namespace}val", "single")
    lxml.etree.SubElement(look, f"{namespace}color").set(f"{namespace}val", _COLOUR)
    for text in run.iter(f"{namespace}delText"):
        text.tag = f"{namespace}t"
