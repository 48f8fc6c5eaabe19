"""Forms and annotations as they are bound: what prints, drawn as readers draw it."""

from functools import partial

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from app.problems import ProblemKind
from tests.support.documents.pdf_forms import (
    COMB,
    COMBO,
    HIDDEN,
    MULTILINE,
    NO_VIEW,
    PASSWORD,
    PRINT,
    PUSH_BUTTON,
    RADIO,
    annotated_pdf,
    annotation,
    button,
    drawn,
    field,
    stamp,
)
from tests.support.pdf_look import bound, ink, inside, places_on, words_on

BOX = (100, 600, 300, 620)
SQUARE = (100, 600, 120, 620)


@pytest.mark.parametrize("redraw", [None, False, True])
@pytest.mark.parametrize("own_fonts", [True, False])
def test_ticks_stamps_and_seals_stay(tmp_path, redraw, own_fonts):
    seal_at, stamp_at, off_at = (300, 300, 400, 400), (100, 300, 200, 400), (100, 500, 120, 520)

    def seal(pdf):
        look = drawn(pdf, b"BT /F 20 Tf 4 40 Td (SEAL) Tj ET", 100, 100, {"F": "Helvetica"})
        value = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"))
        return field(pdf, "Sig", seal_at, AP=Dictionary(N=look), V=value)

    made = bound(
        annotated_pdf(
            tmp_path / "a.pdf",
            partial(button, rect=SQUARE, state="Yes", own_fonts=own_fonts),
            partial(button, rect=off_at, state="Off", own_fonts=own_fonts),
            seal,
            partial(stamp, words="STAMP", rect=stamp_at),
            redraw=redraw,
            fonts={"ZaDb": "ZapfDingbats"},
        )
    )
    assert {"SEAL", "STAMP"} <= set(words_on(made.target).split())
    assert ink(made.target, inside(SQUARE, 3)) > 0.1  # the tick, in its own font
    assert ink(made.target, inside(off_at, 3)) == 0
    assert ink(made.target, off_at) > 0.05  # its frame
    with pikepdf.open(made.target) as pdf:
        fonts = {
            str(font.BaseFont)
            for scope in pdf.content_scopes()
            if scope.resources is not None
            for font in scope.resources.get(Name.Font, Dictionary()).as_dict().values()
        }
        assert "/ZapfDingbats" in fonts
        assert Name.Annots not in pdf.pages[0].obj
        assert Name.AcroForm not in pdf.Root


def test_the_chosen_radio_button_shows_by_the_value_of_its_group(tmp_path):
    def one(pdf, state, rect, group):
        looks = {
            f"/{state}": drawn(pdf, b"0 0 20 20 re f", 20, 20),
            "/Off": drawn(pdf, b"", 20, 20),
        }
        made = field(pdf, "Btn", rect, AP=Dictionary(N=Dictionary(looks)))
        if not group:
            group.append(pdf.make_indirect(Dictionary(FT=Name.Btn, Ff=RADIO, V=Name.B)))
        made.Parent = group[0]
        del made["/FT"]
        return made

    group = []
    first, second = SQUARE, (200, 600, 220, 620)
    made = bound(
        annotated_pdf(
            tmp_path / "a.pdf",
            lambda pdf: one(pdf, "A", first, group),
            lambda pdf: one(pdf, "B", second, group),
            redraw=True,
        )
    )
    assert ink(made.target, first) == 0
    assert ink(made.target, second) > 0.9


def text_field(text, **entries):
    return lambda pdf: field(pdf, "Tx", BOX, V=text, **entries)


def test_stale_values_are_drawn_anew_only_where_the_form_asks_for_it(tmp_path):
    def old(pdf):
        look = drawn(pdf, b"BT /F 12 Tf 2 5 Td (OLD) Tj ET", 200, 20, {"F": "Helvetica"})
        return field(pdf, "Tx", BOX, V="NEW 新值", AP=Dictionary(N=look))

    kept = bound(annotated_pdf(tmp_path / "a.pdf", old, redraw=False))
    assert "OLD" in words_on(kept.target)
    redrawn = bound(annotated_pdf(tmp_path / "b.pdf", old, redraw=True))
    assert "NEW 新值" in words_on(redrawn.target)
    assert "OLD" not in words_on(redrawn.target)


def test_an_emptied_field_shows_nothing_when_drawn_anew(tmp_path):
    def emptied(pdf):
        look = drawn(pdf, b"BT /F 12 Tf 2 5 Td (OLD) Tj ET", 200, 20, {"F": "Helvetica"})
        return field(pdf, "Tx", BOX, AP=Dictionary(N=look))

    made = bound(annotated_pdf(tmp_path / "a.pdf", emptied, redraw=True))
    assert "OLD" not in words_on(made.target)


