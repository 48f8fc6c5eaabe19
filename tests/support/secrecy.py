# ruff: noqa: E501  (one line a place is easier to read)
"""Words with and without marks of state secrecy, and files that hold them in many places."""

import base64
import io
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage

import pikepdf
import py7zr

#: Marks in every spelling that is a certain one where a mark stands.
MARKS = (
    "机密★1年", "绝密★30年", "秘密★长期", "秘密☆6个月", "机 密 ★ 10 年", "机　密★５年", "机密＊3年",
    "机密✩1年", "机密⭐1年", "机密★", "绝密★启用前", "機密★1年", "絕密★10年", "祕密★5年", "机\u200b密★1年",
    "机\u00ad密★2年", "机·密★1年", "机•密★3年", "机-密★1年", "机.密★1年", "机_密★1年", "机密级★1年",
    "机密级★", "秘密\n★1年", "机\n密★1年", "机\n密\n★\n1\n年", "机密1年", "秘密10年", "绝密长期",
    "机密（10年）", "000123 机密★1年", "机密★1年 特急", "特急 秘密★6个月", "【机密★1年】", "（秘密★2年）",
    "密级：机密", "密级:秘密", "密 级：绝密", "保密等级：机密", "保密级别：秘密", "涉密等级：机密", "密级 机密",
    "密级\t机密", "密级\n秘密", "密级（机密）", "密级：机密★1年", "密级和保密期限：秘密10年", "密級：機密",
    "秘密等级：秘密", "密级＝机密", "密级：☑机密 □秘密", "机密\u2605一年", "机密⋆1年", "机密✶1年", "机密※1年",
    "机\ufe0f密★1年", "机密\uf0ab1年", "宻级：机密",
    "机密★壹年", "机密★永久", "（机密）★1年", "[机密]★1年", "机密（★1年）", "机密【1年】", "机密▲1年", "机密◆1年", "机密+1年",
    "密级为：机密", "密级——机密", "密级/机密", "密级|机密", "密级：____机密____", "密级：3.机密", "密级（请填写）：机密",
    "密级代码：机密", "密别：机密", "定密：机密", "涉密情况：机密", "是否涉密：是（机密）", "Security level: 机密",
    "机╱密★1年", "◆机密◆", "机(mì)密★1年", "【机】【密】★1年", "机、密★1年", "密级(绝密/机密/秘密)：机密",
)  # fmt: skip
#: Spellings of a level alone: certain at the top of a page, and in a place of its own.
ALONE = (
    "机密", "绝密", "秘密", "机 密", "机　密", "机·密", "機密", "絕密", "祕密", "机密级", "【机密】", "（秘密）",
    "机\n密", "绝\n密", "机\u200b密", "机\u00ad密", "秘  密", "机密 特急", "特急\t机密", "000001 机密", "机密件",
    "机\u2060密", "机\u0336密\u0336", "㊙", "★机密", "机密 SECRET", "TOP SECRET 绝密", "机密 注意保存", "机密 共10份",
    "国家秘密·机密", "机密，严禁外传", "机密 保密期限10年", "绝密电报",
)  # fmt: skip
#: Names that keep a file out.
NAMES = (
    "绝密文件汇编", "机 密 材料", "机密★1年 关于人事的请示", "（秘密）人员名单", "【机密】会议纪要", "机密_会议纪要",
    "机密文件", "绝密", "秘密", "机密级", "秘密文件目录", "機密文件", "机·密材料", "2021年机密文件清单", "绝密资料3",
    "机密会议纪要", "机密1年", "秘密材料汇编（2023年）", "机\u200b密文件", "绝密★方案", "机密方案最终稿",
)  # fmt: skip
#: Marks that may be none: a person decides.
DOUBTFUL_NAMES = ("关于机密事项的情况", "县委机密事项通报", "张三反映的机密问题")

