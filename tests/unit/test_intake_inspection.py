"""What intake finds out about a file before it is stored."""

import pickle
import zipfile
from datetime import date
from random import Random

import pytest
from PIL import Image, ImageDraw, ImageFilter

from app.guessing.guess import GuessSource
from app.intake.inspection import InspectionOrder, inspect, inspect_name_only
from app.isolation import Overdue
from app.problems import ProblemKind
from app.reading.pictures import is_blurred
from app.web_origin import ORIGIN_FIELDS
from tests.support import compound, documents
from tests.support.documents.embedded import bare_word, chunk, paragraph, run
from tests.support.documents.word_xml import flat_word, word_2003

TODAY = date(2026, 11, 22)


def look(path, name=None):
    found = inspect(InspectionOrder(path, name or path.name, TODAY))
    return pickle.loads(pickle.dumps(found))  # it travels between processes


@pytest.mark.parametrize("kind", ["text", "spreadsheet", "presentation"])
def test_flat_open_document_is_no_damage(tmp_path, kind):
    space = "urn:oasis:names:tc:opendocument:xmlns"
    path = tmp_path / f"a.fod{kind[0]}"
    path.write_text(
        '<?xml version="1.0"?><office:document office:version="1.2" '
        f'xmlns:office="{space}:office:1.0" xmlns:text="{space}:text:1.0" '
        f'xmlns:table="{space}:table:1.0" '
        f'office:mimetype="application/vnd.oasis.opendocument.{kind}"><office:body><office:{kind}>'
        '<table:table table:name="表"><table:table-row><table:table-cell '
        'office:value-type="string"><text:p>甲</text:p></table:table-cell></table:table-row>'
        f"</table:table></office:{kind}></office:body></office:document>",
        "utf-8",
    )
    assert kinds(look(path)) == []


def test_open_document_whose_parts_are_not_packed_is_no_damage(tmp_path):
    packed = documents.open_document(tmp_path / "a.odt", "关于开展执法检查的通知")
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(tmp_path / "b.odt", "w") as new:
        parts = {name: old.read(name) for name in old.namelist()}
        parts["settings.xml"] = b"<office:document-settings/>"
        for name in ("mimetype", "settings.xml", *parts):
            if name not in new.namelist():
                new.writestr(name, parts[name])
    inspected = look(tmp_path / "b.odt")
    assert kinds(inspected) == []
    assert values(inspected)["title"] == "关于开展执法检查的通知"


def test_rare_characters_of_rtf_are_read_whole(tmp_path):
    path = tmp_path / "a.rtf"
    halves = b"".join(b"\\u%d?" % (unit - 0x10000) for unit in (0xD842, 0xDFB7))
    path.write_bytes(b"{\\rtf1\\ansi\\ansicpg936 A " + halves + b"\\par}")
    assert look(path).problems == ()
    half = tmp_path / "b.rtf"
    half.write_bytes(b"{\\rtf1\\ansi\\ansicpg936 A \\u-10174? B\\par}")
    assert "D842" not in str(look(half).problems)


def kinds(found):
    return [problem.kind for problem in found.problems]


def values(found):
    told = found.guess.found()
    return {field: value.value for field, value in told if field not in ORIGIN_FIELDS}


LINES = (
    "示例县司法局文件",
    "示司〔2021〕12号",
    "关于开展法治宣传工作的通知",
    "各单位：",
    "现将有关事项通知如下。",
    "示例县司法局",
    "2021年4月9日",
)
EXPECTED = {
    "title": "关于开展法治宣传工作的通知",
    "doc_number": "示司〔2021〕12号",
    "issuer": "示例县司法局",
    "doc_date": "2021-04-09",
}


