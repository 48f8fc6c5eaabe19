"""PDFs in which something active or foreign hides at any place, written in any way that is legal.

``PLACES`` names where something hides, ``WRITINGS`` how the file is then written. Neither changes
what a printed page looks like, except for the places in ``DRAWN``.
"""

import io
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from app.pdf.objects import set_entry

#: Stands in every script, file, file name and address that must not get into a volume.
MARK = "JZ-HOSTILE-MARK"


def _words(*lines: str) -> list[str]:
    return [word for line in lines for word in line.split()]


def script() -> Object:
    """An action that runs a script."""
    return Dictionary(Type=Name.Action, S=Name.JavaScript, JS=String(f"app.alert('{MARK}')"))


def file_in(pdf: Pdf) -> Object:
    """A file inside the PDF."""
    stream = pdf.make_stream(MARK.encode(), Type=Name.EmbeddedFile)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(f"{MARK}.exe"),
            UF=String(f"{MARK}.exe"),
            EF=Dictionary(F=stream, UF=stream),
            AFRelationship=Name.Data,
        )
    )


def outside() -> Object:
    """A file elsewhere, by a name that a share would be asked for."""
    return Dictionary(Type=Name.Filespec, FS=Name.URL, F=String(f"\\\\server\\share\\{MARK}.pdf"))


def base_pdf() -> Pdf:
    """Two pages with each kind of thing that draws."""
    pdf = pikepdf.new()
    for _ in range(2):
        pdf.add_blank_page(page_size=(300, 300))
    grey = _image(pdf, b"\xff\x80\x40\xff", Name.DeviceGray)
    picture = _image(pdf, bytes(range(0, 240, 20)), Name.DeviceRGB)
    picture.SMask = grey
    ramp = pdf.make_indirect(
        Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[0, 0, 1], N=1)
    )
    samples = pdf.make_stream(
        bytes([0, 255]),
        FunctionType=0,
        Domain=[0, 1],
        Range=[0, 1],
        Size=[2],
        BitsPerSample=8,
    )
    profile = pdf.make_stream(b"no profile", N=3, Alternate=Name.DeviceRGB)
    glyph = pdf.make_stream(b"600 0 0 0 500 500 d1 0 0 500 500 re f")
    type3 = pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=[0, 0, 600, 600],
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
            CharProcs=Dictionary(a=glyph),
            Encoding=Dictionary(Type=Name.Encoding, Differences=[97, Name.a]),
            FirstChar=97,
            LastChar=97,
            Widths=[600],
            Resources=Dictionary(),
            ToUnicode=pdf.make_stream(b"1 beginbfchar <61> <4e00> endbfchar"),
        )
    )
    words = pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name.Helvetica,
            FontDescriptor=pdf.make_indirect(
                Dictionary(Type=Name.FontDescriptor, FontName=Name.Helvetica, Flags=32)
            ),
        )
    )
    tile = pdf.make_stream(
        b"0 1 0 rg 0 0 5 5 re f",
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=[0, 0, 10, 10],
        XStep=10,
        YStep=10,
        Resources=Dictionary(),
    )
    form = pdf.make_stream(
        b"q 40 0 0 40 0 0 cm /I Do Q",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 40, 40],
        Resources=Dictionary(XObject=Dictionary(I=picture)),
        Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB),
    )
    veil = pdf.make_stream(
        b"0.5 g 0 0 300 300 re f",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 300, 300],
        Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray),
        Resources=Dictionary(),
    )
    link = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=[0, 0, 9, 9],
        Border=[0, 0, 0],
        A=Dictionary(S=Name.URI, URI=String("https://www.gov.cn/")),
    )
    content = pdf.make_stream(
        b"q 1 0 0 1 10 10 cm /F Do Q q 50 0 0 50 60 10 cm /I Do Q"
        b" q 1 0 0 1 120 10 cm 0 0 100 50 re W n /S sh Q"
        b" /Span /M BDC BT /T3 80 Tf 10 100 Td (aa) Tj ET EMC"
        b" BT /T1 20 Tf 10 270 Td (Words) Tj ET"
        b" /Pattern cs /P scn 120 100 80 80 re f /C cs 0.5 scn 220 100 60 60 re f"
        b" /N cs 0.2 0.7 scn 220 170 60 20 re f /ICC cs 0 1 1 scn 120 190 30 10 re f"
        b" q /V gs 0 g 160 190 30 10 re f Q /G gs 0 g 10 200 280 50 re f"
    )
    for page in pdf.pages:
        page.obj.Contents = content
        page.obj.Resources = Dictionary(
            XObject=Dictionary(F=form, I=picture),
            Font=Dictionary(T3=type3, T1=words),
            Shading=Dictionary(
                S=Dictionary(
                    ShadingType=2,
                    ColorSpace=Name.DeviceRGB,
                    Coords=[0, 0, 100, 0],
                    Function=ramp,
                )
            ),
            Pattern=Dictionary(P=tile),
            ColorSpace=Dictionary(
                C=Array([Name.Separation, Name("/红"), Name.DeviceRGB, ramp]),
                N=_device_n(pdf),
                ICC=Array([Name.ICCBased, profile]),
            ),
            ExtGState=Dictionary(
                G=Dictionary(ca=0.5, TR=samples),
                V=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=veil, TR=samples)),
                H=Dictionary(HT=Dictionary(HalftoneType=1, Frequency=60, Angle=45)),
            ),
            Properties=Dictionary(M=Dictionary(MCID=1)),
        )
        page.obj.Annots = Array([pdf.make_indirect(link)])
        page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    return pdf