HARMLESS = (
    "商业秘密", "商业秘密★5年", "保密工作总结", "密级：无", "密级：公开", "密级：普通", "密级：内部", "密级：——",
    "密级：", "密级： 无密级", "密级：□绝密 □机密 □秘密", "密级：绝密/机密/秘密", "国家秘密载体管理规定",
    "绝密、机密、秘密三级", "国家秘密的密级分为绝密、机密、秘密三级。", "一、绝密、机密、秘密三级的划分",
    "绝密\n机密\n秘密", "A. 绝密\nB. 机密\nC. 秘密\nD. 公开", "□绝密\n□机密\n□秘密", "绝密级\n机密级\n秘密级",
    "行政机关不得公开涉及国家秘密、商业秘密、个人隐私的政府信息。", "关于开展保守国家秘密法宣传教育的通知",
    "信息系统应当保证机密性、完整性和可用性", "工作人员应当签订保密承诺书，保守秘密", "保密协议",
    "乙方应对甲方的商业秘密承担保密义务。", "涉密人员登记表", "定密责任人培训", "机密文件的管理应当遵守本规定。",
    "机密级国家秘密是重要的国家秘密，泄露会使国家安全和利益遭受严重的损害。",
    "绝密级国家秘密是最重要的国家秘密。", "秘密级国家秘密是一般的国家秘密。", "确定密级应当遵守法定程序。",
    "国家秘密的保密期限，绝密级不超过三十年，机密级不超过二十年，秘密级不超过十年。",
    "公文的密级和保密期限，如“秘密★1年”，用3号黑体字，顶格编排在版心左上角第二行。",
    "例如“机密★5年”标注在首页左上角。", "标志形式为“密级★保密期限”。", "国家秘密标志为“★”，如“绝密★长期”。",
    "“秘密★启用前”是试卷常用的标注格式。", "这是我心中的秘密，谁也不能告诉。", "他把这个秘密藏了三十年。",
    "秘密花园里开满了花。", "公开的秘密", "秘密写票处", "选举采用无记名投票，设立秘密写票处。", "秘密警察",
    "计算机密码管理制度", "手机密码不得外泄", "飞机密封件采购", "司机密切配合交警", "隔绝密闭空间作业",
    "拒绝密谈", "随机密度分布", "农机密集作业", "相机密码", "工作秘密管理办法", "泄露工作秘密的，依法给予处分",
    "个人隐私和职业秘密", "技术秘密许可合同", "审理涉及商业秘密的案件", "国家秘密、工作秘密、商业秘密、个人隐私",
    "您知道国家秘密分为几级吗？（ ）A.绝密 B.机密 C.秘密", "保密自查自评表", "密级划分标准", "密级鉴定申请",
    "是否涉密：否", "涉密情况：不涉密", "本文件不涉及国家秘密。", "此件公开发布", "密级\t无", "密级\t公开\t份数\t1",
    "密级,无,编号,3", "序号\t绝密\t机密\t秘密\t合计", "绝密级文件0件、机密级文件0件、秘密级文件0件。",
    "（机密、秘密级文件应当编号）", "对绝密级的国家秘密载体，应当采取特殊措施。", "机密性测试报告", "绝密押运",
    "王秘密", "李机密同志任组长", "张绝密、李小明、王五", "密级标识应当清晰", "传递绝密、机密、秘密文件必须专人专车。",
    "《机密花园》读后感", "电影《绝密飞行》观后感", "歌曲《秘密》", "守护国家秘密，人人有责",
    "解密后的文件可以公开。", "该文件已解密，密级：无", "密级：非密", "密级：不涉密", "保密期限：无",
    "依法保护公民、法人的商业秘密和个人信息", "秘密窃取公私财物的，构成盗窃罪。", "侦查人员秘密跟踪嫌疑人。",
    "组织秘密投票表决", "不得在非涉密计算机上处理国家秘密。", "县国家保密局",
    "（如：机密★1年）", "密级统计：机密 0 件", "机密级\t0\t台", "秘书一科", "教育系统保密工作检查", "定密责任人：张三", "密级\n\n份数",
    "密级：☐绝密 ☐机密 ☐秘密", "密级：☐绝密 ☐机密 ☐秘密 ☑非密", "密级：受控", "密级：工作秘密", "密级：待定", "密级：商密",
    "公文拟稿纸\n密级\t缓急\t份数", "发文稿纸\n密级：      紧急程度：", "收文登记簿\n序号\t文号\t密级\t份数\n1\t庐委办〔2021〕3号\t\t1",
    "代码\t名称\n0\t公开\n2\t内部\n3\t秘密\n4\t机密\n5\t绝密", "机要件收发登记", "保守党的秘密，对党忠诚", "商用密码应用安全性评估",
    "全年共收到机密级文件12份，秘密级文件35份，均已清退。", "“机密信息”是指双方约定的信息。", "次密接人员台账", "设秘密划票间",
)  # fmt: skip
HARMLESS_NAMES = (
    "机密文件管理制度", "保守国家秘密法宣传活动", "商业秘密保护指引", "绝密押运案例讲解", "计算机密码管理制度",
    "保密工作总结", "保密协议", "国家秘密载体管理规定", "秘密花园", "飞机密封件清单", "涉密人员登记表", "定密培训课件",
    "密级：无", "我们的秘密花园读后感", "商业秘密", "手机密码", "机密性测试", "工作秘密管理办法", "绝密飞行影评",
    "密级分为绝密、机密、秘密三级", "健康的秘密", "我的秘密", "商业机密", "技术机密", "严守党的秘密", "绝密接触者排查", "全年收到机密级文件12份、秘密级文件35份",
)  # fmt: skip

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_WP = "xmlns:wp='http://x/wp' xmlns:v='urn:schemas-microsoft-com:vml' xmlns:wps='http://x/wps'"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_ODF = (
    "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
    "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "
    "xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/' "
)