def make_letter(path):
    text = "\n".join(LINES)
    match path.suffix:
        case ".docx":
            return documents.word(path, LINES)
        case ".pdf":
            return documents.text_pdf(path, [text])
        case ".ofd":
            return documents.ofd(path, [LINES[2]])
        case ".odt":
            return documents.open_document(path, LINES[2])
        case ".rtf":
            return documents.rtf(path, LINES[2])
        case ".html":
            return documents.html(path, "".join(f"<p>{line}</p>" for line in LINES))
        case ".mht":
            return documents.mht(path, "".join(f"<p>{line}</p>" for line in LINES))
        case ".txt":
            return documents.text(path, text, "gb18030")
        case ".xlsx":
            return documents.spreadsheet(path, [["法治宣传工作情况统计表"], ["序号", "单位"]])
        case ".odp":
            return documents.open_document(path, "法治宣传工作汇报材料")
        case ".ppt":
            return compound.old_slides(path, ["法治宣传工作汇报材料"])
        case ".xls":
            return compound.old_workbook(path, ["法治宣传工作情况统计表", "序号"])
        case _:
            return compound.old_word(path, text)


@pytest.mark.parametrize("suffix", ["docx", "pdf", "html", "mht", "txt", "doc", "wps"])
def test_a_letter_is_recognised_in_every_format(tmp_path, suffix):
    found = look(make_letter(tmp_path / f"扫描0001.{suffix}"))
    assert values(found) == EXPECTED
    described = [value for name, value in found.guess.found() if name not in ORIGIN_FIELDS]
    assert {value.source for value in described} == {GuessSource.CONTENT}
    assert kinds(found) == []


@pytest.mark.parametrize("suffix", ["ofd", "odt", "rtf"])
def test_a_heading_is_recognised(tmp_path, suffix):
    found = look(make_letter(tmp_path / f"1.{suffix}"))
    assert values(found)["title"] == LINES[2]


@pytest.mark.parametrize(
    ("suffix", "title"),
    [
        ("xlsx", "法治宣传工作情况统计表"),
        ("xls", "法治宣传工作情况统计表"),
        ("ppt", "法治宣传工作汇报材料"),
        ("odp", "法治宣传工作汇报材料"),
    ],
)
def test_tables_and_slides_are_called_by_their_heading(tmp_path, suffix, title):
    assert values(look(make_letter(tmp_path / f"1.{suffix}")))["title"] == title


@pytest.mark.parametrize(
    "suffix",
    ["docx", "pdf", "html", "mht", "txt", "doc", "xls", "ppt", "xlsx", "ofd", "odt", "rtf"],
)
def test_a_mark_of_secrecy_is_found_in_every_format(tmp_path, suffix):
    path = tmp_path / f"扫描0001.{suffix}"
    mark = "机密★1年"
    match suffix:
        case "docx":
            documents.word(path, (mark, *LINES))
        case "pdf":
            # The test's font has no star, as scanners' text layers often have none either.
            documents.text_pdf(path, ["机密\n" + "\n".join(LINES)])
        case "ofd":
            documents.ofd(path, [mark])
        case "odt":
            documents.open_document(path, mark)
        case "rtf":
            documents.rtf(path, mark)
        case "html":
            documents.html(path, f"<p>{mark}</p>")
        case "mht":
            documents.mht(path, f"<p>{mark}</p>")
        case "txt":
            documents.text(path, f"{mark}\n正文")
        case "doc":
            compound.old_word(path, "\n".join(LINES), header=mark)
        case "xls":
            compound.old_workbook(path, [mark, "序号"])
        case "ppt":
            compound.old_slides(path, [mark])
        case "xlsx":
            documents.spreadsheet(path, [[mark], ["序号"]])
    found = look(path)
    assert found.classified is not None
    assert found.classified.startswith("机密")
    assert values(found) == {}, "nothing of a classified file may be passed on"
    assert found.problems == ()


