"""What a bound PDF says about itself: outline, page labels, metadata, how it opens."""

from collections.abc import Callable, Sequence
from html import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from app.dossier.binding.orders import DocumentInfo
from app.dossier.planning.plan import Bookmark, LabelRange
from app.visible_text import visible

LANGUAGE = "zh-CN"


def write_outline(pdf: Pdf, bookmarks: Sequence[Bookmark], view: Callable[[int], Object]) -> None:
    """Write the bookmarks; ``view(n)`` is the destination that shows physical page n."""
    if not bookmarks:
        return
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    entries = [
        pdf.make_indirect(
            Dictionary(Title=pikepdf.String(visible(mark.title)), Dest=view(mark.page))
        )
        for mark in bookmarks
    ]
    parents: list[tuple[int, Object]] = [(-1, root)]
    last: dict[tuple[int, int], Object] = {}
    shown: list[int] = [0] * len(bookmarks)  # descendants seen when an entry is unfolded
    owners: list[int | None] = []
    path: list[tuple[int, int]] = []  # (level, index) of the entries above
    for index, (mark, entry) in enumerate(zip(bookmarks, entries, strict=True)):
        while parents[-1][0] >= mark.level:
            parents.pop()
        while path and path[-1][0] >= mark.level:
            path.pop()
        parent = parents[-1][1]
        entry.Parent = parent
        before = last.get(parent.objgen)
        if before is None:
            parent.First = entry
        else:
            before.Next = entry
            entry.Prev = before
        last[parent.objgen] = entry
        parent.Last = entry
        owners.append(path[-1][1] if path else None)
        parents.append((mark.level, entry))
        path.append((mark.level, index))
    for index in reversed(range(len(bookmarks))):
        if shown[index]:
            unfolded = bookmarks[index].unfolded
            entries[index].Count = shown[index] if unfolded else -shown[index]
        owner = owners[index]
        if owner is not None:
            shown[owner] += 1 + (shown[index] if bookmarks[index].unfolded else 0)
    root.Count = sum(
        1 + (shown[i] if bookmarks[i].unfolded else 0)
        for i, owner in enumerate(owners)
        if owner is None
    )
    pdf.Root.Outlines = root
    pdf.Root.PageMode = Name.UseOutlines


def write_labels(pdf: Pdf, labels: Sequence[LabelRange]) -> None:
    """Make the viewer's page box show what is printed on the page."""
    numbers: list[object] = []
    for label in labels:
        entry = Dictionary()
        if label.style:
            entry.S = Name(f"/{label.style}")
        if label.prefix:
            entry.P = pikepdf.String(label.prefix)
        if label.start != 1:
            entry.St = label.start
        numbers += [label.first_page, entry]
    pdf.Root.PageLabels = Dictionary(Nums=Array(numbers))


def write_info(pdf: Pdf, info: DocumentInfo) -> None:
    """Write title, author and the like, twice as PDF/A wants it, and how the file opens."""
    entries, packet = described(info)
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary({f"/{key}": pikepdf.String(text) for key, text in entries.items()})
    )
    pdf.Root.Metadata = pdf.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.Lang = pikepdf.String(LANGUAGE)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    for key in (Name.OpenAction, Name.AA, Name.Names, Name.AcroForm):
        if key in pdf.Root:
            del pdf.Root[key]


def described(info: DocumentInfo) -> tuple[dict[str, str], bytes]:
    """What a document says of itself: the entries of its information, and the same as XMP."""
    title, author = visible(info.title), visible(info.author)
    moment = info.made_at.strftime("%Y%m%d%H%M%S")
    offset = info.made_at.strftime("%z") or "+0000"
    stamp = f"D:{moment}{offset[:3]}'{offset[3:5]}'"
    entries = {
        "Title": title,
        "Author": author,
        "Creator": info.program,
        "Producer": info.program,
        "CreationDate": stamp,
        "ModDate": stamp,
    }
    packet = _XMP.format(
        title=escape(title, quote=False),
        author=escape(author, quote=False),
        program=escape(info.program, quote=False),
        moment=info.made_at.replace(microsecond=0).isoformat(),
        identifier=identifier_of(info.fingerprint),
    )
    return entries, packet.encode("utf-8")


def identifier_of(fingerprint: str) -> str:
    """The name under which the metadata carries the fingerprint of the end sheet."""
    return f"urn:sha256:{fingerprint}"


def view_of(page: Object, top_left: tuple[float, float]) -> Array:
    """A destination that shows a page from its upper left corner and leaves the zoom alone."""
    return Array([page, Name.XYZ, round(top_left[0], 2), round(top_left[1], 2), None])


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:identifier>{identifier}</dc:identifier>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdf:Producer>{program}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