def escaped(text: str) -> str:
    """Text for XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def paragraphs(text: str) -> str:
    """Paragraphs of WordprocessingML."""
    return "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escaped(line)}</w:t></w:r></w:p>'
        for line in text.split("\n")
    )


def packed(parts: Mapping[str, str | bytes], comment: bytes = b"") -> bytes:
    """A zip of some parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.comment = comment
    return target.getvalue()


FILLER = "\n".join(f"第{n}条 本办法由县司法局负责解释，自发布之日起施行。" for n in range(1, 120))


def docx(
    body: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    *,
    main: str = "word/document.xml",
    before: str = "",
) -> bytes:
    """A document of Word; ``body`` is WordprocessingML, ``parts`` are further ones."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{main}" ContentType="{kind}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE_RELS}"><Relationship Id="rId1" '
            f'Type="{_RELS}/officeDocument" Target="{main}"/></Relationships>',
            main: f"<?xml version='1.0' encoding='UTF-8'?>{before}<w:document {_W} {_WP}><w:body>"
            f"{body or paragraphs('通知')}</w:body></w:document>",
            **(parts or {}),
        }
    )


def xlsx(sheets: Mapping[str, list[list[str]]], parts: Mapping[str, str] | None = None) -> bytes:
    """A workbook with shared strings."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name.startswith("藏"):
            sheet.sheet_state = "hidden"
    target = io.BytesIO()
    book.create_sheet("表") if not sheets else None
    book.save(target)
    if not parts:
        return target.getvalue()
    with zipfile.ZipFile(target) as archive:
        every = {name: archive.read(name) for name in archive.namelist()}
    return packed({**every, **parts})


def pptx(slides: list[list[str]], parts: Mapping[str, str] | None = None) -> bytes:
    """Slides, each with some boxes."""
    a = "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
    p = "xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main'"
    every = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE_RELS}"/>',
        "ppt/presentation.xml": f"<p:presentation {p}/>",
    }
    for number, boxes in enumerate(slides, 1):
        shapes = "".join(
            "<p:sp><p:txBody>"
            + "".join(f"<a:p><a:r><a:t>{escaped(li)}</a:t></a:r></a:p>" for li in box.split("\n"))
            + "</p:txBody></p:sp>"
            for box in boxes
        )
        every[f"ppt/slides/slide{number}.xml"] = f"<p:sld {a} {p}>{shapes}</p:sld>"
    return packed({**every, **(parts or {})})


def fodt(text: str) -> bytes:
    """A flat text of OpenDocument."""
    lines = "".join(f"<text:p>{escaped(line)}</text:p>" for line in text.split("\n"))
    return (
        (
            f"<?xml version='1.0' encoding='UTF-8'?><office:document {_ODF} office:version='1.2' "
            "office:mimetype='application/vnd.oasis.opendocument.text'><office:body><office:text>"
            f"{lines}</office:text></office:body></office:document>"
        )
        .replace("'", '"')
        .encode()
    )