def _image(pdf: Pdf, data: bytes, space: Object) -> Object:
    return pdf.make_stream(
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=2,
        Height=2,
        ColorSpace=space,
        BitsPerComponent=8,
    )


def _device_n(pdf: Pdf) -> Object:
    tint = pdf.make_stream(b"{ 0 }", FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1, 0, 1, 0, 1])
    names = Array([Name("/Spot"), Name.Cyan])
    process = Dictionary(ColorSpace=Name.DeviceCMYK, Components=[Name.Cyan])
    attributes = Dictionary(
        Subtype=Name.NChannel,
        Process=process,
        Colorants=Dictionary(),
        MixingHints=Dictionary(Solidities=Dictionary(), PrintingOrder=names),
    )
    return Array([Name.DeviceN, names, Name.DeviceRGB, tint, attributes])


Place = Callable[[Pdf], None]


def _parts(pdf: Pdf) -> dict[str, Object]:
    """Each dictionary and stream that draws, by a name."""
    page = pdf.pages[0].obj
    held = page.Resources
    form, picture = held.XObject.F, held.XObject.I
    states, spaces = held.ExtGState, held.ColorSpace
    return {
        "page": page,
        "resources": held,
        "content": page.Contents,
        "page group": page.Group,
        "form": form,
        "form resources": form.Resources,
        "form group": form.Group,
        "picture": picture,
        "mask": picture.SMask,
        "type3": held.Font.T3,
        "glyphs": held.Font.T3.CharProcs,
        "glyph": held.Font.T3.CharProcs.a,
        "type3 resources": held.Font.T3.Resources,
        "encoding": held.Font.T3.Encoding,
        "unicode": held.Font.T3.ToUnicode,
        "font": held.Font.T1,
        "descriptor": held.Font.T1.FontDescriptor,
        "shading": held.Shading.S,
        "function": held.Shading.S.Function,
        "tile": held.Pattern.P,
        "tile resources": held.Pattern.P.Resources,
        "state": states.G,
        "transfer": states.G.TR,
        "soft mask": states.V.SMask,
        "veil": states.V.SMask.G,
        "veil resources": states.V.SMask.G.Resources,
        "halftone": states.H.HT,
        "profile": spaces.ICC[1],
        "tint": spaces.N[3],
        "attributes": spaces.N[4],
        "process": spaces.N[4].Process,
        "hints": spaces.N[4].MixingHints,
        "solidities": spaces.N[4].MixingHints.Solidities,
        "colorants": spaces.N[4].Colorants,
        "property list": held.Properties.M,
        "link": page.Annots[0],
        "action": page.Annots[0].A,
        "catalogue": pdf.Root,
        "page tree": pdf.Root.Pages,
    }


_KEYS = _words(
    "AF PieceInfo OPI Ref FS F FFilter FDecodeParms Metadata Alternates Measure PtData AA A Next",
    "JS EF PresSteps Popup IRT Parent B Thread PA VP DPart Thumb RichMediaContent XFA Extends",
    "OpenAction Perms DSS Threads Dest SD",
)
_TREES = _words(
    "JavaScript EmbeddedFiles AP Pages Templates IDS URLS AlternatePresentations Renditions",
    "XFAResources",
)


def _put(part: str, key: str) -> Place:
    def place(pdf: Pdf) -> None:
        held = _parts(pdf)[part]
        kind = Random(part + key).randrange(5)
        hidden = Dictionary(S=Name.JavaScript, JS=String(MARK), One=script(), Two=file_in(pdf))
        if kind == 0:
            held[f"/{key}"] = String(f"\\\\server\\{MARK}")
        elif kind == 1:
            held[f"/{key}"] = pdf.make_indirect(Array([file_in(pdf), script(), outside()]))
        elif kind == 2:
            held[f"/{key}"] = file_in(pdf)
        elif kind == 3:
            held[f"/{key}"] = pdf.make_indirect(hidden)
        else:
            held[f"/{key}"] = pdf.make_stream(MARK.encode(), **{"/Type": Name.Metadata})

    return place