@pytest.mark.parametrize("form", ["html", "mht", "rtf", "docx", "txt"])
def test_a_mark_in_a_foreign_part_of_a_word_document_is_found(tmp_path, form):
    mark = "机密★1年"
    made = {
        "html": lambda path: documents.html(path, f"<p>{mark}</p>"),
        "mht": lambda path: documents.mht(path, f"<p>{mark}</p>"),
        "rtf": lambda path: documents.rtf(path, mark),
        "docx": lambda path: documents.word(path, [mark]),
        "txt": lambda path: documents.text(path, mark, "gb18030"),
    }[form](tmp_path / f"part.{form}")
    path = bare_word(
        tmp_path / "a.docx",
        chunk("c") + paragraph(run("正文")),
        (("c", "aFChunk", f"part.{form}", False),),
        {f"word/part.{form}": made.read_bytes()},
    )
    assert look(path).classified is not None


def test_the_words_of_foreign_parts_stand_in_their_places(tmp_path):
    path = bare_word(
        tmp_path / "a.docx",
        chunk("c") + paragraph(run("正文")),
        (("c", "aFChunk", "part.html", False),),
        {"word/part.html": f"<html><body><h1>{LINES[2]}</h1></body></html>"},
    )
    assert values(look(path))["title"] == LINES[2]


@pytest.mark.parametrize("flat", [True, False])
def test_a_mark_in_a_word_document_of_one_xml_file_is_found(tmp_path, flat):
    mark = "机密★1年"
    path = tmp_path / "a.doc"
    if flat:
        flat_word(documents.word(tmp_path / "a.docx", [mark]), path)
    else:
        word_2003(path, f"<w:p><w:r><w:t>{mark}</w:t></w:r></w:p>")
    assert look(path).classified is not None


def test_a_mark_in_a_header_is_found_behind_a_long_page(tmp_path):
    body = "\n".join(f"第{n}条 行政机关应当依法行政。" for n in range(200))
    assert look(compound.old_word(tmp_path / "a.doc", body, header="秘密")).classified == "秘密"


def test_a_mark_in_the_name_or_its_folders_is_enough(tmp_path):
    path = documents.text(tmp_path / "a.txt")
    assert look(path, "机密★1年.txt").classified
    assert look(path, "材料/绝密/a.txt").classified


def test_an_internal_mark_is_a_warning(tmp_path):
    found = look(documents.text(tmp_path / "a.txt", "内部资料 注意保存\n正文"))
    assert kinds(found) == [ProblemKind.INTERNAL_MARK]
    assert found.problems[0].detail == {"mark": "内部资料"}


@pytest.mark.parametrize(
    ("name", "make", "kind"),
    [
        ("锁.pdf", lambda p: documents.encrypted_pdf(p, user="1"), ProblemKind.PASSWORD_REQUIRED),
        ("锁.docx", documents.encrypted_word, ProblemKind.PASSWORD_REQUIRED),
        (
            "锁.doc",
            lambda p: compound.old_word(p, "x", encrypted=True),
            ProblemKind.PASSWORD_REQUIRED,
        ),
        ("坏.pdf", documents.broken_pdf, ProblemKind.DAMAGED),
        ("坏.docx", lambda p: documents.text(p, "PK\x03\x04 垃圾"), ProblemKind.DAMAGED),
        ("空.docx", lambda p: documents.text(p, ""), ProblemKind.EMPTY_FILE),
        ("乱.pdf", lambda p: p.write_bytes(bytes(range(256)) * 8) and p, ProblemKind.DAMAGED),
        ("旧.doc", documents.rtf, ProblemKind.WRONG_SUFFIX),
        ("网页.pdf", documents.html, ProblemKind.WRONG_SUFFIX),
        ("包.zip", lambda p: documents.archive(p, {"a": b""}), ProblemKind.ARCHIVE_CLOSED),
    ],
)
def test_trouble_is_named(tmp_path, name, make, kind):
    found = look(make(tmp_path / name))
    assert kinds(found) == [kind]
    assert values(found)["title"] == name.partition(".")[0]


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("主人.pdf", documents.encrypted_pdf),
        ("可修.pdf", documents.mendable_pdf),
        ("录音.wav", documents.sound),
    ],
)
def test_what_can_be_dealt_with_is_no_trouble(tmp_path, name, make):
    assert kinds(look(make(tmp_path / name))) == []


