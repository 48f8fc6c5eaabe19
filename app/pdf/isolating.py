"""A page's content put into one object, so that it cannot affect what follows it.

Content may leave graphics states, clips, text objects or marked sections open, close what it never
opened, or break off in the middle of an operator. As a form it ends where its stream ends.
"""

import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from app.pdf.objects import Box, items

#: The name of the old content in the resources of the page.
NAME = "JZPage"
_STEP = 64


class Isolation:
    """Shuts in the contents of pages of one file; pages that share a stream may share the form."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._forms: dict[tuple[int, int], Object] = {}

    def isolate(self, page: Page, box: Box) -> bytes:
        """Take content and resources off the page; return the operators that paint them.

        The caller writes the page's new content. What lies outside ``box`` is not painted.
        """
        form = self._form_of(page, box)
        page.obj.Resources = Dictionary(XObject=Dictionary({f"/{NAME}": form}))
        return b"q /%s Do Q\n" % NAME.encode("ascii")

    def _form_of(self, page: Page, box: Box) -> Object:
        contents = page.obj.get(Name.Contents)
        parts = [contents] if isinstance(contents, Stream) else items(contents)
        streams: list[Object] = [part for part in parts if isinstance(part, Stream)]
        edges = Array([round(edge, 4) for edge in box])
        if len(streams) == 1:
            form = self._turned(streams[0], page, edges)
            if form is not None:
                return form
        return self._joined(streams, page, edges)

    def _joined(self, streams: list[Object], page: Page, edges: Array) -> Object:
        """Make a form of several streams, or of one that serves as something else too."""
        resources = page.obj.get(Name.Resources)
        if not isinstance(resources, Dictionary):
            resources = Dictionary()
        readable = [_decoded(stream) for stream in streams]
        if any(data is None for data in readable):
            joined = b"\n".join(
                data if data is not None else _decoded_in_part(stream)
                for stream, data in zip(streams, readable, strict=True)
            )
            form: Object = self._pdf.make_stream(joined, Type=Name.XObject, Subtype=Name.Form)
            form.Resources = resources
        else:
            # The streams are put together when the file is saved; no content waits in memory. By
            # then the page has other content, which is why a stand-in keeps the old one.
            stand_in = Dictionary(
                Type=Name.Page, MediaBox=edges, Contents=Array(streams), Resources=resources
            )
            form = Page(self._pdf.make_indirect(stand_in)).as_form_xobject(
                handle_transformations=False
            )
        form.BBox = edges
        return form

    def _turned(self, stream: Object, page: Page, edges: Array) -> Object | None:
        """Make the one stream of a page a form where it lies, without reading it."""
        resources = page.obj.get(Name.Resources)
        if not isinstance(resources, Dictionary):
            resources = Dictionary()
        known = self._forms.get(stream.objgen)
        if known is not None:
            same = known.BBox == edges and known.Resources == resources
            return known if same else None
        if Name.Subtype in stream:
            return None  # it serves as something else already
        stream.Type, stream.Subtype = Name.XObject, Name.Form
        stream.BBox, stream.Resources = edges, resources
        self._forms[stream.objgen] = stream
        return stream


def _decoded(stream: Object) -> bytes | None:
    """Decode a stream; None if it is damaged."""
    try:
        return stream.read_bytes()
    except (pikepdf.PdfError, pikepdf.QpdfRuntimeError):
        return None


def _decoded_in_part(stream: Object) -> bytes:
    """Decode a damaged stream as far as it goes, as readers do."""
    if stream.get(Name.Filter) not in (Name.FlateDecode, Array([Name.FlateDecode])):
        return b""
    raw, unpacker, data = stream.read_raw_bytes(), zlib.decompressobj(), b""
    try:
        for start in range(0, len(raw), _STEP):
            data += unpacker.decompress(raw[start : start + _STEP])
    except zlib.error:
        pass
    return data


def isolate_content(pdf: Pdf, page: Page, box: Box) -> None:
    """Shut in one page's content in place."""
    page.obj.Contents = pdf.make_stream(Isolation(pdf).isolate(page, box))