def odf(content: str, kind: str = "text", parts: Mapping[str, str] | None = None) -> bytes:
    """A packed OpenDocument; ``content`` is what stands in its body."""
    media = f"application/vnd.oasis.opendocument.{kind}"
    return packed(
        {
            "mimetype": media,
            "META-INF/manifest.xml": "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:"
            "opendocument:xmlns:manifest:1.0'><manifest:file-entry manifest:full-path='/' "
            f"manifest:media-type='{media}'/></manifest:manifest>",
            "content.xml": f"<office:document-content {_ODF}><office:body><office:{kind}>{content}"
            f"</office:{kind}></office:body></office:document-content>",
            **(parts or {}),
        }
    )


def ofd(pieces: list[tuple[float, float, str]], parts: Mapping[str, str] | None = None) -> bytes:
    """A page of OFD with texts at places (across, down)."""
    ns = "xmlns:ofd='http://www.ofdspec.org/2016'"
    texts = "".join(
        f"<ofd:TextObject ID='{n}' Boundary='{x} {y} {8 * len(t)} 8'><ofd:TextCode>{escaped(t)}"
        "</ofd:TextCode></ofd:TextObject>"
        for n, (x, y, t) in enumerate(pieces, 10)
    )
    return packed(
        {
            "OFD.xml": f"<ofd:OFD {ns} DocType='OFD' Version='1.0'><ofd:DocBody><ofd:DocInfo/>"
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
            "Doc_0/Document.xml": f"<ofd:Document {ns}><ofd:CommonData><ofd:MaxUnitID>99</ofd:Max"
            "UnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
            "</ofd:CommonData><ofd:Pages><ofd:Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/>"
            "</ofd:Pages></ofd:Document>",
            "Doc_0/Pages/Page_0/Content.xml": f"<ofd:Page {ns}><ofd:Content><ofd:Layer ID='5'>"
            f"{texts}</ofd:Layer></ofd:Content></ofd:Page>",
            **(parts or {}),
        }
    )


def rtf(text: str, *, group: str = "") -> bytes:
    """An RTF; ``group`` puts the words in a destination such as ``header``."""
    words = "".join(
        "\\par " if c == "\n" else c if c.isascii() else f"\\u{(ord(c) + 2**15) % 2**16 - 2**15}?"
        for c in text
    )
    inside = f"{{\\{group} {words}\\par}}" if group else words
    return f"{{\\rtf1\\ansi\\ansicpg936 {inside}\\par }}".encode("ascii")


def pdf(pages: list[str], change: Callable[[pikepdf.Pdf], None] | None = None) -> bytes:
    """A PDF of some pages of text."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    target = io.BytesIO()
    canvas = Canvas(target)
    for page in pages:
        canvas.setFont("STSong-Light", 16)
        for number, line in enumerate(page.split("\n")):
            canvas.drawString(70, 780 - 24 * number, line)
        canvas.showPage()
    canvas.save()
    if change is None:
        return target.getvalue()
    with pikepdf.open(target) as opened:
        change(opened)
        changed = io.BytesIO()
        opened.save(changed)
    return changed.getvalue()


def mail(
    text: str = "见附件", subject: str = "通知", files: Mapping[str, bytes] | None = None
) -> bytes:
    """A mail."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "a@example.cn"
    message.set_content(text)
    for name, content in (files or {}).items():
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name
        )
    return bytes(message)


def mht(html: str) -> bytes:
    """A saved page."""
    body = base64.b64encode(html.encode()).decode()
    return (
        "From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; "
        'type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\n'
        f"Content-Transfer-Encoding: base64\r\n\r\n{body}\r\n--b--\r\n"
    ).encode()


def _part(tag: str, text: str, inner: str = "") -> str:
    return f"<w:{tag} {_W} {_WP}>{inner or paragraphs(text)}</w:{tag}>"


def _info(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.docinfo["/Keywords"] = text


def _note(pdf: pikepdf.Pdf, text: str) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=text
    )
    pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(note)]))


def _bookmark(pdf: pikepdf.Pdf, text: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(text, 0))


def _layer(pdf: pikepdf.Pdf, text: str) -> None:
    layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=text))
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=pikepdf.Dictionary(Order=[layer]))


def _xmp(pdf: pikepdf.Pdf, text: str) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:description"] = text