@pytest.mark.parametrize(("align", "low", "high"), [(0, 100, 110), (1, 190, 210), (2, 290, 300)])
def test_alignment(tmp_path, align, low, high):
    made = bound(annotated_pdf(tmp_path / "a.pdf", text_field("1", Q=align)))
    ((x, y),) = places_on(made.target)["1"]
    assert low < x < high
    assert 603 < y < 617


def test_alignment_may_be_the_form_s(tmp_path):
    path = annotated_pdf(tmp_path / "a.pdf", text_field("1"))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.AcroForm.Q = 2
        pdf.save(path)
    ((x, _),) = places_on(bound(path).target)["1"]
    assert 290 < x < 300


def test_a_comb_gives_each_character_its_cell(tmp_path):
    look = Dictionary(BC=[0, 0, 1])
    path = annotated_pdf(tmp_path / "a.pdf", text_field("4128", Ff=COMB, MaxLen=5, MK=look))
    made = bound(path)
    places = places_on(made.target)
    middles = [places[figure][0][0] for figure in "4128"]
    assert middles == pytest.approx([120, 160, 200, 240], abs=2)
    for border in (140, 180, 220, 260):
        assert ink(made.target, (border - 1, 602, border + 1, 618)) > 0.3


def test_several_lines_stay_within_their_field(tmp_path):
    words = "第一行的内容很长，需要在框内换行，还要能看清。\r第二段"
    made = bound(
        annotated_pdf(
            tmp_path / "a.pdf",
            lambda pdf: field(pdf, "Tx", (100, 500, 220, 560), V=words, Ff=MULTILINE),
        )
    )
    places = places_on(made.target)
    assert all(100 < x < 220 and 500 < y < 560 for x, y in places["第"])
    assert places["二"][0][1] < places["一"][0][1] - 10


def test_a_password_is_never_written_out(tmp_path):
    made = bound(annotated_pdf(tmp_path / "a.pdf", text_field("abc", Ff=PASSWORD), redraw=True))
    assert "***" in words_on(made.target)
    assert "abc" not in words_on(made.target)


CHOICES = Array(
    [Array([String("1"), String("不合格")]), Array([String("2"), String("合格")]), String("待定")]
)


@pytest.mark.parametrize(
    ("value", "shown"), [("2", "合格"), ("1", "不合格"), ("待定", "待定"), ("另写", "另写")]
)
def test_a_choice_shows_its_words_and_not_its_code(tmp_path, value, shown):
    made = bound(
        annotated_pdf(
            tmp_path / "a.pdf", lambda pdf: field(pdf, "Ch", BOX, Ff=COMBO, Opt=CHOICES, V=value)
        )
    )
    assert words_on(made.target).split() == ["正文", shown]


def test_a_list_shows_its_choices_with_the_chosen_ones_marked(tmp_path):
    box = (100, 500, 300, 560)
    chosen = Array([String("2"), String("待定")])
    made = bound(
        annotated_pdf(tmp_path / "a.pdf", lambda pdf: field(pdf, "Ch", box, Opt=CHOICES, V=chosen))
    )
    assert words_on(made.target).split() == ["正文", "不合格", "合格", "待定"]
    y = {word: places_on(made.target)[word][0][1] for word in "待"}
    assert ink(made.target, (250, y["待"] - 4, 290, y["待"] + 4)) > 0.9
    assert ink(made.target, (250, 546, 290, 554)) == 0


@pytest.mark.parametrize("mark", ["4", "8", "H", "l", "n", "u", ""])
@pytest.mark.parametrize("redraw", [False, True])
def test_a_tick_without_a_drawing_is_drawn(tmp_path, mark, redraw):
    look = Dictionary(BC=[0], CA=String(mark)) if mark else Dictionary(BC=[0])
    off_at = (200, 600, 220, 620)

    def box(pdf, rect, state):
        return field(pdf, "Btn", rect, MK=look, AS=Name(state), V=Name(state))

    made = bound(
        annotated_pdf(
            tmp_path / "a.pdf",
            partial(box, rect=SQUARE, state="/Yes"),
            partial(box, rect=off_at, state="/Off"),
            redraw=redraw,
        )
    )
    assert ink(made.target, inside(SQUARE, 3)) > 0.1
    assert ink(made.target, inside(off_at, 3)) == 0
    assert ink(made.target, off_at) > 0.05