def _actions() -> dict[str, Callable[[Pdf], Object]]:
    words = f"\\\\server\\{MARK}"
    plain = {
        "launch": lambda pdf: Dictionary(S=Name.Launch, F=String(words)),
        "launch windows": lambda pdf: Dictionary(
            S=Name.Launch, Win=Dictionary(F=String("cmd.exe"), P=String(words))
        ),
        "launch unix": lambda pdf: Dictionary(S=Name.Launch, Unix=String(words)),
        "go to other": lambda pdf: Dictionary(
            S=Name.GoToR, F=outside(), D=[0, Name.Fit], NewWindow=True
        ),
        "go to embedded": lambda pdf: Dictionary(
            S=Name.GoToE, T=Dictionary(R=Name.C, N=String(MARK), T=Dictionary(R=Name.C, A=0))
        ),
        "named": lambda pdf: Dictionary(S=Name.Named, N=Name.Print),
        "layers": lambda pdf: Dictionary(S=Name.SetOCGState, State=[Name.ON]),
        "hide": lambda pdf: Dictionary(S=Name.Hide, T=String(MARK)),
        "reset": lambda pdf: Dictionary(S=Name.ResetForm),
        "submit": lambda pdf: Dictionary(S=Name.SubmitForm, F=outside()),
        "import": lambda pdf: Dictionary(S=Name.ImportData, F=outside()),
        "rendition": lambda pdf: Dictionary(S=Name.Rendition, OP=0, JS=String(MARK)),
        "sound": lambda pdf: Dictionary(S=Name.Sound, Sound=pdf.make_stream(MARK.encode(), R=8000)),
        "movie": lambda pdf: Dictionary(S=Name.Movie, T=String(MARK)),
        "3d": lambda pdf: Dictionary(S=Name.GoTo3DView, V=Name.F),
        "document part": lambda pdf: Dictionary(S=Name.GoToDp, Dp=Dictionary()),
        "thread": lambda pdf: Dictionary(S=Name.Thread, F=outside(), D=0),
        "rich media": lambda pdf: Dictionary(
            S=Name.RichMediaExecute, CMD=Dictionary(C=String(MARK))
        ),
        "transition": lambda pdf: Dictionary(S=Name.Trans, Trans=Dictionary(S=Name.R)),
        "script in a stream": lambda pdf: Dictionary(
            S=Name.JavaScript, JS=pdf.make_stream(MARK.encode())
        ),
        "unknown": lambda pdf: Dictionary(S=Name("/JZUnknown"), F=String(words)),
        "kind by reference": lambda pdf: Dictionary(
            S=pdf.make_indirect(Name.JavaScript), JS=pdf.make_indirect(String(MARK))
        ),
        "a chain": lambda pdf: Dictionary(
            S=Name.URI,
            URI=String("https://www.gov.cn/"),
            Next=Array([Dictionary(S=Name.GoTo, D=[0, Name.Fit], Next=script())]),
        ),
        "a place with more": lambda pdf: Dictionary(
            S=Name.GoTo, D=[pdf.pages[1].obj, Name.Fit], SD=[file_in(pdf)], Next=script()
        ),
        "a place that is none": lambda pdf: Dictionary(
            S=Name.GoTo, D=Array([file_in(pdf), Name.Fit, script()])
        ),
        "a list": lambda pdf: Array([script(), outside()]),
        "a stream": lambda pdf: pdf.make_stream(
            b"", **{"/S": Name.JavaScript, "/JS": String(MARK)}
        ),
    }
    for address in (
        "javascript:{}",
        " JavaScript:{}",
        "java\nscript:{}",
        "file:///{}",
        "FILE:\\\\server\\{}",
        "\\\\server\\{}",
        "//server/{}",
        "smb://server/{}",
        "vbscript:{}",
        "data:text/html,{}",
        "ms-word:ofe|u|http://{}",
        "search-ms:query={}",
        "shell:{}",
        "ftp://server/{}",
        "{}.exe",
        "../{}.exe",
        "\x00javascript:{}",
        "http\\:{}",
        "jar:http://x/{}",
        "view-source:{}",
    ):
        plain[f"address {address!r}"] = lambda pdf, address=address: Dictionary(
            S=Name.URI, URI=String(address.format(MARK))
        )
    return plain


def _link_to(make: Callable[[Pdf], Object]) -> Place:
    def place(pdf: Pdf) -> None:
        action = make(pdf)
        pdf.pages[0].obj.Annots[0].A = action if action.is_indirect else pdf.make_indirect(action)

    return place


