"""The words for what can be wrong with a file."""

from app.problems import Problem, ProblemKind
from app.translating import Translate, chinese
from app.wording.sentence import Defaulting, Sentence, filled

_PROBLEM_NAMES = {
    ProblemKind.EMPTY_FILE: "空文件",
    ProblemKind.DAMAGED: "已损坏",
    ProblemKind.PASSWORD_REQUIRED: "有密码",
    ProblemKind.UNSUPPORTED: "不能印成页面",
    ProblemKind.WRONG_SUFFIX: "后缀不符",
    ProblemKind.PHOTO_TINY: "照片太小",
    ProblemKind.PHOTO_BLURRED: "照片模糊",
    ProblemKind.OUTSIDE_PERIOD: "超出年限",
    ProblemKind.DUPLICATE_CONTENT: "内容重复",
    ProblemKind.INTERNAL_MARK: "有内部标志",
    ProblemKind.CONVERTER_MISSING: "缺转换程序",
    ProblemKind.CONVERSION_FAILED: "转换失败",
    ProblemKind.TIMED_OUT: "转换超时",
    ProblemKind.PAGES_LOST: "页数不符",
    ProblemKind.TEXT_DISAGREES: "版式还原不完整",
    ProblemKind.REPAIRED: "已修复",
    ProblemKind.RASTERISED: "转为图像页",
    ProblemKind.SIGNATURE_NOT_CARRIED: "签章仅存图样",
    ProblemKind.REGISTER_SHEET_ONLY: "以登记页代替",
    ProblemKind.ORIGINAL_MISSING: "原件缺失",
    ProblemKind.ATTACHMENTS_NOT_CARRIED: "内嵌附件",
    ProblemKind.ARCHIVE_TOO_LARGE: "压缩包过大",
    ProblemKind.ARCHIVE_TOOL_MISSING: "缺解压程序",
    ProblemKind.ARCHIVE_MEMBER_UNSAFE: "包内有异常项",
    ProblemKind.NOT_LOOKED_THROUGH: "内部未查完",
    ProblemKind.PICTURES_NOT_STORED: "缺图片",
    ProblemKind.PAGES_NOT_CARRIED: "有页未转出",
    # Word processing and slides.
    # Spreadsheets.
    # PDF.
    ProblemKind.DYNAMIC_FORM: "动态表单",
    ProblemKind.PORTFOLIO: "PDF 包",
    ProblemKind.MEDIA_NOT_CARRIED: "内嵌音视频",
    ProblemKind.REVIEW_NOTES: "有审阅批注",
    ProblemKind.NOT_PRINTED: "有不打印内容",
    ProblemKind.VALUES_NOT_SHOWN: "填写未显示",
    ProblemKind.SIGNATURE_NOT_SHOWN: "签章无图样",
    ProblemKind.LAYERS_NOT_PRINTED: "图层不打印",
    ProblemKind.FONTS_NOT_EMBEDDED: "字体未嵌入",
    # Pictures, saved web pages and mail.
    # OFD and plain text.
    # Archives and packages.
}

