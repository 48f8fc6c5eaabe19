"""The copy of a text made as a person chose: changes accepted or marked, hidden words printed.

LibreOffice prints deleted words struck through, whoever asks for it or not; so the copy that it
gets holds the choice already. Each format has a module of its own.
"""

from pathlib import Path

import olefile

from app.conversion.choices.doc import settle_doc
from app.conversion.choices.docx import settle_docx
from app.conversion.choices.odt import settle_flat_odt, settle_odt
from app.conversion.choices.rtf import settle_rtf
from app.conversion.choices.word_xml import settle_word_xml
from app.conversion.model import BindingChoices, Changes


def settle_text(copy: Path, choices: BindingChoices) -> None:
    """Change the copy of a text document so that it prints as chosen.

    Raises:
        One of ``app.findings.embedded.TROUBLE`` or ``app.findings.xml_parts.TROUBLE``: a part of
        it is damaged; the copy is then as it was.
    """
    accepted, unhidden = choices.changes is Changes.ACCEPTED, choices.hidden
    with copy.open("rb") as file:
        beginning = file.read(8)
    if beginning == olefile.MAGIC:
        settle_doc(copy, accepted=accepted, unhidden=unhidden)
    elif beginning.startswith(b"{\\rtf"):
        copy.write_bytes(settle_rtf(copy.read_bytes(), accepted=accepted, unhidden=unhidden))
    elif copy.suffix in {".odt", ".ott", ".odm"}:
        settle_odt(copy, accepted=accepted, unhidden=unhidden)
    elif copy.suffix == ".fodt":
        copy.write_bytes(settle_flat_odt(copy.read_bytes(), accepted=accepted, unhidden=unhidden))
    elif copy.suffix == ".xml":
        copy.write_bytes(settle_word_xml(copy.read_bytes(), accepted=accepted, unhidden=unhidden))
    elif beginning.startswith(b"PK"):
        settle_docx(copy, accepted=accepted, unhidden=unhidden)