def _in_annotation(make: Callable[[Pdf], Object]) -> Place:
    def place(pdf: Pdf) -> None:
        annotation = make(pdf)
        annotation.Type, annotation.Rect = Name.Annot, Array([20, 20, 60, 60])
        annotation.F = 2  # not printed
        annotation = pdf.make_indirect(annotation)
        if annotation.get(Name.Subtype) == Name.Widget:
            pdf.Root.AcroForm = Dictionary(Fields=[annotation])
        pdf.pages[0].obj.Annots.append(annotation)

    return place


def _annotations() -> dict[str, Callable[[Pdf], Object]]:
    def rich(pdf: Pdf) -> Object:
        assets = Dictionary(Names=[String("a"), file_in(pdf)])
        return Dictionary(
            Subtype=Name.RichMedia,
            RichMediaContent=Dictionary(Assets=assets),
            RichMediaSettings=Dictionary(Activation=Dictionary(Condition=Name.PO)),
        )

    def solid(pdf: Pdf) -> Object:
        model = pdf.make_stream(MARK.encode(), **{"/Subtype": Name.U3D, "/OnInstantiate": script()})
        return Dictionary({"/Subtype": Name("/3D"), "/3DD": model, "/3DA": Dictionary(A=Name.PO)})

    def reply(pdf: Pdf) -> Object:
        first = pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Text, Contents=String(MARK), A=script())
        )
        popup = pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Popup, Parent=first, AA=Dictionary(E=script()))
        )
        return Dictionary(
            Subtype=Name.Text, IRT=first, Popup=popup, Parent=first, AF=[file_in(pdf)]
        )

    return {
        "screen": lambda pdf: Dictionary(
            Subtype=Name.Screen,
            A=script(),
            AA=Dictionary(PO=script()),
            MK=Dictionary(I=file_in(pdf)),
        ),
        "sound": lambda pdf: Dictionary(
            Subtype=Name.Sound, Sound=pdf.make_stream(MARK.encode(), R=8000)
        ),
        "movie": lambda pdf: Dictionary(Subtype=Name.Movie, Movie=Dictionary(F=outside()), A=True),
        "rich media": rich,
        "3d": solid,
        "file": lambda pdf: Dictionary(Subtype=Name.FileAttachment, FS=file_in(pdf)),
        "reply": reply,
        "watermark": lambda pdf: Dictionary(
            Subtype=Name.Watermark, FixedPrint=Dictionary(Type=Name.FixedPrint, X=script())
        ),
        "redaction": lambda pdf: Dictionary(Subtype=Name.Redact, RO=file_in(pdf), A=script()),
        "projection": lambda pdf: Dictionary(Subtype=Name.Projection, ExData=file_in(pdf)),
        "field": lambda pdf: Dictionary(
            Subtype=Name.Widget, FT=Name.Tx, V=String(MARK), AA=Dictionary(K=script(), F=script())
        ),
        "signature": lambda pdf: Dictionary(
            Subtype=Name.Widget,
            FT=Name.Sig,
            V=Dictionary(
                Type=Name.Sig, Contents=String(MARK), Reference=[Dictionary(Data=script())]
            ),
            Lock=Dictionary(X=script()),
        ),
        "no kind": lambda pdf: Dictionary(A=script(), AF=[file_in(pdf)]),
        "kind by reference": lambda pdf: Dictionary(
            Subtype=pdf.make_indirect(Name.Screen), A=script()
        ),
    }


def _named_tree(key: str) -> Place:
    def place(pdf: Pdf) -> None:
        thing = pdf.make_indirect(Dictionary(One=script(), Two=file_in(pdf), S=Name.JavaScript))
        tree = Dictionary({f"/{key}": Dictionary(Names=[String(MARK), thing])})
        pdf.Root.Names = tree

    return place


