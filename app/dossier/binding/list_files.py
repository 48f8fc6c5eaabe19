"""The lists of a folder as files: 案卷目录, 卷脊, 总索引; PDF/A where the dossiers are."""

from pathlib import Path

import pikepdf

from app.dossier.binding.document import LANGUAGE, described, write_info
from app.dossier.binding.orders import DocumentInfo, ListOrder
from app.dossier.output.files import WrittenFile, written_file
from app.dossier.output.start_page import INDEX_HTML, html_of
from app.paths import extended
from app.replacing import replace_with
from app.sheets.content import (
    LinkArea,
    MasterCatalogue,
    StartIndex,
    file_and_page,
)
from app.sheets.rendering import Finishing, render_sheets, render_spines


def list_file(order: ListOrder) -> tuple[WrittenFile, ...]:
    """Write one list into its folder; nothing if there is no volume to list.

    Raises:
        BindingFailed: it should be PDF/A and would not conform.
    """
    target = order.folder / order.content.name
    match order.content.content:
        case MasterCatalogue(rows=()) | StartIndex(cases=()) | ():
            return ()
        case StartIndex() as index if order.content.name == INDEX_HTML:
            page = html_of(index)
            replace_with(target, lambda part: part.write_text(page, encoding="utf-8"))
        case StartIndex() as index:

            def write(part: Path) -> None:
                render_sheets([index], part, finishing=_finishing(order))

            replace_with(target, write)
        case MasterCatalogue() as master:

            def write(part: Path) -> None:
                render_sheets([master], part)
                _finish(part, order)

            replace_with(target, write)
        case spines:

            def write(part: Path) -> None:
                render_spines(spines, part)
                _finish(part, order)

            replace_with(target, write)
    return (written_file(target, order.folder),)


def _finish(part: Path, order: ListOrder) -> None:
    """Write title and author into a list, and make it PDF/A if the dossiers are."""
    with pikepdf.open(extended(part), allow_overwriting_input=True) as pdf:
        write_info(pdf, _info(order))
        if order.content.pdfa:
            # Its validator takes memory that a plain compile should not.
            from app.dossier.binding.pdfa import save_pdfa

            save_pdfa(pdf, extended(part))
        else:
            pdf.save(extended(part))


def _info(order: ListOrder) -> DocumentInfo:
    content = order.content
    title = content.name.removesuffix(".pdf").removeprefix("000 ")
    return DocumentInfo(
        f"{order.author}{title}", order.author, order.program, order.made_at, content.fingerprint
    )


def _finishing(order: ListOrder) -> Finishing:
    entries, packet = described(_info(order))
    return Finishing(
        _link,
        {key: pikepdf.String(text).unparse() for key, text in entries.items()},
        packet,
        pikepdf.String(LANGUAGE).unparse(),
    )


def _link(area: LinkArea) -> bytes:
    """What lets a row of the index open its page of the other file.

    The link is relative, so that a folder can be handed over as it is.
    """
    file, page = file_and_page(area.key)
    name = pikepdf.String(file).unparse()
    rect = b" ".join(b"%.2f" % side for side in area.rect)
    return (
        b"<< /Type /Annot /Subtype /Link /Border [ 0 0 0 ] /F 4 /Rect [ %b ]"
        b" /A << /S /GoToR /NewWindow true /D [ %d /Fit ]"
        b" /F << /Type /Filespec /F %b /UF %b >> >> >>" % (rect, page - 1, name, name)
    )