def test_a_truncated_picture_is_damaged(tmp_path):
    for name, make in (("a.jpg", documents.jpeg), ("a.png", documents.png)):
        path = make(tmp_path / name, size=(1200, 1000))
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        assert ProblemKind.DAMAGED in kinds(look(path))


def scene(size):
    """A picture with fine detail everywhere, as photos have."""
    grain = (size[0] // 4, size[1] // 4)
    noise = Image.frombytes("L", grain, Random(7).randbytes(grain[0] * grain[1]))
    image = noise.resize(size, Image.Resampling.BICUBIC)
    # Light and shade of things, which stay when a photo is blurred.
    shades = Image.frombytes("L", (12, 9), Random(8).randbytes(108)).resize(size)
    image = Image.blend(image, shades, 0.5)
    draw = ImageDraw.Draw(image)
    for n in range(0, size[0], 60):
        draw.line((n, 0, size[0] - n, size[1]), fill=255, width=3)
        draw.text((n, n % size[1]), "SHI LI XIAN", fill=0)
    return image


def test_photos_too_small_to_print(tmp_path):
    scene((640, 480)).save(tmp_path / "缩略图.jpg")
    found = look(tmp_path / "缩略图.jpg")
    assert kinds(found) == [ProblemKind.PHOTO_TINY]
    assert found.problems[0].detail == {"width": 640, "height": 480}


def test_blurred_photos_and_only_those(tmp_path):
    sharp = scene((2400, 1800))
    sharp.save(tmp_path / "清楚.jpg", quality=60)
    sharp.filter(ImageFilter.GaussianBlur(12)).save(tmp_path / "模糊.jpg", quality=60)
    assert kinds(look(tmp_path / "清楚.jpg")) == []
    assert kinds(look(tmp_path / "模糊.jpg")) == [ProblemKind.PHOTO_BLURRED]


def test_a_soft_background_does_not_make_a_photo_blurred():
    soft = scene((800, 600)).filter(ImageFilter.GaussianBlur(10))
    soft.paste(scene((300, 300)), (250, 150))
    assert not is_blurred(soft)


def test_scans_and_blank_pages_are_not_blurred():
    page = Image.new("L", (800, 1130), 255)
    assert not is_blurred(page)
    draw = ImageDraw.Draw(page)
    for line in range(3):
        draw.text((100, 120 + 40 * line), "Guan yu kai zhan fa zhi xuan chuan", fill=0)
    assert not is_blurred(page)
    assert not is_blurred(Image.linear_gradient("L").point(lambda v: 250 + v // 64))


def test_the_day_a_photo_was_taken(tmp_path):
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2021:04:09 10:11:12"
    scene((1200, 900)).save(tmp_path / "IMG_1.jpg", exif=exif)
    found = look(tmp_path / "IMG_1.jpg")
    assert found.guess.doc_date.value == "2021-04-09"
    assert found.guess.doc_date.source is GuessSource.PROPERTIES


def test_pages_are_counted_where_that_is_cheap(tmp_path):
    assert look(documents.text_pdf(tmp_path / "a.pdf", ["一", "二", "三"])).page_count == 3
    assert look(documents.ofd(tmp_path / "a.ofd", ["一", "二"])).page_count == 2
    assert look(documents.tiff(tmp_path / "a.tif", pages=4)).page_count == 4


def test_a_file_that_stalls_the_reader_is_known_by_its_name(tmp_path):
    order = InspectionOrder(tmp_path / "x", "示司〔2021〕3号 通知事项.docx", TODAY)
    found = inspect_name_only(order, 10, Overdue(30.0))
    assert kinds(found) == [ProblemKind.TIMED_OUT]
    assert values(found) == {"title": "通知事项", "doc_number": "示司〔2021〕3号"}
    marked = InspectionOrder(tmp_path / "x", "机密★.docx", TODAY)
    assert inspect_name_only(marked, 10, Overdue(30.0)).classified


def test_entities_do_not_blow_up(tmp_path):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:t>&b;</w:t>'
    path = documents.archive(
        tmp_path / "a.docx",
        {"[Content_Types].xml": b"", "word/document.xml": f'<?xml version="1.0"?>{bomb}'.encode()},
    )
    assert kinds(look(path)) == [ProblemKind.DAMAGED]


@pytest.mark.samples
def test_samples_are_judged_as_a_person_would(samples):
    damaged = {"testHEIC_livePhoto.heic", "testWORD_truncated.docx"}
    locked = {"password.xls", "libreoffice-writer-password.pdf"}
    for path in (p for folder in samples.iterdir() if folder.is_dir() for p in folder.iterdir()):
        found = set(kinds(look(path)))
        assert (ProblemKind.DAMAGED in found) == (path.name in damaged), path.name
        assert (ProblemKind.PASSWORD_REQUIRED in found) == (path.name in locked), path.name
        # It is a thumbnail blown up to 800 pixels, and looks it.
        assert (ProblemKind.PHOTO_BLURRED in found) == (path.name == "testHEIF.heic"), path.name
    red_head = values(look(samples / "ofd" / "n.ofd"))
    assert red_head["doc_number"] == "路卫发〔2011〕76号"
    assert red_head["title"] == "关于同意张阿三同志辞职的批复"


def test_scan_whose_last_page_is_cut_off_is_damaged_at_once(tmp_path):
    path = documents.tiff(tmp_path / "扫描件.tif", pages=4, compression="raw")
    assert look(path).page_count == 4
    with Image.open(path) as image:
        image.seek(3)
        start, length = image.tag_v2[273][-1], image.tag_v2[279][-1]
    path.write_bytes(path.read_bytes()[: start + length // 2])
    assert kinds(look(path)) == [ProblemKind.DAMAGED]


def test_thumbnails_of_a_scan_are_no_pages(tmp_path):
    page, small = documents.picture((600, 800)), documents.picture((60, 80))
    path = documents.tiff_of(tmp_path / "扫描件.tif", [(page, {}), (small, {254: 1})])
    found = look(path)
    assert found.page_count == 1
    assert kinds(found) == [ProblemKind.THUMBNAILS_LEFT_OUT]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>县司法局开展宣传活动_示例县人民政府</title>", "<p>文</p>"),
        ('<title></title><meta property="og:title" content="县司法局开展宣传活动">', "<p>文</p>"),
        ("<script>var a = '<h1>' ;</script>", "<h1>县司法局<b>开展宣传活动</b></h1><p>文</p>"),
    ],
)
def test_web_page_is_called_what_its_readers_see(tmp_path, head, body):
    path = documents.html(tmp_path / "网页（公众号网页）.html", body, head)
    assert values(look(path))["title"] == "县司法局开展宣传活动"


def test_words_after_long_scripts_are_read(tmp_path):
    body = f"<script>{'x = 1;' * 400_000}</script><p>机密★1年</p><p>文</p>"
    assert look(documents.html(tmp_path / "a.html", body)).classified


def test_a_picture_that_claims_billions_of_pixels_is_told_at_once(tmp_path):
    found = look(documents.huge_png_header(tmp_path / "a.png"))
    assert found.size > 0
    assert kinds(found) == [ProblemKind.CONVERSION_FAILED]


@pytest.mark.parametrize(("end", "expected"), [("</svg>", []), ("", [ProblemKind.DAMAGED])])
def test_drawings_are_printed_and_broken_ones_told(tmp_path, end, expected):
    text = f'<svg xmlns="http://www.w3.org/2000/svg"><text>机构图</text>{end}'
    assert kinds(look(documents.text(tmp_path / "a.svg", text))) == expected