def _others() -> dict[str, Place]:
    def layers(pdf: Pdf) -> None:
        group = pdf.make_indirect(
            Dictionary(
                Type=Name.OCG,
                Name=String(MARK),
                Usage=Dictionary(
                    Print=Dictionary(PrintState=Name.ON), User=Dictionary(Name=String(MARK))
                ),
                Intent=Name.View,
                AF=[file_in(pdf)],
            )
        )
        pdf.Root.OCProperties = Dictionary(
            OCGs=[group],
            D=Dictionary(
                AS=[Dictionary(Event=Name.Print, OCGs=[group], Category=[Name.Print])],
                Order=[String(MARK), [group]],
            ),
        )
        pdf.pages[0].obj.Resources.XObject.F.OC = Dictionary(Type=Name.OCMD, OCGs=group, A=script())
        pdf.pages[0].obj.Resources.Properties.O = group

    def outline(pdf: Pdf) -> None:
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, A=script()))
        item = pdf.make_indirect(
            Dictionary(
                Title=String("第一章"),
                Parent=pdf.Root.Outlines,
                A=Dictionary(S=Name.GoTo, D=[pdf.pages[0].obj, Name.Fit], Next=script()),
                SE=Dictionary(AF=[file_in(pdf)]),
            )
        )
        pdf.Root.Outlines.First = pdf.Root.Outlines.Last = item

    def structure(pdf: Pdf) -> None:
        element = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.P, AF=[file_in(pdf)], A=script(), C=script())
        )
        pdf.Root.StructTreeRoot = pdf.make_indirect(
            Dictionary(
                Type=Name.StructTreeRoot,
                K=element,
                AF=[file_in(pdf)],
                ClassMap=Dictionary(X=script()),
                ParentTree=Dictionary(Nums=[0, Array([element])]),
                Namespaces=[Dictionary(Schema=outside())],
            )
        )
        pdf.pages[0].obj.StructParents = 0

    def beads(pdf: Pdf) -> None:
        thread = pdf.make_indirect(Dictionary(Type=Name.Thread, I=Dictionary(Title=String(MARK))))
        bead = pdf.make_indirect(
            Dictionary(Type=Name.Bead, T=thread, P=pdf.pages[0].obj, A=script())
        )
        bead.N = bead.V = bead
        thread.F = bead
        pdf.Root.Threads = Array([thread])
        pdf.pages[0].obj.B = Array([bead])

    def intents(pdf: Pdf) -> None:
        pdf.Root.OutputIntents = Array(
            [
                Dictionary(
                    Type=Name.OutputIntent,
                    S=Name.GTS_PDFX,
                    DestOutputProfileRef=Dictionary(URLs=[outside()]),
                    Info=String(MARK),
                )
            ]
        )

    def rights(pdf: Pdf) -> None:
        signature = pdf.make_indirect(Dictionary(Type=Name.Sig, Contents=String(MARK), A=script()))
        pdf.Root.Perms = Dictionary(UR3=signature, DocMDP=signature)
        pdf.Root.DSS = Dictionary(Certs=[pdf.make_stream(MARK.encode())])
        pdf.Root.Legal = Dictionary(JavaScriptActions=1, Attestation=String(MARK))
        pdf.Root.Requirements = Array([Dictionary(S=Name.EnableJavaScripts, RH=[script()])])

    def form(pdf: Pdf) -> None:
        field = pdf.make_indirect(
            Dictionary(FT=Name.Tx, T=String("a"), V=String(MARK), AA=Dictionary(C=script()))
        )
        pdf.Root.AcroForm = Dictionary(
            Fields=[field],
            CO=[field],
            SigFlags=3,
            DA=String("/Helv 0 Tf"),
            DR=Dictionary(X=script()),
        )

    def annotations_above(pdf: Pdf) -> None:
        screen = Dictionary(Type=Name.Annot, Subtype=Name.Screen, Rect=[0, 0, 9, 9], A=script())
        pdf.Root.Pages.Annots = Array([screen])
        pdf.Root.Pages.AA = Dictionary(O=script())
        pdf.Root.Pages.AF = Array([file_in(pdf)])

    def resources_above(pdf: Pdf) -> None:
        held = pdf.make_indirect(pdf.pages[0].obj.Resources)
        held.XObject.F.Ref = Dictionary(F=outside(), Page=0)
        held.JZ = script()
        pdf.Root.Pages.Resources = held
        for page in pdf.pages:
            del page.obj.Resources

    def one_thing_in_two_places(pdf: Pdf) -> None:
        """A font that is a graphics state and a property list, too."""
        held = pdf.pages[0].obj.Resources
        held.Font.T3.AF = Array([file_in(pdf)])
        held.Properties.X, held.ExtGState.X, held.Shading.X = (held.Font.T3,) * 3

    def a_page_behind(pdf: Pdf) -> None:
        stray = pdf.make_indirect(
            Dictionary(Type=Name.Page, AA=Dictionary(O=script()), Annots=[], AF=[file_in(pdf)])
        )
        pdf.pages[0].obj.Annots[0].P = stray
        pdf.pages[0].obj.Resources.XObject.F.Parent = stray
        pdf.pages[0].obj.Resources.Properties.M.Pg = stray

    def postscript(pdf: Pdf) -> None:
        program = pdf.make_stream(
            MARK.encode(),
            Type=Name.XObject,
            Subtype=pdf.make_indirect(Name.PS),
            Level1=pdf.make_stream(MARK.encode()),
        )
        pdf.pages[0].obj.Resources.XObject.PS = program
        pdf.pages[0].obj.Resources.XObject.F.PS = program
        pdf.pages[0].obj.Resources.XObject.F.Subtype2 = Name.PS

    def odd_keys(pdf: Pdf) -> None:
        key = b"/\xff\xfe\x80"
        for part in ("page", "form", "catalogue", "page tree", "link", "type3", "state", "action"):
            set_entry(_parts(pdf)[part], key, Array([script(), file_in(pdf)]))

    def circles(pdf: Pdf) -> None:
        tree = pdf.make_indirect(Dictionary(A=script()))
        tree.Kids = Array([tree, tree])
        pdf.Root.Names = Dictionary(Dests=tree, EmbeddedFiles=tree)
        pdf.pages[0].obj.Annots[0].Dest = String("x")

    def drawing_of_link(pdf: Pdf) -> None:
        look = pdf.make_stream(
            b"",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=[0, 0, 9, 9],
            **{"/F": String(f"\\\\server\\{MARK}"), "/FFilter": Name.FlateDecode},
        )
        pdf.pages[0].obj.Annots[0].AP = Dictionary(N=look, D=file_in(pdf), R=script())

    def halftone_outside(pdf: Pdf) -> None:
        threshold = pdf.make_stream(
            b"\x80", HalftoneType=6, Width=1, Height=1, **{"/F": String(MARK), "/FS": String(MARK)}
        )
        pdf.pages[0].obj.Resources.ExtGState.H.HT = threshold

    def types(pdf: Pdf) -> None:
        """What draws says that it is a file or an action."""
        parts = _parts(pdf)
        for part in ("picture", "form", "content", "tile", "type3", "state", "profile", "mask"):
            parts[part].Type = Name.Filespec
        parts["unicode"].Type = Name.EmbeddedFile
        parts["page group"].Type = Name.Action
        parts["form group"].S = Name.JavaScript
        parts["property list"].Type, parts["property list"].Subtype = Name.F, Name.Screen
        parts["link"].BS = Dictionary(S=Name.Launch, W=0)

    return {
        "layers": layers,
        "outline": outline,
        "structure": structure,
        "beads": beads,
        "output intents": intents,
        "rights": rights,
        "form": form,
        "annotations above the pages": annotations_above,
        "resources above the pages": resources_above,
        "one thing in two places": one_thing_in_two_places,
        "a page behind": a_page_behind,
        "postscript": postscript,
        "odd keys": odd_keys,
        "circles": circles,
        "drawing of a link": drawing_of_link,
        "halftone outside": halftone_outside,
        "false types": types,
    }