def _form_data(pdf: pikepdf.Pdf, text: str) -> None:
    data = f"<x:data xmlns:x='x'><a>{escaped(text)}</a></x:data>".encode()
    pdf.Root.AcroForm = pikepdf.Dictionary(
        Fields=pikepdf.Array(), XFA=pikepdf.Array(["datasets", pdf.make_stream(data)])
    )


def _stamp(target: pikepdf.Pdf, text: str) -> None:
    with pikepdf.open(io.BytesIO(pdf([text]))) as source:
        drawing = target.copy_foreign(source.pages[0].as_form_xobject())
    stamp = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Stamp,
        Rect=[0, 0, 595, 842],
        AP=pikepdf.Dictionary(N=drawing),
    )
    target.pages[0].Annots = pikepdf.Array([target.make_indirect(stamp)])


def _template(target: pikepdf.Pdf, text: str) -> None:
    with pikepdf.open(io.BytesIO(pdf([text]))) as source:
        page = target.copy_foreign(source.pages[0].obj)
    names = pikepdf.Dictionary(Names=pikepdf.Array(["a", page]))
    target.Root.Names = pikepdf.Dictionary(Templates=names)


def _mail_in_base64(text: str) -> bytes:
    head = (
        "From: a@example.cn\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; "
        "boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\n"
    )
    return head.encode() + base64.encodebytes(mail(text)) + b"\r\n--b--\r\n"


def seven(files: Mapping[str, bytes]) -> bytes:
    """A 7z of some files."""
    target = io.BytesIO()
    with py7zr.SevenZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(content, name)
    return target.getvalue()