_PROBLEMS: dict[ProblemKind, Sentence] = {
    ProblemKind.EMPTY_FILE: Sentence(
        "文件是空的（0 字节）", "请重新从原处复制，或换一份完整的文件"
    ),
    ProblemKind.DAMAGED: Sentence(
        "文件已损坏，读不出内容（{label}）", "请用原来的软件打开确认后另存一份，再重新添加"
    ),
    ProblemKind.PASSWORD_REQUIRED: Sentence(
        "文件设有打开密码（{label}）", "请用原来的软件打开，取消密码后另存，再重新添加"
    ),
    ProblemKind.UNSUPPORTED: Sentence(
        "这种文件不能直接印成页面（{label}）",
        "卷内将放一张登记页，原件随卷另存；也可另附打印的 PDF",
    ),
    ProblemKind.WRONG_SUFFIX: Sentence(
        "文件名后缀是 {suffix}，内容其实是 {label}", "已按实际内容处理，建议把后缀改正"
    ),
    ProblemKind.PHOTO_TINY: Sentence(
        "照片太小（{width}×{height} 像素），打印会模糊", "请换用原始照片，不要用聊天软件的缩略图"
    ),
    ProblemKind.PHOTO_BLURRED: Sentence("照片可能模糊不清", "请核对能否看清，必要时重新拍摄或扫描"),
    ProblemKind.OUTSIDE_PERIOD: Sentence(
        "材料日期 {date} 早于要求的 {since_year} 年",
        "请核对是否放错要点，或补充 {since_year} 年以来的材料",
    ),
    ProblemKind.DUPLICATE_CONTENT: Sentence(
        "内容与已有材料相同：{used_at}", "原件只存一份，可继续使用；如属误加请移除"
    ),
    ProblemKind.INTERNAL_MARK: Sentence(
        "首页有“{mark}”字样", "请先确认该材料可以对外提供，再装入卷宗"
    ),
    ProblemKind.CONVERTER_MISSING: Sentence(
        "本机没有找到 LibreOffice，{label} 暂时不能转成页面",
        "请安装 LibreOffice，或在设置中指定它的位置，也可另附打印的 PDF",
    ),
    ProblemKind.CONVERSION_FAILED: Sentence(
        "转成页面时失败（{label}）", "请用原来的软件打开确认，或另附打印的 PDF"
    ),
    ProblemKind.TIMED_OUT: Sentence(
        "转成页面超过 {seconds} 秒仍未完成，已停止", "请拆分或精简后重试，或另附打印的 PDF"
    ),
    ProblemKind.PAGES_LOST: Sentence(
        "应有 {expected} 页，转出 {found} 页，页数不符，未采用", "请另附打印的 PDF"
    ),
    ProblemKind.TEXT_DISAGREES: Sentence(
        "OFD 版式还原不完整（文字吻合 {percent}%），未采用",
        "请用 OFD 阅读器打印为 PDF，附上打印的 PDF",
    ),
    ProblemKind.REPAIRED: Sentence("PDF 结构有缺陷，已修复后装订"),
    ProblemKind.RASTERISED: Sentence("第 {pages} 页不符合长期保存格式，已转为图像页并保留文字层"),
    ProblemKind.SIGNATURE_NOT_CARRIED: Sentence(
        "原件带电子签章，装订页只保留签章图样", "验证签章请使用原件"
    ),
    ProblemKind.ATTACHMENTS_NOT_CARRIED: Sentence(
        "文件内嵌 {count} 个附件{named}，装订页不含附件内容", "需要时请把附件另存后单独添加"
    ),
    ProblemKind.REGISTER_SHEET_ONLY: Sentence("以登记页代替，原件随卷另存"),
    ProblemKind.ARCHIVE_TOO_LARGE: Sentence(
        "压缩包解开后过大（超过 {gigabytes} GB、{members} 个文件，或压缩比异常），没有展开",
        "请自行解压、核对后，把文件夹直接添加进来",
    ),
    ProblemKind.ARCHIVE_TOOL_MISSING: Sentence(
        "本机没有能解开 {label} 的程序，没有展开",
        "请用解压软件解开后添加文件夹，或改压成 ZIP",
    ),
    ProblemKind.ARCHIVE_MEMBER_UNSAFE: Sentence(
        "压缩包里的这一项不是普通文件，或路径指向包外，没有导入",
        "请自行解压、核对后单独添加",
    ),
    ProblemKind.ORIGINAL_MISSING: Sentence(
        "原件库中找不到这份原件", "请运行体检，并从备份恢复或重新添加"
    ),
    ProblemKind.NOT_LOOKED_THROUGH: Sentence(
        "文件内部没有全部查看（{label}），可能有装订页上看不到的内容",
        "请用原来的软件打开，与装订页核对",
    ),
    ProblemKind.PICTURES_NOT_STORED: Sentence(
        "{count} 张图片没有存在文件里，装订页上看不到",
        "请用原来的软件打开，把图片嵌入后另存，或另附打印的 PDF",
    ),
    ProblemKind.PAGES_NOT_CARRIED: Sentence(
        "第 {pages} 页的内容没有转出", "请与原件核对，必要时另附打印的 PDF"
    ),
    # Word processing and slides.
    # Spreadsheets.
    # PDF.
    ProblemKind.DYNAMIC_FORM: Sentence(
        "这是动态表单（XFA），页面上只有“请稍候”一类的提示，没有表单内容",
        "请用 Adobe Reader 打开，打印成 PDF 后重新添加",
    ),
    ProblemKind.PORTFOLIO: Sentence(
        "这是 PDF 包，里面有 {count} 个文件{named}，装订的只是它的封面页",
        "请用 Adobe Reader 打开，把里面的文件另存后逐个添加",
    ),
    ProblemKind.MEDIA_NOT_CARRIED: Sentence(
        "页面上嵌有 {count} 处音频、视频或三维模型，装订页上不能播放",
        "需要时请把音视频另存后单独添加",
    ),
    ProblemKind.REVIEW_NOTES: Sentence(
        "有 {count} 条审阅批注，批注的文字没有印在装订页上",
        "需要留存时，请在阅读器中连同批注摘要打印成 PDF，再重新添加",
    ),
    ProblemKind.NOT_PRINTED: Sentence(
        "有 {count} 处图章、文字或表单内容设为不打印，装订页上没有",
        "需要时请在原来的软件中改为可打印，另存后重新添加",
    ),
    ProblemKind.VALUES_NOT_SHOWN: Sentence(
        "有 {count} 个表单域填了内容却没有显示出来，装订页上也没有",
        "请用 Adobe Reader 点开这些域核对，另存或打印成 PDF 后重新添加",
    ),
    ProblemKind.SIGNATURE_NOT_SHOWN: Sentence(
        "有 {count} 个电子签章没有图样或设为不打印，装订页上看不到", "验证签章请使用原件"
    ),
    ProblemKind.LAYERS_NOT_PRINTED: Sentence(
        "有 {count} 个图层设为不打印{named}，装订页上没有",
        "需要时请在原来的软件中打开图层，打印成 PDF 后重新添加",
    ),
    ProblemKind.FONTS_NOT_EMBEDDED: Sentence(
        "有 {count} 种字体没有嵌入文件{named}，装订页上用相近的字体显示",
        "请核对字形和版面，必要时用原来的软件嵌入字体后另存，再重新添加",
    ),
    # Pictures, saved web pages and mail.
    # OFD and plain text.
    # Archives and packages.
}


def problem_name(kind: str, translate: Translate = chinese) -> str:
    """Name a problem in a few characters, for tables; ``kind`` is its identifier."""
    return translate(_PROBLEM_NAMES[ProblemKind(kind)])


def describe_problem(problem: Problem, translate: Translate = chinese) -> Sentence:
    """Word a problem of a file."""
    detail = Defaulting(problem.detail)
    if "label" in detail:
        detail["label"] = translate(str(detail["label"]))
    detail["named"] = translate("（{names}）").format_map(detail) if "names" in detail else ""
    return filled(_PROBLEMS[problem.kind], detail, translate)