def _places() -> Iterator[tuple[str, Place]]:
    probe = base_pdf()
    for number, part in enumerate(_parts(probe)):
        for turn in range(3):
            key = _KEYS[(number * 3 + turn) % len(_KEYS)]
            if part in ("page", "page tree") and key == "Parent":
                key = "AA"
            yield f"{part} /{key}", _put(part, key)
    for given, make in _actions().items():
        yield f"link: {given}", _link_to(make)
    for given, make in _annotations().items():
        yield f"annotation: {given}", _in_annotation(make)
    for tree in [
        "JavaScript",
        "EmbeddedFiles",
        "AP",
        "Pages",
        "Templates",
        "IDS",
        "URLS",
        "AlternatePresentations",
        "Renditions",
        "XFAResources",
    ]:
        yield f"names: {tree}", _named_tree(tree)
    yield from _others().items()


#: Where something hides; each takes a file from ``base_pdf`` and hides something in it.
PLACES: dict[str, Place] = dict(_places())


#: With these the file itself is at odds with what it draws; the pages may look different then.
DRAWN = frozenset({"one thing in two places"})


# --- how a file is written ---------------------------------------------------------------------


class _Writer:
    """Writes the objects of a PDF by itself, as odd as the syntax allows."""

    def __init__(self, random: Random, *, escaped: bool = False, split: bool = False) -> None:
        self._random = random
        self._escaped = escaped
        self._split = split
        self._more: dict[int, bytes] = {}
        self._next = 0

    def objects(self, pdf: Pdf) -> dict[int, bytes]:
        self._next = len(pdf.objects) + 1
        found = {
            one.objgen[0]: self.written(one, top=True) for one in pdf.objects if one is not None
        }
        return {**found, **self._more}

    def written(self, thing: object, *, top: bool = False) -> bytes:
        if not top and isinstance(thing, Object) and thing.is_indirect:
            return b"%d 0 R" % thing.objgen[0]
        if isinstance(thing, Stream):
            raw = thing.read_raw_bytes()
            held = {key: value for key, value in thing.items() if key != "/Length"}
            body = self._dictionary(held, b"/Length %d" % len(raw), whole=True)
            return body + b"\nstream\r\n" + raw + b"\nendstream"
        if isinstance(thing, Dictionary):
            return self._dictionary(dict(thing.items()))
        if isinstance(thing, Array):
            return b"[" + b" ".join(self.written(one) for one in thing) + b"]"
        if isinstance(thing, Name):
            return self._name(bytes(thing))
        if isinstance(thing, String):
            return b"<" + bytes(thing).hex().encode() + b">"
        return (
            Object.unparse(thing)
            if isinstance(thing, Object)
            else pikepdf.unparse_content_stream([([thing], pikepdf.Operator("x"))]).rpartition(
                b" x"
            )[0]
        )

    def _dictionary(
        self, held: dict[str, object], more: bytes = b"", *, whole: bool = False
    ) -> bytes:
        out = []
        for key, value in held.items():
            name = self._name(key.encode("utf-8", "surrogateescape"))
            shown = self.written(value)
            if self._split and not whole and not shown.endswith(b" R"):
                shown = self._apart(shown)
            out.append(name + b" " + shown)
        return b"<<" + b"%\r".join([*out, more]) + b">>"

    def _apart(self, shown: bytes) -> bytes:
        number, self._next = self._next, self._next + 1
        self._more[number] = shown
        return b"%d 0 R" % number

    def _name(self, name: bytes) -> bytes:
        out = b"/"
        for byte in name[1:]:
            plain = 33 <= byte <= 126 and byte not in b"#()<>[]{}/%"
            if plain and not (self._escaped and self._random.random() < 0.5):
                out += bytes([byte])
            else:
                out += b"#%02X" % byte
        return out