def _inside(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.attachments["a.docx"] = docx(paragraphs(text))


#: Places for a mark: a file's name and what makes its content of the mark.
PLACES: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "docx-first": ("a.docx", lambda t: docx(paragraphs(f"{t}\n{FILLER}"))),
    "docx-later-page": (
        "a.docx",
        lambda t: docx(
            paragraphs(FILLER) + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + paragraphs(t)
        ),
    ),
    "docx-table": (
        "a.docx",
        lambda t: docx(
            paragraphs("登记表") + "<w:tbl><w:tr>"
            + "".join(f"<w:tc>{paragraphs(cell)}</w:tc>" for cell in t.split("\t"))
            + "</w:tr></w:tbl>"
        ),
    ),
    "docx-header9": ("a.docx", lambda t: docx(parts={"word/header9.xml": _part("hdr", t)})),
    "docx-footer": ("a.docx", lambda t: docx(parts={"word/footer12.xml": _part("ftr", t)})),
    "docx-comment": (
        "a.docx",
        lambda t: docx(
            parts={"word/comments.xml": _part("comments", "", f"<w:comment>{paragraphs(t)}</w:comment>")}
        ),
    ),
    "docx-footnote": (
        "a.docx",
        lambda t: docx(
            parts={"word/footnotes.xml": _part("footnotes", "", f"<w:footnote>{paragraphs(t)}</w:footnote>")}
        ),
    ),
    "docx-box": (
        "a.docx",
        lambda t: docx(
            paragraphs(FILLER)
            + f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{paragraphs(t)}</w:txbxContent>"
            "</v:textbox></w:pict></w:r></w:p>"
        ),
    ),
    "docx-wordart": (
        "a.docx",
        lambda t: docx(f'<w:p><w:r><w:pict><v:shape><v:textpath string="{escaped(t)}"/></v:shape></w:pict></w:r></w:p>'),
    ),
    "docx-alt": ("a.docx", lambda t: docx(f'<w:p><w:r><wp:docPr id="1" descr="{escaped(t)}"/></w:r></w:p>')),
    "docx-keywords": (
        "a.docx",
        lambda t: docx(parts={"docProps/core.xml": f"<c><keywords>{escaped(t)}</keywords></c>"}),
    ),
    "docx-custom": (
        "a.docx",
        lambda t: docx(
            parts={"docProps/custom.xml": f"<P><property name='x'><lpwstr>{escaped(t)}</lpwstr></property></P>"}
        ),
    ),
    "docx-main-elsewhere": ("a.docx", lambda t: docx(paragraphs(f"{t}\n{FILLER}"), main="word/main2.xml")),
    "docx-doctype": ("a.docx", lambda t: docx(paragraphs(t), before="<!DOCTYPE w [<!ENTITY e 'x'>]>")),
    "docx-deleted": (
        "a.docx",
        lambda t: docx(f"<w:p><w:del><w:r><w:delText>{escaped(t)}</w:delText></w:r></w:del></w:p>"),
    ),
    "docx-in-docx": ("a.docx", lambda t: docx(parts={"word/embeddings/a.docx": docx(paragraphs(t))})),
    "docx-3-deep": (
        "a.docx",
        lambda t: docx(parts={"word/embeddings/a.docx": docx(parts={"word/embeddings/b.docx": docx(paragraphs(t))})}),
    ),
    "fodt": ("a.fodt", fodt),
    "odt": ("a.odt", lambda t: odf("".join(f"<text:p>{escaped(x)}</text:p>" for x in t.split("\n")))),
    "odt-meta": ("a.odt", lambda t: odf("<text:p>通知</text:p>", parts={"meta.xml": f"<office:document-meta {_ODF}><meta:keyword>{escaped(t)}</meta:keyword></office:document-meta>"})),
    "xlsx-first": ("a.xlsx", lambda t: xlsx({"一": [row.split("\t") for row in t.split("\n")]})),
    "xlsx-second": ("a.xlsx", lambda t: xlsx({"一": [["甲"]], "二": [r.split("\t") for r in t.split("\n")]})),
    "xlsx-hidden": ("a.xlsx", lambda t: xlsx({"一": [["甲"]], "藏": [r.split("\t") for r in t.split("\n")]})),
    "ods": (
        "a.ods",
        lambda t: odf(
            "<table:table table:name='一'>"
            + "".join(
                "<table:table-row>"
                + "".join(f"<table:table-cell><text:p>{escaped(c)}</text:p></table:table-cell>" for c in r.split("\t"))
                + "</table:table-row>"
                for r in t.split("\n")
            )
            + "</table:table>",
            "spreadsheet",
        ),
    ),
    "pptx-third": ("a.pptx", lambda t: pptx([["甲"], ["乙"], ["丙", t]])),
    "pptx-notes": (
        "a.pptx",
        lambda t: pptx([["甲"]], {"ppt/notesSlides/notesSlide1.xml": f"<a:n xmlns:a='x'><a:p><a:t>{escaped(t)}</a:t></a:p></a:n>"}),
    ),
    "pdf-first": ("a.pdf", lambda t: pdf([f"{t}\n县司法局文件"])),
    "pdf-page-30": ("a.pdf", lambda t: pdf([*["正文。"] * 29, f"{t}\n附件"])),
    "pdf-info": ("a.pdf", lambda t: pdf(["甲"], lambda p: _info(p, t))),
    "pdf-note": ("a.pdf", lambda t: pdf(["甲"], lambda p: _note(p, t))),
    "pdf-bookmark": ("a.pdf", lambda t: pdf(["甲"], lambda p: _bookmark(p, t))),
    "pdf-layer": ("a.pdf", lambda t: pdf(["甲"], lambda p: _layer(p, t))),
    "pdf-xmp": ("a.pdf", lambda t: pdf(["甲"], lambda p: _xmp(p, t))),
    "pdf-attachment": ("a.pdf", lambda t: pdf(["甲"], lambda p: _inside(p, t))),
    "ofd": ("a.ofd", lambda t: ofd([(20, 30 + 10 * n, x) for n, x in enumerate(t.split("\n"))])),
    "ofd-late": ("a.ofd", lambda t: ofd([(20, 100, "正文。"), *((20, 20 + 9 * n, x) for n, x in enumerate(t.split("\n")))])),
    "ofd-annotation": ("a.ofd", lambda t: ofd([(20, 30, "甲")], {"Doc_0/Annots/A.xml": f"<o><Annot><Remark>{escaped(t)}</Remark></Annot></o>"})),
    "txt": ("a.txt", lambda t: f"{t}\n{FILLER}".encode()),
    "txt-gbk": ("a.txt", lambda t: f"{t}\n{FILLER}".encode("gb18030")),
    "txt-utf16": ("a.txt", lambda t: f"{t}\n{FILLER}".encode("utf-16")),
    "csv": ("a.csv", lambda t: (t.replace("\t", ",") + "\n编号,3\n名称,甲\n").encode()),
    "html": ("a.html", lambda t: f"<html><body><p>{t.replace(chr(10), '<br>')}</p><p>甲</p></body></html>".encode()),
    "html-remark": ("a.html", lambda t: f"<html><body><!-- {t} --><p>甲</p></body></html>".encode()),
    "mht": ("a.mht", lambda t: mht(f"<html><body><p>{t.replace(chr(10), '<br>')}</p></body></html>")),
    "rtf": ("a.rtf", rtf),
    "rtf-header": ("a.rtf", lambda t: rtf(t, group="header")),
    "rtf-remark": ("a.rtf", lambda t: rtf(t, group="*\\annotation")),
    "mail-text": ("a.eml", lambda t: mail(t)),
    "mail-attachment": ("a.eml", lambda t: mail(files={"a.docx": docx(paragraphs(t))})),
    "mail-deep": ("a.eml", lambda t: mail(files={"a.zip": packed({"b.zip": packed({"c.docx": docx(paragraphs(t))})})})),
    "zip": ("a.zip", lambda t: packed({"a.docx": docx(paragraphs(t))})),
    "zip-3-deep": ("a.zip", lambda t: packed({"b.zip": packed({"c.zip": packed({"d.txt": t.encode()})})})),
    "docx-mht": ("a.docx", lambda t: docx(parts={"word/afchunk.dat": mht(f"<p>{t.replace(chr(10), '<br>')}</p>")})),
    "docx-htm-gbk": ("a.docx", lambda t: docx(parts={"word/afchunk.htm": f"<html><meta charset=gb18030><body><p>{t.replace(chr(10), '<br>')}</p></body></html>".encode("gb18030")})),
    "docx-txt-utf16": ("a.docx", lambda t: docx(parts={"word/afchunk.txt": t.encode("utf-16")})),
    "docx-mail": ("a.docx", lambda t: docx(parts={"word/embeddings/a.eml": mail(files={"b.docx": docx(paragraphs(t))})})),
    "docx-7z": ("a.docx", lambda t: docx(parts={"word/embeddings/a.bin": seven({"b.txt": t.encode()})})),
    "xlsx-print-header": ("a.xlsx", lambda t: xlsx({"一": [["甲"]]}, {"xl/worksheets/sheet9.xml": f"<worksheet><oddHeader>&amp;L&amp;12{escaped(t)}&amp;R第&amp;P页</oddHeader></worksheet>"})),
    "pdf-form-data": ("a.pdf", lambda t: pdf(["甲"], lambda p: _form_data(p, t))),
    "pdf-stamp": ("a.pdf", lambda t: pdf(["甲"], lambda p: _stamp(p, t))),
    "pdf-template": ("a.pdf", lambda t: pdf(["甲"], lambda p: _template(p, t))),
    "pdf-mail": ("a.pdf", lambda t: pdf(["甲"], lambda p: p.attachments.__setitem__("a.eml", mail(files={"b.docx": docx(paragraphs(t))})))),
    "pdf-gbk-info": ("a.pdf", lambda t: pdf(["甲"], lambda p: p.docinfo.__setitem__("/Title", pikepdf.String(t.encode("gb18030"))))),
    "pdf-cut": ("a.pdf", lambda t: pdf([f"{t}\n甲", "乙"])[:-300]),
    "mail-base64-mail": ("a.eml", lambda t: _mail_in_base64(t)),
    "html-script": ("a.html", lambda t: f"<html><body>甲<script>write('{t.replace(chr(10), '<br>')}')</script></body></html>".encode()),
    "html-picture": ("a.html", lambda t: f"<html><body>甲<img src='data:image/svg+xml;base64,{base64.b64encode(fodt(t)).decode()}'></body></html>".encode()),
    "fods-object": ("a.fodt", lambda t: fodt("甲").replace(b"<office:text>", b"<office:text><office:binary-data>" + base64.encodebytes(docx(paragraphs(t))) + b"</office:binary-data>")),
    "rtf-object": ("a.rtf", lambda t: b"{\\rtf1{\\object{\\*\\objdata " + docx(paragraphs(t)).hex().encode() + b"}}x}"),
    "zip-comment": ("a.zip", lambda t: packed({"a.txt": "甲".encode()}, t.encode())),
}  # fmt: skip