def test_frames_colours_and_captions_are_drawn(tmp_path):
    look = Dictionary(BC=[0, 0, 0], BG=[1, 0, 0], CA=String("提交审批"))
    made = bound(
        annotated_pdf(
            tmp_path / "a.pdf", lambda pdf: field(pdf, "Btn", BOX, Ff=PUSH_BUTTON, MK=look)
        )
    )
    assert "提交审批" in words_on(made.target)
    with pypdfium2.PdfDocument(made.target) as document:
        image = document[0].render(scale=1).to_pil().convert("RGB")
    assert image.getpixel((110, 842 - 610)) == (255, 0, 0)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_field_is_drawn_turned(tmp_path, turn):
    box = (300, 500, 420, 620)
    made = bound(
        annotated_pdf(
            tmp_path / "a.pdf",
            lambda pdf: field(pdf, "Tx", box, V="Ax", MK=Dictionary(R=turn)),
        )
    )
    places = places_on(made.target)
    (ax, ay), (xx, xy) = places["A"][0], places["x"][0]
    step = (round((xx - ax) / 8), round((xy - ay) / 8))
    assert step == {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[turn]
    assert all(300 < x < 420 and 500 < y < 620 for x, y in ((ax, ay), (xx, xy)))


def test_what_does_not_print_is_not_bound(tmp_path):
    def note(pdf, words, flags, y):
        return stamp(pdf, words, (300, y, 400, y + 40), flags)

    made = bound(
        annotated_pdf(
            tmp_path / "a.pdf",
            partial(note, words="PRINTED", flags=PRINT, y=100),
            partial(note, words="NOVIEW", flags=PRINT | NO_VIEW, y=200),
            partial(note, words="SCREEN", flags=0, y=300),
            partial(note, words="HIDDEN", flags=PRINT | HIDDEN, y=400),
            lambda pdf: field(pdf, "Tx", BOX, flags=0, V="UNPRINTED"),
            lambda pdf: field(
                pdf,
                "Btn",
                SQUARE,
                flags=0,
                Ff=PUSH_BUTTON,
                AP=Dictionary(N=drawn(pdf, b"0 0 20 20 re f", 20, 20)),
            ),
            redraw=True,
        )
    )
    assert set(words_on(made.target).split()) == {"正文", "PRINTED", "NOVIEW"}
    assert ink(made.target, SQUARE) == 0
    # The button is for the screen only, and hidden things are nobody's loss.
    assert [(note.kind, note.detail) for note in made.notes] == [
        (ProblemKind.NOT_PRINTED, {"count": 2})
    ]


def test_a_field_without_flags_is_bound_and_a_button_without_flags_is_not(tmp_path):
    def unflagged(pdf, kind, rect, **entries):
        made = field(pdf, kind, rect, **entries)
        del made.F
        return made

    button_at = (300, 300, 400, 340)
    made = bound(
        annotated_pdf(
            tmp_path / "a.pdf",
            partial(unflagged, kind="Btn", rect=SQUARE, AS=Name.Yes, V=Name.Yes),
            partial(unflagged, kind="Tx", rect=(200, 600, 300, 620), V="已填"),
            partial(unflagged, kind="Btn", rect=button_at, Ff=PUSH_BUTTON, MK=Dictionary(BG=[0])),
            redraw=True,
        )
    )
    assert ink(made.target, SQUARE) > 0.1
    assert words_on(made.target).split() == ["正文", "已填"]
    assert ink(made.target, button_at) == 0
    assert made.notes == ()


def test_links_stay_links(tmp_path):
    link = {"A": Dictionary(S=Name.URI, URI=String("https://www.gov.cn/"))}
    made = bound(
        annotated_pdf(
            tmp_path / "a.pdf",
            partial(annotation, kind="Link", rect=BOX, **link),
            partial(stamp, words="STAMP", rect=(300, 100, 400, 140)),
        )
    )
    with pikepdf.open(made.target) as pdf:
        assert [one.Subtype for one in pdf.pages[0].Annots] == [Name.Link]
        assert str(pdf.pages[0].Annots[0].A.URI) == "https://www.gov.cn/"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "content", [b"q q 0.2 0 0 0.2 50 50 cm", b"BT /F 3 Tf 9 0 0 9 1 1 Tm", b"Q Q"]
)
def test_fields_find_their_place_whatever_the_page_leaves_open(tmp_path, turn, content):
    path = annotated_pdf(
        tmp_path / "a.pdf", text_field("1"), partial(stamp, words="S", rect=(300, 100, 400, 140))
    )
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0]
        page.obj.Contents = Array([page.obj.Contents, pdf.make_stream(content)])
        page.obj.Rotate = turn
        pdf.save(path)
    made = bound(path)
    places = places_on(made.target)
    assert places["1"] == [pytest.approx((105, 610), abs=4)]
    assert places["S"] == [pytest.approx((310, 124), abs=4)]
    assert "正文" in words_on(made.target)
    with pikepdf.open(made.target) as pdf:
        assert pdf.pages[0].obj.get(Name.Rotate, 0) == turn