def _table(objects: dict[int, bytes], root: int, more: bytes = b"", head: bytes = b"") -> bytes:
    """A whole file with a table of its objects."""
    out = io.BytesIO()
    out.write(head or b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    _section(out, objects, root, more)
    return out.getvalue()


def _section(out: io.BytesIO, objects: dict[int, bytes], root: int, more: bytes = b"") -> int:
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = out.tell()
        out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    at = out.tell()
    out.write(b"xref\n0 1\n0000000000 65535 f \n")
    for number, place in places.items():
        out.write(b"%d 1\n%010d 00000 n \n" % (number, place))
    size = max(objects) + 1
    out.write(
        b"trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, more, at)
    )
    return at


def _plain(pdf: Pdf, clean: Pdf, random: Random) -> bytes:
    return _table(_Writer(random).objects(pdf), pdf.Root.objgen[0])


def _escaped(pdf: Pdf, clean: Pdf, random: Random) -> bytes:
    return _table(_Writer(random, escaped=True).objects(pdf), pdf.Root.objgen[0])


def _by_reference(pdf: Pdf, clean: Pdf, random: Random) -> bytes:
    """Every value of every dictionary, kinds too, is an object of its own."""
    return _table(_Writer(random, split=True, escaped=True).objects(pdf), pdf.Root.objgen[0])


def _packed(pdf: Pdf, clean: Pdf, random: Random) -> bytes:
    """Objects in object streams that extend each other."""
    objects = _Writer(random, escaped=True).objects(pdf)
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    rows: dict[int, tuple[int, int, int]] = {}
    inside = [number for number, body in objects.items() if b"\nstream\r\n" not in body]
    holder = max(objects) + 1
    for number, body in objects.items():
        if number not in inside:
            rows[number] = (1, out.tell(), 0)
            out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    half = len(inside) // 2
    for turn, group in enumerate((inside[:half], inside[half:])):
        index, data = b"", b""
        for place, number in enumerate(group):
            index += b"%d %d " % (number, len(data))
            data += objects[number] + b" "
            rows[number] = (2, holder + turn, place)
        extends = b"/Extends %d 0 R" % holder if turn else b""
        rows[holder + turn] = (1, out.tell(), 0)
        body = index + data
        out.write(
            b"%d 0 obj\n<</Type/ObjStm/N %d/First %d/Length %d%s>>\nstream\n"
            % (holder + turn, len(group), len(index), len(body), extends)
            + body
            + b"\nendstream\nendobj\n"
        )
    _cross_stream(out, rows, holder + 2, b"/Root %d 0 R" % pdf.Root.objgen[0])
    return out.getvalue()


def _cross_stream(
    out: io.BytesIO, rows: dict[int, tuple[int, int, int]], number: int, more: bytes
) -> int:
    at = out.tell()
    rows = {0: (0, 0, 255), **rows, number: (1, at, 0)}
    index = b" ".join(b"%d 1" % one for one in sorted(rows))
    data = b"".join(
        bytes([rows[one][0]]) + rows[one][1].to_bytes(4, "big") + bytes([rows[one][2] % 256])
        for one in sorted(rows)
    )
    out.write(
        b"%d 0 obj\n<</Type/XRef/W[1 4 1]/Index[%s]/Size %d/Length %d%s>>\nstream\n"
        % (number, index, number + 1, len(data), more)
        + data
        + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % at
    )
    return at


def _hybrid(pdf: Pdf, clean: Pdf, random: Random) -> bytes:
    """What old readers do not see stands in a stream of cross references."""
    objects = _Writer(random).objects(pdf)
    out = io.BytesIO(b"%PDF-1.5\n")
    out.seek(0, io.SEEK_END)
    rows: dict[int, tuple[int, int, int]] = {}
    hidden = [number for number, body in objects.items() if MARK.encode().hex().encode() in body]
    for number in hidden:
        rows[number] = (1, out.tell(), 0)
        out.write(b"%d 0 obj\n" % number + objects[number] + b"\nendobj\n")
    at = _cross_stream(out, rows, max(objects) + 1, b"")
    left = {number: body for number, body in objects.items() if number not in hidden}
    if pdf.Root.objgen[0] not in left:
        left = objects
    _section(out, left, pdf.Root.objgen[0], b"/XRefStm %d" % at)
    return out.getvalue()


def _updated(pdf: Pdf, clean: Pdf, random: Random) -> bytes:
    """A harmless file, and an update that changes it."""
    out = io.BytesIO(_table(_Writer(random).objects(clean), clean.Root.objgen[0]))
    before = out.getvalue()
    out.seek(0, io.SEEK_END)
    at = int(before.rpartition(b"startxref\n")[2].split()[0])
    _section(out, _Writer(random).objects(pdf), pdf.Root.objgen[0], b"/Prev %d" % at)
    return out.getvalue()


def _shadowed(pdf: Pdf, clean: Pdf, random: Random) -> bytes:
    """A hostile file, and an update that only looks as if it took it back."""
    out = io.BytesIO(_table(_Writer(random).objects(pdf), pdf.Root.objgen[0]))
    before = out.getvalue()
    out.seek(0, io.SEEK_END)
    at = int(before.rpartition(b"startxref\n")[2].split()[0])
    objects = _Writer(random).objects(clean)
    numbers = sorted(objects)
    left = {n: objects[n] for n in numbers if random.random() < 0.7 or n == clean.Root.objgen[0]}
    _section(out, left, clean.Root.objgen[0], b"/Prev %d" % at)
    return out.getvalue()


def _lost_table(pdf: Pdf, clean: Pdf, random: Random) -> bytes:
    whole = _plain(pdf, clean, random)
    return whole.rpartition(b"startxref")[0] + b"startxref\n7\n%%EOF\n"


def _no_table(pdf: Pdf, clean: Pdf, random: Random) -> bytes:
    whole = _plain(pdf, clean, random)
    return whole[: whole.rindex(b"xref\n0 1")] + b"trailer<</Root %d 0 R>>" % pdf.Root.objgen[0]


def _wrong_table(pdf: Pdf, clean: Pdf, random: Random) -> bytes:
    whole = _plain(pdf, clean, random)
    at = whole.rindex(b"xref\n0 1")
    return whole[:at] + whole[at:].replace(b"00000 n", b"00001 n", 4)


def _behind_other_bytes(pdf: Pdf, clean: Pdf, random: Random) -> bytes:
    head = b"GIF89a" + b"\n" * 300 + b"%PDF-1.7\n"
    return _table(_Writer(random).objects(pdf), pdf.Root.objgen[0], head=head)


def _saved(**how: Any) -> Callable[[Pdf, Pdf, Random], bytes]:
    def write(pdf: Pdf, clean: Pdf, random: Random) -> bytes:
        out = io.BytesIO()
        pdf.save(out, fix_metadata_version=False, **how)
        return out.getvalue()

    return write


#: How a file is written: from the hostile file, the same file while it was harmless, and chance.
WRITINGS: dict[str, Callable[[Pdf, Pdf, Random], bytes]] = {
    "plain": _plain,
    "escaped names": _escaped,
    "by reference": _by_reference,
    "object streams": _packed,
    "hybrid": _hybrid,
    "updated": _updated,
    "shadowed": _shadowed,
    "lost table": _lost_table,
    "no table": _no_table,
    "wrong table": _wrong_table,
    "behind other bytes": _behind_other_bytes,
    "locked 40": _saved(
        encryption=pikepdf.Encryption(owner="o", user="", R=2, aes=False, metadata=False)
    ),
    "locked 256": _saved(encryption=pikepdf.Encryption(owner="o", user="", R=6)),
    "linear": _saved(linearize=True),
}


def hostile_pdf(place: str, writing: str, random: Random) -> bytes:
    """A PDF with something hidden at a place."""
    clean, pdf = base_pdf(), base_pdf()
    PLACES[place](pdf)
    return WRITINGS[writing](pdf, clean, random)
